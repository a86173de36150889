// A module loader of one screen for the two installed libraries, which are written for
// require.js. It knows what has been defined, and fetches nothing.

/** @typedef {(...needs: unknown[]) => unknown} Factory what makes a module of what it needs */
/** @typedef {{(...definition: unknown[]): void, amd?: object}} Define */

const A_MINUTE = 60_000;

/** @type {Map<string, () => unknown>} */
const makers = new Map();
/** @type {Map<string, unknown>} */
const made = new Map();
/** @type {Record<string, string>} */
const aliases = {};

/**
 * Offer a module under a name.
 * @param {string} name
 * @param {() => unknown} make called once, when the module is first asked for
 */
export function provide(name, make) {
  makers.set(name, make);
}

/**
 * The module of that name.
 * @param {string} name
 * @returns {unknown}
 */
export function load(name) {
  const known = aliases[name] ?? name;
  if (!made.has(known)) {
    const make = makers.get(known);
    if (!make) throw new Error(`The module "${name}" is not part of this page.`);
    made.set(known, make());
  }
  return made.get(known);
}

/** What a library calls to define itself; `as` tells it its name. */
function define() {
  throw new Error("A library defined itself without a name.");
}
define.amd = {};
define.as = (/** @type {string} */ name) => {
  /** @type {Define} */
  const named = (...definition) => {
    const factory = /** @type {Factory} */ (definition.at(-1));
    const listed = definition.at(-2);
    /** @type {string[]} */
    const needs = Array.isArray(listed) ? listed : [];
    const module = { id: name, uri: new URL(".", import.meta.url).href };
    provide(name, () => factory(...needs.map((need) => (need === "module" ? module : load(need)))));
  };
  named.amd = define.amd;
  return named;
};

/**
 * What libraries are given as `AbortSignal`. A widget that has not started after two seconds would
 * never hear anything that Python says, and on a slow machine many start at once.
 */
define.AbortSignal = class extends AbortSignal {
  /**
   * @override
   * @param {number} time in milliseconds
   */
  static timeout(time) {
    return AbortSignal.timeout(Math.max(time, A_MINUTE));
  }
};

/**
 * What a library calls to get others: always later, as require.js does.
 * @param {string[]} names
 * @param {(...modules: unknown[]) => void} done
 * @param {(error: unknown) => void} failed
 */
function requirejs(names, done = () => undefined, failed = (error) => console.error(error)) {
  Promise.resolve()
    .then(() => names.map(load))
    .then((modules) => done(...modules))
    .catch(failed);
}
requirejs.config = (/** @type {{map?: Record<string, Record<string, string>>}} */ { map = {} }) =>
  Object.assign(aliases, map["*"]);

Object.assign(globalThis, { define, requirejs, require: requirejs });
