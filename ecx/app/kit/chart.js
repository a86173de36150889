// A chart: heading, picture, the sentence that says the same, and the numbers in a table.

import { CONFIG, ours, plotly, whenNear } from "./plotly.js";

function make(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

function skeleton() {
  const figure = make("figure", "chart");
  const heading = make("h3", "chart-title");
  const plot = make("div", "chart-plot");
  plot.setAttribute("role", "img");
  const summary = make("figcaption", "chart-summary");
  const details = make("details", "chart-numbers");
  const scroll = make("div", "page-scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  details.append(make("summary", "", "The numbers"), scroll);
  figure.append(heading, plot, summary, details);
  return { figure, heading, plot, summary, details, scroll };
}

/** A title is written for plotly: what it would act on are numbers of characters. */
const said = (title) => title.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code));

/** The title becomes a heading of the page: it wraps there, and plotly's does not. */
function titled({ data, layout }) {
  const { title, ...rest } = layout;
  const margin = { ...rest.margin, t: Math.min(rest.margin?.t ?? 8, 12) };
  return { title: said(title?.text ?? ""), figure: { data, layout: { ...rest, margin } } };
}

function table({ columns, rows }) {
  const element = make("table", "page-votes chart-table");
  const head = element.createTHead().insertRow();
  for (const column of columns) {
    const cell = make("th", "", column);
    cell.scope = "col";
    head.append(cell);
  }
  const body = element.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    row.forEach(({ text, link }, column) => {
      const cell = column ? line.insertCell() : line.appendChild(make("th", ""));
      if (!column) cell.scope = "row";
      cell.append(link && ours() ? anchor(text, link) : text);
    });
  }
  return element;
}

function anchor(text, link) {
  return Object.assign(document.createElement("a"), { textContent: text, href: link });
}

const LETTERS = 9; // pixels of room that a code needs around it

/** Make the squares of a map smaller that would lie on each other at this width. */
function snug(trace, scale) {
  const { marker, textfont, meta } = trace;
  const parts = meta.apart.map((apart) => Math.min(1, (apart * scale - 1) / marker.size));
  return {
    ...trace,
    marker: { ...marker, size: parts.map((part) => part * marker.size) },
    textfont: { ...textfont, size: parts.map((part) => part * textfont.size) },
  };
}

/** Leave out the labels of a map that would not fit at this width. */
function fitted({ data, layout }, width) {
  const range = layout.geo?.lonaxis.range;
  const scale = range ? width / (range[1] - range[0]) : 0;
  const fit = (trace) => ({
    ...trace,
    text: trace.text.map((text, i) => (trace.meta.room[i] * scale < LETTERS ? "" : text)),
  });
  const placed = (trace) => {
    if (trace.meta?.room) return fit(trace);
    return trace.meta?.apart ? snug(trace, scale) : trace;
  };
  return { data: data.map(placed), layout };
}

/** Where a click on a point leads, if it leads anywhere. */
function leads(point) {
  const link = point?.data.meta?.links?.[point.pointIndex ?? point.pointNumber];
  return ours() && link ? link : undefined;
}

function listen(plot) {
  plot.on("plotly_click", ({ points }) => {
    const link = leads(points[0]);
    if (link) location.assign(link);
  });
  plot.on("plotly_hover", ({ points }) => plot.classList.toggle("chart-leads", !!leads(points[0])));
  plot.on("plotly_unhover", () => plot.classList.remove("chart-leads"));
}

function render({ model, el }) {
  const parts = skeleton();
  const { heading, plot, summary, details, scroll } = parts;
  el.append(parts.figure);
  let near = false;
  let drawn = Promise.resolve();

  const fill = () => {
    if (details.open) scroll.replaceChildren(table(model.get("numbers")));
  };
  // The picture has its room before it is drawn: nothing moves away from under a click.
  const reserve = ({ layout: { height } }) => {
    plot.style.height = height ? `${height}px` : "";
  };
  const write = () => {
    const failed = model.get("failed");
    const { figure, title } = titled({ layout: {}, ...model.get("figure") });
    reserve(figure);
    heading.textContent = title;
    heading.hidden = failed;
    plot.hidden = failed || !model.get("figure").data?.length;
    details.hidden = failed || !model.get("numbers").rows?.length;
    summary.classList.toggle("page-lines", failed);
    scroll.setAttribute("aria-label", `The numbers: ${title}`);
    summary.textContent = model.get("summary");
    plot.setAttribute("aria-label", model.get("summary"));
    fill();
  };
  const draw = async () => {
    if (plot.hidden) return;
    const Plotly = await plotly(model);
    const first = !plot._fullLayout;
    const { figure: whole } = titled(model.get("figure"));
    const figure = fitted(whole, plot.clientWidth);
    await Plotly.react(plot, figure.data, figure.layout, { ...CONFIG, responsive: true });
    if (first) listen(plot);
  };
  const failed = (error) => {
    console.error(error);
    plot.textContent = `${error.message} The numbers below say the same.`;
  };
  const show = () => {
    write();
    // One drawing at a time, each of what holds when its turn comes.
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
  write();
  return () => {
    unwatch();
    model.off("change:figure", show);
    model.off("change:numbers", write);
    model.off("change:summary", write);
    model.off("change:failed", show);
    globalThis.Plotly?.purge(plot);
  };
}

export default { render };
