"""The frame around the panels: styles, address bar, link to copy, projector view."""

from pathlib import Path
from typing import Any, Protocol

from traitlets import Unicode

from ecx.app.kit.pane import PageState
from ecx.board.closed import ClosedWidget
from ecx.link.address import LONGEST_ADDRESS


class LinkedState(PageState, Protocol):
    """A page state that a link describes in full; its `screen` has an `address`."""

    def read(self, query: str) -> None:
        """Show the scenario of a link."""


class Frame(ClosedWidget):
    """Connects a page to what lives in the browser: address, title and projector view.

    It shows the link to copy, lets the address bar follow the scenario, and sends the query that
    a visitor arrived with.

    Parameters
    ----------
    state : LinkedState
        The state of the page.
    """

    _esm = Path(__file__).with_name("frame.js")
    _css = Path(__file__).with_name("frame.css")

    link = Unicode().tag(sync=True)

    def __init__(self, state: LinkedState) -> None:
        super().__init__()
        self.add_class("ecx-frame")
        self._state = state
        state.observe(self._render, names="screen")
        self._render()

    def _render(self, _change: object = None) -> None:
        self.link = self._state.screen.address

    def receive(self, message: dict[str, Any]) -> None:
        """Read the query of the browser's address; an empty query changes nothing.

        Parameters
        ----------
        message : dict of str to Any
            ``{"query": "?cycle=2016"}``; anything else is ignored.
        """
        match message:
            case {"query": str(query)}:
                if query.strip("?"):
                    self._state.read(query)
                # The browser compares this with its address, which is never longer.
                self.send({"read": query[:LONGEST_ADDRESS]})
