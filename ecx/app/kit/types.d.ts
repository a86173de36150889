// Types of charts: what Python draws with plotly, what our scripts read of it, and what they call
// of plotly's program. Python's side is in ecx.app.kit.chart.

/** Reasons and links of a trace, which ecx/figures writes for our own scripts. */
export interface Meta {
  /** Where a click on each point leads. */
  links?: (string | null)[];
  /** Room for the label of each point, in degrees. */
  room?: number[];
}

export interface Trace {
  meta?: Meta | null;
  [property: string]: unknown;
}

/** A trace whose points are labels, each with its room. */
export interface Labels extends Trace {
  text: string[];
}

export interface Layout {
  title?: { text?: string } | undefined;
  margin?: { t?: number; [side: string]: number | undefined };
  height?: number;
  width?: number;
  geo?: { lonaxis: { range: [number, number] } };
  [property: string]: unknown;
}

/** A figure, as plotly's `to_dict` writes it in Python. */
export interface Figure {
  data: Trace[];
  layout: Layout;
}

export interface Point {
  data: Trace;
  pointIndex?: number;
  pointNumber?: number;
}

export interface PointsEvent {
  points: Point[];
}

/** An element that plotly has drawn in; `_fullLayout` is there once it has. */
export interface Plot extends HTMLElement {
  _fullLayout?: object;
  on?(
    event: "plotly_click" | "plotly_hover" | "plotly_unhover",
    handler: (event: PointsEvent) => void,
  ): void;
}

type Draw = (at: HTMLElement, data: Trace[], layout: Layout, config: object) => Promise<unknown>;

export interface Plotly {
  react: Draw;
  newPlot: Draw;
  purge(at: HTMLElement): void;
}

/** How a page asks Python for plotly's program. */
export interface ProgramRequest {
  ask: "plotly";
}

/** What Python answers, with the program as the first buffer. */
export interface ProgramAnswer {
  plotly: true;
}

declare global {
  var Plotly: Plotly | undefined;
  /** Plotly while it is being loaded. */
  var ecxPlotly: Promise<Plotly> | undefined;
  var PlotlyGeoAssets: { topojson: Record<string, object> } | undefined;
}

/** A cell of a table; with a link where it leads to a page. */
export interface Cell {
  text: string;
  link?: string;
}

/** The table under a chart. */
export interface Numbers {
  columns?: string[];
  rows?: Cell[][];
}

/** What is quoted with a page; Python's side is in ecx.app.kit.citation. */
export interface Citation {
  title: string;
  headline: string;
  sources: string[];
}

/** The words of the menu "Share", in which names in braces are filled. */
export interface ShareWords {
  link: string;
  copyLink: string;
  copyLinkHint: string;
  project: string;
  projectHint: string;
  unproject: string;
  linkCopied: string;
  onlyHere: string;
  pressToCopy: string;
  copiedLink: string;
  pressKeys: string;
  share: string;
  explained: string;
  picture: string;
  slide: string;
  square: string;
  drawing: string;
  saved: string;
  unsaved: string;
  cite: string;
  citation: string;
  /** The citation of what has no sources but the visitor. */
  own: string;
  embed: string;
  framed: string;
  unframed: string;
  copy: string;
  copied: string;
  press: string;
  site: string;
  goal: string;
}

/** What stands on the button that keeps a table as a file, and what explains it. */
export interface TableWords {
  csv: string;
  keep: string;
}

/** What a chart says by itself. */
export interface ChartWords extends TableWords {
  numbers: string;
  undrawn: string;
}

export interface ChartState {
  /** Empty until there is something to draw. */
  figure: Partial<Figure>;
  summary: string;
  numbers: Numbers;
  failed: boolean;
  words: ChartWords;
}
