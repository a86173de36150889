// What the page says of itself, above everything: quietly while it waits, aloud when it must.

const SHOWN = 1000; // ms that words stay at least, or they would flicker

/** The notice of what went wrong, which every page has. */
function noticed() {
  const notice = document.getElementById("sheet-notice");
  if (notice === null) throw new Error("The page has no element with the id sheet-notice.");
  return notice;
}

/** The bar of both kinds, which takes no room unless the page is over. */
function bar() {
  const notice = noticed();
  const there = notice.closest(".sheet-bar");
  if (there) return there;
  const made = Object.assign(document.createElement("div"), { className: "sheet-bar" });
  notice.before(made);
  made.append(notice);
  return made;
}

/**
 * Say that something went wrong.
 * @param {string} words
 * @param {Record<string, () => void>} buttons by what is on them; any of them takes the words back
 * @param {object} [how]
 * @param {boolean} [how.passing] whether the page goes on: the words must not push it about
 */
export function warn(words, buttons, { passing = false } = {}) {
  const notice = noticed();
  bar().classList.toggle("sheet-over", !passing);
  notice.replaceChildren(words);
  for (const [name, use] of Object.entries(buttons)) {
    const button = Object.assign(document.createElement("button"), { textContent: name });
    button.type = "button";
    button.addEventListener("click", () => {
      notice.hidden = true;
      use();
    });
    notice.append(" ", button);
  }
  notice.hidden = false;
}

/** Words that come while the page waits for something, and go when it is there. */
export class Waiting {
  #words = document.createElement("div");
  #since = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  constructor() {
    // There before it says anything: only then do all screen readers listen to it.
    this.#words.className = "sheet-notice sheet-status";
    this.#words.setAttribute("role", "status");
    bar().append(this.#words);
  }

  /**
   * Say what the page waits for, if it still does after some time.
   * @param {string} words
   * @param {number} after in milliseconds
   */
  show(words, after) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#put(words), after);
  }

  hide() {
    clearTimeout(this.#timer);
    if (!this.#words.hasChildNodes()) return;
    const left = this.#since + SHOWN - performance.now();
    this.#timer = setTimeout(() => this.#put(""), Math.max(0, left));
  }

  /** @param {string} words */
  #put(words) {
    this.#words.textContent = words;
    this.#since = performance.now();
  }
}
