import assert from "node:assert/strict";
import { test } from "node:test";

import { filled } from "../../ecx/esm/words.js";

test("values are written into a sentence by name, wherever a language puts them", () => {
  assert.equal(filled("Seat {number}: {state}.", { number: 7, state: "Ohio" }), "Seat 7: Ohio.");
  assert.equal(filled("{state}, {state} {number}", { number: 0, state: "" }), ",  0");
});

test("a name without a value stays, and a value is not read as a sentence", () => {
  assert.equal(filled("{a} {b}", { a: "{b}" }), "{b} {b}");
});
