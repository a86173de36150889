import assert from "node:assert/strict";
import { test } from "node:test";
import { LOOK } from "../../ecx/board/js/marks.js";
import { Store } from "../../ecx/board/js/store.js";
import { details, hint, short, signs, spoken, tally } from "../../ecx/board/js/words.js";
import { StubModel } from "./model.js";

/** @import { BoardState, Change, Click, Mark } from "../../ecx/board/js/types.d.ts" */

/**
 * @param {string} id
 * @param {boolean} turn
 * @returns {BoardState["tickets"][number]}
 */
const ticket = (id, turn = true) => ({
  id,
  name: id.toUpperCase(),
  full: id,
  letter: id.charAt(0).toUpperCase(),
  colour: "#000000",
  ink: "#ffffff",
  pattern: "solid",
  turn,
});

/**
 * @param {string | null} carrier
 * @param {number} electors
 * @param {Partial<Mark>} more
 * @returns {Mark}
 */
const mark = (carrier, electors = 0, more = {}) => ({
  ticket: carrier,
  adds: carrier === null ? {} : { [carrier]: electors },
  changed: false,
  note: "",
  ...more,
});

/**
 * A store of three units, with its model and what its listeners were told.
 *
 * @param {Partial<BoardState>} state
 */
function opened(state = {}) {
  /** @type {StubModel<BoardState, Click>} */
  const model = new StubModel({
    map: {
      frame: [0, 0, 1, 1],
      outlines: {},
      borders: "",
      inner: "",
      labels: {},
      boxes: {},
      ground: {},
      note: "",
    },
    units: {
      PA: { code: "PA", name: "Pennsylvania", electors: 19, group: null },
      TX: { code: "TX", name: "Texas", electors: 40, group: null },
      DC: { code: "DC", name: "D.C.", electors: 3, group: null },
    },
    tickets: [ticket("alder"), ticket("birch"), ticket("cedar", false)],
    words: {
      map: "Map with {number} states and districts",
      totals: "Totals",
      choose: "Which one do you mean?",
      pills: "What a click does",
      pills_touch: "What a tap does",
      flip: "Flip",
      look: "Look",
      none: "undecided",
      none_title: "Undecided",
      letter: "?",
      others: "Others",
      idle: "Not counted",
      open: "",
      to_win: "{number} to win",
      total: "{name} {number}",
      said: "{totals}; {number} to win.",
      elector: "{number} elector",
      electors: "{number} electors",
      set: "{name}",
      edge: "pledged to {name}",
      other: "other",
      changed: "changed",
      share: "{number} for {name}",
      share_other: "{number} for others",
      share_idle: "{number} not counted",
      share_none: "{number} undecided",
      share_open: "{number} open",
      clicked: "{unit}: {value}. {totals}",
      clicked_many: "{number} changes. The last is {unit}: {value}. {totals}",
      opened: "{unit} opened. Press Tab for its details.",
      hint_two: "Click a state to change its winner. Backspace clears it.",
      hint_turn: "Click a state to change its winner: {names}.",
      hint_give: "Click a state to give it to {name}.",
      hint_none: "Click a state to make it undecided.",
      hint_look: "Click a state to see its details. Nothing changes.",
      hint_drag: "Drag to change many.",
      hint_two_touch: "Tap a state to change its winner. Hold it to clear it.",
      hint_turn_touch: "Tap a state to change its winner: {names}.",
      hint_give_touch: "Tap a state to give it to {name}.",
      hint_none_touch: "Tap a state to make it undecided.",
      hint_look_touch: "Tap a state to see its details. Nothing changes.",
      keys: "Arrow keys move. Enter switches. Space opens. Backspace clears. Or type a name, or a number: {digits}.",
      key: "{number} {name}",
      ring: "A ring: it switched",
      signs: { "✕": "Broke the pledge" },
    },
    majority: 32,
    selected: null,
    brush: null,
    patterns: false,
    sweep: true,
    none_turns: true,
    persons: [ticket("elm", false)],
    still: false,
    told: { PA: mark("alder", 19), TX: mark("birch", 40), DC: mark(null) },
    news: {},
    answered: 0,
    ...state,
  });
  const store = new Store(model);
  /** @type {Change[]} */
  const told = [];
  store.listen((change) => told.push(change));
  return { model, store, told };
}

/** Whatever waits for the message to be taken in has run. */
const takenIn = () => new Promise((resolve) => setTimeout(resolve, 0));

test("a click is shown at once, counted, and sent with a serial number", () => {
  const { model, store } = opened();
  store.act("PA");
  assert.equal(store.mark("PA").ticket, "birch");
  assert.equal(store.totals.get("birch"), 59);
  assert.equal(store.totals.get("alder"), 0);
  assert.equal(store.selected, "PA");
  assert.deepEqual(model.sent, [{ kind: "set", unit: "PA", ticket: "birch", serial: 1 }]);
});

test("an answer to an older click leaves the newer one on the screen", async () => {
  const { model, store } = opened();
  store.act("PA");
  store.act("PA");
  model.answer({ news: { PA: mark("birch", 19, { changed: true }) }, answered: 1 });
  await takenIn();
  assert.equal(store.mark("PA").ticket, null);
  model.answer({ news: { PA: mark("alder", 19) }, answered: 2 });
  await takenIn();
  assert.equal(store.mark("PA").ticket, "alder"); // the second click was refused
});

test("an answer that comes late changes nothing", async () => {
  const { model, store } = opened({ answered: 5 });
  model.answer({ news: { PA: mark("birch", 19) }, answered: 4 });
  await takenIn();
  assert.equal(store.mark("PA").ticket, "alder");
  store.act("TX");
  const [click] = model.sent;
  assert.equal(click && "serial" in click ? click.serial : null, 6);
});

test("listeners hear of the units that look otherwise, and of no others", async () => {
  const { model, told } = opened();
  model.answer({ news: { PA: mark("alder", 19), TX: mark("alder", 40) }, answered: 1 });
  await takenIn();
  assert.deepEqual(
    told.map(({ units, content }) => [units, content]),
    [[["TX"], false]],
  );
});

test("other electors are other content and no other drawing; other names are", async () => {
  const { model, store, told } = opened();
  const { units } = store;
  const more = { code: "PA", name: "Pennsylvania", electors: 20, group: null };
  model.answer({ units: { ...units, PA: more } });
  await takenIn();
  model.answer({ units: { ...units, PA: { ...more, name: "Penn" } } });
  await takenIn();
  assert.deepEqual(
    told.map(({ content, drawing }) => [content, drawing]),
    [
      [true, false],
      [true, true],
    ],
  );
});

test("flipping goes through the tickets in turn and none, both ways", () => {
  const { store } = opened();
  assert.deepEqual(store.turn, ["alder", "birch", null]);
  assert.equal(store.aim("TX"), null);
  assert.equal(store.aim("DC"), "alder");
  assert.equal(store.aim("PA", { back: true }), null);
  store.set("PA", "cedar");
  assert.equal(store.aim("PA"), "alder"); // out of turn is before the first
  assert.deepEqual(opened({ none_turns: false }).store.turn, ["alder", "birch"]);
});

test("a brush sets one ticket, and one that is gone is none", () => {
  assert.equal(opened({ brush: "cedar" }).store.aim("PA"), "cedar");
  assert.equal(opened({ brush: "undecided" }).store.aim("PA"), null);
  assert.equal(opened({ brush: "elm" }).store.brush, null);
  const { model, store } = opened({ brush: LOOK });
  store.act("PA");
  assert.deepEqual(model.sent, [{ kind: "open", unit: "PA", serial: 1 }]);
});

test("a unit that is set so already is only opened, unless it is set to what no ticket names", () => {
  const { model, store } = opened({
    told: {
      PA: mark("alder", 19),
      TX: mark("birch", 40, { value: "casts Kasich" }),
      DC: mark(null),
    },
  });
  store.set("PA", "alder");
  store.set("TX", "birch");
  assert.deepEqual(
    model.sent.map(({ kind }) => kind),
    ["open", "set"],
  );
});

test("a drag paints at once, and is reported when it ends or taken back", () => {
  const { model, store } = opened();
  store.cover("TX", "alder");
  store.cover("PA", "alder"); // is so already
  store.cover("DC", "alder");
  assert.deepEqual([store.totals.get("alder"), model.sent.length], [62, 0]);
  assert.equal(store.report("alder"), "DC");
  assert.deepEqual(model.sent, [
    { kind: "sweep", units: ["TX", "DC"], ticket: "alder", serial: 1 },
  ]);
  store.cover("PA", null);
  store.uncover();
  assert.equal(store.mark("PA").ticket, "alder");
  assert.equal(store.report(null), null);
});

test("clicks on a map that has gone are forgotten", async () => {
  const { model, store } = opened();
  store.act("PA");
  model.answer({ tickets: [ticket("alder"), ticket("birch")] });
  await takenIn();
  assert.equal(store.mark("PA").ticket, "alder");
  assert.equal(store.selected, null);
});

test("electors that a mark does not speak of are not counted, or undecided", () => {
  const { store } = opened({
    told: { PA: mark("alder", 10), TX: mark(null), DC: mark("birch", 3) },
  });
  assert.deepEqual(Object.fromEntries(store.totals), {
    alder: 10,
    idle: 9,
    undecided: 40,
    birch: 3,
  });
  assert.equal(tally(store), "ALDER 10, BIRCH 3, Not counted 9, Undecided 40; 32 to win.");
});

test("units are said and written in words", () => {
  const divided = mark("alder", 17, {
    adds: { alder: 17, other: 2 },
    changed: true,
    note: "By law",
  });
  const { store } = opened({ told: { PA: divided, TX: mark("birch", 40) } });
  assert.equal(
    spoken(store, "PA"),
    "Pennsylvania, 19 electors, ALDER, 17 for ALDER, 2 for others, changed, By law",
  );
  assert.deepEqual(details(store, "TX"), {
    title: "Texas",
    facts: ["40 electors", "BIRCH"],
    rest: [],
  });
  assert.deepEqual([short(store, "PA"), short(store, "TX")], ["17 A +2", "40 B"]);
  assert.equal(short(store, "DC"), "3");
});

test("hints say what a click does", () => {
  const { store } = opened();
  assert.equal(
    hint(store, false),
    "Click a state to change its winner: ALDER → BIRCH → undecided. Drag to change many.",
  );
  assert.equal(
    hint(opened({ none_turns: false, sweep: false }).store, false),
    "Click a state to change its winner. Backspace clears it.",
  );
  assert.equal(hint(opened({ brush: "cedar" }).store, true), "Tap a state to give it to CEDAR.");
});

test("a person who has votes is named and counted, and is no brush", () => {
  const divided = mark("alder", 17, { adds: { alder: 17, elm: 2 }, sign: "✕2" });
  const { store } = opened({ brush: "elm", told: { PA: divided } });
  assert.equal(spoken(store, "PA"), "Pennsylvania, 19 electors, ALDER, 17 for ALDER, 2 for ELM");
  assert.equal(tally(store), "ALDER 17, BIRCH 0, ELM 2, Undecided 43; 32 to win.");
  assert.equal(store.brush, null);
  assert.equal(signs(store), "✕ Broke the pledge");
});

test("a board that is only looked at sets nothing, selects nothing and sends nothing", () => {
  const { store, model, told } = opened({ still: true });
  store.act("PA");
  assert.deepEqual([model.sent, told, store.selected], [[], [{ units: [], opened: "PA" }], null]);
});
