import assert from "node:assert/strict";
import { test } from "node:test";
import { count, select } from "../../ecx/app/pages/faithless/rows.js";

/** @import { Choice, Row } from "../../ecx/app/pages/faithless/rows.js" */

/** @type {Row[]} */
const ROWS = [
  [{ text: "1836", link: "explorer?cycle=1836" }, "Virginia", 23],
  ["1796", "Pennsylvania", 1],
  ["2016", "Hawai\u02BBi, Québec", 100],
];

/** @type {Choice} */
const ALL = { words: "", picks: new Map(), column: 0, falls: false };

/** @param {Partial<Choice>} choice */
const years = (choice) => select(ROWS, { ...ALL, ...choice }).map(([year]) => year);

test("words are found without capitals and accents, all of them", () => {
  assert.deepEqual(years({ words: " QUEBEC 2016" }), ["2016"]);
  assert.deepEqual(years({ words: "2016 virginia" }), []);
});

test("a picked value keeps its rows only, an empty one keeps all", () => {
  assert.deepEqual(years({ picks: new Map([[1, "Pennsylvania"]]) }), ["1796"]);
  assert.equal(years({ picks: new Map([[1, ""]]) }).length, 3);
});

test("rows are sorted by the value of numbers, both ways", () => {
  assert.deepEqual(years({ column: 2 }), ["1796", ROWS[0]?.[0], "2016"]);
  assert.deepEqual(years({ column: 2, falls: true }), ["2016", ROWS[0]?.[0], "1796"]);
});

test("rows are counted in words", () => {
  const tells = { rows: "Cases: {shown} of {all}. Electors: {sum}.", sum: 2 };
  assert.equal(count(ROWS, 1500, tells), "Cases: 3 of 1,500. Electors: 124.");
  assert.equal(count(ROWS.slice(1, 2), 1, tells), "Cases: 1 of 1. Electors: 1.");
  assert.equal(count([], 3, { rows: "States: {shown} of {all}.", sum: null }), "States: 0 of 3.");
});
