// Watches over what was sent, until each message is answered.

const SLOW = 3000;

export class Watch {
  /**
   * Since when a visitor waits for the answer, by id; Infinity if nobody does.
   * @type {Map<string, number>}
   */
  #sent = new Map();
  #isSlow = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #onChange;

  /** @param {() => void} onChange called whenever `isSlow` has become another */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** Whether a visitor has waited long for an answer. */
  get isSlow() {
    return this.#isSlow;
  }

  /** Whether a visitor waits for an answer. */
  get isWaited() {
    return this.#oldest < Number.POSITIVE_INFINITY;
  }

  /** The messages that have no answer yet, in the order they were sent. */
  get unanswered() {
    return [...this.#sent.keys()];
  }

  /**
   * Note that a message was sent.
   * @param {string} id
   * @param {boolean} waited whether a visitor waits for its answer
   */
  sent(id, waited) {
    this.#sent.set(id, waited ? performance.now() : Number.POSITIVE_INFINITY);
    this.#look();
  }

  /**
   * Note that a message was answered, or never will be.
   * @param {string} id
   */
  answered(id) {
    if (this.#sent.delete(id)) this.#look();
  }

  get #oldest() {
    return Math.min(...this.#sent.values());
  }

  #look() {
    clearTimeout(this.#timer);
    const left = this.#oldest + SLOW - performance.now();
    if (left > 0 && left < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#look(), Math.ceil(left));
    const before = this.#isSlow;
    this.#isSlow = left <= 0;
    if (this.#isSlow !== before) this.#onChange();
  }
}
