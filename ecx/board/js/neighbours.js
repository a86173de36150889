// Which unit lies to the left, right, above and below: the arrow keys' way over the map.

/** @import { Point } from "./types.d.ts" */
/** @typedef {"left" | "right" | "up" | "down"} Way */
/** @typedef {Record<Way, string | null>} Step the next unit by way, or null */
/** @typedef {Map<string, Step>} Steps by unit */
/** @typedef {{unit: string, point: Point, number: number}} Standing a unit, with its number */

/** @type {Way[]} */
const WAYS = ["left", "right", "up", "down"];

/**
 * Each way's axis (x is 0, y is 1) and its sense along it.
 *
 * @type {Record<Way, [axis: 0 | 1, sense: 1 | -1]>}
 */
const COURSES = { left: [0, -1], right: [0, 1], up: [1, -1], down: [1, 1] };

// How far off its course a step may lead, and what a detour costs against distance.
const CONE = 1.5;
const DETOUR = 1.5;

/**
 * Return what a step of so far along a course and so far across it costs; Infinity if it is none.
 *
 * @param {number} along
 * @param {number} across
 */
function cost(along, across) {
  return along > 0 && across <= along * CONE ? along + DETOUR * across : Number.POSITIVE_INFINITY;
}

/**
 * Return the unit that the cheapest step leads to from the unit of a rank; null if there is none.
 *
 * @param {Standing[]} order all units in order along an axis
 * @param {number} rank
 * @param {0 | 1} axis
 * @param {1 | -1} sense
 */
function cheapest(order, rank, axis, sense) {
  /** @type {{to: Standing, price: number} | null} */
  let best = null;
  const crossing = axis === 0 ? 1 : 0;
  const from = order[rank];
  for (let at = rank + sense; from; at += sense) {
    const to = order[at];
    if (to === undefined) break;
    const along = Math.abs(to.point[axis] - from.point[axis]);
    if (best !== null && along > best.price) break; // nor does any after it cost less
    const price = cost(along, Math.abs(to.point[crossing] - from.point[crossing]));
    if (price < Number.POSITIVE_INFINITY && isBetter(to, price, best)) best = { to, price };
  }
  return best?.to.unit ?? null;
}

/**
 * Whether a step is cheaper than another, or as cheap and to a unit with a smaller number.
 *
 * @param {Standing} to
 * @param {number} price
 * @param {{to: Standing, price: number} | null} other
 */
function isBetter({ number }, price, other) {
  if (other === null || price < other.price) return true;
  return price === other.price && number < other.to.number;
}

/**
 * Return where each arrow key leads from each unit by geometry alone.
 *
 * @param {Map<string, Point>} points
 * @returns {Steps}
 */
function stepsByCourse(points) {
  const standings = [...points].map(([unit, point], number) => ({ unit, point, number }));
  /** @type {Steps} */
  const steps = new Map();
  for (const unit of points.keys()) {
    steps.set(unit, { left: null, right: null, up: null, down: null });
  }
  for (const way of WAYS) {
    const [axis, sense] = COURSES[way];
    const order = standings.toSorted((a, b) => a.point[axis] - b.point[axis]);
    order.forEach(({ unit }, rank) => {
      const step = steps.get(unit);
      if (step) step[way] = cheapest(order, rank, axis, sense);
    });
  }
  return steps;
}

/**
 * Return the units that `next` leads to from a unit by any number of steps, itself included.
 *
 * @param {string} start
 * @param {(unit: string) => (string | null)[]} next
 */
function spread(start, next) {
  const found = new Set([start]);
  for (const unit of found) {
    for (const other of next(unit)) if (other !== null) found.add(other);
  }
  return found;
}

/**
 * Return the units that steps lead to from a unit, itself included.
 *
 * @param {Steps} steps
 * @param {string} start
 */
function reachable(steps, start) {
  return spread(start, (unit) => Object.values(steps.get(unit) ?? {}));
}

/**
 * Return the units from which steps lead to a unit, itself included.
 *
 * @param {Steps} steps
 * @param {string} goal
 */
function leadingTo(steps, goal) {
  /** @type {Map<string | null, string[]>} */
  const before = new Map([...steps.keys()].map((unit) => [unit, []]));
  for (const [unit, step] of steps) {
    for (const next of Object.values(step)) before.get(next)?.push(unit);
  }
  return spread(goal, (unit) => before.get(unit) ?? []);
}

/**
 * Return the way that a step from one point to another mostly takes.
 *
 * @param {Point} from
 * @param {Point} to
 * @returns {Way}
 */
function heading([x, y], [toX, toY]) {
  const [east, south] = [toX - x, toY - y];
  if (Math.abs(east) >= Math.abs(south)) return east < 0 ? "left" : "right";
  return south < 0 ? "up" : "down";
}

/**
 * Return the pair with one end in each set that lies closest together, and the way between them;
 * null if a set is empty.
 *
 * @param {Map<string, Point>} points
 * @param {Iterable<string>} here
 * @param {Iterable<string>} there
 */
function closest(points, here, there) {
  /** @type {{from: string, to: string, way: Way} | null} */
  let pair = null;
  let least = Number.POSITIVE_INFINITY;
  for (const from of here) {
    for (const to of there) {
      const [a, b] = [points.get(from), points.get(to)];
      if (a === undefined || b === undefined) continue;
      const length = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (length < least) [pair, least] = [{ from, to, way: heading(a, b) }, length];
    }
  }
  return pair;
}

/**
 * Give a way out to units that no steps lead on from. The outermost of them has a free way:
 * whatever was there would be one of them or a way out.
 *
 * @param {Steps} steps
 * @param {Map<string, Point>} points
 * @param {string} start
 */
function openDeadEnds(steps, points, start) {
  while (true) {
    const homing = leadingTo(steps, start);
    const stuck = [...steps].filter(([unit]) => !homing.has(unit));
    const idle = stuck.filter(([, ways]) => Object.values(ways).includes(null));
    const pair = closest(
      points,
      idle.map(([unit]) => unit),
      homing,
    );
    const step = pair && steps.get(pair.from);
    if (!step) return;
    const free = step[pair.way] === null ? pair.way : WAYS.find((way) => step[way] === null);
    if (free === undefined) return;
    step[free] = pair.to;
  }
}

/**
 * Let in units that no steps lead to: the nearest unit leads to it, and it leads on to where that
 * unit led before, so that no other is lost.
 *
 * @param {Steps} steps
 * @param {Map<string, Point>} points
 * @param {string} start
 */
function letIn(steps, points, start) {
  while (true) {
    const found = reachable(steps, start);
    const lost = [...steps.keys()].filter((unit) => !found.has(unit));
    const pair = closest(points, found, lost);
    const [step, on] = [steps.get(pair?.from ?? ""), steps.get(pair?.to ?? "")];
    if (!(pair && step && on)) return;
    const before = step[pair.way];
    step[pair.way] = pair.to;
    if (before !== null) on[pair.way] = before;
  }
}

/**
 * Return where each arrow key leads from each unit: the next unit or null. Every unit can be
 * reached from every other.
 *
 * @param {Map<string, Point>} points where each unit is
 * @returns {Steps}
 */
export function neighbours(points) {
  const steps = stepsByCourse(points);
  const [start] = points.keys();
  if (start !== undefined) {
    openDeadEnds(steps, points, start);
    letIn(steps, points, start);
  }
  return steps;
}
