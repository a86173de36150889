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
 * @property {Record<string, string[]>} links queries to record beside what a page opens with, by
 * the names of pages
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

/** @typedef {Record<string, {state: Record<string, unknown>}>} States of widgets by their ids */

/**
 * Tell what of the states is not as it was; undefined where other widgets are there, or fewer.
 * @param {States} before
 * @param {States} now
 */
function changes(before, now) {
  if (Object.keys(before).join() !== Object.keys(now).join()) return;
  /** @type {Record<string, Record<string, unknown>>} */
  const changed = {};
  for (const [id, { state }] of Object.entries(now)) {
    const was = before[id]?.state ?? {};
    const traits = Object.entries(state).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]),
    );
    if (traits.length > 0) changed[id] = Object.fromEntries(traits);
  }
  return changed;
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
  /** @type {States} */
  let heard = {};
  const session = makeSession(python, order.versions, ({ buffer }) => {
    const answer = /** @type {any} */ (decode(buffer).content.data);
    if (answer?.method !== "update_states") return;
    if (answer.buffer_paths.length > 0) throw new Error(`${page} has binary states.`);
    heard = answer.states;
  });
  /** @type {(type: string, comm_id: string, data: object) => void} */
  const say = (type, comm_id, data) => {
    const content = { comm_id, target_name: "jupyter.widget.control", data };
    const header = { msg_type: type, msg_id: type };
    const metadata = { version: "1.0.0" };
    const message = { channel: "shell", header, parent_header: {}, metadata, content, buffers: [] };
    session.take(new Uint8Array(encode(message)));
  };
  const states = () => {
    heard = {};
    say("comm_msg", "control", { method: "request_states" });
    if (Object.keys(heard).length === 0) throw new Error(`${page} did not tell its states.`);
    return heard;
  };
  const outputs = JSON.parse(session.open(page));
  session.begin();
  say("comm_open", "control", {});
  const first = states();
  const [frame = ""] = Object.keys(first).filter((id) => "link" in (first[id]?.state ?? {}));
  const links = (order.links[page] ?? []).map((query) => {
    say("comm_msg", frame, { method: "custom", content: { query } });
    return [query, changes(first, states())];
  });
  const recorded = { outputs, states: first, links: Object.fromEntries(links) };
  writeFileSync(join(order.out, `${page}.json`), JSON.stringify(recorded));
}

try {
  if (what === "compile") await compile();
  else await Promise.all(order.pages.map(record));
} catch (error) {
  // Node would print a line of the interpreter above it, which is a million characters long.
  console.error(error instanceof Error ? error.message : error);
  exit(1);
}
