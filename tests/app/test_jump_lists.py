"""The jump lists of long pages: every link leads to a heading of its page or of its notebook."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ipywidgets import Widget

import ecx
from ecx.app import apportionment, compare, faithless, history
from ecx.app.kit.jump_list import anchor

NOTEBOOKS = Path(ecx.__file__).resolve().parents[1] / "notebooks"
PAGES: dict[str, Callable[[], Widget]] = {
    "history": history,
    "compare": compare,
    "apportionment": apportionment,
    "faithless": lambda: faithless().glance,
}


def texts(widget: Widget) -> Iterator[str]:
    """List the HTML of a widget and of all that it holds."""
    for name in ("html", "value"):
        if isinstance(text := getattr(widget, name, None), str):
            yield text
    words = getattr(widget, "words", None) or {}
    if title := words.get("heading"):
        yield f'<h2 id="{anchor(title)}">'
    for child in getattr(widget, "children", ()):
        yield from texts(child)


def in_notebook(name: str) -> list[str]:
    """List the headings of a notebook."""
    cells = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text("utf-8"))["cells"]
    prose = "".join(line for cell in cells for line in [*cell["source"], "\n"])
    return re.findall(r"^## (.*)$", prose, re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_heading(name: str) -> None:
    page = "".join(texts(PAGES[name]()))
    links = re.findall(r'href="#([^"]*)"', page)
    assert len(links) >= 5
    headings = re.findall(r'<h2 id="([^"]*)"', page)
    headings += [anchor(title) for title in in_notebook(name)]
    assert [link for link in links if link not in headings] == []
    assert len(headings) == len(set(headings))


def test_questions_for_a_class_come_first_under_the_seats() -> None:
    assert in_notebook("apportionment")[0] == "Questions for a class"
