"""The presets of the current election, shown while no unit is selected."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit.buttons import Button
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.link.address import PageName, href
from ecx.link.query import link
from ecx.record.presets import Preset, presets
from ecx.say import _


class PresetsPanel(Pane):
    """Lists scenarios to try; opening one is a step that can be undone."""

    css_class: ClassVar = "ecx-presets-panel"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "read": lambda state, query: state.follow(query),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the list; nothing while a unit is selected, or without presets."""
        cycle = screen.scenario.cycle
        offered = [preset for preset in presets() if preset.cycle == cycle]
        if screen.selected or not offered:
            return Markup("")
        items = Markup("").join(_item(preset, link(screen.scenario)) for preset in offered)
        return Markup(
            '<section class="presets" aria-label="{0}"><h2>{0}</h2><ul>{1}</ul>'
            '<a href="{2}">{3}</a></section>'
        ).format(
            _("What if?"),
            items,
            href(PageName.FAITHLESS),
            _("Learn about faithless electors"),
        )


def _item(preset: Preset, shown_now: str) -> Markup:
    """Render one preset, with its paragraph if the map shows it."""
    shown = preset.query == shown_now
    return Markup("<li>{}{}</li>").format(
        Button(_(preset.title), "read", preset.query, pressed=shown, kind="page-text"),
        Markup('<p class="page-hint">{}</p>').format(_(preset.words)) if shown else "",
    )
