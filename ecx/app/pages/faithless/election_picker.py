"""The choice of the election whose counters are shown."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit import from_text, outcome
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.record.elections import cycles, election


class Chooser(Pane):
    """Chooses an election, and whether its electors vote as they did or as pledged."""

    css_class: ClassVar = "ecx-chooser"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "cycle": from_text.open_as_pledged,
        "pledged": lambda state, _: state.as_pledged(),
        "cast": lambda state, _: state.as_cast(),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the list, the switch, and who is elected."""
        now = screen.scenario.cycle
        options = Markup("").join(
            Markup('<option value="{}"{}>{}</option>').format(
                cycle, Markup(" selected") if cycle == now else "", election(cycle).label
            )
            for cycle in reversed(cycles())
        )
        return Markup(
            '<div class="page-tools"><label>Election <select data-do="cycle">{}</select></label>'
            "{}</div><p>{}</p>"
        ).format(options, _switch(screen), outcome.president(screen.counted))


def _switch(screen: Screen) -> Markup:
    """Render the two ways the electors may vote, if they differ."""
    held = screen.scenario
    if held.as_pledged() == held.as_cast():
        return Markup("")
    faithful = held == held.as_pledged()
    return Markup("").join(
        Markup(
            '<button type="button" class="page-button" data-do="{}" aria-pressed="{}">{}</button>'
        ).format(do, "true" if on else "false", title)
        for do, title, on in (
            ("pledged", "As pledged", faithful),
            ("cast", "As cast", not faithful),
        )
    )
