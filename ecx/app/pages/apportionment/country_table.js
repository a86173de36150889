// The table of a made-up country. What is typed stays here until it is handed in; nothing but
// another table the visitor asks for (an example, a file, a link) takes its place.

const MOST_BYTES = 200_000;

const make = (tag, className, text = "") =>
  Object.assign(document.createElement(tag), { className, textContent: text });

function button(text) {
  return Object.assign(make("button", "page-button", text), { type: "button" });
}

function skeleton() {
  const heading = make("h2", "", "A country of your own");
  const hint = make(
    "p",
    "page-aside",
    "One place to a line: its name, a comma or a tab, its people. Paste from a spreadsheet, or open a CSV file; up to 100 places.",
  );
  const examples = make("div", "page-group country-examples");
  examples.setAttribute("role", "group");
  examples.setAttribute("aria-label", "Examples");
  const label = make("label", "country-label", "Places and people");
  const area = make("textarea", "country-area");
  Object.assign(area, { rows: 9, spellcheck: false, placeholder: "Ash, 500\nBirch, 500\nCedar, 250" });
  label.append(area);
  const apply = button("Deal seats among these");
  const file = Object.assign(make("input", "country-file"), { type: "file", accept: ".csv,.tsv,.txt,text/csv" });
  const opener = make("label", "country-opener", "Open a CSV file ");
  opener.append(file);
  const keep = make("a", "page-button country-keep", "Keep as CSV");
  keep.download = "apportionment.csv";
  const tools = make("div", "page-tools");
  tools.append(apply, opener, keep);
  const outcome = make("div", "country-outcome");
  outcome.setAttribute("role", "status");
  const problems = make("div", "page-lines country-problems");
  problems.setAttribute("role", "status");
  const all = [heading, hint, examples, label, tools, outcome, problems];
  return { examples, area, apply, file, keep, outcome, problems, all };
}

function render({ model, el }) {
  const { examples, area, apply, file, keep, outcome, problems, all } = skeleton();
  el.append(...all);
  let handed = null; // what Python has of the table

  const show = () => {
    const text = model.get("text");
    if (text !== handed && text !== area.value) area.value = text;
    handed = text;
  };
  const warn = (lines) => problems.replaceChildren(...lines.map((line) => make("p", "", line)));
  /** Say beside the button what became of the table, and lead to where it is shown. */
  const showOutcome = () => {
    const said = model.get("said");
    const way = button("See it at the top");
    way.addEventListener("click", () => document.querySelector(".ecx-last-seat-headline")?.scrollIntoView());
    outcome.replaceChildren(...(said ? [make("span", "", said)] : []), ...(model.get("dealt") ? [way] : []));
  };
  const showProblems = () => warn(model.get("problems"));
  const showFile = () => {
    keep.href = `data:text/csv;charset=utf-8,${encodeURIComponent(model.get("csv"))}`;
  };
  const hand = () => {
    handed = area.value;
    model.send({ table: area.value });
  };
  for (const { key, title } of model.get("examples")) {
    const choice = button(title);
    choice.addEventListener("click", () => {
      model.send({ example: key });
    });
    examples.append(choice);
  }
  apply.addEventListener("click", hand);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) hand();
  });
  area.addEventListener("input", () => outcome.replaceChildren()); // it was another table's
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    if (chosen.size > MOST_BYTES) {
      warn([`${chosen.name} is larger than a table of 100 places can be; open another file.`]);
    } else {
      area.value = await chosen.text();
      hand();
    }
    file.value = ""; // the same file can be opened again
  });
  const showAgain = ({ shown }) => {
    if (shown) area.value = model.get("text");
    showOutcome();
  };
  model.on("msg:custom", showAgain);
  model.on("change:text", show);
  model.on("change:problems", showProblems);
  model.on("change:csv", showFile);
  ["said", "dealt"].forEach((name) => model.on(`change:${name}`, showOutcome));
  show();
  showOutcome();
  showProblems();
  showFile();
  return () => {
    model.off("msg:custom", showAgain);
    model.off("change:text", show);
    model.off("change:problems", showProblems);
    model.off("change:csv", showFile);
    ["said", "dealt"].forEach((name) => model.off(`change:${name}`, showOutcome));
  };
}

export default { render };
