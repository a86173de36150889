"""Panes as tests use them: what they say, their controls, and what a visitor does with one."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from html.parser import HTMLParser
from typing import Any

import ecx.app
from ecx.app.kit.pane import Pane


class _Controls(HTMLParser):
    """Collects the tags that have ``data-do``."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "data-do" in dict(attrs):
            self.found.append({"tag": tag, **dict(attrs)})


def controls(pane: Pane) -> list[dict[str, str | None]]:
    """Read the controls of a pane: the tag and the attributes of each, in order."""
    parser = _Controls()
    parser.feed(pane.html)
    return parser.found


def pressed(pane: Pane) -> list[str | None]:
    """List the values of the buttons that are pressed."""
    return [c.get("data-value") for c in controls(pane) if c.get("aria-pressed") == "true"]


class _Options(HTMLParser):
    """Collects the values of the items that are chosen in lists."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "option" and "selected" in dict(attrs):
            self.found.append(dict(attrs)["value"])


def chosen(pane: Pane) -> list[str | None]:
    """List the values that are chosen in the lists of a pane, in order."""
    parser = _Options()
    parser.feed(pane.html)
    return parser.found


def words(html: str) -> str:
    """Leave the words of a pane's HTML."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def use(pane: Pane, do: str, value: object = None) -> None:
    """Send what a control of a pane sends; a button without a value has none."""
    pane.receive({"do": do, "value": value})


def pages() -> dict[str, Callable[[], object]]:
    """List the functions that build a page, by its name."""
    return {name: getattr(ecx.app, name) for name in ecx.app.__all__}


def widgets(part: object) -> Iterator[Any]:
    """List the widgets of a page: those in its boxes, and those of its pieces."""
    inside = getattr(part, "children", None)
    if inside is None:
        kind = type(part)
        pieces = (name for name, held in vars(kind).items() if isinstance(held, cached_property))
        inside = [getattr(part, name) for name in pieces]
    if getattr(part, "model_id", ""):
        yield part
    for child in inside:
        yield from widgets(child)


def panes_of(page: object) -> list[Pane]:
    """List the panes of a page."""
    return [widget for widget in widgets(page) if isinstance(widget, Pane)]


def kind_of(widget: object) -> type:
    """Find the class that a module declares; a widget's own is a copy to which traits are added."""
    kind: type = next(
        kind
        for kind in type(widget).__mro__
        if getattr(sys.modules[kind.__module__], kind.__name__, None) is kind
    )
    return kind
