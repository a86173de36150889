import assert from "node:assert/strict";
import { test } from "node:test";
import { csvFile } from "../../ecx/esm/csv.js";
import { fileName } from "../../ecx/esm/save.js";

test("a file is named after its title, in letters that every system takes", () => {
  assert.equal(fileName("2024: every state", "csv"), "2024-every-state.csv");
  assert.equal(fileName("../…/Peña & Co.", "svg"), "Peña-Co.svg");
  assert.equal(fileName("?!", "png"), "ecx.png");
  assert.ok(fileName("a".repeat(500), "csv").length < 100);
});

test("a CSV file begins with the mark of UTF-8, and is read as that", async () => {
  const bytes = new Uint8Array(await csvFile([["Peña"]]).arrayBuffer());
  assert.deepEqual([...bytes], [0xef, 0xbb, 0xbf, ...new TextEncoder().encode("Peña\n")]);
});
