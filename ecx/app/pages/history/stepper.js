// A slider over the elections. While it is dragged its label follows at once, and Python is asked
// for one election at a time, always the latest: slow answers make no queue.

import { Asker } from "../../../esm/ask.js";
import { html } from "../../../esm/dom.js";
import { button } from "../../kit/page.js";

/** @import { View } from "../../../esm/widget.d.ts" */

/** @typedef {{earlier: string, later: string, election: string}} Words names of the controls */
/** @typedef {{labels: string[], at: number, words: Words}} StepperState */
/** @typedef {{at: number}} Step the number of the election that is asked for */

/**
 * @param {string} text
 * @param {string} label
 * @param {string} keys
 */
function stepButton(text, label, keys) {
  const title = `${label} (${keys})`;
  return button(text, { title, "aria-label": label, "aria-keyshortcuts": keys });
}

/** @type {Record<string, number>} */
const STEPS = { ",": -1, ".": 1 };

/** @param {View<StepperState, Step>} view */
function render({ model, el }) {
  const labels = model.get("labels");
  const words = model.get("words");
  const last = labels.length - 1;
  const earlier = stepButton("‹", words.earlier, "Alt+,");
  const later = stepButton("›", words.later, "Alt+.");
  const range = html("input", {
    type: "range",
    min: 0,
    max: last,
    step: 1,
    "aria-label": words.election,
  });
  const label = html("output", { class: "stepper-label" });
  el.append(earlier, range, later, label);

  let wanted = model.get("at");
  const asker = new Asker((/** @type {number} */ at) => model.send({ at }));

  const show = () => {
    const text = labels[wanted] ?? "";
    range.value = String(wanted);
    range.setAttribute("aria-valuetext", text);
    label.textContent = text;
    earlier.setAttribute("aria-disabled", String(wanted === 0));
    later.setAttribute("aria-disabled", String(wanted === last));
  };
  /** @param {number} at */
  const want = (at) => {
    wanted = Math.max(0, Math.min(at, last));
    show();
    if (asker.isWaiting || wanted !== model.get("at")) asker.askInTurn(wanted);
  };
  const answered = () => {
    if (!asker.answered()) return;
    wanted = model.get("at"); // an election that could not be opened is not asked for again
    show();
  };
  const moved = () => {
    if (!asker.isWaiting) wanted = model.get("at");
    show();
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const step = event.altKey ? STEPS[event.key] : undefined;
    const inText = event.target instanceof Element && event.target.closest("input[type=text]");
    if (step === undefined || event.defaultPrevented || inText) return;
    event.preventDefault();
    want(wanted + step);
  };
  earlier.addEventListener("click", () => want(wanted - 1));
  later.addEventListener("click", () => want(wanted + 1));
  range.addEventListener("input", () => want(Number(range.value)));
  document.addEventListener("keydown", onKey);
  model.on("change:at", moved);
  model.on("msg:custom", answered);
  show();
  return () => {
    document.removeEventListener("keydown", onKey);
    model.off("change:at", moved);
    model.off("msg:custom", answered);
  };
}

export default { render };
