// Seats dealt one by one. The browser plays: no message is sent and no clock runs but while it
// does, and Python hears how far it went when it pauses.

const QUICK = 70; // milliseconds to a seat
const SLOW = 900; // for the last ten, which are worth watching
const LAST = 10;

const make = (tag, className, text = "") =>
  Object.assign(document.createElement(tag), { className, textContent: text });

function button(text, label) {
  const element = make("button", "page-button", text);
  element.type = "button";
  if (label) element.setAttribute("aria-label", label);
  return element;
}

function skeleton() {
  const heading = make("h2", "", "Seats, dealt one by one");
  const tools = make("div", "page-tools");
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "Dealing");
  const parts = {
    start: button("|‹", "To the guaranteed seats"),
    back: button("‹", "One seat back"),
    play: button("Play"),
    step: button("›", "Deal one seat"),
    last: button("Last ten"),
    end: button("›|", "Deal all"),
    range: Object.assign(make("input", ""), { type: "range", step: "1" }),
  };
  parts.range.setAttribute("aria-label", "Seats dealt");
  tools.append(...Object.values(parts));
  const now = make("p", "deal-now");
  const then = make("p", "deal-next");
  const voice = make("p", "page-hidden");
  voice.setAttribute("role", "status");
  const bars = make("ol", "deal-bars");
  return { ...parts, now, then, voice, bars, all: [heading, tools, now, then, voice, bars] };
}

/** A row for each place: its name, a bar, its seats. */
function rowsOf(places) {
  return places.map(({ code, name }) => {
    const item = make("li", "deal-place");
    const label = make("abbr", "deal-code", code);
    if (name !== code) label.title = name;
    const track = make("span", "deal-track");
    const bar = make("span", "deal-bar");
    track.append(bar);
    track.setAttribute("aria-hidden", "true");
    const seats = make("span", "deal-seats");
    item.append(label, track, seats);
    return { item, bar, seats };
  });
}

function render({ model, el }) {
  const parts = skeleton();
  el.append(...parts.all);
  let rows = [];
  let at = 0;
  let timer = 0;

  const get = (name) => model.get(name);
  const dealt = () => get("claims").slice(0, at - get("first"));
  const unit = () => (get("hamilton") ? " of a seat" : "");
  const told = ([place, seat, value]) => {
    const { name } = get("places")[place];
    const claim = value === "before all" ? "its claim comes before all" : `priority ${value}${unit()}`;
    return `${name}, its ${seat} seat (${claim})`;
  };
  const sentences = () => {
    if (get("fault")) return [get("fault"), ""];
    const [first, size, claims] = [get("first"), get("size"), get("claims")];
    const kept = first === 1 ? "1 seat is" : first ? `${first} seats are` : "No seat is";
    const now = at === first ? `${kept} guaranteed.` : `Seat ${at}: ${told(claims[at - first - 1])}.`;
    const next = claims[at - first];
    const full = at === size && !get("tie");
    const then = at === size && get("tie") ? get("tie") : next ? `Next: ${told(next)}.` : "";
    return [now, full && next ? `The House is full. ${then.replace("Next:", "Next would be")}` : then];
  };

  const fill = () => {
    const places = get("places");
    const held = new Array(places.length).fill(places.length ? get("first") / places.length : 0);
    for (const [place] of dealt()) held[place] += 1;
    const widest = Math.max(1, ...places.map(({ most }) => most));
    const latest = at > get("first") ? get("claims")[at - get("first") - 1][0] : -1;
    rows.forEach(({ item, bar, seats }, i) => {
      bar.style.inlineSize = `${(100 * held[i]) / widest}%`;
      seats.textContent = held[i];
      item.classList.toggle("deal-latest", i === latest);
    });
  };
  const show = () => {
    const [first, size] = [get("first"), get("size")];
    const { range, start, back, step, end, last, play } = parts;
    Object.assign(range, { min: String(first), max: String(size) });
    range.value = String(at);
    const [now, then] = sentences();
    range.setAttribute("aria-valuetext", `${at} of ${size} seats. ${now}`);
    parts.now.textContent = now;
    parts.then.textContent = then;
    const off = (control, on) => control.setAttribute("aria-disabled", String(on));
    [start, back].forEach((control) => off(control, at <= first));
    [step, end].forEach((control) => off(control, at >= size));
    off(last, at === Math.max(first, size - LAST));
    play.textContent = timer ? "Pause" : at >= size ? "Play again" : "Play";
    fill();
  };

  /** Tell Python and whoever listens; not for each seat while it plays. */
  const tell = () => {
    parts.voice.textContent = sentences().join(" ");
    ask();
  };
  // One number at a time is on its way to Python: a late answer never undoes a newer step.
  let [asking, asked] = [false, 0];
  const ask = () => {
    if (asking || at === get("at")) return;
    [asking, asked] = [true, at];
    model.send({ step: at });
  };
  const answered = () => {
    asking = false;
    if (at !== asked) ask();
    else if (at !== get("at")) moved();
  };
  const pause = () => {
    clearTimeout(timer);
    timer = 0;
  };
  const go = (to) => {
    pause();
    at = Math.max(get("first"), Math.min(to, get("size")));
    show();
    tell();
  };
  const tick = () => {
    at += 1;
    const left = get("size") - at;
    timer = left > 0 ? setTimeout(tick, left < LAST ? SLOW : QUICK) : 0;
    show();
    if (!timer) tell();
  };
  const play = () => {
    if (timer) return go(at);
    if (at >= get("size")) at = get("first");
    if (at >= get("size")) return undefined;
    timer = setTimeout(tick, QUICK);
    return show();
  };

  const open = () => {
    rows = rowsOf(get("places"));
    parts.bars.replaceChildren(...rows.map(({ item }) => item));
    moved();
  };
  const moved = () => {
    pause();
    at = get("at");
    show();
  };
  const followed = () => {
    if (!asking) moved();
  };
  const { start, back, step, last, end, range } = parts;
  start.addEventListener("click", () => go(get("first")));
  back.addEventListener("click", () => go(at - 1));
  step.addEventListener("click", () => go(at + 1));
  last.addEventListener("click", () => go(get("size") - LAST));
  end.addEventListener("click", () => go(get("size")));
  parts.play.addEventListener("click", play);
  range.addEventListener("input", () => {
    pause();
    at = Number(range.value);
    show();
  });
  range.addEventListener("change", () => go(Number(range.value)));
  model.on("change:places", open);
  ["claims", "size", "tie", "fault"].forEach((name) => model.on(`change:${name}`, moved));
  model.on("change:at", followed);
  model.on("msg:custom", answered);
  open();
  return () => {
    pause();
    model.off("change:places", open);
    ["claims", "size", "tie", "fault"].forEach((name) => model.off(`change:${name}`, moved));
    model.off("change:at", followed);
    model.off("msg:custom", answered);
  };
}

export default { render };
