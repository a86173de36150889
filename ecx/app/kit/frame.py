"""The frame around the panels: styles, address bar, link to copy, projector view."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, ClassVar, Final, Protocol

from traitlets import Dict, Unicode, default

from ecx.app.kit.citation import Citation, share_words
from ecx.app.kit.widget import PageState, StateWidget
from ecx.esm import join
from ecx.link.address import without_trackers

_KIT: Final = Path(__file__).parent


class LinkedState(PageState, Protocol):
    """A page state that a link describes in full; its `screen` has an `address`."""

    def read(self, query: str) -> None:
        """Show the scenario of a link."""


def sheets(folder: Path) -> str:
    """Join the style sheets of a page: those of the kit, then those of the page's folder.

    Parameters
    ----------
    folder : pathlib.Path
        Where the page's modules are; what is specific to a panel may stand in a sheet of its own.

    Returns
    -------
    str
        One sheet, in the order of the files' names.

    Examples
    --------
    >>> sheets(_KIT.parent / "pages" / "history").index(".ecx-page") < 1_000
    True
    """
    found = (path for where in (_KIT, folder) for path in sorted(where.glob("*.css")))
    return "\n".join(path.read_text("utf-8") for path in found)


class Frame(StateWidget):
    """Connects a page to what lives in the browser: address, title and projector view.

    It shows the link to copy, lets the address bar follow the scenario, and sends the query that
    a visitor arrived with. The subclass of a page brings the page's style sheets, as `sheets`
    joins them.

    Parameters
    ----------
    state : LinkedState
        The state of the page.
    """

    _esm = join(Path(__file__).with_name("frame.js"))
    css_class: ClassVar = "ecx-frame"

    link = Unicode().tag(sync=True)
    title = Unicode().tag(sync=True)
    words = Dict().tag(sync=True)

    @default("words")
    def _words(self) -> Mapping[str, str]:
        return share_words()

    _state: LinkedState

    def __init__(self, state: LinkedState) -> None:
        super().__init__(state)

    def shown(self, screen: Any) -> Mapping[str, str]:  # noqa: ANN401 - each page has its own
        """Return the link to what is on the screen, and the title of the page."""
        return {"link": screen.address, "title": self.titled(screen)}

    def titled(self, screen: Any) -> str:  # noqa: ANN401, ARG002 - each page has its own
        """Name what is on the screen, for the tab of the browser.

        Parameters
        ----------
        screen : Any
            What the page shows: the state's `screen`.

        Returns
        -------
        str
            The title; empty leaves the one that the page was served with.
        """
        return ""

    def citation(self, screen: Any) -> Citation:  # noqa: ANN401 - each page has its own
        """Say what is quoted with the page.

        Parameters
        ----------
        screen : Any
            What the page shows: the state's `screen`.

        Returns
        -------
        Citation
            Title, headline and sources.

        Raises
        ------
        NotImplementedError
            Always: each page has its own.
        """
        raise NotImplementedError

    def receive(self, message: dict[str, Any]) -> None:
        """Read the query of the browser's address, or say what is quoted with the page.

        Parameters
        ----------
        message : dict of str to Any
            ``{"query": "?cycle=2016"}``, of which an empty one changes nothing, or
            ``{"ask": "citation"}``; anything else is ignored.
        """
        match message:
            case {"query": str(query)}:
                if without_trackers(query).strip("?"):
                    self._state.read(query)
                self.send({"read": True})
            case {"ask": "citation"}:
                self.send({"citation": asdict(self.citation(self._state.screen))})
