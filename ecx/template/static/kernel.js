// The connection to the page's kernel: sends, hands out replies, and comes back after a
// network that was lost for a moment.

import { Comms } from "./comms.js";
import { report } from "./outputs.js";
import { decode, encode, PROTOCOL } from "./wire.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
const ENDED = new Set(["restarting", "dead"]);
const OUTPUTS = new Set(["stream", "display_data", "execute_result", "error"]);

/** What happened to the connection. */
export const State = Object.freeze({ OPEN: "open", LOST: "lost", GONE: "gone" });

export class Kernel {
  #address;
  #session = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  #socket;
  #waiting = [];
  #callbacks = new Map();
  #outputTakers = [];
  #count = 0;
  #wait = FIRST_WAIT;
  #onState;

  /**
   * @param {string} id
   * @param {(state: string) => void} onState
   */
  constructor(id, onState) {
    this.#address = new URL(`api/kernels/${id}/`, document.baseURI);
    this.#onState = onState;
    this.comm_manager = new Comms(this);
    this.#connect();
  }

  /** @returns {boolean} true from the start: what is sent early waits for the connection. */
  is_connected() {
    return true;
  }

  /**
   * Send a message on the shell channel.
   * @param {string} type
   * @param {object} content
   * @param {object} [callbacks] called with the messages that answer this one
   * @param {object} [metadata]
   * @param {ArrayBuffer[]} [buffers]
   * @returns {string} the message's id
   */
  send_shell_message(type, content, callbacks, metadata = {}, buffers = []) {
    const id = `${this.#session}-${(this.#count += 1)}`;
    const header = {
      msg_id: id,
      msg_type: type,
      session: this.#session,
      username: "",
      version: "5.3",
      date: new Date().toISOString(),
    };
    if (callbacks) this.#callbacks.set(id, callbacks);
    const message = { channel: "shell", header, parent_header: {}, metadata, content, buffers };
    this.#post(encode(message));
    return id;
  }

  /** Ask which comms of a target are open. */
  comm_info(target, answer) {
    this.send_shell_message(
      "comm_info_request",
      { target_name: target },
      { shell: { reply: answer } },
    );
  }

  /** Have an output widget take what answers a message (ipywidgets' Output). */
  set_callbacks_for_msg(id, callbacks) {
    this.#callbacks.set(id, callbacks);
  }

  output_callback_overrides_push(message, taker) {
    this.#outputTakers.push({ message, taker });
  }

  output_callback_overrides_pop(message) {
    const index = this.#outputTakers.findLastIndex((entry) => entry.message === message);
    return index < 0 ? undefined : this.#outputTakers.splice(index, 1)[0].taker;
  }

  #connect() {
    const url = new URL(`channels?session_id=${this.#session}`, this.#address);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url, [PROTOCOL]);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#receive(decode(data));
    socket.onclose = () => this.#lost();
    this.#socket = socket;
  }

  #opened() {
    this.#wait = FIRST_WAIT;
    this.#onState(State.OPEN);
    this.#waiting.splice(0).forEach((message) => this.#socket.send(message));
  }

  async #lost() {
    this.#onState(State.LOST);
    const answer = await fetch(new URL("pulse", this.#address)).catch(() => undefined);
    if (answer?.status === 410) {
      this.#end();
      return;
    }
    setTimeout(() => this.#connect(), this.#wait);
    this.#wait = Math.min(2 * this.#wait, LONGEST_WAIT);
  }

  /** The kernel is gone, and with it what the page's widgets speak to. */
  #end() {
    this.#socket.onclose = null;
    this.#socket.close();
    this.#onState(State.GONE);
  }

  #post(message) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(message);
    else this.#waiting.push(message);
  }

  #receive(message) {
    const { msg_type: type } = message.header;
    message.msg_type = type;
    const parent = message.parent_header.msg_id;
    const callbacks = this.#callbacks.get(parent) ?? {};
    if (message.channel === "shell") {
      callbacks.shell?.reply?.(message);
    } else if (type === "status") {
      callbacks.iopub?.status?.(message);
      if (message.content.execution_state === "idle") this.#forget(parent);
      if (ENDED.has(message.content.execution_state)) this.#end();
    } else if (OUTPUTS.has(type) || type === "clear_output") {
      this.#output(message, parent, type === "clear_output" ? type : "output");
    } else {
      this.comm_manager.receive(message);
    }
  }

  #output(message, parent, kind) {
    const entry = this.#outputTakers.findLast(({ message: id }) => id === parent);
    const taker = this.#callbacks.get(entry?.taker ?? parent)?.iopub?.[kind] ?? report;
    taker(message);
  }

  #forget(id) {
    // The reply comes on another channel and may come after the kernel says it is idle.
    setTimeout(() => this.#callbacks.delete(id), 1000);
  }
}
