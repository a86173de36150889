"""The map panel: shows a scenario on the board, and turns clicks into intents."""

from ecx.app.kit import faults
from ecx.app.kit.persons import persons
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.kit.ticket_styles import ticket_styles
from ecx.app.pages.explorer.map_views import MAP_VIEWS, MapView
from ecx.board import Board
from ecx.board.content import Content


class MapPanel(Board):
    """The map: one mark for each unit, or for each elector, set by click.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    def __init__(self, state: AppState) -> None:
        self._state = state
        screen = state.screen
        self._drawn: object = _lines(screen)
        self._electors: object = _seating(screen)
        super().__init__(**(_ground(screen) | _figures(screen) | _numbers(screen)))
        self.add_class("ecx-map-panel")
        self.on_set(self._set)
        self.on_sweep(state.cast_all)
        self.on_open(self._open)
        self.on_patterns(state.show_patterns)
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
        """Call a unit, or set an elector's ballot."""
        _view(self._state.screen).set(self._state, unit, ticket)

    def _open(self, unit: str) -> None:
        """Show the particulars of a unit, or those of an elector's."""
        _view(self._state.screen).open(self._state, unit)


def _view(screen: Screen) -> MapView:
    return MAP_VIEWS[screen.view]


def _lines(screen: Screen) -> tuple[object, ...]:
    """Tell what the lines of the map depend on."""
    return (screen.view, *_view(screen).lines(screen.scenario))


def _seating(screen: Screen) -> tuple[object, ...]:
    """Tell what the units of the map and their electors depend on."""
    return (screen.view, screen.scenario.cycle, screen.scenario.house_rules)


def _ground(screen: Screen) -> Content:
    """Give the board its lines, and how it speaks of what lies between them."""
    return _view(screen).drawing(screen.scenario)


def _numbers(screen: Screen) -> Content:
    """Give the board what is set, to what, and how many are needed."""
    election = screen.scenario.election
    return {
        "units": _view(screen).units(election),
        "tickets": ticket_styles(election),
        "majority": election.majority,
    }


def _figures(screen: Screen) -> Content:
    """Give the board what a click changes."""
    return {
        "marks": _view(screen).marks(screen),
        "selected": _view(screen).selected(screen),
        "patterns": screen.patterns,
        "persons": persons(screen.counted),
    }
