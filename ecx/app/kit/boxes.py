"""Boxes that hold the parts of a page, and prose between them; the browser cannot change either."""

import ipywidgets
from ipywidgets import widget_serialization
from ipywidgets.widgets.trait_types import InstanceDict
from ipywidgets.widgets.widget_string import HTMLStyle

from ecx.board.closed import Closed, ClosedElement


class Box(ClosedElement, ipywidgets.Box):  # type: ignore[misc] # ipywidgets has no types
    """A box around other widgets."""


class _Style(Closed, HTMLStyle):  # type: ignore[misc]
    """The style of prose, which is a widget model of its own."""


class Prose(ClosedElement, ipywidgets.HTML):  # type: ignore[misc]
    """HTML text that a visitor can only read."""

    style = InstanceDict(_Style).tag(sync=True, **widget_serialization)
