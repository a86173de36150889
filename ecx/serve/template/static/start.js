// Brings a page to life: connects its Python, starts the widget library, draws the outputs.

import { loadAgain, noteStart } from "./again.js";
import { refreshWidgets, startWidgets } from "./host.js";
import { Kernel } from "./kernel.js";
import { teller, tellFailure, tellMishap } from "./news.js";
import { draw } from "./outputs.js";
import { words } from "./words.js";

/** @import { Connect, Output } from "./types.d.ts" */

const ACTS = ["pointerdown", "keydown", "input", "click"];

/** @returns {Promise<void>} */
function loadLibraries() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("libraries.js", import.meta.url).href;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${script.src} could not be loaded.`));
    document.head.append(script);
  });
}

/** @returns {Promise<void>} when the page has been read */
function parsed() {
  return new Promise((resolve) => {
    if (document.readyState === "loading")
      document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
    else resolve();
  });
}

/** The page without its notices. */
function sheet() {
  const page = document.getElementById("sheet");
  if (page === null) throw new Error("The page has no element with the id sheet.");
  return page;
}

/**
 * Return the outputs of the page's cells, and where each is drawn.
 * @param {HTMLElement} page
 * @returns {[Output, HTMLElement][]}
 */
function cells(page) {
  /** @type {NodeListOf<HTMLElement>} */
  const sections = page.querySelectorAll(".sheet-output");
  return [...sections].map((section) => [
    JSON.parse(section.firstElementChild?.textContent ?? "{}"),
    section,
  ]);
}

/**
 * @param {Connect} connect
 */
async function start(connect) {
  const libraries = loadLibraries();
  await parsed();
  const page = sheet();
  const failed = cells(page).filter(([output]) => output.output_type === "error");
  if (failed.length > 0) {
    // A kernel whose cell failed is gone: say so, and do not wait for it.
    page.classList.remove("sheet-waiting");
    for (const [output, section] of failed) draw(output, section);
    tellFailure(words.unbuilt);
    return;
  }
  const kernel = new Kernel(connect, teller(), (mishap) => {
    tellMishap(mishap);
    refreshWidgets(kernel);
  });
  await libraries;
  // A library that a widget loads later must not take this page for a module loader.
  Reflect.deleteProperty(globalThis, "define");
  await startWidgets(kernel);
  page.classList.remove("sheet-waiting");
  for (const [output, section] of cells(page)) draw(output, section);
  noteStart();
  // What a page asks by itself at its start may take long; what its visitor asks may not.
  const note = () => kernel.noteVisitor();
  for (const act of ACTS) addEventListener(act, note, { capture: true, once: true });
}

/**
 * Start the page.
 * @param {Connect} connect connects the page with its Python
 */
export function startPage(connect) {
  start(connect).catch((error) => {
    console.error(error);
    if (!loadAgain()) tellFailure(words.unstarted);
  });
}
