"""The notice line: messages on what could not be done, and how to fix it."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.say import _, n_

SHOWN = 3
"""Notices shown in full; further ones are only counted."""


class Notices(Pane):
    """Shows the notices of the screen until they are dismissed or the map changes."""

    css_class: ClassVar = "ecx-notices"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "dismiss": lambda state, _: state.dismiss(),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the notices in a region that screen readers announce."""
        lines = [Markup("<p>{}</p>").format(notice) for notice in screen.notices[:SHOWN]]
        more = len(screen.notices) - SHOWN
        if more > 0:
            lines.append(
                Markup("<p>{}</p>").format(
                    n_("And {number} more.", "And {number} more.", more).format(number=more)
                )
            )
        if lines:
            lines.append(
                Markup(
                    '<button type="button" class="page-text" data-do="dismiss">{}</button>'
                ).format(_("Dismiss"))
            )
        return Markup('<div role="status" class="page-lines">{}</div>').format(
            Markup("").join(lines)
        )
