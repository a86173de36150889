// The page's kernel: sends it messages and hands out its replies, keeps what cannot be sent yet,
// and finds out what became of what was sent when the connection was lost.
//
// What was sent before a loss and has no answer may have arrived or not, and the kernel would carry
// out a message twice that comes twice: so it is never sent again. After the loss the server sends
// the answers that it kept. Whatever the kernel has not answered by the time it answers a question
// asked then is missing, or its answer is, and the visitor is told.

import { Comms } from "./comms.js";
import { report } from "./outputs.js";
import { State } from "./state.js";
import { Watch } from "./watch.js";

/** @import { Buffers, Callbacks, Connect, Content, Message, SentMessage } from "./types.d.ts" */

/** @typedef {"output" | "clear_output"} OutputKind */

const ENDED = new Set(["restarting", "dead"]);
const OUTPUTS = new Set(["stream", "display_data", "execute_result", "error"]);

export class Kernel {
  #session = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  #connection;
  #watch = new Watch(() => this.#look());
  /** @type {string} */
  #state = State.OPENING;
  /** @type {[id: string, message: SentMessage][]} that wait until the server answers */
  #held = [];
  /** @type {string[]} ids of what was sent over a connection that was lost */
  #doubtful = [];
  /** @type {string | undefined} id of the message that settles these doubts */
  #question;
  /** @type {string | undefined} why the server closed the connection, if it did */
  #refusal;
  #isAtWork = false;
  #hasVisitor = false;
  /** @type {Map<string, Callbacks>} by id of the message */
  #callbacks = new Map();
  /** @type {{message: string, taker: string}[]} ids */
  #outputTakers = [];
  #count = 0;
  #onState;
  #onMishap;

  /**
   * @param {Connect} connect connects the page with its Python
   * @param {(state: string) => void} onState told how the connection is, whenever that changes
   * @param {(mishap: string) => void} onMishap told why something that was sent may be lost
   */
  constructor(connect, onState, onMishap) {
    this.#onState = onState;
    this.#onMishap = onMishap;
    /** @type {{_loadFromKernel(): Promise<void>} | undefined} which the widget library puts here */
    this.widget_manager = undefined;
    this.comm_manager = new Comms(this);
    this.#connection = connect(this.#session, {
      open: () => this.#opened(),
      change: () => this.#look(),
      message: (message) => this.#receive(message),
      heard: () => this.#expect(),
      refusal: (refusal) => {
        this.#refusal = refusal;
      },
      trial: () => this.#ask(),
      work: () => this.#isAtWork,
    });
  }

  /** From now on somebody waits for answers: before, the page has only asked by itself. */
  noteVisitor() {
    this.#hasVisitor = true;
  }

  /** @returns {boolean} true from the start: what is sent early waits for the connection. */
  is_connected() {
    return true;
  }

  /**
   * Send a message on the shell channel.
   * @param {string} type
   * @param {Content} content
   * @param {Callbacks} [callbacks] called with the messages that answer this one
   * @param {object} [metadata]
   * @param {Buffers} [buffers]
   * @returns {string} the message's id
   */
  send_shell_message(type, content, callbacks, metadata = {}, buffers = []) {
    const [id, message] = this.#write(type, content, metadata, buffers);
    if (callbacks) this.#callbacks.set(id, callbacks);
    if (this.#state !== State.OPEN || !this.#send(id, message)) this.#held.push([id, message]);
    return id;
  }

  /**
   * Ask which comms of a target are open.
   * @param {string} target
   * @param {(message: Message) => void} answer
   */
  comm_info(target, answer) {
    this.send_shell_message(
      "comm_info_request",
      { target_name: target },
      { shell: { reply: answer } },
    );
  }

  /**
   * Have an output widget take what answers a message (ipywidgets' Output).
   * @param {string} id
   * @param {Callbacks} callbacks
   */
  set_callbacks_for_msg(id, callbacks) {
    this.#callbacks.set(id, callbacks);
  }

  /**
   * @param {string} message
   * @param {string} taker
   */
  output_callback_overrides_push(message, taker) {
    this.#outputTakers.push({ message, taker });
  }

  /** @param {string} message */
  output_callback_overrides_pop(message) {
    const index = this.#outputTakers.findLastIndex((entry) => entry.message === message);
    return index < 0 ? undefined : this.#outputTakers.splice(index, 1)[0]?.taker;
  }

  /**
   * @param {string} type
   * @param {Content} content
   * @param {object} metadata
   * @param {Buffers} buffers
   * @returns {[id: string, message: SentMessage]}
   */
  #write(type, content, metadata = {}, buffers = []) {
    this.#count += 1;
    const id = `${this.#session}-${this.#count}`;
    const header = {
      msg_id: id,
      msg_type: type,
      session: this.#session,
      username: "",
      version: "5.3",
      date: new Date().toISOString(),
    };
    return [id, { channel: "shell", header, parent_header: {}, metadata, content, buffers }];
  }

  /**
   * @param {string} id
   * @param {SentMessage} message
   * @returns {boolean} whether it has been sent
   */
  #send(id, message) {
    if (!this.#connection.send(message)) return false;
    this.#watch.sent(id, this.#hasVisitor);
    this.#expect();
    return true;
  }

  #expect() {
    if (this.#watch.isWaited) this.#connection.expect();
  }

  /** Ask what the kernel answers once it has dealt with all that came before. */
  #ask() {
    const [id, message] = this.#write("kernel_info_request", {});
    this.#connection.send(message);
    this.#question = id;
  }

  /** See how the connection is, tell of a change, and send what waits if that is possible. */
  #look() {
    const { state } = this.#connection;
    const now = state === State.OPEN && this.#watch.isSlow ? State.SLOW : state;
    if (now !== this.#state) {
      this.#state = now;
      this.#onState(now);
    }
    while (true) {
      const [next] = this.#held;
      if (this.#state !== State.OPEN || next === undefined || !this.#send(...next)) return;
      this.#held.shift();
    }
  }

  #opened() {
    this.#doubtful = this.#watch.unanswered;
    if (this.#doubtful.length > 0 || this.#refusal) this.#ask();
    this.#expect();
  }

  /** The kernel has dealt with all that reached it. */
  #settle() {
    const unanswered = new Set(this.#watch.unanswered);
    const missing = this.#doubtful.filter((id) => unanswered.has(id));
    this.#doubtful = [];
    for (const id of missing) {
      // A model sends nothing more until it hears that the kernel is done with its last message.
      this.#callbacks.get(id)?.iopub?.status?.({ content: { execution_state: "idle" } });
      this.#forget(id);
      this.#watch.answered(id);
    }
    if (this.#refusal || missing.length > 0) this.#onMishap(this.#refusal ?? State.UNSURE);
    this.#refusal = undefined;
  }

  /** @param {Message} message */
  #receive(message) {
    const { msg_type: type } = message.header;
    message.msg_type = type;
    const parent = message.parent_header.msg_id ?? "";
    const callbacks = this.#callbacks.get(parent) ?? {};
    if (message.channel === "shell") {
      this.#watch.answered(parent);
      callbacks.shell?.reply?.(message);
    } else if (type === "status") {
      this.#status(message, parent, callbacks);
    } else if (OUTPUTS.has(type) || type === "clear_output") {
      this.#output(message, parent, type === "clear_output" ? "clear_output" : "output");
    } else {
      this.comm_manager.receive(message);
    }
  }

  /**
   * @param {Message} message
   * @param {string} parent
   * @param {Callbacks} callbacks
   */
  #status(message, parent, callbacks) {
    const { execution_state: state = "" } = message.content;
    this.#isAtWork = state === "busy";
    if (state === "idle") {
      this.#forget(parent);
      this.#watch.answered(parent);
      if (parent === this.#question) this.#settle();
    }
    if (ENDED.has(state)) this.#connection.end(State.GONE);
    callbacks.iopub?.status?.(message);
  }

  /**
   * @param {Message} message
   * @param {string} parent
   * @param {OutputKind} kind
   */
  #output(message, parent, kind) {
    const entry = this.#outputTakers.findLast(({ message: id }) => id === parent);
    const taker = this.#callbacks.get(entry?.taker ?? parent)?.iopub?.[kind] ?? report;
    taker(message);
  }

  /** @param {string} id */
  #forget(id) {
    // The reply comes on another channel and may come after the kernel says it is idle.
    setTimeout(() => this.#callbacks.delete(id), 1000);
  }
}
