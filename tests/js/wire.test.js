import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode, MalformedError } from "../../ecx/serve/template/static/wire.js";

const MESSAGE = {
  channel: "shell",
  header: { msg_type: "comm_msg", msg_id: "1" },
  parent_header: {},
  metadata: {},
  content: { data: { text: "Pacífico →" } },
};

/** Where a number of a message is written, as the websocket protocol has it. */
const WORD = 8;

test("a message comes back as it was sent, with its buffers", () => {
  const buffers = [new Uint8Array([1, 2, 3]).subarray(1), new Uint8Array([4]).buffer];
  const { buffers: found, ...message } = decode(encode({ ...MESSAGE, buffers }));
  assert.deepEqual(message, MESSAGE);
  const bytes = found.map((view) => [
    ...new Uint8Array(view.buffer, view.byteOffset, view.byteLength),
  ]);
  assert.deepEqual(bytes, [[2, 3], [4]]);
});

test("what is no message is refused", () => {
  const whole = encode({ ...MESSAGE, buffers: [] });
  const wrong = whole.slice(0);
  new DataView(wrong).setBigUint64(2 * WORD, 9_999n, true); // the second part is beyond the end
  const many = whole.slice(0);
  new DataView(many).setBigUint64(0, 1_000n, true);
  const untyped = encode({ ...MESSAGE, header: { msg_type: "" }, buffers: [] });
  const cases = /** @type {[ArrayBuffer, RegExp][]} */ ([
    [new ArrayBuffer(0), /not in bytes/u],
    [whole.slice(0, 20), /cut short/u],
    [whole.slice(0, -1), /do not lie in it/u],
    [wrong, /do not lie in it/u],
    [many, /5 to 64 parts, not 999/u],
  ]);
  for (const [data, reason] of cases)
    assert.throws(() => decode(data), { name: "Error", message: reason });
  assert.equal(decode(untyped).header.msg_type, "");
});

test("parts that are no JSON objects are refused", () => {
  const text = /** @type {object} */ (JSON.parse('"text"'));
  const data = encode({ ...MESSAGE, metadata: text, buffers: [] });
  assert.throws(() => decode(data), MalformedError);
});
