// The map: shapes and boxes together, one element that takes pointer, touch and keys.

import { html, write } from "../../esm/dom.js";
import { Boxes } from "./boxes.js";
import { Choice } from "./choice.js";
import { FINGER, meant, onLongPress } from "./fingers.js";
import { Keyboard } from "./keyboard.js";
import { areUsable, fitBoxes, labelSize, NARROW } from "./labels.js";
import { LOOK } from "./marks.js";
import { Shapes } from "./shapes.js";
import { Sweep } from "./sweep.js";
import { unitOf } from "./target.js";
import { Tip } from "./tip.js";
import { fill, signs } from "./words.js";

/** @import { RingKind } from "./shapes.js" */
/** @import { Store } from "./store.js" */
/** @import { Change } from "./types.d.ts" */

const BESIDE = 14; // ems of room beside the map in which boxes can stand, if they cannot over it
const MISS = 22; // pixels beside a unit that a finger may miss it by

/**
 * Return the font size of the text in an element, in pixels.
 *
 * @param {Element} element
 */
const emOf = (element) => Number.parseFloat(getComputedStyle(element).fontSize);

/** @param {() => void} work to be done when the browser has painted */
const afterPaint = (work) => requestAnimationFrame(() => setTimeout(work));

export class MapView {
  #store;
  #shapes;
  #boxes;
  #keyboard;
  #tip;
  #choice;
  #touched = false; // whether the last pointer on the map was a finger or a pen
  /** @type {string | null} the unit last clicked, until it has the focus or a key was pressed */
  #settling = null;
  #sheet = html("div", { class: "ecx-sheet" });
  #signs = html("p", { class: "ecx-note" });
  #note = html("p", { class: "ecx-note" });
  notes = html("div", { class: "ecx-notes" });
  element = html("div", { class: "ecx-map" });
  area = html("div", { class: "ecx-area", role: "application" });

  /**
   * @param {Store} store
   * @param {string} describedBy the id of the element that tells of the keys
   */
  constructor(store, describedBy) {
    this.#store = store;
    this.#shapes = new Shapes(store);
    this.#boxes = new Boxes(store);
    this.#tip = new Tip(store, this.#sheet);
    this.#choice = store.still ? null : new Choice(store, this.#sheet, (unit) => this.#act(unit));
    this.#sheet.append(this.#shapes.element, this.#boxes.element, this.#tip.element);
    if (this.#choice !== null) this.#sheet.append(this.#choice.element);
    this.area.append(this.#sheet);
    this.area.setAttribute("aria-describedby", describedBy);
    this.element.append(this.area);
    this.notes.append(this.#signs, this.#note);
    this.#keyboard = new Keyboard(store, this.area, {
      target: (unit) => this.#target(unit),
      middle: (unit) => this.#shapes.middle(unit),
    });
    this.#listen();
    if (!store.still) this.#listenForMore();
    this.#build();
  }

  /** Take in nothing more. */
  end() {
    this.#choice?.end();
  }

  /**
   * Follow the store.
   *
   * @param {Change} change
   */
  update({ drawing, units, selected, clicked, opened }) {
    if (drawing) this.#build();
    else for (const unit of units) this.#paint(unit);
    // A ring makes the browser paint much of the map: a click's own colour goes first.
    if (selected && clicked) afterPaint(() => this.#showSelected());
    else if (selected) this.#showSelected();
    this.#tip.refresh(units);
    if (opened !== undefined) this.#tellOf(opened);
    if (units.length > 0) write(this.#signs, signs(this.#store));
  }

  /**
   * Fit the drawing to the room it has: boxes over its margin, or next to it if they are too small.
   *
   * @param {number} width in pixels
   */
  resize(width) {
    if (width === 0) return;
    this.element.toggleAttribute("data-beside", false);
    const apart = this.#store.map.land !== undefined;
    if (!apart && this.#lay("wide") && width >= NARROW) return;
    this.#lay("narrow");
    if (apart) return;
    const room = this.element.clientWidth - this.#shapes.element.getBoundingClientRect().width;
    if (width < NARROW) return;
    this.element.toggleAttribute("data-beside", room >= BESIDE * emOf(this.element));
  }

  /**
   * Lay the map out in one way.
   *
   * @param {"wide" | "narrow"} layout
   * @returns {boolean} whether its boxes can be used where they are
   */
  #lay(layout) {
    this.element.dataset.layout = layout;
    const [, , across, down] = this.#shapes.frame(layout === "narrow");
    this.#sheet.style.setProperty("--ecx-ratio", String(across / down));
    const pixels = this.#shapes.element.getBoundingClientRect().width;
    const scale = pixels / across;
    const size = labelSize(pixels, emOf(this.element));
    this.#shapes.resize(scale, size);
    const boxes = Object.values(this.#store.map.boxes).map(({ w, h }) => ({
      w: w * scale,
      h: h * scale,
    }));
    const fitted = fitBoxes(boxes, size);
    this.#boxes.element.style.setProperty("--ecx-box-text", `${fitted.size}px`);
    this.#boxes.element.dataset.lines = layout === "narrow" ? "2" : String(fitted.lines);
    return areUsable(boxes, fitted.size);
  }

  #build() {
    const { activeElement } = document;
    const focused = this.#sheet.contains(activeElement) ? unitOf(activeElement) : undefined;
    const { map, units } = this.#store;
    this.#boxes.build();
    this.#shapes.build(this.#boxes.units);
    for (const unit of Object.keys(units)) this.#paint(unit);
    this.#keyboard.build();
    this.#showSelected();
    this.#note.textContent = map.note ?? "";
    write(this.#signs, signs(this.#store));
    const number = Object.keys(units).length;
    this.area.setAttribute("aria-label", fill(this.#store.words.map, { number }));
    if (focused !== undefined) this.#target(focused)?.focus({ preventScroll: true });
    if (this.element.isConnected) this.resize(this.element.clientWidth);
  }

  /** @param {string} unit */
  #paint(unit) {
    this.#boxes.paint(unit, this.#shapes.paint(unit));
  }

  /**
   * Return the element of a unit that Tab reaches: its box, or its outline.
   *
   * @param {string} unit
   */
  #target(unit) {
    return this.#boxes.button(unit) ?? this.#shapes.outline(unit);
  }

  #listen() {
    this.area.addEventListener("pointerdown", ({ pointerType }) => {
      this.#touched = pointerType !== "mouse";
    });
    this.area.addEventListener("click", (event) => this.#click(event));
    this.area.addEventListener("keydown", () => {
      this.#settling = null; // the key says where the focus goes
    });
    this.area.addEventListener("focusin", (event) => this.#focus(event));
    this.area.addEventListener("focusout", (event) => this.#blur(event));
    this.area.addEventListener("pointerover", (event) => this.#hover(event));
    this.area.addEventListener("pointerleave", () => this.#showRing("hover", null));
  }

  /** Take in what sets many units, clears one, or opens it without setting it. */
  #listenForMore() {
    new Sweep(this.#store, this.area, (unit) => this.#settle(unit)).listen();
    onLongPress(this.area, (unit) => this.#hold(unit));
    this.area.addEventListener("contextmenu", (event) => this.#look(event));
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const units = this.#touched ? this.#meant(event) : [];
    if (units.length > 1 && this.#choice !== null) {
      this.#choice.open(units, [event.clientX, event.clientY]);
      return;
    }
    const unit = this.#touched ? units[0] : unitOf(event.target);
    if (unit === undefined) return;
    this.#act(unit, event.shiftKey);
    if (this.#touched && !this.#isNamed(unit)) this.#tip.point(unit, event);
  }

  /**
   * Do to a unit what a click does.
   *
   * @param {string} unit
   */
  #act(unit, back = false) {
    this.#store.act(unit, { back });
    this.#settle(unit);
  }

  /**
   * Clear a unit that a finger rests on; where a click only opens, that does too.
   *
   * @param {string} unit
   */
  #hold(unit) {
    if (this.#store.brush === LOOK) this.#store.open(unit);
    else this.#store.set(unit, null);
    this.#settle(unit);
  }

  /**
   * Return the units that a tap may have meant; the box of a unit is large enough.
   *
   * @param {MouseEvent} event
   * @returns {string[]}
   */
  #meant(event) {
    const { target, clientX, clientY } = event;
    const hit = unitOf(target);
    if (hit !== undefined && this.#boxes.button(hit)?.contains(/** @type {Node} */ (target))) {
      return [hit];
    }
    const isSmall = (/** @type {string} */ unit) => this.#shapes.isSmaller(unit, FINGER);
    const kind = (/** @type {string} */ unit) => this.#store.units[unit]?.code ?? unit;
    const units = meant(this.area, [clientX, clientY], isSmall, kind);
    const beside = units.length === 0 ? this.#beside(event) : undefined;
    return beside === undefined ? units : [beside];
  }

  /**
   * Return the unit that a finger just missed.
   *
   * @param {MouseEvent} event
   */
  #beside({ clientX, clientY }) {
    return this.#shapes.nearest(clientX, clientY, MISS) ?? undefined;
  }

  /**
   * Whether a unit has its name written on it.
   *
   * @param {string} unit
   */
  #isNamed(unit) {
    return this.#boxes.button(unit) !== null || this.#shapes.label(unit) !== null;
  }

  /**
   * Give the focus to a unit that was clicked, unless it moves on meanwhile.
   *
   * @param {string} unit
   */
  #settle(unit) {
    this.#settling = unit;
    const left = document.activeElement;
    // Moving the focus makes the browser lay the page out: first let it paint the click.
    afterPaint(() => {
      if (this.#settling !== unit || document.activeElement !== left) return;
      this.#settling = null;
      this.#keyboard.stop(unit);
      const target = this.#target(unit);
      if (target !== document.activeElement) target?.focus({ preventScroll: true });
    });
  }

  /** @param {MouseEvent} event */
  #look(event) {
    const unit = unitOf(event.target);
    if (unit === undefined) return;
    event.preventDefault();
    if (this.#touched) return; // a long press has been taken in
    this.#store.open(unit);
    this.#keyboard.stop(unit);
  }

  /** @param {FocusEvent} event */
  #focus({ target }) {
    const unit = unitOf(target);
    if (unit === undefined) return;
    this.#keyboard.stop(unit);
    const isVisible = target instanceof Element && target.matches(":focus-visible");
    this.#showRing("focus", isVisible ? unit : null);
    if (isVisible) this.#tellOf(unit);
  }

  /** @param {FocusEvent} event */
  #blur({ relatedTarget }) {
    this.#showRing("focus", null);
    const stays = relatedTarget instanceof Node && this.area.contains(relatedTarget);
    if (this.#store.still && !stays) this.#tip.hide();
  }

  /**
   * Show in writing what is known of a unit, where that is all there is to do with it.
   *
   * @param {string} unit
   */
  #tellOf(unit) {
    const target = this.#store.still ? this.#target(unit) : null;
    if (target !== null) this.#tip.pin(unit, target);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const over = event.pointerType === "mouse" ? unitOf(event.target) : undefined;
    this.#showRing("hover", over ?? null);
  }

  #showSelected() {
    this.#showRing("selected", this.#store.selected);
  }

  /**
   * Ring a unit wherever it is drawn: around its outline and on its box.
   *
   * @param {RingKind} kind
   * @param {string | null} unit
   */
  #showRing(kind, unit) {
    this.#shapes.ring(kind, unit);
    for (const box of this.#boxes.element.querySelectorAll(`[data-${kind}]`)) {
      box.removeAttribute(`data-${kind}`);
    }
    this.#boxes.button(unit)?.setAttribute(`data-${kind}`, "");
  }
}
