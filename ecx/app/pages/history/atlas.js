// All elections as cards with small maps, which are still pictures: each area comes once, and a map
// says which areas have which color.

import { html, svg } from "../../../esm/dom.js";
import { ours } from "../../kit/page.js";

/** @import { View } from "../../../esm/widget.d.ts" */

/** @typedef {{name: string, color: string}} Named a party or a person with a color */

/**
 * A small map.
 *
 * @typedef {object} SmallMap
 * @property {string} box what is shown, as a view box
 * @property {{color: string, areas: number[]}[]} parts
 */

/**
 * One election.
 *
 * @typedef {object} Card
 * @property {string} label its year
 * @property {Named} winner who became president
 * @property {string} score with how many votes
 * @property {string} against what stands before the losers
 * @property {Named[]} losers
 * @property {string[]} special what else to know, a line each
 * @property {string} link
 * @property {{color: string, votes: number}[]} bar shares of the votes
 * @property {SmallMap} map
 */

/** @typedef {{title: string, key: Named[], note: string, cards: Card[]}} Era */
/** @typedef {{areas: string[], eras: Era[]}} AtlasState */

/**
 * Draw a map, a path for each color.
 *
 * @param {SmallMap} map
 * @param {string[]} areas
 */
function picture({ box, parts }, areas) {
  const paths = parts.map((part) =>
    svg("path", { fill: part.color, d: part.areas.map((at) => areas[at]).join("") }),
  );
  return svg("svg", { class: "atlas-map", viewBox: box, "aria-hidden": "true" }, ...paths);
}

/** @param {Card["bar"]} shares */
function bar(shares) {
  const parts = shares.map(({ color, votes }) => {
    const part = html("span");
    part.style.background = color;
    part.style.flexGrow = String(votes);
    return part;
  });
  return html("span", { class: "atlas-bar", "aria-hidden": "true" }, ...parts);
}

/** @param {Named} named */
function named({ name, color }) {
  const dot = html("span", { class: "atlas-dot", "aria-hidden": "true" });
  dot.style.background = color;
  return html("span", { class: "atlas-named" }, dot, name);
}

/**
 * Make the card of an election.
 *
 * @param {Card} card
 * @param {string[]} areas
 */
function element(card, areas) {
  const lines = [
    html("span", { class: "atlas-head" }, html("strong", {}, card.label), " ", named(card.winner)),
    picture(card.map, areas),
    bar(card.bar),
    html("span", { class: "atlas-score" }, card.score),
    html("span", {}, card.against, ...card.losers.flatMap((loser) => [" ", named(loser)])),
    ...card.special.map((words) => html("span", { class: "atlas-special" }, words)),
  ];
  return ours()
    ? html("a", { class: "atlas-card", href: card.link }, ...lines)
    : html("div", { class: "atlas-card" }, ...lines);
}

/** @param {View<{atlas: AtlasState}>} view */
function render({ model, el }) {
  const { areas, eras } = model.get("atlas");
  for (const { title, key, note, cards } of eras) {
    const items = cards.map((card) => html("li", {}, element(card, areas)));
    el.append(
      html("h3", {}, title),
      html("p", { class: "atlas-key" }, ...key.flatMap((party) => [named(party), " "]), note),
      html("ul", { class: "atlas" }, ...items),
    );
  }
}

export default { render };
