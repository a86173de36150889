"""The large map of the cycle that the slider shows."""

from typing import ClassVar

from ecx.app.kit.chart import Picture, StateChart
from ecx.app.kit.map_words import totals, unit_numbers
from ecx.app.kit.screen import Screen
from ecx.figures.maps import election_map
from ecx.maps.drawing import drawing
from ecx.say import _


class HistoryMap(StateChart):
    """Draws who won each state in the cycle on the screen.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    css_class: ClassVar = "ecx-history-map"

    def draw(self, screen: Screen) -> Picture:
        """Draw the map of the cycle."""
        scenario = screen.scenario
        drawn = drawing(scenario.cycle, scenario.house_rules.added)
        figure = election_map(screen.counted, drawn)
        said = totals(screen.counted, _("Electoral votes for president"))
        votes = unit_numbers(
            screen.counted, _("How electors voted"), lambda mark: mark.words.partition(": ")[2]
        )
        return Picture(figure, " ".join(filter(None, [said, drawn.note and _(drawn.note)])), votes)
