"""The headline: who is elected, in a sentence."""

from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit import outcome
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen


class Headline(Pane):
    """Says who is elected to both offices, and what the bar of totals cannot show."""

    css_class: ClassVar = "ecx-headline"

    def view(self, screen: Screen) -> Markup:
        """Render the sentences."""
        counted = screen.counted
        aside = " ".join([outcome.vice_president(counted), *outcome.asides(counted)])
        return Markup(
            '<p class="page-outcome">{}</p><p class="page-aside">{}</p>'
            '<p class="page-hidden" role="status">{}</p>'
        ).format(outcome.president(counted), aside, outcome.spoken(counted))
