// Writes rows as CSV that spreadsheets read correctly and never as formulas.
//
// The rule is that of ecx.app.kit.spreadsheet, which reads and writes such files in Python; a test
// holds that the two agree on every cell.

const MARK_OF_UTF_8 = "\uFEFF"; // without it, spreadsheets misread letters outside ASCII
const FORMULA = /^[\s\p{Cc}"']*[=+\-@\t\r＝＋－＠]/u;
const NUMBER = /^[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?$/u;
const PARTING = /[\t;,"\r\n]/u;

/**
 * Escape a cell so that a spreadsheet does not read it as a formula.
 *
 * @param {string} cell
 */
function asText(cell) {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** @param {string} cell */
const quoted = (cell) => (PARTING.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Write rows of cells as the text of a CSV file.
 *
 * @param {string[][]} rows
 */
export function writeRows(rows) {
  return rows.map((row) => `${row.map((cell) => quoted(asText(cell))).join(",")}\n`).join("");
}

/**
 * Make the file of rows of cells.
 *
 * @param {string[][]} rows
 */
export function csvFile(rows) {
  return new Blob([MARK_OF_UTF_8, writeRows(rows)], { type: "text/csv;charset=utf-8" });
}
