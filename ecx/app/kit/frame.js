// The address of the page, the link to copy, and the projector view.
//
// The query of the address is read here and sent to Python, so that a page restores its link
// whether its kernel was started before or after the visit. Where the address is not ours
// (JupyterLab), it is neither read nor written.
//
// The address follows every change, and no change is a page of its own: the browser's Back leaves
// the page at once, after a hundred clicks too. What takes a change back is Undo.

import { html } from "../../esm/dom.js";
import { onPaper } from "../../esm/paper.js";
import { copy } from "./copy.js";
import { absolute, button, isOnlyHere, ours } from "./page.js";
import { ShareMenu } from "./share.js";

/** @import { Model, View } from "../../esm/widget.d.ts" */
/** @import { Citation, ShareWords } from "./types.d.ts" */

/** @typedef {{link: string, title: string, words: ShareWords}} FrameState what the page shows */
/** @typedef {{query: string} | {ask: "citation"}} Query the query of the address, to be read */
/** @typedef {{read: true} | {citation: Citation}} Read that the query was read, or what was asked */
/** @typedef {Model<FrameState, Query, Read>} FrameModel */

const root = document.documentElement;
const IN_QUERY = /[?&]view=projector(?=&|$)/gu;
const FIRST = /^&/u;
const PROJECTOR = "ecx-projector";

/**
 * Return a query with the projector view in it if the page is in that view, and without it if not.
 *
 * @param {string} query
 */
function withView(query) {
  const bare = query.replace(IN_QUERY, "").replace(FIRST, "?");
  if (!root.classList.contains(PROJECTOR)) return bare;
  return `${bare}${bare ? "&" : "?"}view=projector`;
}

/**
 * Show a query in the address, in the place of the one before.
 *
 * @param {string} query
 */
function address(query) {
  const { pathname, search, hash } = location;
  if (query !== search) history.replaceState(null, "", pathname + query + hash);
}

/**
 * The row with the link, its button and the switch of the projector view.
 *
 * @param {ShareWords} words
 */
function row(words) {
  const input = html("input", { type: "text", readonly: true, spellcheck: "false" });
  const title = html("span", { class: "page-hidden" }, words.link);
  const copying = button(words.copyLink, {
    class: "page-button page-copy",
    title: words.copyLinkHint,
  });
  const project = button(words.project, {
    class: "page-button page-project",
    "aria-pressed": "false",
    title: words.projectHint,
    "aria-keyshortcuts": "Alt+P",
  });
  const status = html("span", { role: "status", class: "page-hidden" });
  const note = html("span", { class: "page-share-note", hidden: true }, words.onlyHere);
  const label = html("label", {}, title, input);
  const box = html("div", { class: "page-share" }, label, copying, project, note, status);
  return { box, input, copying, project, note, status };
}

/**
 * @param {HTMLElement} el
 * @param {FrameModel} model
 */
function share(el, model) {
  const words = model.get("words");
  const { box, input, copying, project, note, status } = row(words);
  const link = () => absolute(withView(model.get("link")));
  const ask = () => model.send({ ask: "citation" });
  const menu = new ShareMenu(words, link, ask);
  copying.after(menu.element);
  el.append(box);

  const show = () => {
    input.value = link();
    menu.refresh();
  };
  /** @param {boolean} on */
  const switchView = (on) => {
    root.classList.toggle(PROJECTOR, on);
    project.setAttribute("aria-pressed", String(on));
    project.textContent = on ? words.unproject : words.project;
    show();
  };
  /** @param {boolean} on */
  const toggle = (on) => {
    switchView(on);
    if (ours()) address(withView(model.get("link")));
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const leaving = event.key === "Escape" && root.classList.contains(PROJECTOR);
    const asked = event.altKey && event.code === "KeyP";
    if (!(leaving || asked)) return;
    event.preventDefault();
    toggle(asked && !root.classList.contains(PROJECTOR));
  };
  input.addEventListener("focus", () => input.select());
  copying.addEventListener("click", async () => {
    const done = await copy(input);
    note.hidden = !isOnlyHere();
    const said = done ? words.linkCopied : words.pressToCopy;
    status.textContent = note.hidden ? said : `${said} ${words.onlyHere}`;
    copying.textContent = done ? words.copiedLink : words.pressKeys;
  });
  box.addEventListener("focusout", () => {
    copying.textContent = words.copyLink;
  });
  project.addEventListener("click", () => toggle(!root.classList.contains(PROJECTOR)));
  document.addEventListener("keydown", onKey);
  /** @param {Read} answer */
  const answered = (answer) => {
    if ("citation" in answer) menu.answer(answer.citation);
  };
  model.on("msg:custom", answered);
  const close = () => {
    document.removeEventListener("keydown", onKey);
    model.off("msg:custom", answered);
    menu.close();
  };
  return { show, switchView, close };
}

/**
 * Keep address and scenario alike, both ways.
 *
 * @param {FrameModel} model
 */
function follow(model) {
  let leading = true; // the address, until Python has answered what it says
  const write = () => {
    if (!leading) address(withView(model.get("link")));
  };
  /** @param {Read} answer */
  const answered = (answer) => {
    if (!("read" in answer)) return;
    leading = false;
    write();
    root.classList.remove("ecx-reading");
    root.classList.add("ecx-ready");
  };
  // Jumps within the page are all that goes back and forth here, and the map stays as it is.
  addEventListener("popstate", write);
  model.on("change:link", write);
  model.on("msg:custom", answered);
  model.send({ query: location.search });
  return () => {
    removeEventListener("popstate", write);
    model.off("change:link", write);
    model.off("msg:custom", answered);
  };
}

/**
 * Print the link and the date at the end of the page.
 *
 * @param {FrameModel} model
 */
function signPaper(model) {
  const foot = html("p", { class: "page-foot" });
  return onPaper(
    () => {
      const today = new Date().toLocaleDateString("en-US", { dateStyle: "long" });
      foot.textContent = `${absolute(model.get("link"))} · ${today}`;
      (document.querySelector("main") ?? document.body).append(foot);
    },
    () => foot.remove(),
  );
}

/** @param {View<FrameState, Query, Read>} view */
function render({ model, el }) {
  const shared = share(el, model);
  model.on("change:link", shared.show);
  const unsign = signPaper(model);
  const name = () => {
    if (ours() && model.get("title")) document.title = model.get("title");
  };
  model.on("change:title", name);
  name();
  if (!ours()) {
    shared.show();
    root.classList.add("ecx-ready");
    return () => {
      shared.close();
      unsign();
    };
  }
  // Until Python has read the link, the page may show something else.
  if (location.search && withView(model.get("link")) !== location.search)
    root.classList.add("ecx-reading");
  const views = new URLSearchParams(location.search).getAll("view");
  if (views.includes("projector")) shared.switchView(true);
  shared.show();
  const unfollow = follow(model);
  return () => {
    shared.close();
    unsign();
    unfollow();
  };
}

export default { render };
