"""The choice of the election whose counters are shown."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit import from_text, outcome
from ecx.app.kit.buttons import Button
from ecx.app.kit.forms import select
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.record.elections import cycles, election
from ecx.say import _


class ElectionPicker(Pane):
    """Chooses an election, and whether its electors vote as they did or as pledged."""

    css_class: ClassVar = "ecx-election-picker"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "cycle": from_text.open_as_pledged,
        "pledged": lambda state, _: state.as_pledged(),
        "cast": lambda state, _: state.as_cast(),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the list, the switch, and who is elected."""
        now = screen.scenario.cycle
        known = ((cycle, election(cycle).label) for cycle in reversed(cycles()))
        return Markup('<div class="page-tools">{}{}</div><p>{}</p>').format(
            select("cycle", f"{_('Election')} ", known, now),
            _switch(screen),
            outcome.president(screen.counted),
        )


def _switch(screen: Screen) -> Markup:
    """Render the two ways the electors may vote, if they differ."""
    held = screen.scenario
    if held.as_pledged() == held.as_cast():
        return Markup("")
    faithful = held == held.as_pledged()
    return Markup("").join(
        (
            Button(_("As pledged"), "pledged", pressed=faithful),
            Button(_("As cast"), "cast", pressed=not faithful),
        )
    )
