// Comms: the named conversations that widgets have with the kernel.

/** @import { Kernel } from "./kernel.js" */
/** @import { Buffers, Callbacks, Message } from "./types.d.ts" */

/** @typedef {(message: Message) => unknown} Handler it may return a promise */
/** @typedef {(comm: Comm, message: Message) => unknown} Opened it may return a promise */

/** One conversation; its methods are those that the widget library calls. */
export class Comm {
  /** @type {Handler} */
  #onMessage = () => undefined;
  /** @type {Handler} */
  #onClose = () => undefined;
  /** @type {Kernel | undefined} set when the comm is registered */
  kernel;

  /**
   * @param {string} target_name
   * @param {string} [comm_id]
   */
  constructor(target_name, comm_id) {
    this.target_name = target_name;
    this.comm_id = comm_id ?? crypto.randomUUID();
  }

  /**
   * @param {object} [data]
   * @param {Callbacks} [callbacks]
   * @param {object} [metadata]
   * @param {Buffers} [buffers]
   */
  open(data, callbacks, metadata, buffers) {
    return this.#send("comm_open", data, callbacks, metadata, buffers);
  }

  /**
   * @param {object} [data]
   * @param {Callbacks} [callbacks]
   * @param {object} [metadata]
   * @param {Buffers} [buffers]
   */
  send(data, callbacks, metadata, buffers) {
    return this.#send("comm_msg", data, callbacks, metadata, buffers);
  }

  /**
   * @param {object} [data]
   * @param {Callbacks} [callbacks]
   * @param {object} [metadata]
   * @param {Buffers} [buffers]
   */
  close(data, callbacks, metadata, buffers) {
    const sent = this.#send("comm_close", data, callbacks, metadata, buffers);
    this.#registered.comm_manager.unregister_comm(this);
    return sent;
  }

  /** @param {Handler} callback */
  on_msg(callback) {
    this.#onMessage = callback;
  }

  /** @param {Handler} callback */
  on_close(callback) {
    this.#onClose = callback;
  }

  /**
   * Take a message from the kernel. The next one waits until this one has been dealt with.
   * @param {Message} message
   */
  handle(message) {
    return message.msg_type === "comm_close" ? this.#onClose(message) : this.#onMessage(message);
  }

  get #registered() {
    if (this.kernel === undefined) throw new Error("A comm was used before it was registered.");
    return this.kernel;
  }

  /**
   * @param {string} type
   * @param {object | undefined} data
   * @param {Callbacks | undefined} callbacks
   * @param {object | undefined} metadata
   * @param {Buffers | undefined} buffers
   */
  #send(type, data, callbacks, metadata, buffers) {
    const content = { comm_id: this.comm_id, target_name: this.target_name, data: data ?? {} };
    return this.#registered.send_shell_message(type, content, callbacks, metadata, buffers);
  }
}

/** All conversations of a page. */
export class Comms {
  /** @type {Map<string, Opened>} */
  #targets = new Map();
  /** @type {Map<string, Promise<Comm>>} */
  #comms = new Map();

  /** @param {Kernel} kernel */
  constructor(kernel) {
    this.kernel = kernel;
  }

  /**
   * @param {string} name
   * @param {Opened} opened
   */
  register_target(name, opened) {
    this.#targets.set(name, opened);
  }

  /** @param {Comm} comm */
  register_comm(comm) {
    comm.kernel = this.kernel;
    // A promise for the comm: one that the kernel opens may take a moment to be ready.
    this.#comms.set(comm.comm_id, Promise.resolve(comm));
    return comm.comm_id;
  }

  /** @param {Comm} comm */
  unregister_comm(comm) {
    this.#comms.delete(comm.comm_id);
  }

  /**
   * Open a conversation. The widget library counts these six parameters to know what it may pass.
   * @param {string} target
   * @param {object} [data]
   * @param {Callbacks} [callbacks]
   * @param {object} [metadata]
   * @param {string} [id]
   * @param {Buffers} [buffers]
   */
  new_comm(target, data, callbacks, metadata, id, buffers) {
    const comm = new Comm(target, id);
    this.register_comm(comm);
    comm.open(data, callbacks, metadata, buffers);
    return comm;
  }

  /**
   * Hand a message of the kernel to its comm, each comm's messages in the order they came.
   * @param {Message} message
   */
  receive(message) {
    const { comm_id: id = "" } = message.content;
    if (message.msg_type === "comm_open") this.#opened(id, message);
    else if (this.#comms.has(id)) this.#next(id, (comm) => comm.handle(message));
    if (message.msg_type === "comm_close") this.#comms.delete(id);
  }

  /**
   * @param {string} id
   * @param {Message} message
   */
  #opened(id, message) {
    const { target_name: target = "" } = message.content;
    const opened = this.#targets.get(target);
    if (!opened) return;
    this.register_comm(new Comm(target, id));
    this.#next(id, (comm) => opened(comm, message));
  }

  /**
   * Do something with a comm when all before is done.
   * @param {string} id
   * @param {(comm: Comm) => unknown} step
   */
  #next(id, step) {
    const done = this.#comms.get(id)?.then(async (comm) => {
      try {
        await step(comm);
      } catch (error) {
        console.error(error);
      }
      return comm;
    });
    if (done) this.#comms.set(id, done);
  }
}
