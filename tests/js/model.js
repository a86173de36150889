// A stand-in for the model that anywidget hands to a widget: it keeps what is sent to Python.

/**
 * @template {object} State
 * @template [Sent=never]
 */
export class StubModel {
  #state;
  /** @type {Map<string, ((...args: never[]) => void)[]>} by event */
  #handlers = new Map();
  /** @type {Sent[]} */
  sent = [];
  saved = 0;

  /** @param {State} state */
  constructor(state) {
    this.#state = state;
  }

  /**
   * @template {keyof State} Name
   * @param {Name} name
   */
  get(name) {
    return this.#state[name];
  }

  /**
   * @template {keyof State} Name
   * @param {Name} name
   * @param {State[Name]} value
   */
  set(name, value) {
    this.#state[name] = value;
    for (const handler of this.#handlers.get(`change:${String(name)}`) ?? []) handler();
  }

  save_changes() {
    this.saved += 1;
  }

  /** @param {Sent} message */
  send(message) {
    this.sent.push(message);
  }

  /**
   * @param {string} event
   * @param {(...args: never[]) => void} handler
   */
  on(event, handler) {
    this.#handlers.set(event, [...(this.#handlers.get(event) ?? []), handler]);
  }

  off() {
    throw new Error("The board never stops listening to its model.");
  }

  /**
   * Change traits as one message of Python does.
   *
   * @param {Partial<State>} state
   */
  answer(state) {
    Object.assign(this.#state, state);
    for (const name of Object.keys(state)) {
      for (const handler of this.#handlers.get(`change:${name}`) ?? []) handler();
    }
  }
}
