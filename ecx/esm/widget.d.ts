// What anywidget hands to a widget, as far as ours use it.

/** The model: traits that Python and the browser share, and messages both ways. */
export interface Model<State, Request = never, Answer = never> {
  get<Name extends keyof State>(name: Name): State[Name];
  set<Name extends keyof State>(name: Name, value: State[Name]): void;
  save_changes(): void;
  send(message: Request): void;
  on(event: `change:${string & keyof State}`, handler: () => void): void;
  on(
    event: "msg:custom",
    handler: (message: Answer, buffers: DataView<ArrayBuffer>[]) => void,
  ): void;
  off(event: `change:${string & keyof State}`, handler: () => void): void;
  off(
    event: "msg:custom",
    handler: (message: Answer, buffers: DataView<ArrayBuffer>[]) => void,
  ): void;
}

/** What a widget's `render` is called with. */
export interface View<State, Request = never, Answer = never> {
  model: Model<State, Request, Answer>;
  el: HTMLElement;
}
