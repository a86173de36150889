"""A page for the tests: one widget of each kind that the pages of ecx are made of."""

import json
from pathlib import Path

PROSE = "# A trial\n\nWhat *if* it [works](trial)? Then we are glad."

CELL = """
import sys
import anywidget, ipywidgets, traitlets

class Counter(anywidget.AnyWidget):
    _esm = '''export default { render({ model, el }) {
      const button = document.createElement("button");
      const show = () => { button.textContent = `clicked ${model.get("clicks")}`; };
      button.onclick = () => {
        const clicks = model.get("clicks") + 1;
        model.set("bytes", new DataView(new Uint8Array(clicks).fill(7).buffer));
        model.set("clicks", clicks);
        model.save_changes();
      };
      model.on("change:clicks", show);
      show();
      el.append(button);
    } }'''
    clicks = traitlets.Int(0).tag(sync=True)
    bytes = traitlets.Any(b"").tag(sync=True)

counter = Counter()
label = ipywidgets.Label()
output = ipywidgets.Output()

def tell(change):
    if change.new == 3:
        raise RuntimeError("an observer failed")
    label.value = f"Python counted {change.new} and {sum(counter.bytes)}"
    with output:
        print("line", change.new)

counter.observe(tell, names="clicks")
def fail(_button):
    raise RuntimeError("a callback failed")

failing = ipywidgets.Button(description="Fail")
failing.on_click(fail)
ipywidgets.VBox([counter, label, failing, output])
"""

FACTS = 'print("unused:", [m for m in ("debugpy", "sqlite3", "jedi") if sys.modules.get(m)])'

FAILURE = 'raise RuntimeError("the reason")'


def write(path: Path, prose: str, *cells: str) -> Path:
    """Write a notebook of one prose cell and some code cells."""
    markdown = {"cell_type": "markdown", "id": "prose", "metadata": {}, "source": prose}
    code: list[dict[str, object]] = [
        {
            "cell_type": "code",
            "id": f"code-{number}",
            "execution_count": None,
            "metadata": {},
            "outputs": [],
            "source": cell,
        }
        for number, cell in enumerate(cells)
    ]
    notebook = {"cells": [markdown, *code], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path
