// A table of facts: a field to search in it, pickers for some columns, rows sorted by any column.
//
// All rows are here, so that nothing waits for the server while somebody types.

import { ours } from "../../kit/plotly.js";

const text = (cell) => (typeof cell === "object" ? cell.text : String(cell));
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const numeric = new Intl.Collator("en", { numeric: true });

function make(tag, settings = {}, ...children) {
  const element = Object.assign(document.createElement(tag), settings);
  element.append(...children);
  return element;
}

/** Label a control; the label stands above it. */
const labelled = (label, control) => make("label", {}, label, control);

/** A picker of the values that a column has. */
function picker(title, values, chosen) {
  const options = ["", ...values].map((value) =>
    make("option", { value, textContent: value || "all", selected: value === chosen }));
  return make("select", { ariaLabel: title }, ...options);
}

function content(cell) {
  if (typeof cell !== "object" || !ours()) return text(cell);
  return make("a", { href: cell.link, textContent: cell.text });
}

/** One row; each cell carries its heading for screens on which the columns do not fit. */
function line(row, columns) {
  const element = make("tr");
  row.forEach((cell, at) => {
    const box = make(at ? "td" : "th", {}, content(cell));
    if (!at) box.scope = "row";
    box.dataset.label = columns[at].title;
    if (!text(cell)) box.classList.add("fact-empty");
    element.append(box);
  });
  return element;
}

function plural(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

function render({ model, el }) {
  const chosen = { words: "", picks: {}, column: 0, falls: false };
  const tools = make("div", { className: "fact-tools" });
  const status = make("p", { className: "page-hint", role: "status" });
  const region = make("div", { className: "page-scroll", tabIndex: 0, role: "region" });
  el.append(tools, status, region);

  const columns = () => model.get("columns");
  const sorted = (rows) => {
    const { column, falls } = chosen;
    const way = falls ? -1 : 1;
    return rows.toSorted((a, b) => way * numeric.compare(text(a[column]), text(b[column])));
  };
  const kept = () => {
    const words = plain(chosen.words).split(/\s+/).filter(Boolean);
    const picks = Object.entries(chosen.picks).filter(([, value]) => value);
    return model.get("rows").filter((row) => {
      const all = plain(row.map(text).join(" "));
      return words.every((word) => all.includes(word))
        && picks.every(([column, value]) => text(row[column]) === value);
    });
  };
  const count = (rows) => {
    const { noun, sum, of } = model.get("tells");
    const found = `${rows.length} of ${plural(model.get("rows").length, noun)}`;
    const total = rows.reduce((so, row) => so + (sum === null ? 0 : Number(text(row[sum]))), 0);
    return sum === null ? `${found}.` : `${found}, ${plural(total, of)}.`;
  };

  const head = () => make("thead", {}, make("tr", {}, ...columns().map(({ title, width }, at) => {
    const button = make("button", { type: "button", textContent: title });
    button.addEventListener("click", () => {
      chosen.falls = chosen.column === at && !chosen.falls;
      chosen.column = at;
      fill();
      region.querySelectorAll("thead button")[at].focus();
    });
    const cell = make("th", { scope: "col" }, button);
    cell.style.minInlineSize = `${width}rem`;
    cell.ariaSort = at !== chosen.column ? "none" : chosen.falls ? "descending" : "ascending";
    return cell;
  })));
  const fill = () => {
    const rows = kept();
    const lines = sorted(rows).map((row) => line(row, columns()));
    region.ariaLabel = model.get("title");
    region.replaceChildren(
      make("table", { className: "page-units fact-table" }, head(), make("tbody", {}, ...lines)));
    status.textContent = count(rows);
  };
  const furnish = () => {
    const search = make("input", { type: "search", value: chosen.words, autocomplete: "off" });
    search.addEventListener("input", () => { chosen.words = search.value; fill(); });
    const picks = columns().flatMap(({ title, pick }, at) => {
      if (!pick) return [];
      const values = [...new Set(model.get("rows").map((row) => text(row[at])))].filter(Boolean);
      const select = picker(title, values.sort(numeric.compare), chosen.picks[at]);
      select.addEventListener("change", () => { chosen.picks[at] = select.value; fill(); });
      return [labelled(title, select)];
    });
    tools.replaceChildren(labelled("Search", search), ...picks);
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
