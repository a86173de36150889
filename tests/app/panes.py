"""Panes as tests use them: what they say, and what a visitor does with them."""

import re
from typing import Any


def words(html: str) -> str:
    """Leave the words of a pane's HTML."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def do(pane: Any, name: str, value: str = "") -> None:  # noqa: ANN401
    """Use a control of a pane."""
    pane._receive(pane, {"do": name, "value": value}, [])
