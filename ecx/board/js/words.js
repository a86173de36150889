// What the board says, in one place: names and values for a screen reader, hints, the tally.

import { IDLE, LOOK, OTHER, UNDECIDED } from "./store.js";

const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** A ticket's name; null is undecided. */
export function name(store, ticket) {
  return store.ticket(ticket)?.name ?? "undecided";
}

/** How a unit's electors divide, where they do: "36 Trump, 2 others"; else "". */
function division(store, unit, mark) {
  const { electors } = store.units[unit];
  const entries = Object.entries(mark.adds).filter(([, number]) => number > 0);
  const total = entries.reduce((sum, [, number]) => sum + number, 0);
  const whole = entries.length === 1 && entries[0][0] === mark.ticket && total === electors;
  if (whole || (entries.length === 0 && mark.ticket === null)) return "";
  const parts = entries.map(([key, number]) =>
    key === OTHER ? counted(number, "other", "others") : `${number} ${name(store, key)}`,
  );
  if (total < electors) {
    parts.push(`${electors - total} ${mark.ticket === null ? "undecided" : "not counted"}`);
  }
  return parts.join(", ");
}

/** Lines on a unit: name and electors, who carries it, and what else is to be said. */
export function details(store, unit) {
  const mark = store.mark(unit);
  const { electors, name: title } = store.units[unit];
  const rest = [division(store, unit, mark), mark.changed ? "changed" : "", mark.note ?? ""];
  return {
    title,
    electors: counted(electors, "elector", "electors"),
    value: name(store, mark.ticket),
    rest: rest.filter((part) => part !== ""),
  };
}

/** A unit's spoken name and value: "Pennsylvania, 19 electors, Trump". */
export function spoken(store, unit) {
  const { title, electors, value, rest } = details(store, unit);
  return [title, electors, value, ...rest].join(", ");
}

/** What is written under the code: "19 R", and "36+2 R" where two electors went elsewhere. */
export function short(store, unit) {
  const mark = store.mark(unit);
  const { electors } = store.units[unit];
  if (mark.ticket === null) return `${electors}`;
  const own = mark.adds[mark.ticket] ?? 0;
  const number = own === electors ? `${own}` : `${own}+${electors - own}`;
  return `${number} ${store.ticket(mark.ticket)?.letter ?? ""}`.trim();
}

/** The rows that are neither the first nor the second ticket, where they hold anything. */
export function leftovers(store) {
  return [
    [OTHER, "Others"],
    [IDLE, "Not counted"],
    [UNDECIDED, "Undecided"],
  ].map(([key, name]) => ({ key, name, total: store.totals.get(key) ?? 0 }));
}

/** The totals in a sentence: "Harris 245, Trump 293; 270 to win." */
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

/** What a click, or a tap, does under the brush. */
export function hint(store, touch) {
  const brush = store.brush;
  const click = touch ? "A tap" : "A click";
  if (brush === LOOK) return `${click} opens a place and changes nothing.`;
  if (brush === UNDECIDED) return `${click} makes a place undecided.`;
  if (brush !== null) return `${click} gives a place to ${name(store, brush)}.`;
  const turn = [...store.turn.map(({ name }) => name), "undecided"];
  const way = turn.length > 4 ? " to the next ticket" : `: ${turn.join(" → ")}`;
  return `${click} flips a place${way}.${touch ? "" : " Shift goes back."}`;
}

/** The keys that work on the map. */
export function keys(store) {
  const digits = store.tickets.slice(0, 9).map(({ name }, index) => `${index + 1} ${name}`);
  return [
    "Arrow keys move",
    "Enter flips, with Shift back",
    `${[...digits, "0 undecided"].join(", ")}`,
    "Space opens",
    "letters jump to a code",
  ].join(" · ");
}
