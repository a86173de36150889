// A table of facts: a field to search in it, pickers for some columns, rows sorted by any column.
//
// All rows are here, so that nothing waits for the server while somebody types.

import { html } from "../../../esm/dom.js";
import { ours } from "../../kit/page.js";
import { csvButton } from "../../kit/table_file.js";
import { byText, count, select, text } from "./rows.js";

/** @import { View } from "../../../esm/widget.d.ts" */
/** @import { TableWords } from "../../kit/types.d.ts" */
/** @import { Choice, Fact, Row, Tells } from "./rows.js" */

/**
 * @typedef {object} Heading
 * @property {string} title
 * @property {boolean} pick whether rows can be narrowed to one value of the column
 * @property {number} width the least that lets it be read, in rem
 */

/** @typedef {Tells & {search: string, every: string}} ToolWords */
/** @typedef {{title: string, columns: Heading[], rows: Row[], tells: ToolWords, words: TableWords}} TableState */

/**
 * Label a control; the label stands above it.
 *
 * @param {string} label
 * @param {HTMLElement} control
 */
const labelled = (label, control) => html("label", {}, label, control);

/**
 * Make a picker of the values that a column has.
 *
 * @param {string} title
 * @param {string[]} values
 * @param {string | undefined} chosen
 * @param {string} every the word for no choice
 */
function picker(title, values, chosen, every) {
  const options = ["", ...values].map((value) =>
    html("option", { value, selected: value === chosen }, value || every),
  );
  return html("select", { "aria-label": title }, ...options);
}

/** @param {Fact} fact */
function content(fact) {
  if (typeof fact !== "object" || !ours()) return text(fact);
  return html("a", { href: fact.link }, fact.text);
}

/**
 * Make one row; each cell carries its heading for screens on which the columns do not fit.
 *
 * @param {Row} row
 * @param {Heading[]} columns
 */
function line(row, columns) {
  const cells = row.map((fact, at) => {
    const attributes = {
      "data-label": columns[at]?.title,
      class: text(fact) === "" ? "fact-empty" : null,
    };
    return at === 0
      ? html("th", { scope: "row", ...attributes }, content(fact))
      : html("td", attributes, content(fact));
  });
  return html("tr", {}, ...cells);
}

/** @param {View<TableState>} view */
function render({ model, el }) {
  /** @type {Choice} */
  const chosen = { words: "", picks: new Map(), column: 0, falls: false };
  const tools = html("div", { class: "fact-tools" });
  const status = html("p", { class: "page-hint", role: "status" });
  const region = html("div", { class: "page-scroll", tabindex: 0, role: "region" });
  el.append(tools, status, region);
  el.append(csvButton(model.get("words"), region, () => model.get("title")));

  /** @param {number} column */
  const order = (column) => {
    if (column !== chosen.column) return "none";
    return chosen.falls ? "descending" : "ascending";
  };
  const head = () => {
    const cells = model.get("columns").map(({ title, width }, at) => {
      const button = html("button", { type: "button" }, title);
      button.addEventListener("click", () => {
        chosen.falls = chosen.column === at && !chosen.falls;
        chosen.column = at;
        fill();
        region.querySelectorAll("button")[at]?.focus();
      });
      const cell = html("th", { scope: "col", "aria-sort": order(at) }, button);
      cell.style.minInlineSize = `${width}rem`;
      return cell;
    });
    return html("thead", {}, html("tr", {}, ...cells));
  };
  const fill = () => {
    const rows = select(model.get("rows"), chosen);
    const lines = rows.map((row) => line(row, model.get("columns")));
    const table = { class: "page-units fact-table" };
    region.setAttribute("aria-label", model.get("title"));
    region.replaceChildren(html("table", table, head(), html("tbody", {}, ...lines)));
    status.textContent = count(rows, model.get("rows").length, model.get("tells"));
  };
  const furnish = () => {
    const search = html("input", { type: "search", value: chosen.words, autocomplete: "off" });
    search.addEventListener("input", () => {
      chosen.words = search.value;
      fill();
    });
    const picks = model.get("columns").flatMap(({ title, pick }, at) => {
      if (!pick) return [];
      const values = new Set(model.get("rows").map((row) => text(row[at])));
      const listed = [...values].filter(Boolean).sort(byText);
      const choice = picker(title, listed, chosen.picks.get(at), model.get("tells").every);
      choice.addEventListener("change", () => {
        chosen.picks.set(at, choice.value);
        fill();
      });
      return [labelled(title, choice)];
    });
    tools.replaceChildren(labelled(model.get("tells").search, search), ...picks);
  };
  const show = () => {
    furnish();
    fill();
  };
  model.on("change:rows", show);
  show();
  return () => model.off("change:rows", show);
}

export default { render };
