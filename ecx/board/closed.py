"""Widgets that accept only the traits and messages they declare from a browser.

Anybody can write a page, so messages need not come from our front end: the protocol lets a page
write every synced trait, ``_esm`` and ``layout`` too. These widgets handle their own messages, send
their state when asked, and accept only the traits that they name.
"""

import logging
from reprlib import Repr
from typing import Any, ClassVar, Final

import anywidget
from ipywidgets import DOMWidget, Layout, Widget, widget_serialization
from ipywidgets.widgets.trait_types import InstanceDict

_log: Final = logging.getLogger(__name__)


class Closed(Widget):  # type: ignore[misc] # ipywidgets has no types
    """A widget that lets a page write the traits named in `taken`, and no others."""

    taken: ClassVar[frozenset[str]] = frozenset()
    """Traits that the front end writes."""

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Accept what a page wrote, if the page may write all of it.

        Parameters
        ----------
        sync_data : dict of str to Any
            Traits by name, from a page that may be anybody's.
        """
        if sync_data.keys() <= self.taken and all(self.takes(*item) for item in sync_data.items()):
            super().set_state(sync_data)
        else:
            _log.warning("%s: ignored that a page wrote %s", type(self).__name__, brief(sync_data))

    def takes(self, name: str, value: object) -> bool:  # noqa: ARG002 - a widget looks at both
        """Tell whether a page may set a trait to this value; subclasses may check further.

        Parameters
        ----------
        name : str
            One of `taken`.
        value : object
            Anything that JSON has.

        Returns
        -------
        bool
            Whether it is taken in.
        """
        return True

    def _handle_msg(self, msg: dict[str, Any]) -> None:
        """Handle only messages in the form that the protocol defines for pages."""
        match msg["content"].get("data"):
            # Our front end sends no binary parts, so any that a page sends are dropped.
            case {"method": "update", "state": dict(state)}:
                heard: dict[str, Any] = {"method": "update", "state": state}
            case {"method": "request_state"}:
                heard = {"method": "request_state"}
            case {"method": "custom", "content": dict(content)}:
                heard = {"method": "custom", "content": content}
            case strange:
                _log.warning("%s: ignored %s", type(self).__name__, brief(strange))
                return
        super()._handle_msg({"content": {"data": heard}, "buffers": msg["buffers"]})


class ClosedLayout(Closed, Layout):  # type: ignore[misc]
    """The layout of a closed widget, closed too, since a layout is a model of its own."""


class ClosedElement(Closed, DOMWidget):  # type: ignore[misc]
    """A closed widget that is shown on a page."""

    layout = InstanceDict(ClosedLayout).tag(sync=True, **widget_serialization)


class ClosedWidget(ClosedElement, anywidget.AnyWidget):
    """A closed widget with a front end of ours.

    Parameters
    ----------
    **traits : Any
        Its traits by name.
    """

    def __init__(self, **traits: Any) -> None:  # noqa: ANN401 - handed on to the widget
        super().__init__(**traits)
        self.on_msg(lambda _widget, message, _buffers: self.receive(message))

    def receive(self, message: dict[str, Any]) -> None:
        """Act on a message that the page sends to this widget.

        Each kind of widget says which messages it knows. This one knows none: it logs them.

        Parameters
        ----------
        message : dict of str to Any
            Its keys and values may be anything that JSON has, since anybody can write a page.
        """
        _log.warning("%s: ignored %s", type(self).__name__, brief(message))


class _Brief(Repr):
    """Writes a short text of a value, however large or deep it is."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = self.maxdict = self.maxlist = 3

    def repr_int(self, x: int, level: int) -> str:
        """Write a number; Python refuses to write numbers of thousands of digits."""
        return super().repr_int(x, level) if x.bit_length() < _WRITTEN else "a huge number"


_WRITTEN: Final = 128  # bits of a number that is written out
_brief: Final = _Brief()


def brief(message: object) -> str:
    """Write a value as text that is short enough for a log.

    Parameters
    ----------
    message : object
        Anything that JSON has.

    Returns
    -------
    str
        Its beginning.

    Examples
    --------
    >>> brief({"do": "x" * 1_000, "value": 10**9_999})
    "{'do': 'xxxxxxxxxxxx...xxxxxxxxxxxxx', 'value': a huge number}"
    """
    return _brief.repr(message)
