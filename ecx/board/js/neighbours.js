// Which unit lies to the left, right, above and below: the arrow keys' way over the map.

const COURSES = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

// How far off its course a step may lead, and what a detour costs against distance.
const CONE = 1.5;
const DETOUR = 1.5;

/** How dear a step is from one point to another on a course; Infinity if it leads elsewhere. */
function cost([x, y], [toX, toY], [right, down]) {
  const along = (toX - x) * right + (toY - y) * down;
  const across = Math.abs((toX - x) * down) + Math.abs((toY - y) * right);
  return along > 0 && across <= along * CONE ? along + DETOUR * across : Infinity;
}

/** The unit with the least price, or null where every price is Infinity. */
function cheapest(units, price) {
  let best = null;
  let least = Infinity;
  for (const unit of units) {
    const asked = price(unit);
    if (asked < least) [best, least] = [unit, asked];
  }
  return best;
}

/** Where each arrow key leads from each unit by geometry alone: a unit or null. */
function stepsByCourse(points) {
  const steps = new Map();
  for (const [unit, from] of points) {
    const step = {};
    for (const [way, course] of Object.entries(COURSES)) {
      step[way] = cheapest(points.keys(), (other) => cost(from, points.get(other), course));
    }
    steps.set(unit, step);
  }
  return steps;
}

/** The units that steps lead to from `start`, itself included. */
function reachable(steps, start) {
  const found = new Set([start]);
  for (const unit of found) {
    for (const next of Object.values(steps.get(unit))) {
      if (next !== null) found.add(next);
    }
  }
  return found;
}

/** The units from which steps lead to `goal`, itself included. */
function leadingTo(steps, goal) {
  const found = new Set([goal]);
  let size = 0;
  while (size < found.size) {
    size = found.size;
    for (const [unit, step] of steps) {
      if (Object.values(step).some((next) => found.has(next))) found.add(unit);
    }
  }
  return found;
}

/** The direction that a step from one point to another mostly takes. */
function heading([x, y], [toX, toY]) {
  const [east, south] = [toX - x, toY - y];
  if (Math.abs(east) >= Math.abs(south)) return east < 0 ? "left" : "right";
  return south < 0 ? "up" : "down";
}

/** The pair with one end in each set that lies closest together. */
function closest(points, here, there) {
  const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  let pair = null;
  let least = Infinity;
  for (const from of here) {
    for (const to of there) {
      const length = distance(points.get(from), points.get(to));
      if (length < least) [pair, least] = [[from, to], length];
    }
  }
  return pair;
}

/**
 * Give a way out to units that no steps lead on from. The outermost of them has a free direction:
 * whatever lay there would be one of them or a way out.
 */
function openDeadEnds(steps, points, start) {
  for (;;) {
    const homing = leadingTo(steps, start);
    const stuck = [...steps.keys()].filter((unit) => !homing.has(unit));
    if (stuck.length === 0) return;
    const idle = stuck.filter((unit) => Object.values(steps.get(unit)).includes(null));
    const [from, to] = closest(points, idle, homing);
    const step = steps.get(from);
    const way = heading(points.get(from), points.get(to));
    step[step[way] === null ? way : Object.keys(step).find((key) => step[key] === null)] = to;
  }
}

/**
 * Let in units that no steps lead to: the nearest unit leads to it, and it leads on to whom that
 * unit led to before, so that nobody is lost for it.
 */
function letIn(steps, points, start) {
  for (;;) {
    const found = reachable(steps, start);
    const lost = [...steps.keys()].filter((unit) => !found.has(unit));
    if (lost.length === 0) return;
    const [from, to] = closest(points, found, lost);
    const way = heading(points.get(from), points.get(to));
    const before = steps.get(from)[way];
    steps.get(from)[way] = to;
    if (before !== null) steps.get(to)[way] = before;
  }
}

/**
 * Where each arrow key leads from each unit.
 *
 * @param {Map<string, [number, number]>} points Where each unit stands.
 * @returns {Map<string, {left, right, up, down}>} The next unit or null, by unit and direction.
 *   Every unit can be reached from every other.
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
