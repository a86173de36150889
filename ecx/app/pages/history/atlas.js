// All cycles as small maps. A map is asked for when its card is about to be seen, and drawn one to
// a frame, so that the page can be scrolled and used while they come.

import { CONFIG, ours, plotly, whenNear } from "../../kit/plotly.js";

function make(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}

function barOf(parts) {
  const bar = make("span", "atlas-bar");
  bar.setAttribute("aria-hidden", "true");
  for (const { colour, votes } of parts) {
    const part = make("span", "");
    part.style.background = colour;
    part.style.flexGrow = votes;
    bar.append(part);
  }
  return bar;
}

/** One cycle: a map, its year, who became president and with how many votes. */
function cardOf({ label, name, score, how, inverted, link, bar }) {
  const card = make(ours() ? "a" : "div", "atlas-card");
  if (ours()) card.href = link;
  const map = make("span", "atlas-map");
  map.setAttribute("aria-hidden", "true");
  const head = make("span", "atlas-head");
  head.append(make("strong", "", label), " ", name);
  card.append(head, map, barOf(bar), make("span", "atlas-score", score));
  const marks = [how, inverted ? "not first in the popular vote" : ""].filter(Boolean);
  if (marks.length) card.append(make("span", "atlas-how", marks.join("; ")));
  return { card, map };
}

/** Gather what is asked for in one go into one message. */
function asker(model) {
  let asked = [];
  return (cycle) => {
    if (asked.push(cycle) > 1) return;
    queueMicrotask(() => {
      for (let at = 0; at < asked.length; at += 12) model.send({ want: asked.slice(at, at + 12) });
      asked = [];
    });
  };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function render({ model, el }) {
  const list = make("ul", "atlas");
  const maps = new Map();
  const ask = asker(model);
  const ends = [];
  for (const card of model.get("cards")) {
    const item = make("li", "");
    const { card: element, map } = cardOf(card);
    maps.set(card.cycle, map);
    item.append(element);
    list.append(item);
    ends.push(whenNear(item, () => ask(card.cycle)));
  }
  el.append(list);

  let drawing = Promise.resolve();
  const draw = async (map, figure) => {
    const Plotly = await plotly(model);
    await frame();
    const { clientWidth: width, clientHeight: height } = map;
    await Plotly.newPlot(map, figure.data, { ...figure.layout, title: undefined, width, height }, {
      ...CONFIG,
      staticPlot: true,
    });
  };
  const take = ({ cycle, figure }) => {
    const map = maps.get(cycle);
    if (map && figure) drawing = drawing.then(() => draw(map, figure)).catch(console.error);
  };
  model.on("msg:custom", take);
  return () => {
    ends.forEach((end) => end());
    model.off("msg:custom", take);
    maps.forEach((map) => globalThis.Plotly?.purge(map));
  };
}

export default { render };
