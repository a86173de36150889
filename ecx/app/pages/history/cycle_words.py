"""Sentences on the cycle on the map, and a link to the explorer."""

from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit import outcome
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.figures.cycle_summary import CycleSummary
from ecx.link.address import PageName, href
from ecx.link.query import record_link
from ecx.say import _


class HistoryWords(Pane):
    """Says who won and how, and links to the same cycle in the explorer."""

    css_class: ClassVar = "ecx-history-words"

    def view(self, screen: Screen) -> Markup:
        """Render the sentences and the link."""
        counted, scenario = screen.counted, screen.scenario
        seen = next((one for one in cycle_summaries() if one.cycle == scenario.cycle), None)
        aside = [
            outcome.vice_president(counted),
            *outcome.asides(counted),
            *_lost(seen),
        ]
        return Markup(
            '<h2 class="history-year">{}</h2><p class="page-outcome">{}</p>'
            '<p class="page-aside">{}</p>'
            '<p class="page-hidden" role="status">{}</p>'
            '<p><a class="page-button history-open" href="{}">{}</a></p>'
        ).format(
            _("The election of {year}").format(year=scenario.election.label),
            outcome.president(counted),
            " ".join(aside),
            outcome.spoken(counted),
            href(PageName.EXPLORER, record_link(scenario.cycle)),
            _("Open in explorer"),
        )


def _lost(seen: CycleSummary | None) -> list[str]:
    """Say whether the president lost the popular vote, and to whom."""
    if seen is None or not seen.inverted:
        return []
    said = _("{president} lost the popular vote to {leader}.")
    return [said.format(president=seen.name, leader=seen.leader)]
