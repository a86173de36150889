"""The chart of a comparison: how far the lead moved in each place."""

from collections.abc import Mapping
from typing import Any, ClassVar

from ecx.app.kit.chart import Numbers, Picture, StateChart
from ecx.app.pages.compare.place_pairs import Rivals, favour, rivals
from ecx.app.pages.compare.state import Comparison
from ecx.college.election import Ticket
from ecx.figures.lead_arrows import Arrow, lead_arrows
from ecx.figures.marks import Side
from ecx.figures.palette import looks
from ecx.say import _, n_


class ShiftChart(StateChart):
    """Draws an arrow for each place, from its lead on the left map to that on the right.

    Parameters
    ----------
    state : CompareState
        The state of the page.
    """

    css_class: ClassVar = "ecx-shift-chart"

    def draw(self, screen: Comparison) -> Picture | None:
        """Draw the arrows for the two maps, if a lead can be compared."""
        elections = (screen.left.scenario.election, screen.right.scenario.election)
        two = rivals(*elections)
        if two is None or screen.same:
            return None
        labels = (elections[0].label, elections[1].label)
        arrows = [
            Arrow(_(row.name), row.left.lead, row.right.lead)
            for row in screen.rows
            if row.left and row.right and row.left.lead is not None and row.right.lead is not None
        ]
        first, second = _sides(screen, two)
        return Picture(
            lead_arrows(arrows, first, second, labels),
            _summary(arrows, two, labels),
            _numbers(arrows, two, labels),
        )

    def shown(self, screen: Comparison) -> Mapping[str, Any]:
        """Return the picture's attributes, or a sentence in its place."""
        return super().shown(screen) or {"summary": _absent(screen), "failed": True}


def _absent(screen: Comparison) -> str:
    """Say why no lead can be compared; nothing if both maps are of one election."""
    if screen.same:
        return ""
    return _("We can’t compare margins: no two parties with votes on record ran both times.")


def _sides(screen: Comparison, two: Rivals) -> tuple[Side, Side]:
    """Give the two parties their names, and their colors on the right map."""
    coats = looks(screen.right.scenario.election.tickets.values())

    def side(ticket: Ticket) -> Side:
        coat = coats[ticket.id]
        return Side(ticket.id, _(ticket.party), coat.colour, coat.ink)

    return side(two.first), side(two.second)


def _summary(arrows: list[Arrow], two: Rivals, labels: tuple[str, str]) -> str:
    """Say how many places moved which way."""
    first = sum(arrow.shift > 0 for arrow in arrows)
    second = sum(arrow.shift < 0 for arrow in arrows)
    said = (
        n_(
            "From {before} to {after}, the margin moved toward the {party} side in {number} state "
            "or district.",
            "From {before} to {after}, the margin moved toward the {party} side in {number} states "
            "and districts.",
            first,
        ).format(before=labels[0], after=labels[1], party=_(two.first.party), number=first),
        n_(
            "It moved toward the {party} side in {number}.",
            "It moved toward the {party} side in {number}.",
            second,
        ).format(party=_(two.second.party), number=second),
        _("States without votes for both are left out."),
    )
    return " ".join(said)


def _numbers(arrows: list[Arrow], two: Rivals, labels: tuple[str, str]) -> Numbers:
    """List the leads and shifts."""
    codes = (two.first.code, two.second.code)
    return Numbers(
        (
            _("State"),
            _("Margin {year}, points").format(year=labels[0]),
            _("Margin {year}, points").format(year=labels[1]),
            _("Shift, points"),
        ),
        tuple(
            (arrow.name, *(favour(n, codes) for n in (arrow.left, arrow.right, arrow.shift)))
            for arrow in sorted(arrows, key=lambda arrow: arrow.name)
        ),
    )
