// Terms that explain themselves: a meaning opens on hover, focus, click and tap, and closes on
// Escape, on a second tap, and when the visitor goes on. Screen readers hear it when it opens.

import { html } from "../../esm/dom.js";

const TERM = ".page-term";
const GLOSSED = ".page-glossed";
const OPEN = "open";
const SHUT = "shut"; // although the mouse is over it

/** @param {EventTarget | null} target */
function glossedAt(target) {
  const glossed = target instanceof Element ? target.closest(GLOSSED) : null;
  return glossed instanceof HTMLElement ? glossed : null;
}

/**
 * Say whether a meaning is shown.
 *
 * @param {HTMLElement} glossed
 * @param {boolean} open
 */
function turn(glossed, open) {
  glossed.dataset.meaning = open ? OPEN : SHUT;
  glossed.querySelector(TERM)?.setAttribute("aria-expanded", String(open));
}

/**
 * Let the terms in a part of the page explain themselves.
 *
 * @param {HTMLElement} root
 * @returns {() => void} what ends it
 */
export function glossary(root) {
  const status = html("span", { role: "status", class: "page-hidden" });
  root.after(status);
  let wasOpen = false; // before the finger or the mouse gave it the focus
  /** @param {Event} event */
  const onPress = ({ target }) => {
    wasOpen = glossedAt(target)?.dataset.meaning === OPEN;
  };
  /** @param {FocusEvent} event */
  const onFocus = ({ target }) => {
    const glossed = glossedAt(target);
    if (glossed) turn(glossed, true);
  };
  /** @param {MouseEvent} event */
  const onClick = ({ target, detail }) => {
    const glossed = glossedAt(target);
    if (!(glossed && target instanceof Element && target.closest(TERM))) return;
    const open = detail === 0 ? glossed.dataset.meaning !== OPEN : !wasOpen;
    turn(glossed, open);
    status.textContent = open ? (glossed.querySelector("[role=tooltip]")?.textContent ?? "") : "";
  };
  /** @param {Event} event */
  const onLeave = ({ target }) => {
    const glossed = glossedAt(target);
    if (!glossed) return;
    turn(glossed, false);
    delete glossed.dataset.meaning;
    status.textContent = "";
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (event.key !== "Escape") return;
    /** @type {NodeListOf<HTMLElement>} */
    const shown = root.querySelectorAll(
      `${GLOSSED}[data-meaning="${OPEN}"], ${GLOSSED}:not([data-meaning]):hover`,
    );
    if (shown.length === 0) return;
    for (const glossed of shown) turn(glossed, false);
    status.textContent = "";
    event.preventDefault();
    event.stopImmediatePropagation(); // it closes nothing else
  };
  /** @param {Event} event */
  const onMouseOut = (event) => {
    const glossed = glossedAt(event.target);
    const to = /** @type {MouseEvent} */ (event).relatedTarget;
    if (glossed?.dataset.meaning === SHUT && !(to instanceof Node && glossed.contains(to)))
      delete glossed.dataset.meaning;
  };
  root.addEventListener("pointerdown", onPress);
  root.addEventListener("focusin", onFocus);
  root.addEventListener("click", onClick);
  root.addEventListener("focusout", onLeave);
  root.addEventListener("mouseout", onMouseOut);
  document.addEventListener("keydown", onKey, true);
  return () => document.removeEventListener("keydown", onKey, true);
}
