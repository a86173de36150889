import assert from "node:assert/strict";
import { test } from "node:test";
import { Asker } from "../../ecx/esm/ask.js";

/** Make an asker that keeps what it sends. */
function recorded() {
  /** @type {number[]} */
  const sent = [];
  /** @type {Asker<number>} */
  const asker = new Asker((request) => sent.push(request));
  return { asker, sent };
}

test("of requests in turn, only the newest is sent after an answer", () => {
  const { asker, sent } = recorded();
  for (const request of [1, 2, 3]) asker.askInTurn(request);
  assert.deepEqual(sent, [1]);
  assert.equal(asker.answered(), false);
  assert.deepEqual(sent, [1, 3]);
  assert.equal(asker.answered(), true);
  assert.deepEqual(sent, [1, 3]);
});

test("a request for what was just answered is not sent again", () => {
  const { asker, sent } = recorded();
  for (const request of [1, 2, 1]) asker.askInTurn(request);
  assert.equal(asker.answered(), true);
  assert.deepEqual(sent, [1]);
});

test("an urgent request waits for nothing and drops the one that waits", () => {
  const { asker, sent } = recorded();
  asker.askInTurn(1);
  asker.askInTurn(2);
  asker.ask(3);
  assert.deepEqual(sent, [1, 3]);
  assert.deepEqual([asker.oldest, asker.answered()], [1, false]);
  assert.deepEqual([asker.oldest, asker.answered()], [3, true]);
  assert.deepEqual(sent, [1, 3]);
});

test("a request in turn waits for all answers", () => {
  const { asker, sent } = recorded();
  for (const request of [1, 2]) asker.ask(request);
  asker.askInTurn(3);
  asker.answered();
  assert.deepEqual(sent, [1, 2]);
  asker.answered();
  assert.deepEqual(sent, [1, 2, 3]);
});

test("an asker waits from the first request to the last answer", () => {
  const { asker } = recorded();
  assert.equal(asker.isWaiting, false);
  asker.ask(1);
  asker.ask(2);
  asker.answered();
  assert.equal(asker.isWaiting, true);
  asker.answered();
  assert.equal(asker.isWaiting, false);
  assert.equal(asker.oldest, undefined);
});
