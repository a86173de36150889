"""The notice line: messages on what could not be done, and how to fix it."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState

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
        if len(screen.notices) > SHOWN:
            lines.append(Markup("<p>And {} more.</p>").format(len(screen.notices) - SHOWN))
        if lines:
            lines.append(
                Markup('<button type="button" class="page-text" data-do="dismiss">Dismiss</button>')
            )
        return Markup('<div role="status" class="page-lines">{}</div>').format(
            Markup("").join(lines)
        )
