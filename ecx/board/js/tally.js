// The tally bar: first ticket from the left, second from the right, the rest between.

import { html, write } from "../../esm/dom.js";
import { Wardrobe, wear } from "./coat.js";
import { fill, leftovers } from "./words.js";

/** @import { Store } from "./store.js" */
/** @import { Change, TicketStyle } from "./types.d.ts" */

const DIGIT = 0.75; // room that a digit of a segment's number needs, in ems

export class Tally {
  #store;
  #coats = new Wardrobe();
  /** @type {Map<string, ReturnType<typeof part>>} by key of the totals */
  #segments = new Map();
  /** @type {Map<string, {end: HTMLElement, number: HTMLElement}>} by ticket id */
  #ends = new Map();
  #room = 0; // width of the bar, in ems; measured once, as measuring holds up a click
  #heads = html("div", { class: "ecx-ends" });
  #bar = html("div", { class: "ecx-bar" });
  element = html("div", { class: "ecx-tally", role: "group" });

  /** @param {Store} store */
  constructor(store) {
    this.#store = store;
    this.element.append(this.#heads, this.#bar);
    this.#build();
  }

  /**
   * Follow the store.
   *
   * @param {Change} change
   */
  update({ content, units }) {
    if (content) this.#build();
    else if (units.length > 0) this.#count();
  }

  /** Write numbers where their segment holds them. */
  resize() {
    const em = Number.parseFloat(getComputedStyle(this.#bar).fontSize);
    this.#room = this.#bar.clientWidth / em;
    this.#count();
  }

  #build() {
    const { tickets, persons, patterns, majority, words } = this.#store;
    const [first, second, ...others] = tickets;
    this.#coats.fill([...tickets, ...persons], patterns);
    this.element.setAttribute("aria-label", words.totals);
    this.element.hidden = majority === 0; // nobody can win
    this.#segments.clear();
    this.#ends.clear();
    this.#heads.replaceChildren(this.#end(first), this.#end(second));
    for (const ticket of [first, ...others, ...persons]) this.#segment(ticket);
    for (const { key, name } of leftovers(this.#store)) this.#segments.set(key, part(key, name));
    this.#segment(second);
    const said = fill(words.to_win, { number: majority });
    const goal = html("span", { class: "ecx-goal" }, said);
    const segments = [...this.#segments.values()].map(({ segment }) => segment);
    this.#bar.replaceChildren(...segments, goal);
    this.#count();
  }

  /** @param {TicketStyle | undefined} ticket */
  #end(ticket) {
    if (ticket === undefined) return html("span", { class: "ecx-end" });
    const number = html("b", { class: "ecx-total" });
    const chip = html("span", { class: "ecx-chip" }, ticket.letter);
    const name = html("span", { class: "ecx-name" }, ticket.name);
    const end = html("span", { class: "ecx-end", title: ticket.full }, chip, name, number);
    wear(end, this.#coats.coat(ticket.id));
    this.#ends.set(ticket.id, { end, number });
    return end;
  }

  /** @param {TicketStyle | undefined} ticket */
  #segment(ticket) {
    if (ticket === undefined) return;
    const made = part("", ticket.name);
    wear(made.segment, this.#coats.coat(ticket.id));
    this.#segments.set(ticket.id, made);
  }

  #count() {
    const { totals, majority } = this.#store;
    const whole = [...totals.values()].reduce((sum, number) => sum + number, 0) || 1;
    for (const [key, { segment, number, name }] of this.#segments) {
      const total = totals.get(key) ?? 0;
      const share = total / whole;
      // Whoever has a majority is as long as it is; small ones take their least width from others.
      segment.style.flex = total >= majority ? `0 0 ${100 * share}%` : `${total} 1 0`;
      segment.toggleAttribute("data-some", total > 0);
      const texts = [`${name} ${total}`, `${total}`];
      const text = texts.find((tried) => share * this.#room > tried.length * DIGIT);
      write(number, total > 0 && !this.#ends.has(key) ? (text ?? "") : "");
    }
    for (const [id, { end, number }] of this.#ends) {
      write(number, `${totals.get(id) ?? 0}`);
      end.toggleAttribute("data-reached", (totals.get(id) ?? 0) >= majority);
    }
  }
}

/**
 * Make one segment of the bar; screen readers hear its number from the legend and the voice.
 *
 * @param {string} key of a total that is no ticket's; else empty
 * @param {string} name
 */
function part(key, name) {
  const kind = key === "" ? "" : ` ecx-segment-${key}`;
  const attributes = { class: `ecx-segment${kind}`, title: name, "aria-hidden": "true" };
  const number = html("span", { class: "ecx-number" });
  return { segment: html("span", attributes, number), number, name };
}
