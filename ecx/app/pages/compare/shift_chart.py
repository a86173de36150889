"""The chart of a comparison: how far the lead moved in each place."""

from typing import ClassVar, Final

from ecx.app.kit.chart import Numbers, Picture, StateChart
from ecx.app.kit.words import count
from ecx.app.pages.compare.place_pairs import Rivals, favour, rivals
from ecx.app.pages.compare.state import Comparison
from ecx.college.election import Ticket
from ecx.figures.lead_arrows import Arrow, lead_arrows
from ecx.figures.marks import Side
from ecx.figures.palette import EMPTY, looks

_NOBODY: Final = Side(None, "", EMPTY.colour, EMPTY.ink)


class ShiftChart(StateChart):
    """Draws an arrow for each place, from its lead on the left map to that on the right.

    Parameters
    ----------
    state : CompareState
        The state of the page.
    """

    css_class: ClassVar = "ecx-shift-chart"

    def draw(self, screen: Comparison) -> Picture:
        """Draw the arrows for the two maps."""
        elections = (screen.left.scenario.election, screen.right.scenario.election)
        two = rivals(*elections)
        labels = (elections[0].label, elections[1].label)
        arrows = [
            Arrow(row.name, row.left.lead, row.right.lead)
            for row in screen.rows
            if row.left and row.right and row.left.lead is not None and row.right.lead is not None
        ]
        if two is None or labels[0] == labels[1]:
            arrows = []
        first, second = _sides(screen, two) if two else (_NOBODY, _NOBODY)
        return Picture(
            lead_arrows(arrows, first, second, labels),
            _summary(arrows, two, labels),
            _numbers(arrows, two, labels),
        )


def _sides(screen: Comparison, two: Rivals) -> tuple[Side, Side]:
    """Give the two parties their names, and their colors on the right map."""
    coats = looks(screen.right.scenario.election.tickets.values())

    def side(ticket: Ticket) -> Side:
        coat = coats[ticket.id]
        return Side(ticket.id, ticket.party, coat.colour, coat.ink)

    return side(two.first), side(two.second)


def _summary(arrows: list[Arrow], two: Rivals | None, labels: tuple[str, str]) -> str:
    """Say how many places moved which way, or why nothing can be measured."""
    if labels[0] == labels[1]:
        return f"Both maps are of {labels[0]}: the votes are the same."
    if two is None:
        return (
            "No two parties with votes on record ran in both elections, so no lead can be compared."
        )
    toward = [sum(arrow.shift > 0 for arrow in arrows), sum(arrow.shift < 0 for arrow in arrows)]
    return (
        f"From {labels[0]} to {labels[1]}, {count(toward[0], 'place')} moved toward the "
        f"{two.first.party} side and {toward[1]} toward the {two.second.party} side. Places "
        "without votes for both on record are left out."
    )


def _numbers(arrows: list[Arrow], two: Rivals | None, labels: tuple[str, str]) -> Numbers:
    """List the leads and shifts."""
    codes = (two.first.code, two.second.code) if two else ("", "")
    return Numbers(
        ("Place", f"Lead {labels[0]}, points", f"Lead {labels[1]}, points", "Shift, points"),
        tuple(
            (arrow.name, *(favour(n, codes) for n in (arrow.left, arrow.right, arrow.shift)))
            for arrow in sorted(arrows, key=lambda arrow: arrow.name)
        ),
    )
