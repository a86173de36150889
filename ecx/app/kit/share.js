// The menu "Share": a picture of the map, a citation, and a frame for other pages.

import { html } from "../../esm/dom.js";
import { copy } from "./copy.js";
import { button, ours } from "./page.js";
import { boards, FORMATS, keepPictures } from "./pictures.js";

/** @import { Citation, ShareWords } from "./types.d.ts" */

const NAMES = /\{(?<name>\w+)\}/gu;
const FRAMING = /frame-ancestors (?<who>[^;]*)/u;
const NOBODY_ELSE = new Set(["", "'self'", "'none'"]);
const GAP = 8; // pixels between the menu and the edge of the window
const MARKUP = /[&"<>]/gu;

/**
 * Fill the names in braces of a sentence.
 *
 * @param {string} sentence
 * @param {Record<string, string>} values
 */
const filled = (sentence, values) => sentence.replace(NAMES, (all, name) => values[name] ?? all);

/** @param {string} text to stand in an attribute */
const escaped = (text) => text.replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`);

/** Ask the server whether other sites may show its pages in a frame: its policy says so. */
async function isFramingAllowed() {
  const file = document.querySelector("script[src]")?.getAttribute("src");
  if (!(ours() && file)) return false;
  const { headers } = await fetch(file, { method: "HEAD", cache: "no-store" });
  const who = FRAMING.exec(headers.get("Content-Security-Policy") ?? "")?.groups?.who ?? "*";
  return who.split(" ").some((source) => !NOBODY_ELSE.has(source));
}

/**
 * Make a part of the menu, under its title.
 *
 * @param {string} title
 * @param {...Node} content
 */
function section(title, ...content) {
  const head = html("p", { class: "share-title", "aria-hidden": "true" }, title);
  return html("div", { class: "share-part", role: "group", "aria-label": title }, head, ...content);
}

export class ShareMenu {
  #words;
  #link;
  #ask;
  /** @type {Citation | null} what Python calls the page as it is now */
  #quoted = null;
  #cited;
  #snippet;
  #embed;
  #pictures;
  #status = html("p", { class: "share-status", role: "status" });
  #panel;
  #opener;
  element = html("div", { class: "share" });

  /**
   * @param {ShareWords} words
   * @param {() => string} link to what the page shows
   * @param {() => void} ask Python for the citation
   */
  constructor(words, link, ask) {
    this.#words = words;
    this.#link = link;
    this.#ask = ask;
    const id = `share-${Math.random().toString(36).slice(2)}`;
    this.#opener = button(words.share, {
      class: "page-button page-share-opener",
      title: words.explained,
      "aria-expanded": "false",
      "aria-controls": id,
    });
    const formats = html("div", { class: "page-tools" }, ...this.#formats());
    this.#pictures = section(words.picture, formats);
    this.#cited = html("textarea", { class: "share-text", rows: 6, readonly: true });
    this.#cited.setAttribute("aria-label", words.cite);
    this.#snippet = html("textarea", { class: "share-text", rows: 4, readonly: true });
    this.#snippet.setAttribute("aria-label", words.embed);
    this.#embed = section(words.embed);
    this.#panel = html("div", { id, class: "share-panel", hidden: true });
    const cite = section(words.cite, this.#cited, this.#copier(this.#cited));
    this.#panel.append(this.#pictures, cite, this.#embed, this.#status);
    this.element.append(this.#opener, this.#panel);
    this.#listen();
  }

  /** The page shows something else, or under another link. */
  refresh() {
    if (this.#panel.hidden) return;
    this.#show(null);
    this.#ask();
  }

  /** @param {Citation} citation that Python gave */
  answer(citation) {
    this.#show(citation);
  }

  /** Listen no longer. */
  close() {
    document.removeEventListener("pointerdown", this.#onPress);
  }

  #listen() {
    this.#opener.addEventListener("click", () => this.#toggle(this.#panel.hidden !== false));
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#panel.hidden) return;
      event.stopPropagation();
      this.#toggle(false);
      this.#opener.focus();
    });
    document.addEventListener("pointerdown", this.#onPress);
  }

  /** @param {Event} event */
  #onPress = ({ target }) => {
    if (target instanceof Node && !this.element.contains(target)) this.#toggle(false);
  };

  /** @param {boolean} open */
  #toggle(open) {
    this.#panel.hidden = !open;
    this.#opener.setAttribute("aria-expanded", String(open));
    if (!open) return;
    this.#place();
    this.#pictures.hidden = boards().length === 0;
    this.#offerFrame();
    this.refresh();
  }

  /** Move the open menu into the window. */
  #place() {
    const from = this.element.getBoundingClientRect().left;
    const most = document.documentElement.clientWidth - this.#panel.offsetWidth - GAP;
    const shift = Math.max(GAP, Math.min(from, most)) - from;
    this.#panel.style.setProperty("--share-shift", `${shift}px`);
  }

  /** Show how to embed the page, or that it cannot be done. */
  async #offerFrame() {
    const [title] = this.#embed.children;
    const refused = html("p", {}, this.#words.unframed);
    const allowed = await isFramingAllowed().catch(() => false);
    const content = allowed ? [this.#snippet, this.#copier(this.#snippet)] : [refused];
    this.#embed.replaceChildren(...(title ? [title] : []), ...content);
  }

  /** @param {Citation | null} citation null until Python gives it */
  #show(citation) {
    this.#quoted = citation;
    this.#status.textContent = "";
    for (const control of this.#panel.querySelectorAll("button")) control.disabled = !citation;
    const link = this.#link();
    const source = `<iframe src="${escaped(link)}" title="${escaped(this.#words.framed)}"`;
    this.#snippet.value = `${source} width="100%" height="800" style="border: 0"></iframe>`;
    this.#cited.value = citation ? this.#written(citation, link) : "";
  }

  /**
   * @param {Citation} citation
   * @param {string} link
   */
  #written({ title, sources }, link) {
    const date = new Date().toLocaleDateString("en-US", { dateStyle: "long" });
    const sentence = sources.length > 0 ? this.#words.citation : this.#words.own;
    return filled(sentence, { title, date, link, sources: sources.join("; ") });
  }

  #formats() {
    return Object.entries(FORMATS).map(([name, format]) => {
      const control = button(this.#words[/** @type {keyof typeof FORMATS} */ (name)]);
      control.addEventListener("click", () => this.#keep(format));
      return control;
    });
  }

  /** @param {import("./pictures.js").Format} format */
  async #keep(format) {
    if (this.#quoted === null) return;
    const { title, headline } = this.#quoted;
    const { goal, site: source, saved, unsaved } = this.#words;
    try {
      await keepPictures(format, { title, headline, goal, source, link: this.#link() });
      this.#status.textContent = saved;
    } catch (error) {
      console.error(error);
      this.#status.textContent = unsaved;
    }
  }

  /** @param {HTMLTextAreaElement} field that the button copies */
  #copier(field) {
    const { copy: offered, copied, press } = this.#words;
    const control = button(offered);
    control.addEventListener("click", async () => {
      const said = (await copy(field)) ? copied : press;
      control.textContent = said;
      this.#status.textContent = said;
    });
    control.addEventListener("blur", () => {
      control.textContent = offered;
    });
    return control;
  }
}
