"""The large map of the cycle that the slider shows, and its numbers."""

from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit.map_words import folded_table, who_won, winners
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.kit.still_map import StillMap, election_content
from ecx.board.content import Content
from ecx.say import _


class HistoryMap(StillMap):
    """Shows who won each state in the cycle on the screen.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    def __init__(self, state: AppState) -> None:
        super().__init__(state, "ecx-history-map")

    def content(self, screen: Screen) -> Content:
        """Show the cycle."""
        return {**election_content(screen.counted), "patterns": screen.patterns}


class HistoryNumbers(Pane):
    """Lists the states of the map, and how their electors voted."""

    css_class: ClassVar = "ecx-history-numbers"

    def view(self, screen: Screen) -> Markup:
        """Render the table."""
        rows = [(*row, mark.words.partition(": ")[2]) for mark, row in winners(screen.counted)]
        return folded_table(*who_won(screen.counted, _("How electors voted")), rows)
