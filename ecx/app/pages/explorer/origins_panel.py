"""The origins panel, "Where is this from?", for the selected unit or for the cycle."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from markupsafe import Markup

from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.college.house_rules import Addition
from ecx.record.origins import Origin, origins
from ecx.say import _


class OriginsPanel(Pane):
    """Lists the sources of every number, those that agree, and what others print."""

    css_class: ClassVar = "ecx-origins-panel"

    def __init__(self, state: AppState) -> None:
        self._open = False
        super().__init__(state)

    def toggle(self) -> None:
        """Open or close the list."""
        self._open = not self._open

    local_intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = {
        "toggle": lambda panel, _: panel.toggle(),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the button, and the list if it is open."""
        button = Markup(
            '<button type="button" class="page-button" data-do="toggle" aria-expanded="{}">'
            "{}</button>"
        ).format("true" if self._open else "false", _("Where is this from?"))
        return button + (_list(screen) if self._open else Markup(""))


def _list(screen: Screen) -> Markup:
    """Render the sources of what the unit panel shows."""
    election, unit = screen.scenario.election, screen.selected
    name = (
        _("{election}, the whole country").format(election=election.label)
        if unit is None
        else _(election.units[unit].name)
    )
    new = next((new for new in screen.scenario.house_rules.added if new.place == unit), None)
    items = _addition(new) if new else _recorded(election.cycle, unit)
    return Markup(
        '<div class="page-scroll" tabindex="0" role="region" aria-label="{}">'
        '<dl class="page-origins">{}</dl></div>'
    ).format(_("Sources: {name}").format(name=name), items)


def _recorded(cycle: int, unit: str | None) -> Markup:
    """Render the recorded facts."""
    return Markup("").join(_origin(origin) for origin in origins(cycle, unit))


def _addition(new: Addition) -> Markup:
    """Say that the visitor added this state, so it has no source."""
    return Markup("<dt>{}</dt><dd>{}</dd>").format(
        _("{state}: a state that you added").format(state=new.place),
        _(
            "You gave it {people} people. Its electors follow from that, by the rules above the "
            "map. Nobody has voted there."
        ).format(people=f"{new.people:,}"),
    )


def _origin(origin: Origin) -> Markup:
    """Render one fact with its sources."""
    lines = [Markup("<dd>{}</dd>").format(source) for source in origin.sources]
    if origin.agreeing:
        lines.append(
            Markup("<dd>{}</dd>").format(
                _("The same number is in: {sources}.").format(sources="; ".join(origin.agreeing))
            )
        )
    lines += [
        Markup("<dd>{}</dd>").format(
            _("{value} in: {sources}.").format(value=value, sources="; ".join(titles))
        )
        for value, titles in origin.others
    ]
    if origin.note:
        lines.append(Markup("<dd>{}</dd>").format(_(origin.note)))
    mark = (
        Markup(" <strong>{}</strong>").format(_("We have no source for part of this."))
        if origin.memory
        else Markup("")
    )
    return Markup("<dt>{}: {}{}</dt>{}").format(
        origin.subject, origin.value, mark, Markup("").join(lines)
    )
