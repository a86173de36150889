"""The explorer's map on other pages, where it is only looked at."""

from typing import Any, ClassVar, cast

from ecx.app.kit import faults
from ecx.app.kit.persons import persons
from ecx.app.kit.place_marks import place_map, place_marks, place_units
from ecx.app.kit.still_words import still_words
from ecx.app.kit.ticket_styles import ticket_styles
from ecx.app.kit.widget import PageState
from ecx.board import Board
from ecx.board.content import Content, Map
from ecx.college.counted import Counted
from ecx.say import _


class StillMap(Board):
    """A board that shows the screen of a page, and changes nothing; a subclass writes `content`.

    Parameters
    ----------
    state : PageState
        The state of the page.
    css_class : str
        Name by which style sheets and selectors find it.
    """

    taken: ClassVar = frozenset[str]()

    def __init__(self, state: PageState, css_class: str) -> None:
        self._state = state
        super().__init__(**self._made())
        self.add_class(css_class)
        state.observe(self._render, names="screen")

    def content(self, screen: Any) -> Content:  # noqa: ANN401 - each page has its own
        """Return all that the board shows of a screen.

        Parameters
        ----------
        screen : Any
            What the page shows: the state's `screen`.

        Returns
        -------
        dict
            Content of the board.

        Raises
        ------
        NotImplementedError
            Always: each map shows something of its own.
        """
        raise NotImplementedError

    def _render(self, _change: object = None) -> None:
        self.show(**self._made())

    def _made(self) -> Content:
        """Return the content of the screen; if that fails, the old map with a note."""
        try:
            made = self.content(self._state.screen)
        except Exception as error:  # noqa: BLE001 - shown to the visitor, and logged
            noted = {**self.map, "note": faults.unseen(error, self)}
            return {"map": cast("Map", noted), "still": True}
        else:
            return {**made, "still": True}


def election_content(counted: Counted, ring: str = "") -> Content:
    """Show a scenario as the explorer does.

    Parameters
    ----------
    counted : Counted
        The scenario, with its ledger and totals.
    ring : str, optional
        What a ring around a state means.

    Returns
    -------
    dict
        Content of a board.

    Raises
    ------
    UnknownCycleError
        If the record has no map of that cycle.

    Examples
    --------
    >>> import ecx
    >>> shown = election_content(Counted(ecx.scenario(2016)))
    >>> shown["majority"], shown["words"]["map"]
    (270, 'The election of 2016: map with {number} states and districts')
    """
    election = counted.scenario.election
    name = _("The election of {year}: map with {number} states and districts")
    return {
        "map": place_map(counted.scenario),
        "units": place_units(election),
        "tickets": ticket_styles(election),
        "persons": persons(counted),
        "marks": place_marks(counted),
        "majority": election.majority,
        "words": still_words(name.format(year=election.label, number="{number}"), ring),
    }
