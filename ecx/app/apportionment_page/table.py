"""The table of a made-up country: typed, pasted, opened as CSV, kept as CSV; teacher's examples."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
from traitlets import Bool, Dict, List, Unicode

from ecx.app.apportionment_page.country import write_country
from ecx.app.apportionment_page.examples import EXAMPLES
from ecx.app.apportionment_page.state import LabState

if TYPE_CHECKING:
    from ecx.app.apportionment_page.lab import Lab


class CountryTable(anywidget.AnyWidget):
    """Takes a table of places and people, and gives it back with its seats.

    What a visitor types stays in the browser until it is handed in, and is never replaced but
    by another table that the visitor asks for.

    Parameters
    ----------
    state : LabState
        The state of the page.

    Attributes
    ----------
    text : str
        The table as it was handed in.
    problems : list of str
        The rows that cannot be read, each with the mend.
    csv : str
        The places that are on the screen, with people and seats, to be kept as a file.
    examples : list of dict
        ``key`` and ``title`` of each example.
    made_up : bool
        Whether the country is what is on the screen.
    """

    _esm = Path(__file__).with_name("table.js")

    text = Unicode().tag(sync=True)
    problems: List[str] = List(Unicode()).tag(sync=True)
    csv = Unicode().tag(sync=True)
    examples: List[dict[str, str]] = List(Dict()).tag(sync=True)
    made_up = Bool(False).tag(sync=True)  # noqa: FBT003 - a trait's default

    def __init__(self, state: LabState) -> None:
        super().__init__(examples=[{"key": one.key, "title": one.title} for one in EXAMPLES])
        self.add_class("ecx-country")
        self._state = state
        self.on_msg(self._receive)
        state.observe(self._render, names="screen")
        self._render()

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take nothing from the browser but messages."""

    def _render(self, _change: object = None) -> None:
        screen: Lab = self._state.screen
        seats = screen.apportionment.seats
        with self.hold_sync():
            self.text = screen.draft
            self.problems = list(screen.country.problems)
            self.csv = write_country(
                {screen.name(place): people for place, people in screen.populations.items()},
                {screen.name(place): held for place, held in seats.items()},
            )
            self.made_up = screen.made_up

    def _receive(self, _table: object, content: dict[str, Any], _buffers: object) -> None:
        """Read a table, or show an example."""
        match content:
            case {"table": str(table)}:
                self._state.make_country(table)
            case {"example": str(key)}:
                self._state.show_example(key)
                # The same example again changes nothing here, but what was typed over it there.
                self.send({"shown": True})
