"""The toolbar: choice of cycle, undo, redo and reset, and how electors vote."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final, NamedTuple

from markupsafe import Markup

from ecx.app.kit import from_text
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.map_views import MAP_VIEWS
from ecx.link.address import chosen_view
from ecx.record.elections import cycles

_BUTTON: Final = Markup(
    '<button type="button" data-do="{do}" class="page-button" title="{title}"{label}{keys}{off}>'
    "{text}</button>"
)


class _Tool(NamedTuple):
    """A button: its intent, label, title, spoken name and keys."""

    do: str
    text: str
    title: str
    label: str = ""
    keys: str = ""


_EARLIER: Final = _Tool("earlier", "‹", "Earlier election (Alt+,)", "Earlier election", "Alt+,")
_LATER: Final = _Tool("later", "›", "Later election (Alt+.)", "Later election", "Alt+.")
_UNDO: Final = _Tool("undo", "Undo", "Take the last change back (Ctrl+Z)", keys="Control+Z")
_REDO: Final = _Tool("redo", "Redo", "Make it again (Ctrl+Y)", keys="Control+Y Control+Shift+Z")
_RESET: Final = _Tool("reset", "Reset", "Back to what happened", "Reset to the record")


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
        groups = (_cycle, _history, _electors, _view, _patterns)
        return Markup(
            '<div class="page-tools" role="group" aria-label="Election and changes">{}</div>'
        ).format(Markup("").join(group(screen) for group in groups))


def _button(tool: _Tool, *, enabled: bool) -> Markup:
    """Render a button; a disabled one keeps its place in the tab order."""
    return _BUTTON.format(
        do=tool.do,
        text=tool.text,
        title=tool.title,
        label=Markup(' aria-label="{}"').format(tool.label) if tool.label else "",
        keys=Markup(' aria-keyshortcuts="{}"').format(tool.keys) if tool.keys else "",
        off="" if enabled else Markup(' aria-disabled="true"'),
    )


def _cycle(screen: Screen) -> Markup:
    """Render the list of cycles between two step buttons."""
    known, now = cycles(), screen.scenario.cycle
    options = Markup("").join(
        Markup('<option value="{0}"{1}>{0}</option>').format(
            cycle, Markup(" selected") if cycle == now else ""
        )
        for cycle in reversed(known)
    )
    return Markup('<span class="page-group">{}{}{}</span>').format(
        _button(_EARLIER, enabled=now > known[0]),
        Markup(
            '<label class="page-cycle"><span class="page-hidden">Election</span>'
            '<select data-do="cycle" id="page-cycle">{}</select></label>'
        ).format(options),
        _button(_LATER, enabled=now < known[-1]),
    )


def _history(screen: Screen) -> Markup:
    """Render the buttons for undo, redo and reset."""
    return Markup('<span class="page-group">{}{}{}</span>').format(
        _button(_UNDO, enabled=bool(screen.past)),
        _button(_REDO, enabled=bool(screen.future)),
        _button(_RESET, enabled=screen.scenario.changed),
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
    buttons = Markup("").join(
        Markup(
            '<button type="button" class="page-button" data-do="{}" aria-pressed="{}">{}</button>'
        ).format(do, "false" if other else "true", text)
        for do, text, other in choices
    )
    return Markup(
        '<span class="page-group" role="group" aria-label="How the electors vote">{}</span>'
    ).format(buttons)


def _view(screen: Screen) -> Markup:
    """Render the choice between a mark for each place and one for each elector."""
    buttons = Markup("").join(
        Markup(
            '<button type="button" class="page-button" data-do="view" data-value="{}"'
            ' aria-pressed="{}" title="{}">{}</button>'
        ).format(view, "true" if view is screen.view else "false", shown.title, shown.button)
        for view, shown in MAP_VIEWS.items()
    )
    return Markup(
        '<span class="page-group" role="group" aria-label="What the map shows">{}</span>'
    ).format(buttons)


def _patterns(screen: Screen) -> Markup:
    """Render the switch for patterns."""
    return Markup(
        '<button type="button" class="page-button" data-do="patterns" data-value="{}"'
        ' aria-pressed="{}" title="Tell tickets apart by pattern too">Patterns</button>'
    ).format(
        "off" if screen.patterns else "on",
        "true" if screen.patterns else "false",
    )
