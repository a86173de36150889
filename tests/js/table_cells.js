// Writes the rows that it reads, as JSON, from its input: for a test in Python.

import { readFileSync } from "node:fs";
import process from "node:process";
import { writeRows } from "../../ecx/esm/csv.js";

process.stdout.write(writeRows(JSON.parse(readFileSync(0, "utf-8"))));
