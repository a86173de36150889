// All elections as small maps. A map is asked for when its card is about to be seen, and one map is
// drawn per frame, so that the page can be scrolled and used meanwhile.

import { html } from "../../../esm/dom.js";
import { ours } from "../../kit/page.js";
import { CONFIG, plotly, whenNear } from "../../kit/plotly.js";

/** @import { View } from "../../../esm/widget.d.ts" */
/** @import { Figure, ProgramRequest } from "../../kit/types.d.ts" */

/**
 * One election.
 *
 * @typedef {object} Card
 * @property {number} cycle
 * @property {string} label its year
 * @property {string} name who became president
 * @property {string} score with how many votes
 * @property {string} how who settled it, if not the electors alone; or empty
 * @property {boolean} inverted whether the president lost the popular vote
 * @property {string} link
 * @property {{colour: string, votes: number}[]} bar shares of the votes
 */

/** @typedef {{want: number[]}} MapsRequest the elections whose maps are wanted */
/** @typedef {{cycle: number, figure: Figure}} MapAnswer */

const AT_ONCE = 12; // maps that Python draws for one message

/** @param {Card["bar"]} parts */
function barOf(parts) {
  const bar = html("span", { class: "atlas-bar", "aria-hidden": "true" });
  for (const { colour, votes } of parts) {
    const part = html("span");
    part.style.background = colour;
    part.style.flexGrow = String(votes);
    bar.append(part);
  }
  return bar;
}

/**
 * Make the card of an election, with room for its map.
 *
 * @param {Card} card
 */
function cardOf({ label, name, score, how, inverted, link, bar }) {
  const map = html("span", { class: "atlas-map", "aria-hidden": "true" });
  const head = html("span", { class: "atlas-head" }, html("strong", {}, label), " ", name);
  const marks = [how, inverted ? "not first in the popular vote" : ""].filter(Boolean);
  const parts = [head, map, barOf(bar), html("span", { class: "atlas-score" }, score)];
  if (marks.length > 0) parts.push(html("span", { class: "atlas-how" }, marks.join("; ")));
  const card = ours()
    ? html("a", { class: "atlas-card", href: link }, ...parts)
    : html("div", { class: "atlas-card" }, ...parts);
  return { card, map };
}

/**
 * Gather the elections that are asked for in one go, and send them as few messages.
 *
 * @param {(cycles: number[]) => void} send
 * @returns {(cycle: number) => void}
 */
function gathered(send) {
  /** @type {number[]} */
  let asked = [];
  return (cycle) => {
    if (asked.push(cycle) > 1) return;
    queueMicrotask(() => {
      for (let at = 0; at < asked.length; at += AT_ONCE) send(asked.slice(at, at + AT_ONCE));
      asked = [];
    });
  };
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** @param {View<{cards: Card[]}, MapsRequest | ProgramRequest, MapAnswer | object>} view */
function render({ model, el }) {
  const list = html("ul", { class: "atlas" });
  /** @type {Map<number, HTMLElement>} */
  const maps = new Map();
  const ask = gathered((want) => model.send({ want }));
  const ends = model.get("cards").map((card) => {
    const { card: element, map } = cardOf(card);
    const item = html("li", {}, element);
    maps.set(card.cycle, map);
    list.append(item);
    return whenNear(item, () => ask(card.cycle));
  });
  el.append(list);

  let drawing = Promise.resolve();
  /**
   * @param {HTMLElement} map
   * @param {Figure} figure
   */
  const draw = async (map, figure) => {
    const Plotly = await plotly(model);
    await nextFrame();
    const { clientWidth: width, clientHeight: height } = map;
    const layout = { ...figure.layout, title: undefined, width, height };
    await Plotly.newPlot(map, figure.data, layout, { ...CONFIG, staticPlot: true });
  };
  /** @param {MapAnswer | object} message */
  const take = (message) => {
    const map = "cycle" in message ? maps.get(message.cycle) : undefined;
    if (map && "figure" in message)
      drawing = drawing.then(() => draw(map, message.figure)).catch(console.error);
  };
  model.on("msg:custom", take);
  return () => {
    for (const end of ends) end();
    model.off("msg:custom", take);
    for (const map of maps.values()) globalThis.Plotly?.purge(map);
  };
}

export default { render };
