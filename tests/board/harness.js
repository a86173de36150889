// A stand-in for the model that anywidget hands to a widget: it keeps what is sent, and answers
// only when a test says so.

class Model {
  #state;
  #handlers = new Map();
  sent = [];
  saved = 0;

  constructor(state) {
    this.#state = structuredClone(state);
  }

  get(name) {
    return this.#state[name];
  }

  set(name, value) {
    if (this.#state[name] === value) return;
    this.#state[name] = value;
    for (const handler of this.#handlers.get(`change:${name}`) ?? []) handler();
  }

  save_changes() {
    this.saved += 1;
  }

  on(event, handler) {
    this.#handlers.set(event, [...(this.#handlers.get(event) ?? []), handler]);
  }

  send(message) {
    this.sent.push(message);
  }

  /** One message from Python: all traits change, then their handlers run. */
  answer(state) {
    for (const [name, value] of Object.entries(state)) this.#state[name] = structuredClone(value);
    for (const name of Object.keys(state)) {
      for (const handler of this.#handlers.get(`change:${name}`) ?? []) handler();
    }
  }
}

/** Show a board from its joined text and its state; a test speaks to it through `globalThis.model`. */
globalThis.showBoard = async (text, state) => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const widget = (await import(address)).default();
  globalThis.model = new Model(state);
  await widget.initialize({ model: globalThis.model });
  const el = document.querySelector("main");
  globalThis.removeBoard = await widget.render({ model: globalThis.model, el });
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame(); // by now the board knows how wide it is
};
