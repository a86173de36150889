"""The map: a scenario as the board shows it, and clicks on the board as intents."""

from collections import Counter
from typing import Any

from ecx.app import words
from ecx.app.state import AppState, Screen
from ecx.board import Board
from ecx.board.content import OTHER, Mark, Ticket, Unit
from ecx.election import Election
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
    return {
        "map": board_map(election.cycle),
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


def _units(election: Election) -> dict[str, Unit]:
    """Name the units as the board writes and says them; parts of a place form a group."""
    return {
        unit.id: {
            "code": _code(unit.id),
            "name": unit.name,
            "electors": unit.electors,
            "group": unit.place if unit.id != unit.place else None,
        }
        for unit in election.units.values()
    }


def _code(unit: str) -> str:
    """Write a unit on the map: ``"PA"``, ``"ME"`` for what is at large, ``"ME1"``.

    Examples
    --------
    >>> [_code(unit) for unit in ("PA", "ME-AL", "ME-01")]
    ['PA', 'ME', 'ME1']
    """
    place, _, part = unit.partition("-")
    return f"{place}{int(part)}" if part.isdigit() else place


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
    adds: dict[str, Counter[str]] = {unit: Counter() for unit in election.units}
    for entry in screen.ledger:
        if entry.cast is not None and entry.cast.president is not None:
            adds[entry.unit][headed.get(entry.cast.president, OTHER)] += 1
    return {
        unit: {
            "ticket": scenario.carrier(unit),
            "adds": dict(count),
            "changed": unit in scenario.calls,
            "note": "",
        }
        for unit, count in adds.items()
    }
