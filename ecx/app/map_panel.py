"""The map: a scenario as the board shows it, and clicks on the board as intents."""

from collections import Counter
from typing import Any, Final

from ecx.app import words
from ecx.app.screen import Screen
from ecx.app.state import AppState
from ecx.board import Board
from ecx.board.content import OTHER, Mark, Ticket
from ecx.board.content import Unit as BoardUnit
from ecx.election import Election, Unit
from ecx.figures.palette import in_order, looks
from ecx.shapes import board_map


class MapPanel(Board):
    """The board of a page: shows what each unit adds to the totals, and calls units by click.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    def __init__(self, state: AppState) -> None:
        self._state = state
        self._shown = state.screen.scenario.election
        super().__init__(**_ground(self._shown), **_figures(state.screen))
        self.add_class("ecx-map-panel")
        self.on_set(state.call)
        self.on_open(state.select)
        state.observe(self._render, names="screen")

    def _render(self, _change: object = None) -> None:
        """Show the figures, and the ground too where it is another's."""
        election = self._state.screen.scenario.election
        ground = {} if election is self._shown else _ground(election)
        self._shown = election
        self.show(**ground, **_figures(self._state.screen))


def _ground(election: Election) -> dict[str, Any]:
    """Give the board what stays the same while a cycle is played."""
    drawing = board_map(election.cycle)
    notes = [drawing["note"], *_method_notes(election)]
    return {
        "map": {**drawing, "note": " ".join(note for note in notes if note)},
        "units": _units(election),
        "tickets": _tickets(election),
        "majority": election.majority,
    }


def _figures(screen: Screen) -> dict[str, Any]:
    """Give the board what a click changes."""
    return {
        "marks": _marks(screen),
        "selected": screen.selected,
        "patterns": screen.patterns,
    }


def _units(election: Election) -> dict[str, BoardUnit]:
    """Name the units as the board writes and says them; parts of a place form a group."""
    return {
        unit.id: {
            "code": _code(unit),
            "name": unit.name,
            "electors": unit.electors,
            "group": unit.place if unit.id != unit.place else None,
        }
        for unit in election.units.values()
    }


def _code(unit: Unit) -> str:
    """Write a unit on the map: its code, its district, and a mark where the people did not vote.

    Examples
    --------
    >>> _code(Unit("ME-01", "ME", "Maine district 1", 1))
    'ME1'
    >>> _code(Unit("SC", "SC", "South Carolina", 8, "legislature"))
    'SC†'
    """
    _, _, part = unit.id.partition("-")
    return f"{unit.place}{int(part) if part.isdigit() else ''}{_method_mark(unit)}"


def _method_mark(unit: Unit) -> str:
    """Give the mark of the way a whole place chose its electors; statewide votes need none."""
    if unit.id != unit.place:
        return ""
    return next((mark for word, (mark, _) in _METHODS.items() if word in unit.method), "")


def _method_notes(election: Election) -> list[str]:
    """Explain the marks that this map has."""
    marks = {_method_mark(unit) for unit in election.units.values()}
    return [f"{mark} {meaning}" for mark, meaning in _METHODS.values() if mark in marks]


_METHODS: Final = {
    "legislature": ("†", "The legislature chose electors."),
    "district": ("‡", "The people chose electors by district."),
}
"""The marks of how electors were chosen, by a word of the method; the first that fits."""


def _tickets(election: Election) -> list[Ticket]:
    """Dress the tickets."""
    coats = looks(election.tickets.values())
    return [
        {
            "id": ticket.id,
            "name": words.ticket_name(election, ticket.id),
            "full": words.running_mates(election, ticket.id),
            "letter": coats[ticket.id].letter,
            "colour": coats[ticket.id].colour,
            "ink": coats[ticket.id].ink,
            "pattern": coats[ticket.id].pattern,
            "turn": ticket.id in election.majors,
        }
        for ticket in in_order(election.tickets.values())
    ]


def _marks(screen: Screen) -> dict[str, Mark]:
    """Say what each unit shows and adds to the totals."""
    scenario = screen.scenario
    election = scenario.election
    headed = {ticket.president: ticket.id for ticket in election.tickets.values()}
    unpledged = {ticket.id for ticket in election.tickets.values() if ticket.president is None}
    adds: dict[str, Counter[str]] = {unit: Counter() for unit in election.units}
    for entry in screen.ledger:
        if entry.counted is not None and entry.counted.president is not None:
            # Electors of an unpledged slate vote for whom they like: the slate has their votes.
            free = entry.pledged if entry.pledged in unpledged else OTHER
            adds[entry.unit][headed.get(entry.counted.president, free)] += 1
    return {
        unit: {
            "ticket": scenario.carrier(unit),
            "adds": dict(count),
            "changed": unit in scenario.calls,
            "note": "",
        }
        for unit, count in adds.items()
    }
