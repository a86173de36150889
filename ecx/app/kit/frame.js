// What of the page only the browser knows: its address, the link to copy, the projector view.
//
// Python never needs to know the address beforehand: the query is read here and sent, so that
// a page restores its link whether its kernel was started before or after the visit. Where the
// address is not ours (JupyterLab), it is neither read nor written.

const ours = () => document.querySelector('meta[name="ecx-page"]') !== null;
const root = document.documentElement;
const PROJECTOR = "ecx-projector";

/** A query without the projector view, and with it again if the page is in it. */
function withView(query) {
  const bare = query.replace(/[?&]view=projector(?=&|$)/g, "").replace(/^&/, "?");
  if (!root.classList.contains(PROJECTOR)) return bare;
  return `${bare}${bare ? "&" : "?"}view=projector`;
}

const absolute = (query) => (ours() ? location.origin + location.pathname + query : query);

/** The row with the link, its button and the switch of the projector view. */
function row() {
  const el = document.createElement("div");
  el.className = "page-share";
  el.innerHTML = `
    <label><span class="page-hidden">Link to this map</span>
      <input type="text" readonly spellcheck="false"></label>
    <button type="button" class="page-button page-copy" title="Copy the link to this map">Copy link</button>
    <button type="button" class="page-button page-project" aria-pressed="false"
      title="Large type for a projector (Alt+P)" aria-keyshortcuts="Alt+P">Projector view</button>
    <span role="status" class="page-hidden"></span>`;
  return el;
}

async function copy(input) {
  input.select();
  // Schools serve pages over plain http too, where there is no clipboard to write to.
  if (!navigator.clipboard) return document.execCommand("copy");
  return navigator.clipboard.writeText(input.value).then(() => true, () => document.execCommand("copy"));
}

function share(el, model) {
  const box = row();
  const [input, button, project, status] = box.querySelectorAll("input, .page-copy, .page-project, [role]");
  el.append(box);

  const show = () => { input.value = absolute(withView(model.get("link"))); };
  const switchView = (on) => {
    root.classList.toggle(PROJECTOR, on);
    project.setAttribute("aria-pressed", String(on));
    project.textContent = on ? "Leave projector view" : "Projector view";
    show();
  };
  const toggle = (on) => {
    switchView(on);
    if (ours()) history.replaceState(null, "", withView(model.get("link")));
  };
  const onKey = (event) => {
    const leaving = event.key === "Escape" && root.classList.contains(PROJECTOR);
    const asked = event.altKey && event.code === "KeyP";
    if (!leaving && !asked) return;
    event.preventDefault();
    toggle(asked && !root.classList.contains(PROJECTOR));
  };
  input.addEventListener("focus", () => input.select());
  button.addEventListener("click", async () => {
    const done = await copy(input);
    status.textContent = done ? "The link is copied." : "Press Ctrl+C to copy the link.";
    button.textContent = done ? "Copied" : "Press Ctrl+C";
  });
  box.addEventListener("focusout", () => { button.textContent = "Copy link"; });
  project.addEventListener("click", () => toggle(!root.classList.contains(PROJECTOR)));
  document.addEventListener("keydown", onKey);
  return { show, switchView, close: () => document.removeEventListener("keydown", onKey) };
}

/** Keep address and scenario alike, both ways. */
function follow(model) {
  let asked = 0; // queries that Python has not answered yet: until then the address leads
  const read = () => {
    asked += 1;
    model.send({ query: location.search });
  };
  const write = (how) => {
    const query = withView(model.get("link"));
    if (query !== location.search) history[how](null, "", query);
  };
  const answered = ({ read: query }) => {
    asked -= 1;
    // The visitor may have gone on meanwhile: another address is not this answer's to write.
    if (asked === 0 && location.search === query) write("replaceState");
    root.classList.remove("ecx-reading");
    root.classList.add("ecx-ready");
  };
  addEventListener("popstate", read);
  model.on("change:link", () => asked === 0 && write("pushState"));
  model.on("msg:custom", answered);
  read();
  return () => removeEventListener("popstate", read);
}

function render({ model, el }) {
  const shared = share(el, model);
  model.on("change:link", shared.show);
  if (!ours()) {
    shared.show();
    root.classList.add("ecx-ready");
    return shared.close;
  }
  if (location.search) root.classList.add("ecx-reading");
  if (new URLSearchParams(location.search).getAll("view").includes("projector")) shared.switchView(true);
  shared.show();
  const unfollow = follow(model);
  return () => {
    shared.close();
    unfollow();
  };
}

export default { render };
