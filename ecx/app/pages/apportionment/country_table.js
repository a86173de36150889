// The table of a made-up country. What is typed stays here until it is handed in; nothing but
// another table that the visitor asks for (an example, a file, a link) takes its place.

import { html } from "../../../esm/dom.js";
import { filled } from "../../../esm/words.js";
import { button } from "../../kit/page.js";

/** @import { View } from "../../../esm/widget.d.ts" */

/**
 * @typedef {object} TableState
 * @property {string} text the table as it was handed in
 * @property {string[]} problems rows that cannot be read, each with the mend
 * @property {string} csv what is on the screen, to be kept as a file
 * @property {{key: string, title: string}[]} examples
 * @property {string} said what became of the table
 * @property {Record<TableWord, string>} words what is said here
 * @property {boolean} dealt whether the country of the table is on the screen
 */

/** @typedef {"heading" | "hint" | "examples" | "sample" | "table" | "apply" | "open" | "keep" | "see" | "tooLarge" | "most"} TableWord */
/** @typedef {{table: string} | {example: string}} TableRequest */
/** @typedef {{shown: boolean}} TableAnswer whether the text is to be shown again */

const MOST_BYTES = 200_000;
const HEADLINE = ".ecx-last-seat-headline"; // where the country is shown
const OUTCOME = /** @type {const} */ (["said", "dealt"]); // the traits that say what became of it

/**
 * The elements of the widget.
 *
 * @param {Record<TableWord, string>} words
 */
function skeleton(words) {
  const heading = html("h2", { id: words.heading.replaceAll(" ", "-") }, words.heading);
  const hint = html("p", { class: "page-aside" }, words.hint);
  const examples = html("div", {
    class: "page-group country-examples",
    role: "group",
    "aria-label": words.examples,
  });
  const area = html("textarea", {
    class: "country-area",
    rows: 9,
    spellcheck: "false",
    placeholder: words.sample,
  });
  const label = html("label", { class: "country-label" }, words.table, area);
  const apply = button(words.apply);
  const accept = ".csv,.tsv,.txt,text/csv";
  const file = html("input", { class: "country-file", type: "file", accept });
  const opener = html("label", { class: "country-opener" }, `${words.open} `, file);
  const keep = html(
    "a",
    { class: "page-button country-keep", download: "apportionment.csv" },
    words.keep,
  );
  const tools = html("div", { class: "page-tools" }, apply, opener, keep);
  const outcome = html("div", { class: "country-outcome", role: "status" });
  const problems = html("div", { class: "page-lines country-problems", role: "status" });
  const all = [heading, hint, examples, label, tools, outcome, problems];
  return { examples, area, apply, file, keep, outcome, problems, all };
}

/** @param {View<TableState, TableRequest, TableAnswer>} view */
function render({ model, el }) {
  const words = model.get("words");
  const { examples, area, apply, file, keep, outcome, problems, all } = skeleton(words);
  el.append(...all);
  /** @type {string | null} */
  let handed = null; // the text that Python has

  const show = () => {
    const text = model.get("text");
    if (text !== handed && text !== area.value) area.value = text;
    handed = text;
  };
  /** @param {string[]} lines */
  const warn = (lines) => problems.replaceChildren(...lines.map((line) => html("p", {}, line)));
  /** Say beside the button what became of the table, and lead to where it is shown. */
  const showOutcome = () => {
    const said = model.get("said");
    outcome.replaceChildren(...(said ? [html("span", {}, said)] : []));
    if (!model.get("dealt")) return;
    const way = button(words.see);
    way.addEventListener("click", () => document.querySelector(HEADLINE)?.scrollIntoView());
    outcome.append(way);
  };
  const showProblems = () => warn(model.get("problems"));
  const showFile = () => {
    keep.href = `data:text/csv;charset=utf-8,${encodeURIComponent(model.get("csv"))}`;
  };
  const hand = () => {
    handed = area.value;
    model.send({ table: area.value });
  };
  for (const { key, title } of model.get("examples")) {
    const choice = button(title);
    choice.addEventListener("click", () => {
      model.send({ example: key });
    });
    examples.append(choice);
  }
  apply.addEventListener("click", hand);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) hand();
  });
  area.addEventListener("input", () => outcome.replaceChildren()); // it was another table's
  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) {
      warn([filled(words.tooLarge, { file: chosen.name, most: words.most })]);
    } else {
      area.value = await chosen.text();
      hand();
    }
    file.value = ""; // the same file can be opened again
  });
  /** @param {TableAnswer} answer */
  const showAgain = ({ shown }) => {
    if (shown) area.value = model.get("text");
    showOutcome();
  };
  model.on("msg:custom", showAgain);
  model.on("change:text", show);
  model.on("change:problems", showProblems);
  model.on("change:csv", showFile);
  for (const name of OUTCOME) model.on(`change:${name}`, showOutcome);
  show();
  showOutcome();
  showProblems();
  showFile();
  return () => {
    model.off("msg:custom", showAgain);
    model.off("change:text", show);
    model.off("change:problems", showProblems);
    model.off("change:csv", showFile);
    for (const name of OUTCOME) model.off(`change:${name}`, showOutcome);
  };
}

export default { render };
