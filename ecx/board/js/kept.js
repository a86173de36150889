// What the browser keeps for the next visit: whether somebody wants patterns.

/** @import { Model } from "../../esm/widget.d.ts" */
/** @import { BoardState, Click } from "./types.d.ts" */

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
function keepPatterns(on) {
  try {
    if (on) localStorage.setItem(PATTERNS_KEPT, "on");
    else localStorage.removeItem(PATTERNS_KEPT);
  } catch {
    // It is not kept; the page works without.
  }
}

/**
 * Ask for the patterns that somebody wanted last time, and keep what is wanted from now on.
 *
 * @param {Model<BoardState, Click>} model
 */
export function remember(model) {
  if (keptPatterns() && !model.get("patterns")) model.send({ kind: "patterns", on: true });
  model.on("change:patterns", () => {
    // What the link of somebody else asks for is not kept: only what is chosen afterwards.
    if (document.documentElement.classList.contains("ecx-ready"))
      keepPatterns(model.get("patterns"));
  });
}
