"""The toolbar: choice of cycle, undo, redo and reset, and how electors vote."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit import from_text
from ecx.app.kit.buttons import Button, group
from ecx.app.kit.cycle_picker import cycle_picker
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.map_views import MAP_VIEWS
from ecx.link.address import chosen_view
from ecx.say import _


class Toolbar(Pane):
    """Steps through the cycles, and through the visitor's changes."""

    css_class: ClassVar = "ecx-toolbar"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "earlier": lambda state, _: state.step_cycle(-1),
        "later": lambda state, _: state.step_cycle(1),
        "cycle": from_text.open_cycle,
        "undo": lambda state, _: state.undo(),
        "redo": lambda state, _: state.redo(),
        "reset": lambda state, _: state.reset(),
        "pledged": lambda state, _: state.as_pledged(),
        "cast": lambda state, _: state.as_cast(),
        "view": lambda state, value: state.show_view(chosen_view([value])),
        "patterns": lambda state, value: state.show_patterns(value == "on"),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the controls."""
        parts: list[Button | Markup] = [
            cycle_picker(screen.scenario.cycle, "page-cycle"),
            *(part(screen) for part in (_history, _electors, _view)),
            _patterns(screen),
        ]
        return group(_("Election and changes"), parts, "page-tools")


def _history(screen: Screen) -> Markup:
    """Render the buttons for undo, redo and reset."""
    return Markup('<span class="page-group">{}{}{}</span>').format(
        Button(
            _("Undo"),
            "undo",
            enabled=bool(screen.past),
            title=_("Undo the last change (Ctrl+Z)"),
            keys="Control+Z",
        ),
        Button(
            _("Redo"),
            "redo",
            enabled=bool(screen.future),
            title=_("Do it again (Ctrl+Y)"),
            keys="Control+Y Control+Shift+Z",
        ),
        Button(
            _("Reset"),
            "reset",
            enabled=screen.scenario.changed,
            title=_("Back to what really happened"),
            label=_("Reset to what really happened"),
        ),
    )


def _electors(screen: Screen) -> Markup:
    """Render the choice between ballots as cast and as pledged, if the two differ."""
    scenario = screen.scenario
    if scenario.reset().as_pledged() == scenario.reset():
        return Markup("")
    choices = (
        ("cast", _("As cast"), scenario.faithful),
        ("pledged", _("As pledged"), not scenario.faithful),
    )
    buttons = (Button(text, do, pressed=not other) for do, text, other in choices)
    return group(_("How the electors vote"), buttons)


def _view(screen: Screen) -> Markup:
    """Render the choice between a mark for each place and one for each elector."""
    buttons = (
        Button(_(shown.button), "view", view, pressed=view is screen.view, title=_(shown.title))
        for view, shown in MAP_VIEWS.items()
    )
    return group(_("What the map shows"), buttons)


def _patterns(screen: Screen) -> Button:
    """Return the switch for patterns."""
    return Button(
        _("Patterns"),
        "patterns",
        "off" if screen.patterns else "on",
        pressed=screen.patterns,
        title=_("Show each candidate by a pattern too"),
    )
