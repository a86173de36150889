import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbours } from "../../ecx/board/js/neighbours.js";

/** @import { Point } from "../../ecx/board/js/types.d.ts" */

/**
 * Return the units that arrow keys lead to from a unit.
 *
 * @param {ReturnType<typeof neighbours>} steps
 * @param {string} start
 */
function reached(steps, start) {
  const found = new Set([start]);
  for (const unit of found)
    for (const next of Object.values(steps.get(unit) ?? {})) if (next !== null) found.add(next);
  return found;
}

/**
 * Return random numbers below a limit, the same ones for the same seed (Park and Miller 1988).
 *
 * @param {number} seed
 */
function randomFrom(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
}

test("arrows lead to the nearest unit on their side", () => {
  /** @type {Map<string, Point>} */
  const points = new Map([
    ["NW", [0, 0]],
    ["NE", [10, 1]],
    ["SW", [1, 10]],
    ["SE", [11, 11]],
  ]);
  const steps = neighbours(points);
  assert.deepEqual(steps.get("NW"), { left: null, right: "NE", up: null, down: "SW" });
  assert.deepEqual(steps.get("SE"), { left: "SW", right: null, up: "NE", down: null });
});

test("of units that are equally near the first is taken", () => {
  /** @type {Map<string, Point>} */
  const points = new Map([
    ["here", [0, 0]],
    ["second", [4, 2]],
    ["first", [4, -2]],
  ]);
  assert.equal(neighbours(points).get("here")?.right, "second");
});

test("no units need no steps", () => {
  assert.deepEqual(neighbours(new Map()), new Map());
});

test("arrows lead from everywhere to everywhere", () => {
  const random = randomFrom(1788);
  for (let round = 0; round < 300; round += 1) {
    /** @type {Map<string, Point>} */
    const points = new Map();
    // A coarse grid: many units are in line, and some have the same place.
    for (let unit = random(30); unit >= 0; unit -= 1)
      points.set(`u${unit}`, [random(10), random(10)]);
    const steps = neighbours(points);
    for (const unit of points.keys())
      assert.equal(reached(steps, unit).size, points.size, JSON.stringify([...points]));
  }
});
