// Seats dealt one by one. The browser plays by its own clock, which runs only meanwhile, and sends
// no message: Python hears how far it went when it pauses.

import { Asker } from "../../../esm/ask.js";
import { html } from "../../../esm/dom.js";
import { filled } from "../../../esm/words.js";
import { button } from "../../kit/page.js";

/** @import { View } from "../../../esm/widget.d.ts" */

const QUICK = 70; // milliseconds to a seat
const SLOW = 900; // for the last ten, which are worth watching
const LAST = 10;
const MOVES = /** @type {const} */ (["claims", "size", "tie", "words", "fault"]); // traits that end a play

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
 * @property {Record<DealWord, string>} words what is said here
 * @property {string} fault why there is nothing to show; or empty
 */

/** @typedef {"now" | "next" | "full"} Moment of a claim */
/** @typedef {Moment | `${Moment}First` | "guaranteed" | "heading" | "tools" | "start" | "back" | "play" | "again" | "pause" | "step" | "last" | "end" | "range" | "value"} DealWord */

/** @typedef {{step: number}} Step seats that are dealt on the screen */

/**
 * The elements of the widget.
 *
 * @param {Record<DealWord, string>} words
 */
function skeleton(words) {
  const heading = html("h2", {}, words.heading);
  const controls = {
    start: button("|‹", { "aria-label": words.start }),
    back: button("‹", { "aria-label": words.back }),
    play: button(words.play),
    step: button("›", { "aria-label": words.step }),
    last: button(words.last),
    end: button("›|", { "aria-label": words.end }),
    range: html("input", { type: "range", step: 1, "aria-label": words.range }),
  };
  const tools = html(
    "div",
    { class: "page-tools", role: "group", "aria-label": words.tools },
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
  const { controls, now, next, voice, bars, all } = skeleton(model.get("words"));
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
  /**
   * @param {Moment} moment
   * @param {Claim} claim whose priority is empty if it comes before all others
   */
  const told = (moment, [place, which, value]) =>
    filled(get("words")[value ? moment : /** @type {const} */ (`${moment}First`)], {
      number: at,
      state: get("places")[place]?.name ?? "",
      which,
      value,
    });
  /** What was dealt last. */
  const nowSaid = () => {
    const claim = dealt().at(-1);
    return claim ? told("now", claim) : get("words").guaranteed;
  };
  /** What comes next. */
  const nextSaid = () => {
    const [tie, full] = [get("tie"), at === get("size")];
    if (full && tie) return tie;
    const claim = get("claims")[at - get("first")];
    if (!claim) return "";
    return told(full ? "full" : "next", claim);
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
    const [first, size, words] = [get("first"), get("size"), get("words")];
    const { range, start, back, step, end, last, play } = controls;
    Object.assign(range, { min: String(first), max: String(size) });
    range.value = String(at);
    const [said, then] = sentences();
    range.setAttribute("aria-valuetext", filled(words.value, { number: at, size, said }));
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
    const offer = at >= size ? words.again : words.play;
    play.textContent = timer ? words.pause : offer;
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
