// Which unit lies to the left, right, above and below: the arrow keys' way over the map.

// Each arrow's axis (x is 0, y is 1) and its sense along it.
const COURSES = { left: [0, -1], right: [0, 1], up: [1, -1], down: [1, 1] };

// How far off its course a step may lead, and what a detour costs against distance.
const CONE = 1.5;
const DETOUR = 1.5;

/** How dear a step of so far along a course and so far across it is; Infinity if it is none. */
function cost(along, across) {
  return along > 0 && across <= along * CONE ? along + DETOUR * across : Infinity;
}

/** The numbers of points in their order along an axis. */
function inOrder(points, axis) {
  return points.map((_, number) => number).sort((a, b) => points[a][axis] - points[b][axis]);
}

/**
 * The cheapest step from the point that stands at `rank` of an order along an axis, as a number of
 * `points`, the first of equals; -1 where there is none. No price is less than the way along, so
 * the search ends early.
 */
function cheapest(points, order, rank, axis, sense) {
  const from = points[order[rank]];
  let best = -1;
  let least = Infinity;
  for (let at = rank + sense; at >= 0 && at < order.length; at += sense) {
    const to = order[at];
    const along = Math.abs(points[to][axis] - from[axis]);
    if (along > least) break;
    const price = cost(along, Math.abs(points[to][1 - axis] - from[1 - axis]));
    if (price < least || (price === least && price < Infinity && to < best)) {
      [best, least] = [to, price];
    }
  }
  return best;
}

/** Where each arrow key leads from each unit by geometry alone: a unit or null. */
function stepsByCourse(map) {
  const [units, points] = [[...map.keys()], [...map.values()]];
  const steps = new Map(units.map((unit) => [unit, {}]));
  for (const [way, [axis, sense]] of Object.entries(COURSES)) {
    const order = inOrder(points, axis);
    order.forEach((number, rank) => {
      const best = cheapest(points, order, rank, axis, sense);
      steps.get(units[number])[way] = units[best] ?? null;
    });
  }
  return steps;
}

/** The units that `next` leads to from `start`, by any number of steps, itself included. */
function spread(start, next) {
  const found = new Set([start]);
  for (const unit of found) for (const other of next(unit)) found.add(other);
  return found;
}

/** The units that steps lead to from `start`, itself included. */
function reachable(steps, start) {
  return spread(start, (unit) => Object.values(steps.get(unit)).filter((next) => next !== null));
}

/** The units from which steps lead to `goal`, itself included. */
function leadingTo(steps, goal) {
  const before = new Map([...steps.keys()].map((unit) => [unit, []]));
  for (const [unit, step] of steps) {
    for (const next of Object.values(step)) before.get(next)?.push(unit);
  }
  return spread(goal, (unit) => before.get(unit));
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
