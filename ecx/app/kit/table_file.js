// Keeps a table of the page as a CSV file: what it shows, in the order it shows it.

import { csvFile } from "../../esm/csv.js";
import { fileName, save } from "../../esm/save.js";
import { button } from "./page.js";

/** @import { TableWords } from "./types.d.ts" */

const WHITE_SPACE = /\s+/gu;
const MINUS = /^\u2212(?=[\d.,]+$)/u; // as printed; spreadsheets know the hyphen only
const APART = "br, div, li, p, summary, details"; // elements that begin a line

/**
 * Read what a part of a cell shows: of a list, the choice.
 *
 * @param {Node} part
 * @returns {string}
 */
function shown(part) {
  if (part instanceof Text) return part.data;
  if (!(part instanceof HTMLElement) || part.hidden) return "";
  if (part instanceof HTMLSelectElement) return part.selectedOptions[0]?.text ?? "";
  const text = [...part.childNodes].map(shown).join("");
  return part.matches(APART) ? ` ${text} ` : text;
}

/**
 * Read the rows of a table.
 *
 * @param {HTMLTableElement} table
 * @returns {string[][]}
 */
export function rowsOf(table) {
  return [...table.rows].map((row) =>
    [...row.cells].map((cell) => shown(cell).replace(WHITE_SPACE, " ").trim().replace(MINUS, "-")),
  );
}

/**
 * Keep a table as a file.
 *
 * @param {HTMLTableElement} table
 * @param {string} title
 */
function keep(table, title) {
  save(fileName(title, "csv"), csvFile(rowsOf(table)));
}

/**
 * Make the button that keeps the table of an element.
 *
 * @param {TableWords} words
 * @param {Element} around
 * @param {() => string} title of the table as it is now
 */
export function csvButton(words, around, title) {
  const control = button(words.csv, { class: "page-button page-csv", title: words.keep });
  control.addEventListener("click", () => {
    const table = around.querySelector("table");
    if (table) keep(table, title());
  });
  return control;
}

/**
 * Keep the table that stands before a button, if the button is there for it.
 *
 * @param {Element} root of the buttons and tables
 * @param {Element | null} clicked
 */
export function keepTableBefore(root, clicked) {
  /** @type {HTMLElement | null | undefined} */
  const control = clicked?.closest("[data-csv]");
  if (!control) return;
  const before = [...root.querySelectorAll("table")].filter(
    (one) => one.compareDocumentPosition(control) === Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const table = before.at(-1);
  if (table) keep(table, control.dataset.csv ?? "");
}
