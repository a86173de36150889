import assert from "node:assert/strict";
import { test } from "node:test";
import { areUsable, fit, fitBoxes, labelSize } from "../../ecx/board/js/labels.js";
import { pinned } from "../../ecx/board/js/signs.js";

test("labels shrink, then lose a line, then go", () => {
  const cases = /** @type {const} */ ([
    [40, { size: 14, lines: 2 }],
    [16, { size: 11.2, lines: 2 }],
    [9, { size: 11.2, lines: 1 }],
    [4, { size: 14, lines: 0 }],
  ]);
  for (const [room, { size, lines }] of cases) {
    const found = fit(room, 14, "PA", "19 R");
    assert.deepEqual(
      [found.size.toFixed(3), found.lines],
      [size.toFixed(3), lines],
      `room ${room}`,
    );
  }
});

test("labels grow with the map and with the text around, within limits", () => {
  assert.equal(labelSize(1000, 16), 13.5);
  assert.equal(labelSize(700, 16), 11.2);
  assert.equal(labelSize(100, 16), 9.6);
  assert.equal(labelSize(9000, 16), 22.4);
  assert.equal(labelSize(1000, 32), 27);
});

test("boxes write on two lines where that lets them write larger", () => {
  assert.deepEqual(fitBoxes([{ w: 86, h: 28 }], 40), { size: 20, lines: 1 });
  assert.deepEqual(fitBoxes([{ w: 56, h: 44 }], 40), { size: 20, lines: 2 });
  assert.deepEqual(fitBoxes([], 14), { size: 14, lines: 1 });
});

test("labels of a phone may be smaller than those of a desk", () => {
  assert.equal(fit(10, 9.6, "PA", "19 R").lines, 1);
  assert.equal(fit(10, 9.6, "PA", "19 R").size < 11, true);
});

test("boxes are used on the map where they can be hit and read", () => {
  assert.equal(areUsable([{ w: 38, h: 24 }], 11), true);
  assert.equal(areUsable([{ w: 38, h: 23.9 }], 11), false);
  assert.equal(areUsable([{ w: 38, h: 24 }], 10.9), false);
});

test("a badge is at the left shoulder of its label", () => {
  const label = { code: "PA", value: "19 R", room: 40 };
  const { own, width, aside, up } = pinned(label, 2, 1, 14);
  assert.equal(own.toFixed(2), "11.20"); // 0.8 of the label's size
  assert.equal(width.toFixed(2), "1.79");
  assert.ok(aside > (2 * 0.68 * 14) / 2, "beside the code");
  assert.equal(up.toFixed(2), "13.30"); // 0.95 of the label's size
});

test("a badge takes the place of a label that has no room, and stays legible", () => {
  const { own, aside, up } = pinned({ code: "PA", value: "19 R", room: 1 }, 1, 1, 9);
  assert.deepEqual({ own, aside, up }, { own: 8, aside: 0, up: 0 });
});
