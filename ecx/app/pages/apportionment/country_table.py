"""The table of a made-up country: typed, pasted, opened or saved as CSV, with examples."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from traitlets import Bool, Dict, List, Unicode

from ecx.app.kit.spreadsheet import MARK_OF_UTF_8
from ecx.app.kit.widget import StateWidget
from ecx.app.pages.apportionment.calculator import Calculator
from ecx.app.pages.apportionment.claim_words import number_of_seats, number_of_states
from ecx.app.pages.apportionment.country import MOST_PLACES, write_country
from ecx.app.pages.apportionment.examples import EXAMPLES
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.esm import join
from ecx.say import _, n_


class CountryTable(StateWidget):
    """Reads a table of places and populations, and saves it with its seats.

    What a visitor types stays in the browser until it is handed in, and is never replaced but
    by another table that the visitor asks for.

    Parameters
    ----------
    state : CalculatorState
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
    said : str
        What became of the table: what is dealt, or that nothing is.
    words : dict of str to str
        What the browser says by itself.
    dealt : bool
        Whether the country of the table is what is on the screen.
    """

    _esm = join(Path(__file__).with_name("country_table.js"))

    css_class: ClassVar = "ecx-country"

    text = Unicode().tag(sync=True)
    problems: List[str] = List(Unicode()).tag(sync=True)
    csv = Unicode().tag(sync=True)
    examples: List[dict[str, str]] = List(Dict()).tag(sync=True)
    said = Unicode().tag(sync=True)
    words: Dict = Dict().tag(sync=True)
    dealt = Bool(False).tag(sync=True)  # noqa: FBT003 - a trait's default

    _state: CalculatorState

    def __init__(self, state: CalculatorState) -> None:
        super().__init__(
            state,
            words=_words(),
            examples=[{"key": one.key, "title": _(one.title)} for one in EXAMPLES],
        )

    def shown(self, screen: Calculator) -> Mapping[str, Any]:
        """Return the table, and what became of it."""
        return _written(screen)

    def fallback(self, message: str) -> Mapping[str, Any]:
        """Return the message in the place of what became of the table."""
        return {"said": message, "dealt": False}

    def receive(self, message: dict[str, Any]) -> None:
        """Read a table, or show an example.

        Parameters
        ----------
        message : dict of str to Any
            ``{"table": "Ash,6000"}``, as it was typed, or ``{"example": key}``; anything else is
            ignored.
        """
        match message:
            case {"table": str(table)}:
                self._state.make_country(table)
                self.send({"shown": False})
            case {"example": str(key)}:
                self._state.show_example(key)
                # Showing the same example again changes no state, but must replace the typed text.
                self.send({"shown": True})


def _written(screen: Calculator) -> Mapping[str, Any]:
    """Return the table's attributes that depend on the screen."""
    seats = screen.apportionment.seats
    return {
        "text": screen.draft,
        "problems": list(screen.unread or screen.country.problems),
        "csv": MARK_OF_UTF_8
        + write_country(
            {screen.name(place): people for place, people in screen.populations.items()},
            {screen.name(place): held for place, held in seats.items()},
        ),
        "said": _said(screen),
        "dealt": screen.made_up and not screen.unread,
    }


def _said(screen: Calculator) -> str:
    """Say how the table was read."""
    if screen.unread:
        return _("We couldn’t use this table.")
    if not screen.made_up:
        return ""
    places, refused = len(screen.country.people), screen.country.refused
    left = screen.apportionment.tie.left if screen.apportionment.tie else 0
    said = [
        _("Done: {seats} for {states}.").format(
            seats=number_of_seats(screen.house), states=number_of_states(places)
        )
    ]
    if left:
        said.append(
            n_(
                "The last seat is tied, so nobody gets it.",
                "The last {number} seats are tied, so nobody gets them.",
                left,
            ).format(number=left)
        )
    if refused:
        said.append(
            _("We used {used} of {rows} rows.").format(
                used=f"{places:,}", rows=f"{places + refused:,}"
            )
        )
    return " ".join(said)


def _words() -> dict[str, str]:
    """Return what the browser says by itself."""
    return {
        "heading": _("A country of your own"),
        "hint": _(
            "Write one state on each line: a name, a comma or a tab, and its people. You can also "
            "paste from a spreadsheet or open a CSV file. There is room for {most} states."
        ).format(most=MOST_PLACES),
        "examples": _("Examples"),
        "sample": "Ash, 500\nBirch, 500\nCedar, 250",
        "table": _("States and people"),
        "apply": _("Share the seats"),
        "open": _("Open a CSV file"),
        "keep": _("Save as CSV"),
        "see": _("See the result"),
        "tooLarge": _("{file} is larger than a table of {most} states can be. Open another file."),
        "most": str(MOST_PLACES),
    }
