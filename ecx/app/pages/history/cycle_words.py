"""Sentences on the cycle on the map, and a link to the explorer."""

from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit import outcome
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.figures.cycle_summary import CycleSummary, Decision
from ecx.link.address import PageName, href
from ecx.link.query import record_link

_SETTLED = {
    Decision.HOUSE: "The House of Representatives chose {president}.",
    Decision.SENATE: "The Senate chose the vice president.",
    Decision.COMMISSION: "An Electoral Commission had settled which electors' votes to count.",
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
            '<p class="page-outcome">{}</p><p class="page-aside">{}</p>'
            '<p class="page-hidden" role="status">{}</p>'
            '<p><a class="page-button history-open" href="{}">'
            "Open {} in the explorer</a></p>"
        ).format(
            outcome.president(counted),
            " ".join(aside),
            outcome.spoken(counted),
            href(PageName.EXPLORER, record_link(scenario.cycle)),
            scenario.election.label,
        )


def _how(seen: CycleSummary | None) -> list[str]:
    """Say who decided the election, and whether the president lost the popular vote."""
    if seen is None:
        return []
    settled = _SETTLED.get(seen.decision)
    said = [settled.format(president=seen.president)] if settled else []
    if seen.inverted:
        said.append(f"{seen.leader} had more popular votes.")
    return said
