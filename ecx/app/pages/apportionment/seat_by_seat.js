// Seats dealt one by one. The browser plays by its own clock, which runs only meanwhile, and sends
// no message: Python hears how far it went when it pauses.

import { Asker } from "../../../esm/ask.js";
import { html } from "../../../esm/dom.js";
import { button } from "../../kit/page.js";

/** @import { View } from "../../../esm/widget.d.ts" */

const QUICK = 70; // milliseconds to a seat
const SLOW = 900; // for the last ten, which are worth watching
const LAST = 10;
const MOVES = /** @type {const} */ (["claims", "size", "tie", "fault"]); // traits that end a play

/** @typedef {{code: string, name: string, most: number}} Place with the seats it has in the end */
/** @typedef {[place: number, seat: string, priority: string]} Claim one seat, in order of priority */

/**
 * @typedef {object} DealState
 * @property {Place[]} places
 * @property {Claim[]} claims those after the last seat get none
 * @property {number} first seats that are guaranteed
 * @property {number} size seats in all
 * @property {number} at seats dealt
 * @property {string} tie what to say of a tie for the last seats; or empty
 * @property {boolean} hamilton whether priorities are parts of a seat, instead of people
 * @property {string} fault why there is nothing to show; or empty
 */

/** @typedef {{step: number}} Step seats that are dealt on the screen */

/** The elements of the widget. */
function skeleton() {
  const heading = html("h2", {}, "Seats, dealt one by one");
  const controls = {
    start: button("|‹", { "aria-label": "To the guaranteed seats" }),
    back: button("‹", { "aria-label": "One seat back" }),
    play: button("Play"),
    step: button("›", { "aria-label": "Deal one seat" }),
    last: button("Last ten"),
    end: button("›|", { "aria-label": "Deal all" }),
    range: html("input", { type: "range", step: 1, "aria-label": "Seats dealt" }),
  };
  const tools = html(
    "div",
    { class: "page-tools", role: "group", "aria-label": "Dealing" },
    ...Object.values(controls),
  );
  const now = html("p", { class: "deal-now" });
  const next = html("p", { class: "deal-next" });
  const voice = html("p", { class: "page-hidden", role: "status" });
  const bars = html("ol", { class: "deal-bars" });
  return { controls, now, next, voice, bars, all: [heading, tools, now, next, voice, bars] };
}

/**
 * Make a row for each place: its name, a bar, its seats.
 *
 * @param {Place[]} places
 */
function rowsOf(places) {
  return places.map(({ code, name }) => {
    const title = name === code ? null : name;
    const bar = html("span", { class: "deal-bar" });
    const seats = html("span", { class: "deal-seats" });
    const item = html(
      "li",
      { class: "deal-place" },
      html("abbr", { class: "deal-code", title }, code),
      html("span", { class: "deal-track", "aria-hidden": "true" }, bar),
      seats,
    );
    return { item, bar, seats };
  });
}

/** @param {View<DealState, Step>} view */
function render({ model, el }) {
  const { controls, now, next, voice, bars, all } = skeleton();
  el.append(...all);
  /** @type {ReturnType<typeof rowsOf>} */
  let rows = [];
  let at = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} of the next seat, while it plays */
  let timer;

  /**
   * @template {keyof DealState} Name
   * @param {Name} name
   */
  const get = (name) => model.get(name);
  /** The seats that were dealt after the guaranteed ones. */
  const dealt = () => get("claims").slice(0, Math.max(0, at - get("first")));
  /** @param {Claim} claim */
  const told = ([place, seat, value]) => {
    const unit = get("hamilton") ? " of a seat" : "";
    const claim =
      value === "before all" ? "its claim comes before all" : `priority ${value}${unit}`;
    return `${get("places")[place]?.name}, its ${seat} seat (${claim})`;
  };
  /** What was dealt last. */
  const nowSaid = () => {
    const first = get("first");
    const claim = dealt().at(-1);
    if (claim) return `Seat ${at}: ${told(claim)}.`;
    if (first === 0) return "No seat is guaranteed.";
    return first === 1 ? "1 seat is guaranteed." : `${first} seats are guaranteed.`;
  };
  /** What comes next. */
  const nextSaid = () => {
    const [tie, full] = [get("tie"), at === get("size")];
    if (full && tie) return tie;
    const claim = get("claims")[at - get("first")];
    if (!claim) return "";
    return full ? `The House is full. Next would be ${told(claim)}.` : `Next: ${told(claim)}.`;
  };
  /** @returns {[string, string]} */
  const sentences = () => (get("fault") ? [get("fault"), ""] : [nowSaid(), nextSaid()]);

  const fill = () => {
    const places = get("places");
    const held = places.map(() => get("first") / places.length);
    for (const [place] of dealt()) held[place] = (held[place] ?? 0) + 1;
    const widest = Math.max(1, ...places.map(({ most }) => most));
    const latest = dealt().at(-1)?.[0];
    rows.forEach(({ item, bar, seats }, place) => {
      const number = held[place] ?? 0;
      bar.style.inlineSize = `${(100 * number) / widest}%`;
      seats.textContent = String(number);
      item.classList.toggle("deal-latest", place === latest);
    });
  };
  const show = () => {
    const [first, size] = [get("first"), get("size")];
    const { range, start, back, step, end, last, play } = controls;
    Object.assign(range, { min: String(first), max: String(size) });
    range.value = String(at);
    const [said, then] = sentences();
    range.setAttribute("aria-valuetext", `${at} of ${size} seats. ${said}`);
    now.textContent = said;
    next.textContent = then;
    /**
     * @param {HTMLElement} control
     * @param {boolean} on
     */
    const off = (control, on) => control.setAttribute("aria-disabled", String(on));
    for (const control of [start, back]) off(control, at <= first);
    for (const control of [step, end]) off(control, at >= size);
    off(last, at === Math.max(first, size - LAST));
    const offer = at >= size ? "Play again" : "Play";
    play.textContent = timer ? "Pause" : offer;
    fill();
  };

  // Python hears of the newest number only, so that a late answer never undoes a newer step.
  const asker = new Asker((/** @type {number} */ seats) => model.send({ step: seats }));
  /** Tell screen readers and Python; not for each seat while it plays. */
  const tell = () => {
    voice.textContent = sentences().join(" ");
    if (asker.isWaiting || at !== get("at")) asker.askInTurn(at);
  };
  const answered = () => {
    const isNewest = at === asker.oldest;
    if (asker.answered() && isNewest && at !== get("at")) moved();
  };
  const pause = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  /** @param {number} to */
  const go = (to) => {
    pause();
    at = Math.max(get("first"), Math.min(to, get("size")));
    show();
    tell();
  };
  const tick = () => {
    at += 1;
    const left = get("size") - at;
    timer = left > 0 ? setTimeout(tick, left < LAST ? SLOW : QUICK) : undefined;
    show();
    if (!timer) tell();
  };
  const play = () => {
    if (timer) {
      go(at);
      return;
    }
    if (at >= get("size")) at = get("first");
    if (at >= get("size")) return;
    timer = setTimeout(tick, QUICK);
    show();
  };

  const moved = () => {
    pause();
    at = get("at");
    show();
  };
  const open = () => {
    rows = rowsOf(get("places"));
    bars.replaceChildren(...rows.map(({ item }) => item));
    moved();
  };
  const followed = () => {
    if (!asker.isWaiting) moved();
  };
  const { start, back, step, last, end, range } = controls;
  start.addEventListener("click", () => go(get("first")));
  back.addEventListener("click", () => go(at - 1));
  step.addEventListener("click", () => go(at + 1));
  last.addEventListener("click", () => go(get("size") - LAST));
  end.addEventListener("click", () => go(get("size")));
  controls.play.addEventListener("click", play);
  range.addEventListener("input", () => {
    pause();
    at = Number(range.value);
    show();
  });
  range.addEventListener("change", () => go(Number(range.value)));
  model.on("change:places", open);
  for (const name of MOVES) model.on(`change:${name}`, moved);
  model.on("change:at", followed);
  model.on("msg:custom", answered);
  open();
  return () => {
    pause();
    model.off("change:places", open);
    for (const name of MOVES) model.off(`change:${name}`, moved);
    model.off("change:at", followed);
    model.off("msg:custom", answered);
  };
}

export default { render };
