// Which rows of a table of facts are shown, in which order, and how they are counted.

/** @typedef {string | number | {text: string, link: string}} Fact one cell */
/** @typedef {Fact[]} Row */

/**
 * What the line above a table counts: rows, and what a column of numbers adds up to.
 *
 * @typedef {object} Tells
 * @property {string} rows the line, with {shown}, {all} and {sum}
 * @property {number | null} sum the column that is added up, if there is one
 */

/**
 * What the visitor has chosen.
 *
 * @typedef {object} Choice
 * @property {string} words to be found in a row, all of them
 * @property {Map<number, string>} picks values by column; empty picks all
 * @property {number} column by which rows are sorted
 * @property {boolean} falls whether the largest comes first
 */

const ACCENT = /\p{M}/gu;
const SPACE = /\s+/u;
const VALUE = /\{(?<name>\w+)\}/gu;
const COLLATOR = new Intl.Collator("en", { numeric: true });

/**
 * Compare texts for sorting, numbers in them by their value.
 *
 * @param {string} a
 * @param {string} b
 */
export const byText = (a, b) => COLLATOR.compare(a, b);

/**
 * Return what is read in a cell.
 *
 * @param {Fact | undefined} fact
 */
export const text = (fact) => (typeof fact === "object" ? fact.text : String(fact ?? ""));

/**
 * Return words without accents and capitals.
 *
 * @param {string} words
 */
const plain = (words) => words.normalize("NFD").replace(ACCENT, "").toLowerCase();

/**
 * Return the rows that a visitor has chosen, sorted.
 *
 * @param {Row[]} rows
 * @param {Choice} choice
 */
export function select(rows, { words, picks, column, falls }) {
  const wanted = plain(words).split(SPACE).filter(Boolean);
  const picked = [...picks].filter(([, value]) => value !== "");
  const kept = rows.filter((row) => {
    const all = plain(row.map(text).join(" "));
    return (
      wanted.every((word) => all.includes(word)) &&
      picked.every(([at, value]) => text(row[at]) === value)
    );
  });
  const way = falls ? -1 : 1;
  return kept.sort((a, b) => way * byText(text(a[column]), text(b[column])));
}

/**
 * Count rows in words: "Cases: 23 of 96. Electors: 165."
 *
 * @param {Row[]} rows those that are shown
 * @param {number} whole how many there are
 * @param {Tells} tells
 */
export function count(rows, whole, tells) {
  const { sum } = tells;
  const total = sum === null ? 0 : rows.reduce((so, row) => so + Number(text(row[sum])), 0);
  /** @type {Record<string, number>} */
  const numbers = { shown: rows.length, all: whole, sum: total };
  return tells.rows.replace(VALUE, (_, name) => (numbers[name] ?? 0).toLocaleString("en"));
}
