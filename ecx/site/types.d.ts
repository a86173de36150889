// What the pages, the worker and the build tell each other.

/** Where the files of a page are, relative to the page. */
export interface SiteFiles {
  /** The name of the page's notebook. */
  page: string;
  /** The program of the worker. */
  worker: string;
  /** The folder of the interpreter: three files of Pyodide. */
  interpreter: string;
  /** What Pyodide is built for, in its own words. */
  built: PyodideBuilt;
  /** What Python reads: its library and packages; this package and its data. */
  packs: string[];
  /** Versions of packages that are asked for theirs. */
  versions: Record<string, string>;
  /** What the widgets of the page are when it opens. */
  states: string;
  /** What of them differs with a link, by its query. */
  links: Record<string, string>;
}

/** The widgets of a page when it opens, by their ids, as the widget library reads them. */
export type RecordedStates = Record<string, { state: Record<string, unknown> }>;

/** What the worker tells the page, beside the messages of Python. */
export interface WorkerNews {
  /** What has gone so far, or why it will go no further. */
  news: "ready" | "incomplete" | "unable" | "failed";
  /** For the browser's console. */
  detail?: string;
}

/** The class `Session` of `ecx.site.session`. */
export interface PythonSession {
  open(page: string): string;
  begin(): void;
  take(message: Uint8Array): void;
}

/** What a build of Pyodide says of itself; it refuses packages for another. */
export interface PyodideBuilt {
  abi_version: string;
  arch: string;
  platform: string;
  python: string;
}

/** What is used of Emscripten's files in memory. */
export interface MemoryFiles {
  mkdirTree(path: string): void;
  readFile(path: string): Uint8Array;
  writeFile(path: string, content: Uint8Array, options?: { canOwn: boolean }): void;
}

/** What is used of Pyodide. Its own types want those of node and of Emscripten. */
export interface Pyodide {
  FS: MemoryFiles;
  pyimport(name: string): unknown;
}

export interface PyodideOptions {
  createPyodideModule?: unknown;
  env?: Record<string, string>;
  fsInit?: (fs: MemoryFiles) => Promise<void> | void;
  indexURL?: string;
  lockFileContents?: { info: PyodideBuilt; packages: object };
  packageBaseUrl?: string;
  stdLibURL?: string;
  stderr?: (line: string) => void;
  stdout?: (line: string) => void;
}

export type LoadPyodide = (options: PyodideOptions) => Promise<Pyodide>;
