"""The toolbar: choice of cycle, undo, redo and reset, and how electors vote."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.app.kit import from_text
from ecx.app.kit.buttons import Button, group
from ecx.app.kit.cycle_picker import cycle_picker
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.map_views import MAP_VIEWS
from ecx.link.address import chosen_view

_UNDO: Final = Button("Undo", "undo", title="Take the last change back (Ctrl+Z)", keys="Control+Z")
_REDO: Final = Button(
    "Redo", "redo", title="Make it again (Ctrl+Y)", keys="Control+Y Control+Shift+Z"
)
_RESET: Final = Button("Reset", "reset", title="Back to what happened", label="Reset to the record")


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
        return group("Election and changes", parts, "page-tools")


def _history(screen: Screen) -> Markup:
    """Render the buttons for undo, redo and reset."""
    return Markup('<span class="page-group">{}{}{}</span>').format(
        replace(_UNDO, enabled=bool(screen.past)),
        replace(_REDO, enabled=bool(screen.future)),
        replace(_RESET, enabled=screen.scenario.changed),
    )


def _electors(screen: Screen) -> Markup:
    """Render the choice between ballots as cast and as pledged, if the two differ."""
    scenario = screen.scenario
    if scenario.reset().as_pledged() == scenario.reset():
        return Markup("")
    choices = (
        ("cast", "As cast", scenario.faithful),
        ("pledged", "As pledged", not scenario.faithful),
    )
    buttons = (Button(text, do, pressed=not other) for do, text, other in choices)
    return group("How the electors vote", buttons)


def _view(screen: Screen) -> Markup:
    """Render the choice between a mark for each place and one for each elector."""
    buttons = (
        Button(shown.button, "view", view, pressed=view is screen.view, title=shown.title)
        for view, shown in MAP_VIEWS.items()
    )
    return group("What the map shows", buttons)


def _patterns(screen: Screen) -> Button:
    """Return the switch for patterns."""
    return Button(
        "Patterns",
        "patterns",
        "off" if screen.patterns else "on",
        pressed=screen.patterns,
        title="Tell tickets apart by pattern too",
    )
