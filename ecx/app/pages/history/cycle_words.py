"""Sentences on the cycle on the map, and a link to the explorer."""

from typing import ClassVar, Final

from markupsafe import Markup

from ecx.app.kit import outcome
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.figures.cycle_summary import CycleSummary, Decision
from ecx.link.address import PageName, href
from ecx.link.query import record_link
from ecx.say import _, phrase

_SETTLED: Final = {
    Decision.HOUSE: phrase("The House of Representatives chose {president}."),
    Decision.SENATE: phrase("The Senate chose the vice president."),
    Decision.COMMISSION: phrase("An Electoral Commission decided which votes to count."),
}


class HistoryWords(Pane):
    """Says who was elected and how, and links to the same cycle in the explorer."""

    css_class: ClassVar = "ecx-history-words"

    def view(self, screen: Screen) -> Markup:
        """Render the sentences and the link."""
        counted, scenario = screen.counted, screen.scenario
        seen = next((one for one in cycle_summaries() if one.cycle == scenario.cycle), None)
        aside = [
            outcome.vice_president(counted),
            *outcome.asides(counted),
            *_how(seen),
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


def _how(seen: CycleSummary | None) -> list[str]:
    """Say who decided the election, and whether the president lost the popular vote."""
    if seen is None:
        return []
    settled = _SETTLED.get(seen.decision)
    said = [_(settled).format(president=seen.president)] if settled else []
    if seen.inverted:
        said.append(
            _("{president} lost the popular vote to {leader}.").format(
                president=seen.name, leader=seen.leader
            )
        )
    return said
