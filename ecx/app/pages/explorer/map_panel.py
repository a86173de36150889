"""The map panel: shows a scenario on the board, and turns clicks into intents."""

from types import ModuleType
from typing import Any

from ecx.app.kit import faults, words
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer import map_seats, map_units
from ecx.board import Board
from ecx.board.content import Ticket
from ecx.college.election import Election
from ecx.figures.marks import ticket_name
from ecx.figures.palette import in_order, looks


class MapPanel(Board):
    """The map: one mark for each unit, or for each elector, set by click.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    def __init__(self, state: AppState) -> None:
        self._state = state
        self._drawn: object = _lines(state.screen)
        self._electors: object = _seating(state.screen)
        super().__init__(
            **_ground(state.screen), **_figures(state.screen), **_numbers(state.screen)
        )
        self.add_class("ecx-map-panel")
        self.on_set(self._set)
        self.on_sweep(state.cast_all)
        self.on_open(self._open)
        state.observe(self._render, names="screen")

    def _render(self, _change: object = None) -> None:
        """Show the screen; if that fails, keep the old map and add a note."""
        try:
            self._draw(self._state.screen)
        except Exception as error:  # noqa: BLE001 - shown to the visitor, and logged
            self._drawn = None
            self.map = {**self.map, "note": faults.unseen(error, self)}

    def _draw(self, screen: Screen) -> None:
        """Update the marks; update the map and the electors only if they differ."""
        content = _figures(screen)
        if _seating(screen) != self._electors:
            content |= _numbers(screen)
        if _lines(screen) != self._drawn:
            content |= _ground(screen)
        self._drawn, self._electors = _lines(screen), _seating(screen)
        self.show(**content)

    def _set(self, unit: str, ticket: str | None) -> None:
        """Give a unit to a ticket, or set an elector's ballot."""
        if self._state.screen.seats:
            self._state.cast(unit, ticket)
        else:
            self._state.call(unit, ticket)

    def _open(self, unit: str) -> None:
        """Show the details of a unit, or of an elector's unit."""
        if self._state.screen.seats:
            self._state.open_elector(unit)
        else:
            self._state.select(unit)


def _view(screen: Screen) -> ModuleType:
    return map_seats if screen.seats else map_units


def _lines(screen: Screen) -> tuple[object, ...]:
    """Return the values that the lines of the map depend on."""
    scenario = screen.scenario
    if screen.seats:
        return (True, scenario.cycle, scenario.house_rules)
    return (False, scenario.cycle, scenario.house_rules.added)


def _seating(screen: Screen) -> tuple[object, ...]:
    """Return the values that the units and their electors depend on."""
    return (screen.seats, screen.scenario.cycle, screen.scenario.house_rules)


def _ground(screen: Screen) -> dict[str, Any]:
    """Return the map itself, and the board's words."""
    content: dict[str, Any] = _view(screen).drawing(screen.scenario)
    return content


def _numbers(screen: Screen) -> dict[str, Any]:
    """Return the units, the tickets, and the majority."""
    election = screen.scenario.election
    return {
        "units": _view(screen).units(election),
        "tickets": _tickets(election),
        "majority": election.majority,
    }


def _figures(screen: Screen) -> dict[str, Any]:
    """Return the content that a click changes."""
    return {
        "marks": _view(screen).marks(screen),
        "selected": screen.elector if screen.seats else screen.selected,
        "patterns": screen.patterns,
    }


def _tickets(election: Election) -> list[Ticket]:
    """Return the tickets with their names and colors."""
    coats = looks(election.tickets.values())
    return [
        {
            "id": ticket.id,
            "name": ticket_name(election, ticket.id),
            "full": words.running_mates(election, ticket.id),
            "letter": coats[ticket.id].letter,
            "colour": coats[ticket.id].colour,
            "ink": coats[ticket.id].ink,
            "pattern": coats[ticket.id].pattern,
            "turn": ticket.id in election.majors,
        }
        for ticket in in_order(election.tickets.values())
    ]
