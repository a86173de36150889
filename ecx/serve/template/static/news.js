// What the page tells its visitor of the server: that it is slow, or gone, or back.

import { loadAgain } from "./again.js";
import { Waiting, warn } from "./notice.js";
import { State } from "./state.js";
import { words } from "./words.js";

/**
 * What is waited for, and how many milliseconds go by before it is worth a word.
 * @type {Partial<Record<string, [words: string, after: number]>>}
 */
const WAITING = {
  [State.SLOW]: [words.slow, 0],
  [State.OFFLINE]: [words.offline, 300],
  [State.LOST]: [words.lost, 1500],
};

/**
 * Why the page is over.
 * @type {Partial<Record<string, string>>}
 */
const OVER = {
  [State.FAILED]: words.failed,
  [State.GONE]: words.gone,
  [State.INCOMPLETE]: words.incomplete,
  [State.TOO_LARGE]: words.tooLargeOver,
  [State.UNABLE]: words.unable,
  [State.UNREADABLE]: words.unreadable,
};

const reload = { [words.reload]: () => location.reload() };
const close = { [words.close]: () => undefined };

/**
 * What went wrong while the page goes on, and what the visitor can do.
 * @type {Partial<Record<string, [words: string, buttons: Record<string, () => void>]>>}
 */
const MISHAPS = {
  [State.UNSURE]: [words.unsure, { ...reload, ...close }],
  [State.TOO_LARGE]: [words.tooLarge, close],
  [State.UNREADABLE]: [words.unreadable, reload],
};

/**
 * Tell that the page could not be started or built.
 * @param {string} failure
 */
export function tellFailure(failure) {
  warn(failure, reload);
}

/**
 * Tell of the connection, each time it changes.
 * @returns {(state: string) => void}
 */
export function teller() {
  const waiting = new Waiting();
  return (state) => {
    const wait = WAITING[state];
    if (wait) waiting.show(...wait);
    else waiting.hide();
    const over = OVER[state];
    if (over === undefined || loadAgain()) return;
    // What is clicked from now on would be seen here and nowhere else.
    document.getElementById("sheet")?.toggleAttribute("inert", true);
    warn(over, reload);
  };
}

/**
 * Tell that something that was sent is lost, or may be.
 * @param {string} mishap
 */
export function tellMishap(mishap) {
  const told = MISHAPS[mishap];
  if (told && !loadAgain()) warn(...told, { passing: true });
}
