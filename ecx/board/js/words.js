// What the board says, in one place: names and values for a screen reader, hints, the tally.

import { IDLE, LOOK, OPEN, OTHER, UNDECIDED } from "./store.js";

const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const filled = (parts) => parts.filter((part) => part !== "");

/** A ticket's name; null is undecided, in the words of this map. */
function name(store, ticket) {
  return store.ticket(ticket)?.name ?? store.words.none;
}

/** What a unit is set to: "Trump", "undecided", "casts Kasich". */
export function value(store, unit) {
  const mark = store.mark(unit);
  if (mark.value) return mark.value;
  const ticket = store.given(unit);
  if (store.ticket(ticket) === null) return mark.adds[OTHER] > 0 ? "other" : store.words.none;
  return filled([store.words.verb, name(store, ticket)]).join(" ");
}

/** How a unit's electors divide, where they do: "36 Trump, 2 others"; else "". */
function division(store, unit, mark) {
  const { electors } = store.units[unit];
  const entries = Object.entries(mark.adds).filter(([, number]) => number > 0);
  const total = entries.reduce((sum, [, number]) => sum + number, 0);
  const all = [mark.ticket ?? OTHER, OPEN]; // what goes there as a whole has been said already
  const whole = entries.length === 1 && all.includes(entries[0][0]) && total === electors;
  if (whole || (entries.length === 0 && mark.ticket === null)) return "";
  if (total < electors) entries.push([mark.ticket === null ? UNDECIDED : IDLE, electors - total]);
  return entries.map(([key, number]) => share(store, key, number)).join(", ");
}

/** So many of a unit's electors: "36 Trump", "2 others"; without number where none is said. */
function share(store, key, number) {
  const { elector, none, open } = store.words;
  if (key === OTHER) return elector === "" ? "other" : counted(number, "other");
  const rests = { [IDLE]: "not counted", [UNDECIDED]: none, [OPEN]: open };
  const text = rests[key] ?? name(store, key);
  return elector === "" ? text : `${number} ${text}`;
}

/** Lines on a unit: name and electors, who carries it, and what else is to be said. */
export function details(store, unit) {
  const mark = store.mark(unit);
  const { electors, name: title } = store.units[unit];
  const { elector, edge } = store.words;
  return {
    title,
    facts: filled([
      elector === "" ? "" : counted(electors, elector),
      mark.edge ? `${edge} ${name(store, mark.edge)}` : "",
      value(store, unit),
    ]),
    rest: filled([division(store, unit, mark), mark.changed ? "changed" : "", mark.note ?? ""]),
  };
}

/** A unit's spoken name and value: "Pennsylvania, 19 electors, Trump". */
export function spoken(store, unit) {
  const { title, facts, rest } = details(store, unit);
  return [title, ...facts, ...rest].join(", ");
}

/** What is written under the code: "19 R", and "36 R +2" where two went elsewhere. */
export function short(store, unit) {
  const mark = store.mark(unit);
  const { electors } = store.units[unit];
  if (mark.ticket === null) return `${electors}`;
  const own = mark.adds[mark.ticket] ?? 0;
  const said = `${own} ${store.ticket(mark.ticket)?.letter ?? ""}`.trim();
  const others = Object.entries(mark.adds)
    .filter(([key]) => key !== mark.ticket && key !== IDLE)
    .reduce((sum, [, number]) => sum + number, 0);
  return others > 0 ? `${said} +${others}` : said;
}

/** The rows of the totals that are no ticket's. */
export function leftovers(store) {
  const { none, open } = store.words;
  return [
    [OTHER, "Others"],
    [IDLE, "Not counted"],
    [UNDECIDED, capital(none)],
    [OPEN, capital(open)],
  ]
    .filter(([, name]) => name !== "")
    .map(([key, name]) => ({ key, name, total: store.totals.get(key) ?? 0 }));
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
  const { unit, none } = store.words;
  const click = touch ? "A tap" : "A click";
  const drag = store.sweep && !touch ? " A drag sets all it passes." : "";
  if (brush === LOOK) return `${click} opens ${unit} and changes nothing.`;
  if (brush === UNDECIDED) return `${click} makes ${unit} ${none}.${drag}`;
  if (brush !== null) return `${click} gives ${unit} to ${name(store, brush)}.${drag}`;
  const turn = store.turn.map((ticket) => name(store, ticket));
  const way = turn.length > 4 ? " to the next ticket" : `: ${turn.join(" → ")}`;
  return `${click} flips ${unit}${way}.${touch ? "" : " Shift goes back."}${drag}`;
}

/** The keys that work on the map. */
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
