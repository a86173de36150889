// Plotly, loaded once for all charts of a page: from this server where the page is ours, through
// the widget where it is not (JupyterLab), and never from anywhere else.

const AREAS = ["world_110m", "world_50m"];
const nothing = { type: "GeometryCollection", geometries: [] };
const LAYERS = ["coastlines", "countries", "lakes", "land", "ocean", "rivers", "subunits"];

/** An empty world: every map of plotly asks for coastlines and would fetch them from a CDN. */
const emptyWorld = () => ({
  type: "Topology",
  arcs: [],
  objects: Object.fromEntries(LAYERS.map((layer) => [layer, nothing])),
});

export const ours = () => document.querySelector('meta[name="ecx-page"]') !== null;

/** What every drawing is told: no buttons of plotly's, no world but the one given here. */
export const CONFIG = {
  displayModeBar: false,
  doubleClick: false,
  showTips: false,
  topojsonURL: "data:application/json,#",
};

function run(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = resolve;
    script.onerror = () => reject(new Error("The program that draws charts could not be loaded."));
    document.head.append(script);
  });
}

/** The library's address on this server, beside everything else that the page loads. */
function address() {
  const sheet = document.querySelector('link[rel="stylesheet"][href*="static/"]');
  return new URL("plotly.min.js", sheet.href).href;
}

/** Ask Python for the library's text; other modules of a page must not be offered to it. */
function through(model) {
  return new Promise((resolve, reject) => {
    const take = (content, buffers) => {
      if (!content.plotly) return;
      model.off("msg:custom", take);
      const parts = ["((define, module, exports) => {", buffers[0], "\n})();"];
      const url = URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
      run(url).then(resolve, reject).finally(() => URL.revokeObjectURL(url));
    };
    model.on("msg:custom", take);
    model.send({ ask: "plotly" });
  });
}

/** Plotly, when it is here. All widgets of a page share one. */
export function plotly(model) {
  globalThis.PlotlyGeoAssets ??= { topojson: {} };
  for (const area of AREAS) globalThis.PlotlyGeoAssets.topojson[area] ??= emptyWorld();
  if (globalThis.Plotly) return Promise.resolve(globalThis.Plotly);
  globalThis.ecxPlotly ??= (ours() ? run(address()) : through(model))
    .then(() => globalThis.Plotly)
    .catch((error) => {
      delete globalThis.ecxPlotly;
      throw error;
    });
  return globalThis.ecxPlotly;
}

/** Call back once when an element is about to be seen. */
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
