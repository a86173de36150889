"""What holds the parts of a page: boxes, and prose between them, of which a page writes nothing."""

import ipywidgets
from ipywidgets import widget_serialization
from ipywidgets.widgets.trait_types import InstanceDict
from ipywidgets.widgets.widget_string import HTMLStyle

from ecx.board.closed import Closed, ClosedElement


class Box(ClosedElement, ipywidgets.Box):  # type: ignore[misc] # ipywidgets has no types
    """A box around other widgets."""


class _Style(Closed, HTMLStyle):  # type: ignore[misc]
    """The style of prose, which has a model of its own."""


class Prose(ClosedElement, ipywidgets.HTML):  # type: ignore[misc]
    """HTML that is only to be read."""

    style = InstanceDict(_Style).tag(sync=True, **widget_serialization)
