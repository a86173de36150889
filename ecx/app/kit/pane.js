// A pane shows the HTML that Python rendered and says which control was used.
//
// data-do="intent"            a button: click sends the intent, with data-value if there is one
// data-do on a select         a change sends the intent with the chosen value
// data-do on an input         likewise, with what was typed
// data-slide on a range       its value while it is dragged, one at a time
// data-scroll on a button     brings what this selector finds to the top of the screen
// data-refuge on a control    where the focus goes if using the control makes it vanish: a selector
// data-do on a form           a submission sends the intent with its fields, as a query
// data-csv on a button        keeps the table before it as a file of this title
// data-arrows                 of the buttons inside one is a tab stop; arrow keys lead to the others
// aria-keyshortcuts           a button that is used by these keys from anywhere on the page
// data-print="sheet"          is printed as soon as it is there, the root of the page marked with the
//                             kind of sheet; then the intent in data-done is sent

import { Asker } from "../../esm/ask.js";
import { html } from "../../esm/dom.js";
import { glossary } from "./glossary.js";
import { arrowTarget, shortcut } from "./keys.js";
import { ours } from "./page.js";
import { Patch } from "./patch.js";
import { keepTableBefore } from "./table_file.js";

/** @import { View } from "../../esm/widget.d.ts" */

/**
 * An intent, which `Pane.intents` or `Pane.turns` of a subclass in Python names.
 * @typedef {{do: string, value: string | null}} Intent
 */

/** Which intent was carried out, or refused. @typedef {{done: string}} Done */

/**
 * Return the element that an event happened to.
 * @param {Event} event
 */
const at = ({ target }) => (target instanceof Element ? target : null);

/**
 * Return a control with a value, if the element is one.
 * @param {Element | null} element
 */
const field = (element) =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element : null;

/**
 * Remember which control has the focus; the answer gives it back, should a patch take it away.
 * @param {HTMLElement} root
 * @returns {() => void}
 */
function remember(root) {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement && root.contains(focused))) return () => undefined;
  const { do: intent, value, refuge } = focused.dataset;
  const owner = focused.closest("[id]");
  const id = owner !== null && root.contains(owner) ? owner.id : "";
  return () => {
    if (root.contains(document.activeElement)) return;
    const scope = document.getElementById(id) ?? root;
    /** @type {NodeListOf<HTMLElement>} */
    const controls = scope.querySelectorAll("[data-do]");
    const like = [...controls].filter((control) => control.dataset.do === intent);
    const same = like.find((control) => control.dataset.value === value);
    const again = same ?? (scope === root ? undefined : like[0]);
    /** @type {HTMLElement | null} */
    const found = again ?? (refuge ? document.querySelector(refuge) : null);
    found?.focus();
  };
}

/**
 * Move the focus, and the tab stop with it, among the buttons of a data-arrows.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  const group = at(event)?.closest("[data-arrows]");
  if (!(group && event.key.startsWith("Arrow"))) return;
  const buttons = [...group.querySelectorAll("button")];
  const places = buttons.map((button) => button.getBoundingClientRect());
  const from = at(event)?.closest("button");
  const next = from ? buttons[arrowTarget(places, buttons.indexOf(from), event.key)] : undefined;
  event.preventDefault();
  if (!next) return;
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

/**
 * Make words of the links to our pages: JupyterLab has no pages at their addresses.
 *
 * @param {HTMLElement} root
 */
function unlink(root) {
  for (const link of root.querySelectorAll('a[href]:not([href*=":"])'))
    link.removeAttribute("href");
}

/** @param {View<{html: string}, Intent, Done>} view */
function render({ model, el }) {
  const root = html("div", { class: "page-pane" });
  el.append(root);
  const patch = new Patch();

  /** @type {WeakSet<HTMLElement>} sheets that were printed */
  const printed = new WeakSet();
  const print = () => {
    /** @type {HTMLElement | null} */
    const sheet = root.querySelector("[data-print]");
    if (sheet === null || printed.has(sheet)) return;
    printed.add(sheet);
    const page = document.documentElement;
    const done = () => {
      delete page.dataset.sheet;
      model.send({ do: sheet.dataset.done ?? "", value: null });
    };
    page.dataset.sheet = sheet.dataset.print;
    addEventListener("afterprint", done, { once: true });
    globalThis.print();
  };
  const draw = () => {
    const refocus = remember(root);
    patch.show(root, model.get("html"));
    if (!ours()) unlink(root);
    refocus();
    print();
  };
  /** @param {HTMLElement} control */
  const send = (control) => {
    const { do: intent, value = null } = control.dataset;
    if (intent !== undefined) model.send({ do: intent, value: field(control)?.value ?? value });
  };
  /** @param {MouseEvent} event */
  const onClick = (event) => {
    /** @type {HTMLElement | null | undefined} */
    const lead = at(event)?.closest("[data-scroll]");
    if (lead?.dataset.scroll) document.querySelector(lead.dataset.scroll)?.scrollIntoView();
    keepTableBefore(root, at(event));
    /** @type {HTMLElement | null | undefined} */
    const control = at(event)?.closest("[data-do]:not(form)");
    if (control && !field(control) && control.getAttribute("aria-disabled") !== "true")
      send(control);
  };
  // A slider is the visitor's until all it sent is answered: what a late answer renders never
  // moves it back. Of a drag one value at a time is on its way, the newest; its end waits for none.
  const asker = new Asker((/** @type {Intent} */ intent) => model.send(intent));
  /** @param {HTMLInputElement} range */
  const drag = (range) => {
    patch.held = range;
    asker.askInTurn({ do: range.dataset.slide ?? "", value: range.value });
  };
  /** @param {HTMLInputElement} range */
  const settle = (range) => asker.ask({ do: range.dataset.do ?? "", value: range.value });
  /** @param {Event} event */
  const onInput = ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.slide) drag(target);
  };
  /** @param {Event} event */
  const onChange = (event) => {
    const control = field(at(event));
    if (!control?.dataset.do) return;
    if (control === patch.held) settle(patch.held);
    else send(control);
  };
  /** @type {string | null} where a drag began: one that ends there is followed by no change */
  let from = null;
  /** @param {Event} event */
  const onPress = ({ target }) => {
    from = target instanceof HTMLInputElement && target.dataset.slide ? target.value : null;
  };
  /** @param {Event} event */
  const onRelease = ({ target }) => {
    if (patch.held && target === patch.held && patch.held.value === from) settle(patch.held);
  };
  /** @param {Done} answer */
  const onAnswer = ({ done }) => {
    if (asker.oldest?.do === done && asker.answered() && done === patch.held?.dataset.do)
      patch.held = null;
    draw(); // an intent was carried out, or refused: show what holds now
  };
  /** @param {SubmitEvent} event */
  const onSubmit = (event) => {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement && form.dataset.do)) return;
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    model.send({ do: form.dataset.do, value: new URLSearchParams(fields).toString() });
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.defaultPrevented || event.repeat || at(event)?.closest("input, textarea")) return;
    const pressed = shortcut(event);
    /** @type {NodeListOf<HTMLElement>} */
    const controls = root.querySelectorAll("[aria-keyshortcuts]");
    const control = [...controls].find((one) =>
      one.getAttribute("aria-keyshortcuts")?.split(" ").includes(pressed),
    );
    if (!control) return;
    event.preventDefault();
    control.click();
  };
  root.addEventListener("click", onClick);
  root.addEventListener("change", onChange);
  root.addEventListener("input", onInput);
  root.addEventListener("pointerdown", onPress);
  root.addEventListener("pointerup", onRelease);
  root.addEventListener("submit", onSubmit);
  root.addEventListener("keydown", walk);
  document.addEventListener("keydown", onKey);
  const unglossed = glossary(root);
  model.on("change:html", draw);
  model.on("msg:custom", onAnswer);
  draw();
  return () => {
    unglossed();
    document.removeEventListener("keydown", onKey);
    model.off("change:html", draw);
    model.off("msg:custom", onAnswer);
  };
}

export default { render };
