// What the board says, in one place: names and values for a screen reader, hints, the tally.

import { IDLE, LOOK, OPEN, OTHER, UNDECIDED } from "./marks.js";

/** @import { Store } from "./store.js" */
/** @import { Mark } from "./types.d.ts" */

/**
 * @param {number} number
 * @param {string} noun
 */
const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string[]} parts */
const filled = (parts) => parts.filter((part) => part !== "");

/**
 * Return a unit as it is written; one that is not on the map has no name.
 *
 * @param {Store} store
 * @param {string} unit
 */
const writtenUnit = (store, unit) => store.units[unit] ?? { name: "", electors: 0 };

/**
 * Return a ticket's name; null is undecided, in the words of this map.
 *
 * @param {Store} store
 * @param {string | null} ticket
 */
function named(store, ticket) {
  return store.ticket(ticket)?.name ?? store.words.none;
}

/**
 * Say what a unit is set to: "Trump", "undecided", "casts Kasich".
 *
 * @param {Store} store
 * @param {string} unit
 */
export function value(store, unit) {
  const mark = store.mark(unit);
  if (mark.value) return mark.value;
  const ticket = store.given(unit);
  if (store.ticket(ticket) === null)
    return (mark.adds[OTHER] ?? 0) > 0 ? "other" : store.words.none;
  return filled([store.words.verb, named(store, ticket)]).join(" ");
}

/**
 * Say how a unit's electors divide, where they do: "36 Trump, 2 others"; else "".
 *
 * @param {Store} store
 * @param {string} unit
 * @param {Mark} mark
 */
function division(store, unit, mark) {
  const { electors } = writtenUnit(store, unit);
  const entries = Object.entries(mark.adds).filter(([, number]) => number > 0);
  const total = entries.reduce((sum, [, number]) => sum + number, 0);
  // What one key has as a whole has been said already.
  const only = entries.length === 1 && total === electors ? entries[0]?.[0] : undefined;
  const whole = only !== undefined && (only === OPEN || only === (mark.ticket ?? OTHER));
  if (whole || (entries.length === 0 && mark.ticket === null)) return "";
  if (total < electors) entries.push([mark.ticket === null ? UNDECIDED : IDLE, electors - total]);
  return entries.map(([key, number]) => share(store, key, number)).join(", ");
}

/**
 * Say for whom so many electors are: "36 Trump", "2 others"; without number where none is said.
 *
 * @param {Store} store
 * @param {string} key of the totals
 * @param {number} number
 */
function share(store, key, number) {
  const { elector, none, open } = store.words;
  if (key === OTHER) return elector === "" ? "other" : counted(number, "other");
  /** @type {Partial<Record<string, string>>} */
  const rests = { [IDLE]: "not counted", [UNDECIDED]: none, [OPEN]: open };
  const text = rests[key] ?? named(store, key);
  return elector === "" ? text : `${number} ${text}`;
}

/**
 * Say in lines what is to be known of a unit: name and electors, who wins it, and the rest.
 *
 * @param {Store} store
 * @param {string} unit
 */
export function details(store, unit) {
  const mark = store.mark(unit);
  const { electors, name: title } = writtenUnit(store, unit);
  const { elector, edge } = store.words;
  return {
    title,
    facts: filled([
      elector === "" ? "" : counted(electors, elector),
      mark.edge ? `${edge} ${named(store, mark.edge)}` : "",
      value(store, unit),
    ]),
    rest: filled([division(store, unit, mark), mark.changed ? "changed" : "", mark.note ?? ""]),
  };
}

/**
 * Say a unit's name and value: "Pennsylvania, 19 electors, Trump".
 *
 * @param {Store} store
 * @param {string} unit
 */
export function spoken(store, unit) {
  const { title, facts, rest } = details(store, unit);
  return [title, ...facts, ...rest].join(", ");
}

/**
 * Return what is written under the code: "19 R", and "36 R +2" where two went elsewhere.
 *
 * @param {Store} store
 * @param {string} unit
 */
export function short(store, unit) {
  const mark = store.mark(unit);
  const { electors } = writtenUnit(store, unit);
  if (mark.ticket === null) return `${electors}`;
  const own = mark.adds[mark.ticket] ?? 0;
  const said = `${own} ${store.ticket(mark.ticket)?.letter ?? ""}`.trim();
  const others = Object.entries(mark.adds)
    .filter(([key]) => key !== mark.ticket && key !== IDLE)
    .reduce((sum, [, number]) => sum + number, 0);
  return others > 0 ? `${said} +${others}` : said;
}

/**
 * Return the rows of the totals that are no ticket's.
 *
 * @param {Store} store
 */
export function leftovers(store) {
  const { none, open } = store.words;
  const names = {
    [OTHER]: "Others",
    [IDLE]: "Not counted",
    [UNDECIDED]: capital(none),
    [OPEN]: capital(open),
  };
  return Object.entries(names)
    .filter(([, name]) => name !== "")
    .map(([key, name]) => ({ key, name, total: store.totals.get(key) ?? 0 }));
}

/**
 * Say the totals in a sentence: "Harris 245, Trump 293; 270 to win."
 *
 * @param {Store} store
 */
export function tally(store) {
  const carried = store.tickets
    .map(({ id, name }) => ({ name, total: store.totals.get(id) ?? 0 }))
    .filter(({ total }, index) => index < 2 || total > 0);
  const rest = leftovers(store)
    .filter(({ total }) => total > 0)
    .map(({ name, total }) => ({ name: name.toLowerCase(), total }));
  const parts = [...carried, ...rest].map(({ name, total }) => `${name} ${total}`);
  return `${parts.join(", ")}; ${store.majority} to win.`;
}

/**
 * Say what a click, or a tap, does under the brush.
 *
 * @param {Store} store
 * @param {boolean} touch
 */
export function hint(store, touch) {
  const { brush } = store;
  const { unit, none } = store.words;
  const click = touch ? "A tap" : "A click";
  const drag = store.sweep && !touch ? " A drag sets all it passes." : "";
  if (brush === LOOK) return `${click} opens ${unit} and changes nothing.`;
  if (brush === UNDECIDED) return `${click} makes ${unit} ${none}.${drag}`;
  if (brush !== null) return `${click} gives ${unit} to ${named(store, brush)}.${drag}`;
  const turn = store.turn.map((ticket) => named(store, ticket));
  const way = turn.length > 4 ? " to the next ticket" : `: ${turn.join(" → ")}`;
  return `${click} flips ${unit}${way}.${touch ? "" : " Shift goes back."}${drag}`;
}

/**
 * Say which keys work on the map.
 *
 * @param {Store} store
 */
export function keys(store) {
  const digits = store.tickets.slice(0, 9).map(({ name }, index) => `${index + 1} ${name}`);
  return [
    "Arrow keys move",
    "Enter flips, with Shift back",
    `${[...digits, `0 ${store.words.none}`].join(", ")}`,
    "Space opens",
    "letters jump to a code",
  ].join(" · ");
}
