// The websocket to the page's kernel: opened again when it is lost, replaced when it hangs, and
// given up when the kernel is gone.

import { State } from "./state.js";
import { decode, encode, PROTOCOL } from "./wire.js";

/** @import { ConnectionEvents, PageConnection, SentMessage } from "./types.d.ts" */

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
const SILENCE = 10_000; // after which a socket that should have said something is doubted
const LONGEST_SILENCE = 80_000;
const RETURN = 3000; // what a socket has to answer in, once the network is back
const PULSE = 5000; // what a server that can be reached has to answer in
const A_MINUTE = 60_000;

/**
 * What the server closes a websocket with when it does not take what the page sent.
 * @type {Partial<Record<number, string>>}
 */
const REFUSALS = {
  1003: State.UNREADABLE,
  1007: State.UNREADABLE,
  1008: State.UNREADABLE,
  1009: State.TOO_LARGE,
};

/** @implements {PageConnection} */
export class Connection {
  #channels;
  #pulse;
  #on;
  /** @type {WebSocket} */
  #socket;
  /** @type {string} */
  #state = State.OPENING;
  #isOffline = false; // the browser said so, and nothing was heard of the server since
  #isTried = false; // whether the socket has been tried since
  #wait = FIRST_WAIT;
  /** @type {ReturnType<typeof setTimeout> | undefined} of the next attempt to connect */
  #retry;
  #silence = SILENCE;
  /** @type {ReturnType<typeof setTimeout> | undefined} of `expect` */
  #alarm;
  /** @type {AbortController | undefined} ends the question whether the kernel lives */
  #asking;
  #refused = Number.NEGATIVE_INFINITY; // when the server last refused what the page sent

  /**
   * @param {URL} address of the kernel
   * @param {string} session what the server knows this page by when it comes back
   * @param {ConnectionEvents} on
   */
  constructor(address, session, on) {
    this.#channels = new URL(`channels?session_id=${session}`, address);
    this.#channels.protocol = address.protocol.replace("http", "ws");
    this.#pulse = new URL("pulse", address);
    this.#on = on;
    addEventListener("offline", () => this.#left());
    addEventListener("online", () => this.#returned());
    this.#socket = this.#connect();
  }

  get state() {
    return this.#isOffline && !this.#isOver ? State.OFFLINE : this.#state;
  }

  /**
   * Send a message.
   * @param {SentMessage} message
   * @returns {boolean} whether it has been sent
   */
  send(message) {
    if (this.#socket.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(encode(message));
    return true;
  }

  /** Expect to hear something, no matter what; if nothing comes for long, find out why. */
  expect(silence = this.#silence) {
    this.#alarm ??= setTimeout(() => this.#doubt(), silence);
  }

  /**
   * Give it up.
   * @param {string} state why
   */
  end(state) {
    this.#hangUp();
    this.#become(state);
  }

  get #isOver() {
    return (
      this.#state !== State.OPENING && this.#state !== State.OPEN && this.#state !== State.LOST
    );
  }

  #connect() {
    this.#retry = undefined;
    const socket = new WebSocket(this.#channels, [PROTOCOL]);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.#opened();
    socket.onmessage = ({ data }) => this.#heard(data);
    socket.onclose = ({ code }) => this.#closed(code);
    this.#socket = socket;
    this.expect();
    return socket;
  }

  #opened() {
    this.#wait = FIRST_WAIT;
    this.#isOffline = false;
    this.#calm();
    this.#on.open();
    this.#become(State.OPEN);
  }

  /** @param {ArrayBuffer} data */
  #heard(data) {
    this.#silence = SILENCE;
    this.#calm();
    if (this.#isOffline) {
      this.#isOffline = false;
      this.#on.change();
    }
    try {
      this.#on.message(decode(data));
    } catch (error) {
      console.error(error);
    }
    this.#on.heard();
  }

  /** @param {number} code */
  #closed(code) {
    const refusal = REFUSALS[code];
    if (refusal) {
      const before = this.#refused;
      this.#refused = performance.now();
      if (this.#refused - before < A_MINUTE) {
        this.end(refusal);
        return;
      }
      this.#on.refusal(refusal);
    }
    this.#lost();
  }

  /** Come back, unless the kernel is gone. */
  async #lost() {
    this.#hangUp();
    this.#become(State.LOST);
    const lives = await this.#lives();
    if (this.#isOver) return;
    if (lives === false) {
      this.end(State.GONE);
      return;
    }
    this.#retry = setTimeout(() => this.#connect(), this.#wait);
    this.#wait = Math.min(Math.max(2 * this.#wait, FIRST_WAIT), LONGEST_WAIT);
  }

  /** Nothing was heard for long: because of the kernel, the network, or a socket that hangs? */
  async #doubt() {
    const alarm = this.#alarm;
    const lives = await this.#lives();
    if (alarm !== this.#alarm) return; // heard or lost in the meantime
    this.#alarm = undefined;
    if (lives === false) this.end(State.GONE);
    else if (this.#isOffline) this.#try(lives);
    else if (lives && this.#isSpared) {
      this.#silence *= 2;
      this.expect();
    } else {
      this.#silence = Math.min(2 * this.#silence, LONGEST_SILENCE);
      this.#lost();
    }
  }

  /** Whether the silence has a reason: not for ever, for the socket may hang all the same. */
  get #isSpared() {
    const isSlow = this.#socket.readyState === WebSocket.CONNECTING || this.#on.work();
    return isSlow && this.#silence < LONGEST_SILENCE;
  }

  #left() {
    if (this.#isOver) return;
    this.#isOffline = true;
    this.#isTried = false;
    this.#on.change();
    // The browser may mean the world, and the server be in this room or on this machine.
    if (this.#socket.readyState === WebSocket.OPEN) this.#doubtNow();
  }

  #returned() {
    if (this.#isOver) return;
    this.#wait = 0;
    if (this.#retry !== undefined) {
      clearTimeout(this.#retry);
      this.#connect();
    } else if (this.#socket.readyState === WebSocket.OPEN) {
      if (this.#isOffline) this.#doubtNow();
    } else if (this.#socket.readyState === WebSocket.CONNECTING) this.#lost();
    else this.#asking?.abort();
  }

  #doubtNow() {
    this.#calm();
    this.expect(0);
  }

  /**
   * Try a socket after the network was away: it may have outlived that, and with it what was sent.
   * @param {boolean | undefined} lives whether the kernel does, if somebody answered
   */
  #try(lives) {
    if (!lives || this.#socket.readyState !== WebSocket.OPEN) this.expect();
    else if (this.#isTried) this.#lost();
    else {
      this.#isTried = true;
      this.#on.trial();
      this.expect(RETURN);
    }
  }

  /**
   * Ask the server whether the kernel lives.
   * @returns {Promise<boolean | undefined>} undefined if nobody answers
   */
  async #lives() {
    const asking = new AbortController();
    const timer = setTimeout(() => asking.abort(), PULSE);
    this.#asking = asking;
    const answer = await fetch(this.#pulse, { signal: asking.signal }).catch(() => undefined);
    clearTimeout(timer);
    if (answer?.status === 204) return true;
    return answer?.status === 410 ? false : undefined;
  }

  /** Expect nothing any more. */
  #calm() {
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
  }

  /** Close the socket, which may hang, and hear no more of it. */
  #hangUp() {
    this.#calm();
    clearTimeout(this.#retry);
    this.#retry = undefined;
    Object.assign(this.#socket, { onopen: null, onmessage: null, onclose: null });
    this.#socket.close();
  }

  /** @param {string} state */
  #become(state) {
    this.#state = state;
    this.#on.change();
  }
}
