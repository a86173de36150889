// Comms: the named conversations that widgets have with the kernel.

/** One conversation; its methods are those that the widget library calls. */
export class Comm {
  #onMessage = () => {};
  #onClose = () => {};

  constructor(target_name, comm_id) {
    this.target_name = target_name;
    this.comm_id = comm_id ?? crypto.randomUUID();
    this.kernel = undefined;
  }

  open(data, callbacks, metadata, buffers) {
    return this.#send("comm_open", data, callbacks, metadata, buffers);
  }

  send(data, callbacks, metadata, buffers) {
    return this.#send("comm_msg", data, callbacks, metadata, buffers);
  }

  close(data, callbacks, metadata, buffers) {
    const sent = this.#send("comm_close", data, callbacks, metadata, buffers);
    this.kernel.comm_manager.unregister_comm(this);
    return sent;
  }

  on_msg(callback) {
    this.#onMessage = callback;
  }

  on_close(callback) {
    this.#onClose = callback;
  }

  /** Take a message from the kernel. The next one waits until this one has been dealt with. */
  handle(message) {
    return message.msg_type === "comm_close" ? this.#onClose(message) : this.#onMessage(message);
  }

  #send(type, data = {}, callbacks, metadata, buffers) {
    const content = { comm_id: this.comm_id, target_name: this.target_name, data };
    return this.kernel.send_shell_message(type, content, callbacks, metadata, buffers);
  }
}

/** All conversations of a page. */
export class Comms {
  #targets = new Map();
  #comms = new Map();

  constructor(kernel) {
    this.kernel = kernel;
  }

  register_target(name, opened) {
    this.#targets.set(name, opened);
  }

  register_comm(comm) {
    comm.kernel = this.kernel;
    // A promise for the comm: one that the kernel opens may take a moment to be ready.
    this.#comms.set(comm.comm_id, Promise.resolve(comm));
    return comm.comm_id;
  }

  unregister_comm(comm) {
    this.#comms.delete(comm.comm_id);
  }

  // The widget library counts these six parameters to know what it may pass.
  new_comm(target, data, callbacks, metadata, id, buffers) {
    const comm = new Comm(target, id);
    this.register_comm(comm);
    comm.open(data, callbacks, metadata, buffers);
    return comm;
  }

  /** Hand a message of the kernel to its comm, each comm's messages in the order they came. */
  receive(message) {
    const { comm_id: id } = message.content;
    if (message.msg_type === "comm_open") this.#opened(id, message);
    else if (this.#comms.has(id)) this.#next(id, (comm) => comm.handle(message));
    if (message.msg_type === "comm_close") this.#comms.delete(id);
  }

  #opened(id, message) {
    const opened = this.#targets.get(message.content.target_name);
    if (!opened) return;
    this.register_comm(new Comm(message.content.target_name, id));
    this.#next(id, (comm) => opened(comm, message));
  }

  #next(id, step) {
    const turn = this.#comms.get(id).then(async (comm) => {
      try {
        await step(comm);
      } catch (error) {
        console.error(error);
      }
      return comm;
    });
    this.#comms.set(id, turn);
  }
}
