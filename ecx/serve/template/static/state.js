// How things stand between a page and its Python, whatever connects the two.

/**
 * How the connection between the page and its kernel is.
 * @enum {string}
 */
export const State = Object.freeze({
  OPENING: "opening",
  OPEN: "open",
  SLOW: "slow",
  OFFLINE: "offline",
  LOST: "lost",
  UNSURE: "unsure",
  TOO_LARGE: "too large",
  UNREADABLE: "unreadable",
  GONE: "gone",
  INCOMPLETE: "incomplete",
  UNABLE: "unable",
  FAILED: "failed",
});
