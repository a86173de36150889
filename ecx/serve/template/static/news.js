// What the page tells its visitor of the server: that it is slow, or gone, or back.

import { loadAgain } from "./again.js";
import { State } from "./connection.js";
import { Waiting, warn } from "./notice.js";

/**
 * What is waited for, and how many milliseconds go by before it is worth a word.
 * @type {Partial<Record<string, [words: string, after: number]>>}
 */
const WAITING = {
  [State.SLOW]: ["Waiting for the server. Your clicks are kept and sent.", 0],
  [State.OFFLINE]: ["Your device is offline. Your clicks are kept and sent later.", 300],
  [State.LOST]: ["The connection is lost. We keep trying, and keep your clicks.", 1500],
};

const UNREADABLE = "The server could not read what this page sent. Reload it to go on.";

/**
 * Why the page is over.
 * @type {Partial<Record<string, string>>}
 */
const OVER = {
  [State.GONE]: "This page went to sleep; reload it to go on.",
  [State.TOO_LARGE]: "That was too much to send at once. Reload the page to go on.",
  [State.UNREADABLE]: UNREADABLE,
};

const reload = { Reload: () => location.reload() };
const close = { Close: () => undefined };

/**
 * What went wrong while the page goes on, and what the visitor can do.
 * @type {Partial<Record<string, [words: string, buttons: Record<string, () => void>]>>}
 */
const MISHAPS = {
  [State.UNSURE]: [
    "The connection broke. Your last click may be lost. Reload to check.",
    { ...reload, ...close },
  ],
  [State.TOO_LARGE]: ["That was too much to send at once. Try a smaller part.", close],
  [State.UNREADABLE]: [UNREADABLE, reload],
};

/**
 * Tell that the page could not be started or built.
 * @param {string} words
 */
export function tellFailure(words) {
  warn(words, reload);
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
