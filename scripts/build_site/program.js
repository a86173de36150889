// Runs Python as browsers do, in node: compiles what the pages use, and records what they show.
//
//   node program.js compile order.json
//   node program.js record order.json
//
// The build writes the order, and reads what is written into the folder that the order names.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { argv, exit } from "node:process";
import { pathToFileURL } from "node:url";
import { decode, encode } from "../../ecx/serve/template/static/wire.js";
import { makeSession, startPython } from "../../ecx/site/interpreter.js";

/** @import { LoadPyodide } from "../../ecx/site/types.d.ts" */

/**
 * @typedef {object} Order
 * @property {string} pyodide the folder of the package
 * @property {string} out where to write
 * @property {string[]} pages names of notebooks
 * @property {Record<string, string>} versions of packages
 * @property {[path: string, file: string][]} sources what to compile: where it lies for Python, and
 * where it is
 * @property {string[]} packs files
 * @property {string} empty a zip without files
 */

const [what = "", orderFile = ""] = argv.slice(2);
/** @type {Order} */
const order = JSON.parse(readFileSync(orderFile, "utf8"));
const { built, loadPyodide } = await pyodide();

/** Load Pyodide, and read what it is built for. */
async function pyodide() {
  const lock = JSON.parse(readFileSync(join(order.pyodide, "pyodide-lock.json"), "utf8"));
  const loader = await import(pathToFileURL(join(order.pyodide, "pyodide.mjs")).href);
  /** @type {LoadPyodide} */
  const load = loader.loadPyodide;
  return { built: lock.info, loadPyodide: load };
}

/** Compile all modules that a page may use, with the library as Pyodide brings it. */
async function compile() {
  const python = await loadPyodide({
    env: { HOME: "/home", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1", PYTHONPATH: "/app" },
    lockFileContents: { info: built, packages: {} },
    packageBaseUrl: "./",
    fsInit: (fs) => {
      for (const [path, file] of order.sources) {
        fs.mkdirTree(dirname(path));
        fs.writeFile(path, readFileSync(file));
      }
    },
  });
  const { compile_used: compileUsed } = /** @type {any} */ (python.pyimport("compiling"));
  const compiled = compileUsed(JSON.stringify(order.pages), JSON.stringify(order.versions));
  for (const path of JSON.parse(compiled)) {
    const target = join(order.out, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, python.FS.readFile(`/out${path}`));
  }
}

/**
 * Open a page as a browser does, and record what its cells show and what its widgets are.
 * @param {string} page
 */
async function record(page) {
  const packs = order.packs.map(async (file) => new Uint8Array(readFileSync(file)));
  const python = await startPython(loadPyodide, packs, {
    lockFileContents: { info: built, packages: {} },
    stdLibURL: order.empty,
  });
  /** @type {object | undefined} */
  let states;
  const session = makeSession(python, order.versions, ({ buffer }) => {
    const answer = /** @type {any} */ (decode(buffer).content.data);
    if (answer?.method !== "update_states") return;
    if (answer.buffer_paths.length > 0) throw new Error(`${page} has binary states.`);
    ({ states } = answer);
  });
  const outputs = JSON.parse(session.open(page));
  session.begin();
  const comm = { comm_id: "control", target_name: "jupyter.widget.control" };
  const open = { metadata: { version: "1.0.0" }, data: {} };
  const ask = { metadata: {}, data: { method: "request_states" } };
  for (const [type, { metadata, data }] of Object.entries({ comm_open: open, comm_msg: ask })) {
    const header = { msg_type: type, msg_id: type };
    const content = { ...comm, data };
    const message = { channel: "shell", header, parent_header: {}, metadata, content, buffers: [] };
    session.take(new Uint8Array(encode(message)));
  }
  if (!states) throw new Error(`${page} did not tell its states.`);
  writeFileSync(join(order.out, `${page}.json`), JSON.stringify({ outputs, states }));
}

try {
  if (what === "compile") await compile();
  else await Promise.all(order.pages.map(record));
} catch (error) {
  // Node would print a line of the interpreter above it, which is a million characters long.
  console.error(error instanceof Error ? error.message : error);
  exit(1);
}
