// Requests to Python that are worth sending only while they are the newest.

/**
 * Sends requests and knows which of them are unanswered. Each request has one answer, and answers
 * come in the order of the requests.
 *
 * @template Request
 */
export class Asker {
  /** @type {(request: Request) => void} */
  #send;
  /** @type {Request[]} the requests that have no answer yet, the oldest first */
  #unanswered = [];
  /** @type {{request: Request} | null} the newest request that waits for these answers */
  #waiting = null;

  /** @param {(request: Request) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /** Whether a request has no answer yet. */
  get isWaiting() {
    return this.#unanswered.length > 0;
  }

  /** The request that the next answer belongs to; undefined if all are answered. */
  get oldest() {
    return this.#unanswered[0];
  }

  /**
   * Send a request at once. One that waits is older, and is dropped.
   *
   * @param {Request} request
   */
  ask(request) {
    this.#waiting = null;
    this.#unanswered.push(request);
    this.#send(request);
  }

  /**
   * Send a request as soon as all others are answered. A newer one takes its place until then.
   *
   * @param {Request} request
   */
  askInTurn(request) {
    if (this.isWaiting) this.#waiting = { request };
    else this.ask(request);
  }

  /**
   * Note that the oldest request was answered, and send the one that waits. It is dropped if it
   * asks for what was just answered.
   *
   * @returns {boolean} Whether all requests are answered now.
   */
  answered() {
    const answered = this.#unanswered.shift();
    if (this.isWaiting) return false;
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null && waiting.request !== answered) this.ask(waiting.request);
    return !this.isWaiting;
  }
}
