"""Panes as tests use them: what they say, their controls, and what a visitor does with one."""

import re
from html.parser import HTMLParser

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


def words(html: str) -> str:
    """Leave the words of a pane's HTML."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def use(pane: Pane, do: str, value: object = None) -> None:
    """Send what a control of a pane sends; a button without a value has none."""
    pane.receive({"do": do, "value": value})
