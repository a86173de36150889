"""The map of units: one shape for each place or district."""

from typing import Final

from ecx.app.kit.place_marks import place_map, place_marks, place_units
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.board_words import of_places
from ecx.board.content import Content, Mark, UnitLabel
from ecx.college.election import Election
from ecx.college.scenario import Scenario
from ecx.say import phrase

_TWO: Final = 2
"""Tickets between which a click switches; with more it goes through all, and undecided."""


class MapOfPlaces:
    """The map that has a mark for each place or district; `MapView` says what it gives."""

    button = phrase("Map")
    title = phrase("One shape for each state")

    def drawing(self, scenario: Scenario) -> Content:
        """Give the board what stays the same while calls change: the map, and how it speaks.

        Parameters
        ----------
        scenario : Scenario
            What is on the map.

        Returns
        -------
        dict
            Content of the board.
        """
        return {
            "map": place_map(scenario),
            "words": of_places(),
            "sweep": False,
            "none_turns": len(scenario.record.majors) != _TWO,
        }

    def units(self, election: Election) -> dict[str, UnitLabel]:
        """Name the units as the board writes and says them; parts of a place form a group."""
        return place_units(election)

    def marks(self, screen: Screen) -> dict[str, Mark]:
        """Say what each unit shows and adds to the totals."""
        return place_marks(screen.counted)

    def lines(self, scenario: Scenario) -> tuple[object, ...]:
        """Tell what the lines depend on."""
        return (scenario.cycle, scenario.house_rules.added)

    def selected(self, screen: Screen) -> str | None:
        """Name the unit whose particulars are shown."""
        return screen.selected

    def set(self, state: AppState, unit: str, ticket: str | None) -> None:
        """Call a unit."""
        state.call(unit, ticket)

    def open(self, state: AppState, unit: str) -> None:
        """Show the particulars of a unit."""
        state.select(unit)
