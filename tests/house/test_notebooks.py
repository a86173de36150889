"""Notebooks are doors: short, prosed, stripped, and they run."""

import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from ecx.record.files import folder
from some import some

NOTEBOOKS = sorted(folder("notebooks").glob("*.ipynb"))
FORBIDDEN = ("def ", "class ", "global ", ".observe(", "!pip", "%pip")


def cells(path: Path, kind: str) -> list[str]:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    return ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == kind]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_short_and_mostly_prose(path: Path) -> None:
    code, prose = cells(path, "code"), cells(path, "markdown")
    assert len(code) <= 6
    for cell in code:
        assert len(cell.splitlines()) <= 12
        assert not [word for word in FORBIDDEN if word in cell]
    assert prose[0].startswith("# ")
    assert sum(len(text.split()) for text in prose) >= sum(len(cell.split()) for cell in code)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_carries_no_outputs(path: Path) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in some(notebook["cells"]):
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


@pytest.mark.filterwarnings("default")  # the kernel's own event loop, not ours, warns
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_top_to_bottom(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call] # nbformat's own
    NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    assert all(
        output["output_type"] not in ("error", "stream")
        for cell in notebook.cells
        for output in cell.get("outputs", [])
    )
