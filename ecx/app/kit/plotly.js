// Loads plotly once for all charts of a page: from this server where the page is ours, through the
// widget where it is not (JupyterLab), and never from anywhere else.

import { ours } from "./page.js";

/** @import { Model } from "../../esm/widget.d.ts" */
/** @import { Plotly, ProgramAnswer, ProgramRequest } from "./types.d.ts" */

const AREAS = ["world_110m", "world_50m"];
const LAYERS = ["coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits"];
const MISSING = "The program that draws charts could not be loaded.";
const NOTHING = { type: "GeometryCollection", geometries: [] };

/** An empty world: every map of plotly asks for coastlines and would fetch them from a CDN. */
const emptyWorld = () => ({
  type: "Topology",
  arcs: [],
  objects: Object.fromEntries(LAYERS.map((layer) => [layer, NOTHING])),
});

/** What every drawing is told: show no buttons of plotly, and use no world but the one above. */
export const CONFIG = {
  displayModeBar: false,
  doubleClick: false,
  showTips: false,
  topojsonURL: "data:application/json,#",
};

/**
 * Run a script of the page.
 *
 * @param {string} source
 * @returns {Promise<void>}
 */
function run(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(MISSING));
    document.head.append(script);
  });
}

/** The program's address on this server, beside everything else that the page loads. */
function address() {
  const link = document.querySelector('link[rel="stylesheet"][href*="static/"]');
  const beside = link instanceof HTMLLinkElement ? link.href : document.baseURI;
  return new URL("plotly.min.js", beside).href;
}

/**
 * Ask Python for the program's text, and run it where it finds no module loader to join.
 *
 * @param {Model<unknown, ProgramRequest, object>} model
 * @returns {Promise<void>}
 */
function through(model) {
  return new Promise((resolve, reject) => {
    /**
     * @param {ProgramAnswer | object} content
     * @param {DataView<ArrayBuffer>[]} buffers
     */
    const take = (content, buffers) => {
      const [program] = buffers;
      if (!("plotly" in content) || program === undefined) return;
      model.off("msg:custom", take);
      const parts = ["((define, module, exports) => {", program, "\n})();"];
      const url = URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
      run(url)
        .then(resolve, reject)
        .finally(() => URL.revokeObjectURL(url));
    };
    model.on("msg:custom", take);
    model.send({ ask: "plotly" });
  });
}

/** Return plotly, which its script has just defined. */
function loaded() {
  if (globalThis.Plotly === undefined) throw new Error(MISSING);
  return globalThis.Plotly;
}

/**
 * Return plotly as soon as it is loaded. All widgets of a page share one.
 *
 * @param {Model<unknown, ProgramRequest, object>} model of a widget that sends the program
 * @returns {Promise<Plotly>}
 */
export function plotly(model) {
  globalThis.PlotlyGeoAssets ??= { topojson: {} };
  for (const area of AREAS) globalThis.PlotlyGeoAssets.topojson[area] ??= emptyWorld();
  if (globalThis.Plotly) return Promise.resolve(globalThis.Plotly);
  globalThis.ecxPlotly ??= (ours() ? run(address()) : through(model))
    .then(loaded)
    .catch((error) => {
      globalThis.ecxPlotly = undefined;
      throw error;
    });
  return globalThis.ecxPlotly;
}

/**
 * Load plotly when the page has nothing else to do: a page that is printed draws all its charts.
 *
 * @param {Model<unknown, ProgramRequest, object>} model of a widget that sends the program
 */
export function loadAhead(model) {
  // Some browsers cannot say when they are idle; there, the first chart that is seen loads it.
  if (ours()) globalThis.requestIdleCallback?.(() => plotly(model).catch(console.error));
}

/**
 * Call back once, when an element is about to be seen.
 *
 * @param {Element} element
 * @param {() => void} then
 * @returns {() => void} what ends the watch
 */
export function whenNear(element, then) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { rootMargin: "300px" },
  );
  watch.observe(element);
  return () => watch.disconnect();
}
