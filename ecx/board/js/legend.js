// The legend is the brush: one pill per ticket with its total, and what a click sets.

import { html, write } from "../../esm/dom.js";
import { Wardrobe, wear } from "./coat.js";
import { NARROW } from "./labels.js";
import { LOOK, UNDECIDED } from "./marks.js";
import { hint, keys, leftovers } from "./words.js";

/** @import { Store } from "./store.js" */
/** @import { Change, TicketStyle } from "./types.d.ts" */

const TURN = ""; // the value of the radio button for "the next in turn"
const TIGHTEST = 2; // how often pills are made smaller so that they stay in one row

/** Whether this device is used by finger: a phone, a tablet, a board on a wall. */
const touched = () => matchMedia("(pointer: coarse)").matches;

export class Legend {
  #store;
  #coats = new Wardrobe();
  /** @type {Map<string, HTMLElement>} elements with numbers, by key of the totals */
  #totals = new Map();
  #pills = html("fieldset", { class: "ecx-pills" });
  #asides = html("span", { class: "ecx-asides" });
  #hint = html("p", { class: "ecx-hint" });
  #keys;
  element = html("form", { class: "ecx-legend" }); // a form keeps its radio buttons to itself

  /**
   * @param {Store} store
   * @param {string} keysId for the element that tells of the keys
   */
  constructor(store, keysId) {
    this.#store = store;
    this.#keys = html("p", { class: "ecx-keys", id: keysId });
    const row = html("div", { class: "ecx-row" }, this.#hint, this.#keys, this.#asides);
    this.element.append(this.#pills, row);
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.element.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.#store.brush = target.value === TURN ? null : target.value;
    });
    this.#build();
  }

  /**
   * Follow the store.
   *
   * @param {Change} change
   */
  update({ content, units, brush }) {
    if (content) this.#build();
    else if (units.length > 0) this.#count();
    if (brush) this.#showBrush();
  }

  /** Keep the pills in one row: a second one would push the map off the screen. */
  resize() {
    delete this.#pills.dataset.tight;
    if (this.element.clientWidth < NARROW) return;
    for (let tight = 1; tight <= TIGHTEST && this.#wraps(); tight += 1)
      this.#pills.dataset.tight = String(tight);
  }

  #wraps() {
    /** @type {NodeListOf<HTMLElement>} */
    const found = this.#pills.querySelectorAll(".ecx-pill");
    const pills = [...found];
    return (pills.at(-1)?.offsetTop ?? 0) > (pills[0]?.offsetTop ?? 0);
  }

  #build() {
    const { tickets, persons, patterns, words } = this.#store;
    this.#coats.fill([...tickets, ...persons], patterns);
    this.#totals.clear();
    this.#pills.replaceChildren(
      html("legend", { class: "ecx-unseen" }, touched() ? words.pills_touch : words.pills),
      this.#tool(TURN, words.flip, "↻"),
      ...tickets.map((ticket) => this.#ticketPill(ticket)),
      this.#undecidedPill(),
      this.#tool(LOOK, words.look, "◎"),
    );
    const rest = leftovers(this.#store).filter(({ key }) => key !== UNDECIDED); // it has a pill
    this.#asides.replaceChildren(
      ...persons.map((person) => this.#personPill(person)),
      ...rest.map(({ key, name }) => this.#aside(key, name)),
    );
    write(this.#keys, keys(this.#store));
    this.#count();
    this.#showBrush();
    this.resize();
  }

  /** @param {TicketStyle} ticket */
  #ticketPill({ id, name, full, letter, turn }) {
    const chip = html("span", { class: "ecx-chip" }, letter);
    const pill = this.#pill(id, turn ? "" : "ecx-minor", chip, name, this.#number(id));
    pill.title = full;
    wear(pill, this.#coats.coat(id));
    return pill;
  }

  /** @param {TicketStyle} person */
  #personPill({ id, name, full, letter }) {
    const pill = this.#aside(id, name);
    pill.classList.add("ecx-person");
    pill.prepend(html("span", { class: "ecx-chip", "aria-hidden": "true" }, letter));
    pill.title = full;
    wear(pill, this.#coats.coat(id));
    return pill;
  }

  #undecidedPill() {
    const name = leftovers(this.#store).find((row) => row.key === UNDECIDED)?.name ?? "";
    const chip = html("span", { class: "ecx-chip" }, this.#store.words.letter);
    return this.#pill(UNDECIDED, "", chip, name, this.#number(UNDECIDED));
  }

  /**
   * Make the pill of a brush that is no ticket.
   *
   * @param {string} value
   * @param {string} name
   * @param {string} sign
   */
  #tool(value, name, sign) {
    const icon = html("span", { class: "ecx-icon", "aria-hidden": "true" }, sign);
    return this.#pill(value, "ecx-tool", icon, name, "");
  }

  /**
   * Make the pill of a brush: a radio button with a mark, a name and a total.
   *
   * @param {string} value
   * @param {string} kind a CSS class, or empty
   * @param {HTMLElement} mark
   * @param {string} name
   * @param {HTMLElement | string} number
   */
  #pill(value, kind, mark, name, number) {
    return html(
      "label",
      { class: `ecx-pill ${kind}`.trim() },
      html("input", { type: "radio", name: "brush", value, class: "ecx-unseen" }),
      mark,
      html("span", { class: "ecx-name" }, name),
      number,
    );
  }

  /**
   * Make the total of what no brush sets.
   *
   * @param {string} key
   * @param {string} name
   */
  #aside(key, name) {
    const number = this.#number(key);
    return html("span", { class: "ecx-aside" }, html("span", { class: "ecx-name" }, name), number);
  }

  /** @param {string} key */
  #number(key) {
    const number = html("span", { class: "ecx-total" });
    this.#totals.set(key, number);
    return number;
  }

  #count() {
    for (const [key, number] of this.#totals) write(number, `${this.#store.totals.get(key) ?? 0}`);
    let moved = false;
    for (const [key, number] of this.#totals) {
      const isEmpty = (this.#store.totals.get(key) ?? 0) === 0 && this.#store.brush !== key;
      const shown = number.closest(".ecx-aside, .ecx-minor");
      if (shown === null || shown.hasAttribute("hidden") === isEmpty) continue;
      shown.toggleAttribute("hidden", isEmpty);
      moved ||= shown.classList.contains("ecx-minor");
    }
    if (moved) this.resize();
  }

  #showBrush() {
    const value = this.#store.brush ?? TURN;
    for (const input of this.#pills.querySelectorAll("input")) {
      input.checked = input.value === value;
    }
    write(this.#hint, hint(this.#store, touched()));
  }
}
