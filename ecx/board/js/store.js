// What is on the screen: the state of one board, as Python and the clicks since have it.

import { Clicks } from "./clicks.js";
import { keptPatterns, remember } from "./kept.js";
import { additions, alike, EMPTY, givenIn, isSet, LOOK, UNDECIDED } from "./marks.js";

/** @import { Model } from "../../esm/widget.d.ts" */
/** @import { TicketId } from "./marks.js" */
/** @import { BoardState, Change, Click, Mark, TicketStyle } from "./types.d.ts" */

/** @typedef {keyof BoardState} Trait */

/**
 * Traits that make another drawing; other units do so if they are called otherwise.
 *
 * @type {Trait[]}
 */
const DRAWING = ["map", "tickets", "persons", "words", "patterns"];
/** @type {Trait[]} */
const CONTENT = [...DRAWING, "units", "majority"];
/** @type {Trait[]} */
const PAINT = ["told", "news", "selected", "answered", "brush", "sweep", "none_turns"];

/** The state of one board, shared by all its views, which are told what changed. */
export class Store {
  #onPaper = false;
  #model;
  /** @type {Set<(change: Change) => void>} */
  #listeners = new Set();
  #clicks = new Clicks();
  #names = ""; // of the units that are drawn
  /** @type {Map<string, Mark>} by unit: the mark on the screen */
  #shown = new Map();
  /** @type {Set<Trait>} traits that changed since the last refresh */
  #stale = new Set();

  /**
   * Totals by ticket id, with `other`, `undecided`, `open`, and `idle` (what is not counted).
   *
   * @type {Map<string, number>}
   */
  totals = new Map();

  /** @param {Model<BoardState, Click>} model */
  constructor(model) {
    this.#model = model;
    for (const trait of [...CONTENT, ...PAINT]) {
      model.on(`change:${trait}`, () => this.#noteStale(trait));
    }
    this.#takeAnswer();
    this.#rename();
    this.#recount();
    if (!this.still) remember(model);
  }

  /** Whether the board is only looked at: nothing is set, and nothing is sent. */
  get still() {
    return this.#model.get("still");
  }

  get map() {
    return this.#model.get("map");
  }

  get units() {
    return this.#model.get("units");
  }

  get tickets() {
    return this.#model.get("tickets");
  }

  /** Who has votes and is no ticket. */
  get persons() {
    return this.#model.get("persons");
  }

  /** The sentences of the board. */
  get words() {
    return this.#model.get("words");
  }

  /** Whether a drag sets what it passes. */
  get sweep() {
    return this.#model.get("sweep");
  }

  get majority() {
    return this.#model.get("majority");
  }

  /** Whether fills carry patterns: on paper they do, since many print in gray. */
  get patterns() {
    return this.#onPaper || this.#model.get("patterns") || (this.still && keptPatterns());
  }

  /** @param {boolean} on whether the board is drawn for paper */
  set onPaper(on) {
    this.#onPaper = on;
    const units = Object.keys(this.units);
    this.#tell({ content: true, drawing: true, units, selected: true, brush: true });
  }

  /** What a click sets: null for the next in turn, "look", "undecided" or a ticket id. */
  get brush() {
    const brush = this.#model.get("brush");
    const known = brush === LOOK || brush === UNDECIDED || this.#isTicket(brush);
    return known ? brush : null;
  }

  set brush(brush) {
    this.#model.set("brush", brush);
    this.#model.save_changes();
  }

  /** @param {TicketId} id */
  #isTicket(id) {
    return this.tickets.some((ticket) => ticket.id === id);
  }

  get selected() {
    const unit = this.#clicks.selected;
    return unit !== null && unit in this.units ? unit : null;
  }

  /**
   * Return the ticket or person with this id, or null: undecided, or a ticket of another map.
   *
   * @param {TicketId} id
   * @returns {TicketStyle | null}
   */
  ticket(id) {
    const isIt = (/** @type {TicketStyle} */ ticket) => ticket.id === id;
    return this.tickets.find(isIt) ?? this.persons.find(isIt) ?? null;
  }

  /**
   * Return what a unit shows.
   *
   * @param {string} unit
   */
  mark(unit) {
    return this.#shown.get(unit) ?? EMPTY;
  }

  /**
   * Return the ticket that a unit is set to, which need not be the one it shows.
   *
   * @param {string} unit
   */
  given(unit) {
    return givenIn(this.mark(unit));
  }

  /**
   * Call `listener` at each change until the function returned is called.
   *
   * @param {(change: Change) => void} listener
   */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Do to a unit what a click does: what the brush says, or one step back in turn.
   *
   * @param {string} unit
   */
  act(unit, { back = false } = {}) {
    if (this.still || (this.brush === LOOK && !back)) this.open(unit);
    else this.set(unit, this.aim(unit, { back }));
  }

  /**
   * Return the ticket that a click would set a unit to.
   *
   * @param {string} unit
   * @returns {TicketId}
   */
  aim(unit, { back = false } = {}) {
    const { brush } = this;
    if (back) return this.#next(unit, -1);
    if (brush === null) return this.#next(unit, 1);
    return brush === UNDECIDED ? null : brush;
  }

  /**
   * Set a unit; a unit that is set so already is only opened.
   *
   * @param {string} unit
   * @param {TicketId} ticket
   */
  set(unit, ticket) {
    if (isSet(this.mark(unit), ticket)) {
      this.open(unit);
      return;
    }
    const serial = this.#clicks.choose(unit);
    this.#model.send({ kind: "set", unit, ticket, serial });
    this.#clicks.set(unit, ticket, serial);
    this.#put(unit);
    this.#tell({ units: [unit], selected: true, clicked: true });
  }

  /**
   * Select a unit and leave it as it is; on a board that is only looked at, tell what it shows.
   *
   * @param {string} unit
   */
  open(unit) {
    if (this.still) {
      this.#tell({ opened: unit });
      return;
    }
    this.#model.send({ kind: "open", unit, serial: this.#clicks.choose(unit) });
    this.#tell({ selected: true, opened: unit });
  }

  /**
   * Paint a unit that a drag passes.
   *
   * @param {string} unit
   * @param {TicketId} ticket
   */
  cover(unit, ticket) {
    if (isSet(this.mark(unit), ticket)) return;
    this.#clicks.set(unit, ticket);
    this.#put(unit);
    this.#tell({ units: [unit], clicked: true });
  }

  /**
   * Report what a drag painted, all at once, when it is over.
   *
   * @param {TicketId} ticket
   * @returns {string | null} the last unit
   */
  report(ticket) {
    const units = this.#clicks.dragged;
    const last = units.at(-1);
    if (last === undefined) return null;
    const serial = this.#clicks.choose(last);
    this.#model.send({ kind: "sweep", units, ticket, serial });
    for (const unit of units) this.#clicks.set(unit, ticket, serial);
    this.#tell({ selected: true, clicked: true });
    return last;
  }

  /** Take back what a drag painted that is called off. */
  uncover() {
    const units = this.#clicks.dragged;
    for (const unit of units) {
      this.#clicks.unset(unit);
      this.#put(unit);
    }
    this.#tell({ units });
  }

  /**
   * What flipping goes through: tickets, and null for none, which may be left out of the turn.
   *
   * @returns {TicketId[]}
   */
  get turn() {
    const tickets = this.tickets.filter((ticket) => ticket.turn).map(({ id }) => id);
    return this.#model.get("none_turns") || tickets.length < 2 ? [...tickets, null] : tickets;
  }

  /**
   * @param {string} unit
   * @param {1 | -1} by
   */
  #next(unit, by) {
    const { turn } = this;
    const at = turn.indexOf(this.given(unit));
    const out = by > 0 ? -1 : 0; // a ticket out of turn counts as one before the first
    return turn[((at < 0 ? out : at) + by + turn.length) % turn.length] ?? null;
  }

  /**
   * Return what a unit should show.
   *
   * @param {string} unit
   */
  #expected(unit) {
    return this.#clicks.expected(unit, this.#electors(unit));
  }

  /** @param {string} unit */
  #electors(unit) {
    return this.units[unit]?.electors ?? 0;
  }

  /**
   * Show what a unit should show, and keep the totals true.
   *
   * @param {string} unit
   */
  #put(unit) {
    this.#count(unit, -1);
    this.#shown.set(unit, this.#expected(unit));
    this.#count(unit, 1);
  }

  /**
   * Add a unit to the totals, or take it away.
   *
   * @param {string} unit
   * @param {1 | -1} sign
   */
  #count(unit, sign) {
    for (const [key, number] of additions(this.mark(unit), this.#electors(unit))) {
      this.totals.set(key, (this.totals.get(key) ?? 0) + sign * number);
    }
  }

  #recount() {
    this.#shown.clear();
    this.totals.clear();
    for (const unit of Object.keys(this.units)) {
      this.#shown.set(unit, this.#expected(unit));
      this.#count(unit, 1);
    }
  }

  /**
   * Look at all traits once, when a message has been taken in: it may change several.
   *
   * @param {Trait} trait
   */
  #noteStale(trait) {
    if (this.#stale.size === 0) queueMicrotask(() => this.#refresh());
    this.#stale.add(trait);
  }

  #refresh() {
    const stale = new Set(this.#stale);
    this.#stale.clear();
    if (stale.has("units") || stale.has("tickets")) this.#clicks.forget();
    this.#takeAnswer();
    const content = CONTENT.some((trait) => stale.has(trait));
    const renamed = stale.has("units") && this.#rename();
    const drawing = renamed || DRAWING.some((trait) => stale.has(trait));
    const units = content ? Object.keys(this.units) : this.#differing();
    if (content) this.#recount();
    else for (const unit of units) this.#put(unit);
    this.#tell({ content, drawing, units, selected: true, brush: true });
  }

  /** Whether units come, go, or are called otherwise; their electors alone make no other map. */
  #rename() {
    const names = JSON.stringify(
      Object.entries(this.units).map(([id, { code, name, group }]) => [id, code, name, group]),
    );
    const isOther = names !== this.#names;
    this.#names = names;
    return isOther;
  }

  #differing() {
    return Object.keys(this.units).filter((unit) => !alike(this.mark(unit), this.#expected(unit)));
  }

  #takeAnswer() {
    const marks = { ...this.#model.get("told"), ...this.#model.get("news") };
    const [serial, selected] = [this.#model.get("answered"), this.#model.get("selected")];
    this.#clicks.take({ serial, marks, selected });
  }

  /** @param {Partial<Change>} change */
  #tell(change) {
    for (const listener of this.#listeners) listener({ units: [], ...change });
  }
}
