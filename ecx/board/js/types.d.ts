// The content of a board and the messages about clicks, as they travel between Python and the
// browser. Python's side, with what everything means, is in ecx.board.content.

export type FillPattern = "solid" | "diagonal" | "cross" | "lines" | "columns" | "dots";

/** A call-out box; without a leader where no line leads to the unit's outline. */
export interface Callout {
  x: number;
  y: number;
  w: number;
  h: number;
  leader: [number, number][] | null;
}

/** A shape that can be seen but not clicked. */
export interface Ground {
  path: string;
  name: string;
  note: string;
}

/** Words drawn on the map, which screen readers skip. */
export interface Caption {
  text: string;
  x: number;
  y: number;
  room: number;
}

/** The shapes of a map and their positions, in map units: x to the right, y down. */
export interface Drawing {
  frame: [x: number, y: number, width: number, height: number];
  outlines: Record<string, string>;
  borders: string;
  inner: string;
  labels: Record<string, [x: number, y: number, room: number]>;
  boxes: Record<string, Callout>;
  ground: Record<string, Ground>;
  captions?: Record<string, Caption>;
  land?: [x: number, y: number, width: number, height: number];
  note: string;
}

/** How a unit is written and spoken. */
export interface UnitLabel {
  code: string;
  name: string;
  electors: number;
  group: string | null;
}

/** A ticket that a unit can be set to. */
export interface TicketStyle {
  id: string;
  name: string;
  full: string;
  letter: string;
  colour: string;
  ink: string;
  pattern: FillPattern;
  turn: boolean;
}

/** What a unit shows. */
export interface Mark {
  ticket: string | null;
  adds: Record<string, number>;
  changed: boolean;
  note: string;
  edge?: string | null;
  sign?: string;
  given?: string | null;
  value?: string;
  ring?: boolean;
}

/** The sentences of the board, whole; words in braces are filled in. */
export interface Wording {
  map: string;
  totals: string;
  choose: string;
  pills: string;
  pills_touch: string;
  flip: string;
  look: string;
  none: string;
  none_title: string;
  letter: string;
  others: string;
  idle: string;
  open: string;
  to_win: string;
  total: string;
  said: string;
  elector: string;
  electors: string;
  set: string;
  edge: string;
  other: string;
  changed: string;
  share: string;
  share_other: string;
  share_idle: string;
  share_none: string;
  share_open: string;
  clicked: string;
  clicked_many: string;
  opened: string;
  hint_two: string;
  hint_turn: string;
  hint_give: string;
  hint_none: string;
  hint_look: string;
  hint_drag: string;
  hint_two_touch: string;
  hint_turn_touch: string;
  hint_give_touch: string;
  hint_none_touch: string;
  hint_look_touch: string;
  keys: string;
  key: string;
  ring: string;
  signs: Record<string, string>;
}

/** The traits of `ecx.board.Board` that travel. */
export interface BoardState {
  map: Drawing;
  units: Record<string, UnitLabel>;
  tickets: TicketStyle[];
  words: Wording;
  majority: number;
  selected: string | null;
  brush: string | null;
  patterns: boolean;
  sweep: boolean;
  none_turns: boolean;
  persons: TicketStyle[];
  still: boolean;
  told: Record<string, Mark>;
  news: Record<string, Mark>;
  answered: number;
}

/** What a visitor did; Python answers with its serial number in `answered`. */
export type Click =
  | { kind: "set"; unit: string; ticket: string | null; serial: number }
  | { kind: "open"; unit: string; serial: number }
  | { kind: "patterns"; on: boolean }
  | { kind: "sweep"; units: string[]; ticket: string | null; serial: number };

/** What is another in a store, as its listeners are told. */
export interface Change {
  /** Whether anything but the marks is another. */
  content?: boolean;
  /** Whether that needs another drawing. */
  drawing?: boolean;
  /** Which units look otherwise. */
  units: string[];
  /** Whether another unit may be selected. */
  selected?: boolean;
  /** Whether the brush may be another. */
  brush?: boolean;
  /** Whether a click did it. */
  clicked?: boolean;
  /** The unit that was opened. */
  opened?: string;
}

/** What a picture of the board is asked to be and to say besides the board, in pixels and words. */
export interface PictureRequest {
  width: number;
  height: number;
  title: string;
  headline: string;
  source: string;
  link: string;
  /** How many votes win: `"270 to win"` with `{number}` in the place of the number. */
  goal: string;
}

/** The detail of the event `ecx-picture`, by which a page asks a board for its picture. */
export interface PictureAsked {
  request: PictureRequest;
  /** The board's answer, there once the event has been dispatched. */
  answer?: SVGSVGElement;
}

/** A point of the map: x and y. */
export type Point = [x: number, y: number];

/** A rectangle of the map. */
export interface Spot {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** How an element is painted; null leaves a color to the style sheet. */
export interface Coat {
  colour: string | null;
  ink: string | null;
  fill: string | null;
  pattern: FillPattern | "split";
}
