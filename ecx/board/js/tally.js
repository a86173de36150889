// The tally bar: first ticket from the left, second from the right, the rest between.

import { wear, Wardrobe } from "./coat.js";
import { html, write } from "./dom.js";
import { leftovers } from "./words.js";

const DIGIT = 0.75; // room that a digit of a segment's number needs, in ems

export class Tally {
  #store;
  #coats = new Wardrobe();
  #segments = new Map(); // key of the totals -> element
  #ends = new Map(); // ticket id -> {end, number}
  #room = 0; // width of the bar, in ems; measured once, as measuring holds up a click
  #heads = html("div", { class: "ecx-ends" });
  #bar = html("div", { class: "ecx-bar" });
  element = html("div", { class: "ecx-tally", role: "group", "aria-label": "Tally" });

  constructor(store) {
    this.#store = store;
    this.element.append(this.#heads, this.#bar);
    this.#build();
  }

  /** Follow the store. */
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
    const { tickets, patterns, majority } = this.#store;
    const [first, second, ...others] = tickets;
    this.#coats.fill(tickets, patterns);
    this.#segments.clear();
    this.#ends.clear();
    this.#heads.replaceChildren(this.#end(first), this.#end(second));
    for (const ticket of [first, ...others]) this.#segment(ticket);
    for (const { key, name } of leftovers(this.#store)) this.#segments.set(key, part(key, name));
    this.#segment(second);
    const goal = html("span", { class: "ecx-goal" }, `${majority} to win`);
    this.#bar.replaceChildren(...this.#segments.values(), goal);
    this.#count();
  }

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

  #segment(ticket) {
    if (ticket === undefined) return;
    const segment = part("", ticket.name);
    wear(segment, this.#coats.coat(ticket.id));
    this.#segments.set(ticket.id, segment);
  }

  #count() {
    const { totals, majority } = this.#store;
    const whole = [...totals.values()].reduce((sum, number) => sum + number, 0) || 1;
    for (const [key, segment] of this.#segments) {
      const number = totals.get(key) ?? 0;
      segment.style.flexGrow = number;
      const written = `${number}`;
      const holds = (number / whole) * this.#room > written.length * DIGIT;
      write(segment.firstChild, number > 0 && holds && !this.#ends.has(key) ? written : "");
    }
    for (const [id, { end, number }] of this.#ends) {
      write(number, `${totals.get(id) ?? 0}`);
      end.toggleAttribute("data-reached", (totals.get(id) ?? 0) >= majority);
    }
  }
}

/** One segment of the bar; its number is said by the legend and the voice. */
function part(key, name) {
  const kind = key === "" ? "" : ` ecx-segment-${key}`;
  const attributes = { class: `ecx-segment${kind}`, title: name, "aria-hidden": "true" };
  return html("span", attributes, html("span", { class: "ecx-number" }));
}
