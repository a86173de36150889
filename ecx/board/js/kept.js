// What the browser keeps for the next visit: whether somebody wants patterns.

const PATTERNS_KEPT = "ecx-patterns";

/** Whether patterns were on when somebody was here last. */
export function keptPatterns() {
  try {
    return localStorage.getItem(PATTERNS_KEPT) === "on";
  } catch {
    return false; // some browsers keep nothing for a page in a frame
  }
}

/** @param {boolean} on whether patterns are on now */
export function keepPatterns(on) {
  try {
    if (on) localStorage.setItem(PATTERNS_KEPT, "on");
    else localStorage.removeItem(PATTERNS_KEPT);
  } catch {
    // It is not kept; the page works without.
  }
}
