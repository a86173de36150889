// The worker of a page without a server: fetches Python with all that it reads, runs the page's
// notebook, and hands messages to and fro. All files are asked for at once, and the interpreter is
// compiled while the rest is on its way.

import { makeSession, startPython } from "./interpreter.js";

/** @import { PythonSession, SiteFiles, WorkerNews } from "./types.d.ts" */

const WASM = "pyodide.asm.wasm";

/** A zip without files, in place of the library that Pyodide would unpack: it is in a pack. */
const EMPTY_ZIP = "data:application/zip;base64,UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

/** A file of the site is not there, or not whole. */
class MissingFileError extends Error {}

/** @param {WorkerNews} news */
const tell = (news) => postMessage(news);

/**
 * Fetch a file that is compressed, whatever the host says of it.
 * @param {URL} address
 * @returns {Promise<ReadableStream<Uint8Array<ArrayBuffer>>>}
 */
async function unpacked(address) {
  const answer = await fetch(address).catch((cause) => {
    throw new MissingFileError(`${address} could not be loaded.`, { cause });
  });
  if (!(answer.ok && answer.body)) throw new MissingFileError(`${address} could not be loaded.`);
  return answer.body.pipeThrough(new DecompressionStream("gzip"));
}

/**
 * @param {URL} address
 * @returns {Promise<Uint8Array>}
 */
async function pack(address) {
  const stream = await unpacked(address);
  const bytes = new Response(stream).arrayBuffer().catch((cause) => {
    throw new MissingFileError(`${address} is not whole.`, { cause });
  });
  return new Uint8Array(await bytes);
}

/**
 * Compile the interpreter while it comes.
 * @param {URL} address
 */
async function compiled(address) {
  const headers = { "Content-Type": "application/wasm" };
  const answer = new Response(await unpacked(address), { headers });
  return await WebAssembly.compileStreaming(answer).catch((cause) => {
    // A policy of the host or of the browser may forbid to compile.
    if (cause instanceof WebAssembly.CompileError) throw cause;
    throw new MissingFileError(`${address} is not whole.`, { cause });
  });
}

/**
 * Let Pyodide, which would fetch and compile the interpreter itself, have the one that is compiled.
 * @param {Promise<WebAssembly.Module>} compiling
 */
function offer(compiling) {
  const { fetch: fetchOthers } = globalThis;
  globalThis.fetch = (request, options) =>
    String(request).endsWith(WASM)
      ? Promise.resolve(new Response())
      : fetchOthers(request, options);
  WebAssembly.instantiateStreaming = async (_answer, imports) => {
    const module = await compiling;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/**
 * Start the Python of a page, and run its notebook.
 * @param {SiteFiles} files
 * @param {string} base the address of the page
 * @returns {Promise<PythonSession>}
 */
async function start(files, base) {
  /** @param {string} name */
  const address = (name) => new URL(name, base);
  const packs = files.packs.map((name) => pack(address(name)));
  const compiling = compiled(address(`${files.interpreter}/${WASM}.bin`));
  offer(compiling);
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all([
    import(address(`${files.interpreter}/pyodide.js`).href),
    import(address(`${files.interpreter}/pyodide.asm.js`).href),
    // What fails is told at once, and not only when Pyodide asks for it.
    Promise.race([compiling, Promise.all(packs)]),
  ]);
  const python = await Promise.race([
    startPython(loadPyodide, packs, {
      createPyodideModule,
      indexURL: address(files.interpreter).href,
      lockFileContents: { info: files.built, packages: {} },
      stdLibURL: EMPTY_ZIP,
    }),
    failed([compiling, ...packs]),
  ]);
  const session = makeSession(python, files.versions, ({ buffer }) => {
    postMessage(buffer, { transfer: [buffer] });
  });
  session.open(files.page);
  session.begin();
  return session;
}

/**
 * Fail when one of them fails: Pyodide waits for ever for a file that does not come.
 * @param {Promise<unknown>[]} parts
 * @returns {Promise<never>}
 */
function failed(parts) {
  return new Promise((_resolve, reject) => {
    for (const part of parts) part.catch(reject);
  });
}

/** @returns {boolean} whether this browser can run Python at all */
function isAble() {
  return typeof WebAssembly === "object" && typeof DecompressionStream === "function";
}

/** @type {Promise<PythonSession> | undefined} */
let session;

/** @param {{files: SiteFiles, base: string}} order */
async function begin({ files, base }) {
  if (!isAble()) {
    tell({ news: "unable" });
    return;
  }
  try {
    session = start(files, base);
    await session;
    tell({ news: "ready" });
  } catch (error) {
    const refused = error instanceof WebAssembly.CompileError || error instanceof RangeError;
    // A program that cannot be imported is a TypeError.
    const missing = error instanceof MissingFileError || error instanceof TypeError;
    const why = refused ? "unable" : "failed";
    tell({ news: missing ? "incomplete" : why, detail: String(error) });
  }
}

addEventListener("message", async ({ data }) => {
  if (data instanceof ArrayBuffer) (await session)?.take(new Uint8Array(data));
  else begin(data);
});
