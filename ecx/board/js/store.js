// What is on the screen: what Python last said, with the clicks it has not answered laid over it.

export const UNDECIDED = "undecided";
export const LOOK = "look";
export const OTHER = "other";
export const IDLE = "idle";
export const OPEN = "open";

/** Traits that make another drawing; other units do so if they are called otherwise. */
const DRAWING = ["map", "tickets", "words", "patterns"];
const CONTENT = [...DRAWING, "units", "majority"];
const PAINT = ["told", "news", "selected", "answered", "brush", "sweep", "none_turns"];

const EMPTY = { ticket: null, adds: {}, changed: false, note: "" };

const DRAGGED = Infinity; // serial number of a click that Python hears of when the drag ends

/** Whether two marks look alike; those that Python did not send anew are the same object. */
function alike(a, b) {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The ticket that a mark says its unit is set to. */
function givenIn({ given, ticket }) {
  return given === undefined ? ticket : given;
}

/** Whether a mark says that its unit is set to a ticket, or to none. */
function isSet(mark, ticket) {
  return givenIn(mark) === ticket && !mark.value;
}

/**
 * The state of one board, shared by all its views.
 *
 * Views subscribe with `listen` and are told `{content, drawing, units, selected, brush}`: whether
 * anything but the marks is another, whether that needs another drawing, which units look otherwise,
 * and what else changed.
 */
export class Store {
  #model;
  #listeners = new Set();
  #pending = new Map(); // unit -> {ticket, serial}, the last click on it
  #chosen = null; // {unit, serial}, the last unit clicked or opened
  #serial = 0;
  #names = ""; // of the units that are drawn
  #answer = { serial: 0, marks: {}, selected: null }; // the newest that Python gave
  #shown = new Map(); // unit -> the mark on the screen
  #stale = new Set(); // traits that changed since the last refresh

  /** Totals by ticket id, with `other`, `undecided`, `open`, and `idle` (what is not counted). */
  totals = new Map();

  constructor(model) {
    this.#model = model;
    for (const trait of [...CONTENT, ...PAINT]) {
      model.on(`change:${trait}`, () => this.#noteStale(trait));
    }
    this.#takeAnswer();
    this.#rename();
    this.#recount();
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

  /** What the board calls things. */
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

  get patterns() {
    return this.#model.get("patterns");
  }

  /** What a click sets: null for the next in turn, "look", "undecided" or a ticket id. */
  get brush() {
    const brush = this.#model.get("brush");
    const known = brush === LOOK || brush === UNDECIDED || this.ticket(brush) !== null;
    return known ? brush : null;
  }

  set brush(brush) {
    this.#model.set("brush", brush);
    this.#model.save_changes();
  }

  get selected() {
    const unit = this.#chosen === null ? this.#answer.selected : this.#chosen.unit;
    return unit in this.units ? unit : null;
  }

  /** The ticket with this id, or null: undecided, or a ticket of another map. */
  ticket(id) {
    return this.tickets.find((ticket) => ticket.id === id) ?? null;
  }

  /** What a unit shows. */
  mark(unit) {
    return this.#shown.get(unit) ?? EMPTY;
  }

  /** The ticket that a unit is set to, which need not be the one it shows. */
  given(unit) {
    return givenIn(this.mark(unit));
  }

  /** Call `listener` at each change until the function returned is called. */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Do to a unit what a click does: what the brush says, or one step back in turn. */
  act(unit, { back = false } = {}) {
    if (this.brush === LOOK && !back) this.open(unit);
    else this.set(unit, this.aim(unit, { back }));
  }

  /** The ticket that a click would set a unit to. */
  aim(unit, { back = false } = {}) {
    const brush = this.brush;
    if (back) return this.#next(unit, -1);
    if (brush === null) return this.#next(unit, 1);
    return brush === UNDECIDED ? null : brush;
  }

  /** Set a unit; a unit that is set so already is only opened. */
  set(unit, ticket) {
    if (isSet(this.mark(unit), ticket)) {
      this.open(unit);
      return;
    }
    this.#lay(unit, { ticket, serial: this.#send({ kind: "set", unit, ticket }, unit) });
    this.#tell({ units: [unit], selected: true, clicked: true });
  }

  /** Select a unit and leave it as it is. */
  open(unit) {
    this.#send({ kind: "open", unit }, unit);
    this.#tell({ selected: true });
  }

  /** Paint a unit that a drag passes. */
  cover(unit, ticket) {
    if (isSet(this.mark(unit), ticket)) return;
    this.#lay(unit, { ticket, serial: DRAGGED });
    this.#tell({ units: [unit], clicked: true });
  }

  /** The drag is over: report what it painted, all at once. Returns the last unit, or null. */
  report(ticket) {
    const units = this.#covered();
    if (units.length === 0) return null;
    const serial = this.#send({ kind: "sweep", units, ticket }, units.at(-1));
    for (const unit of units) this.#pending.set(unit, { ticket, serial });
    this.#tell({ selected: true, clicked: true });
    return units.at(-1);
  }

  /** The drag is called off: take back what it painted. */
  uncover() {
    const units = this.#covered();
    for (const unit of units) this.#lay(unit, undefined);
    this.#tell({ units });
  }

  /** What flipping goes through: tickets, and null for none, which may be left out of the turn. */
  get turn() {
    const tickets = this.tickets.filter((ticket) => ticket.turn).map(({ id }) => id);
    return this.#model.get("none_turns") || tickets.length < 2 ? [...tickets, null] : tickets;
  }

  #next(unit, by) {
    const { turn } = this;
    const at = turn.indexOf(this.given(unit));
    const out = by > 0 ? -1 : 0; // a ticket out of turn stands before the first
    return turn[((at < 0 ? out : at) + by + turn.length) % turn.length];
  }

  /** Tell Python of a click that selects a unit; returns its serial number. */
  #send(message, unit) {
    this.#serial = Math.max(this.#serial, this.#answer.serial) + 1;
    this.#chosen = { unit, serial: this.#serial };
    this.#model.send({ ...message, serial: this.#serial });
    return this.#serial;
  }

  /** Lay a click over what Python said of a unit, or take it away. */
  #lay(unit, click) {
    this.#pending.delete(unit); // the last click comes last
    if (click !== undefined) this.#pending.set(unit, click);
    this.#put(unit, this.#expected(unit));
  }

  /** The units that a drag has painted so far, in its order. */
  #covered() {
    return [...this.#pending].filter(([, { serial }]) => serial === DRAGGED).map(([unit]) => unit);
  }

  /** What a unit should show: what Python said of it, or a click that Python has yet to answer. */
  #expected(unit) {
    const mark = this.#answer.marks[unit] ?? EMPTY;
    const click = this.#pending.get(unit);
    if (click === undefined || isSet(mark, click.ticket)) return mark;
    const adds = click.ticket === null ? {} : { [click.ticket]: this.units[unit].electors };
    return { ticket: click.ticket, adds, changed: true, note: "", edge: mark.edge };
  }

  /** Show a mark and keep the totals true. */
  #put(unit, mark) {
    this.#count(unit, -1);
    this.#shown.set(unit, mark);
    this.#count(unit, 1);
  }

  #count(unit, sign) {
    const mark = this.mark(unit);
    const add = (key, number) => {
      this.totals.set(key, (this.totals.get(key) ?? 0) + sign * number);
    };
    let rest = this.units[unit].electors;
    for (const [key, number] of Object.entries(mark.adds)) {
      add(key, number);
      rest -= number;
    }
    add(mark.ticket === null ? UNDECIDED : IDLE, rest);
  }

  #recount() {
    this.#shown.clear();
    this.totals.clear();
    for (const unit of Object.keys(this.units)) {
      this.#shown.set(unit, this.#expected(unit));
      this.#count(unit, 1);
    }
  }

  /** One message may change several traits: look at all of them once, when it has been taken in. */
  #noteStale(trait) {
    if (this.#stale.size === 0) queueMicrotask(() => this.#refresh());
    this.#stale.add(trait);
  }

  #refresh() {
    const stale = new Set(this.#stale);
    this.#stale.clear();
    if (stale.has("units") || stale.has("tickets")) this.#forget();
    this.#takeAnswer();
    const content = CONTENT.some((trait) => stale.has(trait));
    const renamed = stale.has("units") && this.#rename();
    const drawing = renamed || DRAWING.some((trait) => stale.has(trait));
    const units = content ? Object.keys(this.units) : this.#differing();
    if (content) this.#recount();
    else for (const unit of units) this.#put(unit, this.#expected(unit));
    this.#tell({ content, drawing, units, selected: true, brush: true });
  }

  /** Whether units come, go, or are called otherwise; their electors alone make no other map. */
  #rename() {
    const names = Object.entries(this.units).map(([id, unit]) => [id, unit.code, unit.name, unit.group]);
    const [before, now] = [this.#names, JSON.stringify(names)];
    this.#names = now;
    return before !== now;
  }

  #differing() {
    return Object.keys(this.units).filter(
      (unit) => !alike(this.mark(unit), this.#expected(unit)),
    );
  }

  /** Take in an answer, unless a newer one came before it, and forget the clicks it settles. */
  #takeAnswer() {
    const serial = this.#model.get("answered");
    if (serial < this.#answer.serial) return;
    const marks = { ...this.#model.get("told"), ...this.#model.get("news") };
    this.#answer = { serial, marks, selected: this.#model.get("selected") };
    for (const [unit, click] of this.#pending) {
      if (click.serial <= serial) this.#pending.delete(unit);
    }
    if (this.#chosen !== null && this.#chosen.serial <= serial) this.#chosen = null;
  }

  /** Clicks on a map that has gone mean nothing on the one that took its place. */
  #forget() {
    this.#pending.clear();
    this.#chosen = null;
  }

  #tell(change) {
    for (const listener of this.#listeners) listener({ units: [], ...change });
  }
}
