import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowTarget, shortcut } from "../../ecx/app/kit/keys.js";

const EVENT = {
  code: "",
  key: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
};

/** Two rows of buttons. */
const PLACES = [
  { left: 0, top: 0 },
  { left: 40, top: 0 },
  { left: 80, top: 0 },
  { left: 10, top: 30 },
  { left: 70, top: 30 },
];

test("arrows lead beside, and to the nearest button of the next row", () => {
  const cases = /** @type {const} */ ([
    [0, "ArrowRight", 1],
    [0, "ArrowLeft", -1],
    [4, "ArrowRight", -1],
    [1, "ArrowLeft", 0],
    [2, "ArrowDown", 4],
    [0, "ArrowDown", 3],
    [4, "ArrowUp", 2],
    [3, "ArrowUp", 0],
    [3, "ArrowDown", -1],
  ]);
  for (const [from, key, to] of cases)
    assert.equal(arrowTarget(PLACES, from, key), to, `${key} from ${from}`);
});

test("buttons that are askew by a part of a pixel are in one row", () => {
  const askew = [
    { left: 0, top: 0 },
    { left: 40, top: 0.6 },
  ];
  assert.equal(arrowTarget(askew, 0, "ArrowDown"), -1);
  assert.equal(arrowTarget(askew, 1, "ArrowUp"), -1);
});

test("shortcuts are named as aria-keyshortcuts names them", () => {
  assert.equal(shortcut({ ...EVENT, code: "KeyZ", key: "z", ctrlKey: true }), "Control+Z");
  assert.equal(shortcut({ ...EVENT, code: "KeyZ", key: "z", metaKey: true }), "Control+Z");
  assert.equal(shortcut({ ...EVENT, code: "KeyP", key: "π", altKey: true }), "Alt+P");
  assert.equal(shortcut({ ...EVENT, code: "Comma", key: "<", shiftKey: true }), "Shift+<");
});
