// Starts Python with what the packs hold, in the worker of a page and in the build alike.

/** @import { LoadPyodide, MemoryFiles, Pyodide, PyodideOptions, PythonSession } from "./types.d.ts" */

/** @typedef {{toJs(): Uint8Array<ArrayBuffer>, destroy(): void}} SentBytes what Python sends */
/** @typedef {[path: string, length: number]} Entry of the index of a pack, in the order of its files */

/** Where the packs are laid out; the order is that of `sys.path`. */
const ROOT = "/app";
const LIBRARY = "/lib/python3.14";

/**
 * What Python is started with. Hashes are the same everywhere, so that a page that is built here
 * and in the build says the same.
 */
const ENVIRONMENT = {
  HOME: "/home",
  PYTHONHASHSEED: "0",
  PYTHONPATH: `${ROOT}:${LIBRARY}`,
  ECX_PLAIN_FILES: "1",
};

const LENGTH = 4; // bytes of the number that a pack begins with
const decoder = new TextDecoder();

/**
 * Lay the files of a pack out: the length of the index, the index, and the files one by one.
 * @param {MemoryFiles} fs
 * @param {Uint8Array} pack
 */
function layOut(fs, pack) {
  const head = new DataView(pack.buffer, pack.byteOffset).getUint32(0, true);
  let start = LENGTH + head;
  /** @type {Entry[]} */
  const index = JSON.parse(decoder.decode(pack.subarray(LENGTH, start)));
  const folders = new Set();
  for (const [path, length] of index) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) {
      fs.mkdirTree(folder);
      folders.add(folder);
    }
    fs.writeFile(path, pack.subarray(start, start + length), { canOwn: true });
    start += length;
  }
  if (start !== pack.byteLength) throw new Error("A pack is cut short.");
}

/**
 * Start Python.
 * @param {LoadPyodide} loadPyodide
 * @param {Promise<Uint8Array>[]} packs
 * @param {PyodideOptions} options where Pyodide's own files are, an empty zip in place of its library
 * among them, and what it says of its packages, of which there are none
 * @returns {Promise<Pyodide>}
 */
export function startPython(loadPyodide, packs, options) {
  return loadPyodide({
    ...options,
    env: ENVIRONMENT,
    packageBaseUrl: "./",
    stdout: (line) => console.info(line),
    stderr: (line) => console.error(line),
    fsInit: async (fs) => {
      for (const pack of await Promise.all(packs)) layOut(fs, pack);
    },
  });
}

/**
 * Make the Python behind a page.
 * @param {Pyodide} python
 * @param {Record<string, string>} versions
 * @param {(message: Uint8Array<ArrayBuffer>) => void} send
 * @returns {PythonSession}
 */
export function makeSession(python, versions, send) {
  const { Session } = /** @type {any} */ (python.pyimport("ecx.site.session"));
  /** @param {SentBytes} bytes */
  const take = (bytes) => {
    send(bytes.toJs());
    bytes.destroy();
  };
  return Session(take, JSON.stringify(versions));
}
