"""The large map of the cycle that the slider shows."""

from typing import ClassVar

from ecx.app.kit import words
from ecx.app.kit.chart import Numbers, Picture, StateChart
from ecx.app.kit.screen import Screen
from ecx.figures.maps import election_map
from ecx.figures.marks import marks, ticket_name
from ecx.maps.shapes import board_map


class HistoryMap(StateChart):
    """Draws the ticket that carried each place in the cycle on the screen.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    css_class: ClassVar = "ecx-history-map"

    def draw(self, screen: Screen) -> Picture:
        """Draw the map of the cycle."""
        scenario = screen.scenario
        drawing = board_map(scenario.cycle, scenario.house_rules.added)
        figure = election_map(screen.counted, drawing)
        return Picture(figure, _summary(screen, str(drawing["note"])), _numbers(screen))


def _summary(screen: Screen, note: str) -> str:
    """Give the totals of the map, and tell which of its borders are not exact."""
    election, tally = screen.scenario.election, screen.counted.tally
    won = [f"{words.short(election, who)} {votes}" for who, votes in tally.president.items()]
    counted = (
        f"Electoral votes for president: {', '.join(won)}." if won else "Nobody has voted yet."
    )
    return f"{counted} {note}".strip()


def _numbers(screen: Screen) -> Numbers:
    """List the ticket that carried each unit."""
    election = screen.scenario.election
    return Numbers(
        ("Place", "Electors", "Carried by", "Votes of the electors"),
        tuple(
            (
                election.units[mark.unit].name,
                mark.electors,
                ticket_name(election, mark.ticket),
                mark.words.partition(": ")[2],
            )
            for mark in marks(screen.counted)
        ),
    )
