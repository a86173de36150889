"""Boxes that hold the parts of a page, and prose between them; the browser cannot change either."""

from collections.abc import Sequence

import ipywidgets
from ipywidgets import widget_serialization
from ipywidgets.widgets.trait_types import InstanceDict
from ipywidgets.widgets.widget_string import HTMLStyle

from ecx.board.closed import Closed, ClosedElement


class Box(ClosedElement, ipywidgets.Box):  # type: ignore[misc] # ipywidgets has no types
    """A box around other widgets.

    Parameters
    ----------
    children : sequence of Widget
        What is in it.
    *css_classes : str
        Names by which style sheets find it.
    """

    def __init__(self, children: Sequence[ipywidgets.Widget] = (), *css_classes: str) -> None:
        super().__init__(children)
        for name in css_classes:
            self.add_class(name)


class _Style(Closed, HTMLStyle):  # type: ignore[misc]
    """The style of prose, which is a widget model of its own."""


class Prose(ClosedElement, ipywidgets.HTML):  # type: ignore[misc]
    """HTML text that a visitor can only read."""

    style = InstanceDict(_Style).tag(sync=True, **widget_serialization)
