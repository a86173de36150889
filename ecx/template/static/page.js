// Brings a page to life: connects its kernel, starts the widget library, draws the outputs.

import "./amd.js";
import { startWidgets } from "./host.js";
import { Kernel, State } from "./kernel.js";
import { draw } from "./outputs.js";

const PATIENCE = 1500;

/** Say something about the page as a whole, with a button that loads it again; "" takes it back. */
function say(words, { reload = false } = {}) {
  const notice = document.getElementById("sheet-notice");
  notice.replaceChildren(words);
  notice.hidden = !words;
  if (!reload) return;
  const button = Object.assign(document.createElement("button"), { textContent: "Reload" });
  button.type = "button";
  button.addEventListener("click", () => location.reload());
  notice.append(" ", button);
}

/** Tell the visitor what became of the connection, but not of one that is back in a moment. */
function reporter() {
  let timer;
  let told = false;
  return (state) => {
    clearTimeout(timer);
    if (state === State.GONE) {
      // What is clicked from now on would be seen here and nowhere else.
      document.getElementById("sheet").inert = true;
      say("This page went to sleep; reload it to go on.", { reload: true });
    }
    if (state === State.OPEN && told) say("");
    if (state === State.LOST) {
      timer = setTimeout(() => {
        told = true;
        say("The connection is lost. Trying again …");
      }, PATIENCE);
    }
  };
}

function loadLibraries() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("libraries.js", import.meta.url).href;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${script.src} could not be loaded.`));
    document.head.append(script);
  });
}

function parsed() {
  return new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else document.addEventListener("DOMContentLoaded", resolve, { once: true });
  });
}

/** The outputs of the page's cells, and where each is drawn. */
function cells(page) {
  const sections = [...page.querySelectorAll(".sheet-output")];
  return sections.map((section) => [JSON.parse(section.firstElementChild.textContent), section]);
}

async function start() {
  const libraries = loadLibraries();
  await parsed();
  const page = document.getElementById("sheet");
  const failed = cells(page).filter(([output]) => output.output_type === "error");
  if (failed.length > 0) {
    // A kernel whose cell failed is gone: say so, and do not wait for it.
    page.classList.remove("sheet-waiting");
    for (const [output, section] of failed) draw(output, section);
    say("This page could not be built.", { reload: true });
    return;
  }
  const kernel = new Kernel(document.getElementById("sheet-kernel").value, reporter());
  await libraries;
  // A library that a widget loads later must not take this page for a module loader.
  delete globalThis.define;
  await startWidgets(kernel);
  page.classList.remove("sheet-waiting");
  for (const [output, section] of cells(page)) draw(output, section);
}

// A page that the browser kept while its kernel was taken back starts again; its address holds
// what the visitor did.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

start().catch((error) => {
  console.error(error);
  say("This page could not be started.", { reload: true });
});
