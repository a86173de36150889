"""The maps that the board can show, one for each view of the link."""

from collections.abc import Mapping
from typing import Final, Protocol

from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.map_of_electors import MapOfElectors
from ecx.app.pages.explorer.map_of_places import MapOfPlaces
from ecx.board.content import Content, Mark, UnitLabel
from ecx.college.election import Election
from ecx.college.scenario import Scenario
from ecx.link.address import View


class MapView(Protocol):
    """What the explorer needs to know of a map, to show it on the board and to follow clicks."""

    @property
    def button(self) -> str:
        """What stands on the button that shows this map."""

    @property
    def title(self) -> str:
        """The title of that button."""

    def lines(self, scenario: Scenario) -> tuple[object, ...]:
        """Tell what the lines of the map depend on."""

    def drawing(self, scenario: Scenario) -> Content:
        """Give the board the map, and how it speaks."""

    def units(self, election: Election) -> Mapping[str, UnitLabel]:
        """Name what can be clicked, as the board writes and says it."""

    def marks(self, screen: Screen) -> Mapping[str, Mark]:
        """Say what each unit shows and adds to the totals."""

    def selected(self, screen: Screen) -> str | None:
        """Name the unit of the map that is selected."""

    def set(self, state: AppState, unit: str, ticket: str | None) -> None:
        """Do what a click that sets a unit intends."""

    def open(self, state: AppState, unit: str) -> None:
        """Do what a click that opens a unit intends."""


MAP_VIEWS: Final[Mapping[View, MapView]] = {
    View.PLACES: MapOfPlaces(),
    View.ELECTORS: MapOfElectors(),
}
"""The map of each view, in the order of their buttons."""
