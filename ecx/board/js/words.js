// What the board says, put together from the sentences of the page: names, values, hints, totals.

import { IDLE, LOOK, OPEN, OTHER, UNDECIDED } from "./marks.js";

/** @import { Store } from "./store.js" */
/** @import { Mark, Wording } from "./types.d.ts" */

const IN_BRACES = /\{(?<key>\w+)\}/gu;

/**
 * Fill in the words in braces of a sentence.
 *
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
export function fill(sentence, values) {
  return sentence.replace(IN_BRACES, (_, key) => String(values[key] ?? ""));
}

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
 * Return the name of a ticket or person; null is undecided, in the words of this map.
 *
 * @param {Store} store
 * @param {string | null} ticket
 */
function named(store, ticket) {
  return store.ticket(ticket)?.name ?? store.words.none;
}

/**
 * Say how many electors a unit has; "" on a map that leaves it unsaid.
 *
 * @param {Store} store
 * @param {string} unit
 */
export function size({ units, words }, unit) {
  const number = units[unit]?.electors ?? 0;
  return fill(number === 1 ? words.elector : words.electors, { number });
}

/**
 * Say what a unit is set to: "Trump", "undecided", "votes for Kasich".
 *
 * @param {Store} store
 * @param {string} unit
 */
export function value(store, unit) {
  const mark = store.mark(unit);
  if (mark.value) return mark.value;
  const ticket = store.given(unit);
  if (store.ticket(ticket) !== null) return fill(store.words.set, { name: named(store, ticket) });
  return (mark.adds[OTHER] ?? 0) > 0 ? store.words.other : store.words.none;
}

/**
 * Say how a unit's electors divide, where they do: "36 for Trump, 2 for others"; else "".
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
 * Say for whom so many electors are: "36 for Trump", "2 for others".
 *
 * @param {Store} store
 * @param {string} key of the totals
 * @param {number} number
 */
function share(store, key, number) {
  const { words } = store;
  /** @type {Partial<Record<string, string>>} */
  const rests = {
    [OTHER]: words.share_other,
    [IDLE]: words.share_idle,
    [UNDECIDED]: words.share_none,
    [OPEN]: words.share_open,
  };
  return fill(rests[key] ?? words.share, { number, name: named(store, key) });
}

/**
 * Say in lines what is to be known of a unit: name and electors, who wins it, and the rest.
 *
 * @param {Store} store
 * @param {string} unit
 */
export function details(store, unit) {
  const mark = store.mark(unit);
  const { words } = store;
  return {
    title: writtenUnit(store, unit).name,
    facts: filled([
      size(store, unit),
      mark.edge ? fill(words.edge, { name: named(store, mark.edge) }) : "",
      value(store, unit),
    ]),
    rest: filled([division(store, unit, mark), mark.changed ? words.changed : "", mark.note ?? ""]),
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
 * Return the rows of the totals that are no ticket's and no person's.
 *
 * @param {Store} store
 */
export function leftovers({ words, totals }) {
  const names = {
    [OTHER]: words.others,
    [IDLE]: words.idle,
    [UNDECIDED]: words.none_title,
    [OPEN]: words.open,
  };
  return Object.entries(names)
    .filter(([, name]) => name !== "")
    .map(([key, name]) => ({ key, name, total: totals.get(key) ?? 0 }));
}

/**
 * Say the totals in a sentence: "Harris 245, Trump 293; 270 to win."
 *
 * @param {Store} store
 */
export function tally(store) {
  const { words, majority, totals } = store;
  const carried = store.tickets
    .map(({ id, name }) => ({ name, total: totals.get(id) ?? 0 }))
    .filter(({ total }, index) => index < 2 || total > 0);
  const persons = store.persons.map(({ id, name }) => ({ name, total: totals.get(id) ?? 0 }));
  const rest = [...persons, ...leftovers(store)].filter(({ total }) => total > 0);
  const parts = [...carried, ...rest].map(({ name, total }) =>
    fill(words.total, { name, number: total }),
  );
  return fill(words.said, { totals: parts.join(", "), number: majority });
}

/**
 * Say what a click, or a tap, does under the brush.
 *
 * @param {Store} store
 * @param {boolean} touch
 */
export function hint(store, touch) {
  const { brush, words, turn } = store;
  const names = turn.map((ticket) => named(store, ticket)).join(" → ");
  const said = fill(words[hintKey(store, touch)], { name: named(store, brush), names });
  const drags = store.sweep && !touch && brush !== LOOK;
  return drags ? `${said} ${words.hint_drag}` : said;
}

/**
 * Return which sentence says what a click does.
 *
 * @param {Store} store
 * @param {boolean} touch
 * @returns {Exclude<keyof Wording, "signs">}
 */
function hintKey({ brush, turn }, touch) {
  if (brush === LOOK) return touch ? "hint_look_touch" : "hint_look";
  if (brush === UNDECIDED) return touch ? "hint_none_touch" : "hint_none";
  if (brush !== null) return touch ? "hint_give_touch" : "hint_give";
  const isTwo = turn.length === 2;
  if (isTwo) return touch ? "hint_two_touch" : "hint_two";
  return touch ? "hint_turn_touch" : "hint_turn";
}

/**
 * Say which keys work on the map.
 *
 * @param {Store} store
 */
export function keys({ tickets, words }) {
  const digits = tickets
    .slice(0, 9)
    .map(({ name }, index) => fill(words.key, { number: index + 1, name }));
  return fill(words.keys, { digits: digits.join(", ") });
}

/**
 * Explain the rings and signs that are on the map now: "✓ The vote counts."
 *
 * @param {Store} store
 */
export function signs(store) {
  const marks = Object.keys(store.units).map((unit) => store.mark(unit));
  const seen = new Set(marks.map(({ sign }) => sign?.at(0)));
  const meanings = Object.entries(store.words.signs)
    .filter(([sign]) => seen.has(sign))
    .map(([sign, meaning]) => `${sign} ${meaning}`);
  return filled([marks.some(({ ring }) => ring) ? store.words.ring : "", ...meanings]).join(" · ");
}
