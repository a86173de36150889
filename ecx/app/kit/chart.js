// A chart: heading, picture, the sentence that says the same, and the numbers in a table.

import { html } from "../../esm/dom.js";
import { onPaper } from "../../esm/paper.js";
import { filled } from "../../esm/words.js";
import { ours } from "./page.js";
import { CONFIG, loadAhead, plotly, whenNear } from "./plotly.js";
import { colored, onScheme } from "./scheme.js";
import { csvButton } from "./table_file.js";

/** @import { View } from "../../esm/widget.d.ts" */
/** @import { ChartState, Figure, Labels, Numbers, Plot, Plotly, Point, ProgramRequest, Trace } from "./types.d.ts" */

const CHARACTER = /&#(?<code>\d+);/gu;

/** The elements of a chart, empty. */
function skeleton() {
  const heading = html("h3", { class: "chart-title" });
  /** @type {Plot} */
  const plot = html("div", { class: "chart-plot", role: "img" });
  const summary = html("figcaption", { class: "chart-summary" });
  const scroll = html("div", { class: "page-scroll", tabindex: 0, role: "region" });
  const title = html("summary");
  const details = html("details", { class: "chart-numbers" }, title, scroll);
  const figure = html("figure", { class: "chart" }, heading, plot, summary, details);
  return { figure, heading, plot, summary, title, details, scroll };
}

/**
 * Read a title: Python writes as numbers those characters that plotly would act on.
 *
 * @param {string} title
 */
const said = (title) => title.replace(CHARACTER, (_, code) => String.fromCodePoint(Number(code)));

/**
 * Take the title out of a figure: it becomes a heading of the page, which wraps; plotly's does not.
 *
 * @param {Figure} figure
 */
function titled({ data, layout }) {
  const { title, ...rest } = layout;
  const margin = { ...rest.margin, t: Math.min(rest.margin?.t ?? 8, 12) };
  return { title: said(title?.text ?? ""), figure: { data, layout: { ...rest, margin } } };
}

/** @param {Numbers} numbers */
function table({ columns = [], rows = [] }) {
  const heads = columns.map((column) => html("th", { scope: "col" }, column));
  const lines = rows.map((row) =>
    html(
      "tr",
      {},
      ...row.map(({ text, link }, column) => {
        const content = link && ours() ? html("a", { href: link }, text) : text;
        return column ? html("td", {}, content) : html("th", { scope: "row" }, content);
      }),
    ),
  );
  return html(
    "table",
    { class: "page-votes chart-table" },
    html("thead", {}, html("tr", {}, ...heads)),
    html("tbody", {}, ...lines),
  );
}

const LETTERS = 9; // pixels of room that a code needs around it

/**
 * Leave out the labels of a map that have no room at this scale.
 *
 * @param {Labels} trace
 * @param {number[]} room
 * @param {number} scale in pixels per degree
 */
function legible(trace, room, scale) {
  const text = trace.text.map((word, i) => ((room[i] ?? 0) * scale < LETTERS ? "" : word));
  return { ...trace, text };
}

/**
 * Fit the labels of a map to the width it is drawn in.
 *
 * @param {Figure} figure
 * @param {number} width in pixels
 * @returns {Figure}
 */
function fitted({ data, layout }, width) {
  const range = layout.geo?.lonaxis.range;
  const scale = range ? width / (range[1] - range[0]) : 0;
  /** @param {Trace} trace */
  const placed = (trace) => {
    const { room } = trace.meta ?? {};
    // Python writes `room` on traces of labels only.
    return room ? legible(/** @type {Labels} */ (trace), room, scale) : trace;
  };
  return { data: data.map(placed), layout };
}

/**
 * Return where a click on a point leads, if it leads anywhere.
 *
 * @param {Point | undefined} point
 */
function leads(point) {
  const link = point?.data.meta?.links?.[point.pointIndex ?? point.pointNumber ?? -1];
  return ours() && link ? link : undefined;
}

/** @param {Plot} plot */
function listen(plot) {
  plot.on?.("plotly_click", ({ points }) => {
    const link = leads(points[0]);
    if (link) location.assign(link);
  });
  plot.on?.("plotly_hover", ({ points }) => {
    plot.classList.toggle("chart-leads", leads(points[0]) !== undefined);
  });
  plot.on?.("plotly_unhover", () => plot.classList.remove("chart-leads"));
}

/**
 * Let a drawn picture take the width of the paper: plotly gives its drawings a size in pixels.
 *
 * @param {Plot} plot
 */
function scalable(plot) {
  for (const drawing of plot.querySelectorAll(".main-svg")) {
    const [width, height] = [drawing.getAttribute("width"), drawing.getAttribute("height")];
    drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
    plot.style.setProperty("--ecx-shape", `${width} / ${height}`);
  }
}

/** @param {View<ChartState, ProgramRequest>} view */
function render({ model, el }) {
  const parts = skeleton();
  const { heading, plot, summary, details, scroll } = parts;
  const words = model.get("words");
  el.append(parts.figure);
  details.append(csvButton(words, scroll, () => heading.textContent ?? ""));
  let near = false;
  let drawn = Promise.resolve();

  /** @returns {Figure} */
  const shown = () => ({ data: [], layout: {}, ...model.get("figure") });
  const fill = () => {
    if (details.open) scroll.replaceChildren(table(model.get("numbers")));
  };
  const write = () => {
    const failed = model.get("failed");
    const { figure, title } = titled(shown());
    const { height } = figure.layout;
    // Room is kept for the picture before it is drawn, so that nothing moves from under a click.
    plot.style.height = height ? `${height}px` : "";
    heading.textContent = title;
    heading.hidden = failed;
    plot.hidden = failed || figure.data.length === 0;
    details.hidden = failed || !model.get("numbers").rows?.length;
    summary.classList.toggle("page-lines", failed);
    parts.title.textContent = filled(words.numbers, { title });
    scroll.setAttribute("aria-label", parts.title.textContent);
    summary.textContent = model.get("summary");
    plot.setAttribute("aria-label", model.get("summary"));
    fill();
  };
  /**
   * @param {Plotly} Plotly
   * @param {boolean} [paper]
   */
  const drawWith = async (Plotly, paper = false) => {
    const first = plot._fullLayout === undefined;
    const { figure: whole } = titled(shown());
    const figure = fitted(colored(whole, parts.figure, paper), plot.clientWidth);
    await Plotly.react(plot, figure.data, figure.layout, { ...CONFIG, responsive: true });
    if (first) listen(plot);
  };
  const draw = async () => {
    if (!plot.hidden) await drawWith(await plotly(model));
  };
  /** @param {Error} error */
  const failed = (error) => {
    console.error(error);
    plot.textContent = words.undrawn;
  };
  const show = () => {
    write();
    // One drawing at a time; each draws the newest figure.
    if (near) drawn = drawn.then(draw).catch(failed);
  };
  details.addEventListener("toggle", fill);
  model.on("change:figure", show);
  model.on("change:numbers", write);
  model.on("change:summary", write);
  model.on("change:failed", show);
  const unwatch = whenNear(plot, () => {
    near = true;
    show();
  });
  const unscheme = onScheme(show);
  loadAhead(model);
  let opened = false; // for paper only
  const unlisten = onPaper(
    () => {
      // In the colors of paper, and what nobody has looked at yet: plotly draws at once, if it is
      // loaded.
      if (globalThis.Plotly && !plot.hidden) drawWith(globalThis.Plotly, true).catch(failed);
      if (plot._fullLayout !== undefined) return scalable(plot);
      // What could not be drawn is said by its numbers.
      opened = !details.open;
      details.open = true;
      return fill();
    },
    () => {
      if (opened) details.open = false;
      opened = false;
      show();
    },
  );
  write();
  return () => {
    unwatch();
    unlisten();
    unscheme();
    model.off("change:figure", show);
    model.off("change:numbers", write);
    model.off("change:summary", write);
    model.off("change:failed", show);
    globalThis.Plotly?.purge(plot);
  };
}

export default { render };
