// What the page tells its visitor of the server: that it is slow, or gone, or back.

import { loadAgain } from "./again.js";
import { State } from "./connection.js";
import { Waiting, warn } from "./notice.js";

/** What is waited for, and how many milliseconds go by before it is worth a word. */
const WAITING = {
  [State.SLOW]: ["Waiting for the server. Your clicks are kept and sent.", 0],
  [State.OFFLINE]: ["Your device is offline. Your clicks are kept and sent later.", 300],
  [State.LOST]: ["The connection is lost. We keep trying, and keep your clicks.", 1500],
};

/** Why it is over. */
const OVER = {
  [State.GONE]: "This page went to sleep; reload it to go on.",
  [State.TOO_LARGE]: "That was too much to send at once. Reload the page to go on.",
  [State.UNREADABLE]: "The server could not read what this page sent. Reload it to go on.",
};

const reload = { Reload: () => location.reload() };
const close = { Close: () => {} };

/** What went wrong while the page goes on, and what the visitor can do. */
const MISHAPS = {
  [State.UNSURE]: [
    "The connection broke. Your last click may be lost. Reload to check.",
    { ...reload, ...close },
  ],
  [State.TOO_LARGE]: ["That was too much to send at once. Try a smaller part.", close],
  [State.UNREADABLE]: [OVER[State.UNREADABLE], reload],
};

/** Tell that the page could not be started or built. */
export function tellFailure(words) {
  warn(words, reload);
}

/** Tell of the connection, each time it changes. */
export function teller() {
  const waiting = new Waiting();
  return (state) => {
    if (state in WAITING) waiting.show(...WAITING[state]);
    else waiting.hide();
    if (!(state in OVER) || loadAgain()) return;
    // What is clicked from now on would be seen here and nowhere else.
    document.getElementById("sheet").inert = true;
    warn(OVER[state], reload);
  };
}

/** Tell that something that was sent is lost, or may be. */
export function tellMishap(mishap) {
  if (!loadAgain()) warn(...MISHAPS[mishap], { passing: true });
}
