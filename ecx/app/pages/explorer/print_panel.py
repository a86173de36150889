"""The print menu: the map as it is, or a worksheet for a class."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from markupsafe import Markup

from ecx.app.kit.buttons import Button
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.worksheets import Worksheet, titles, worksheet
from ecx.say import _


class PrintPanel(Pane):
    """Offers what can be printed; the sheet exists only while it is being printed."""

    css_class: ClassVar = "ecx-print-panel"

    def __init__(self, state: AppState) -> None:
        self._sheet: Worksheet | None = None
        super().__init__(state)

    def choose(self, kind: str) -> None:
        """Put a sheet on the page, which the browser prints; a word that names none takes it away.

        Parameters
        ----------
        kind : str
            The value of a `Worksheet`.
        """
        self._sheet = Worksheet(kind) if kind in set(Worksheet) else None

    local_intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = {
        "print": lambda panel, kind: panel.choose(kind),
        "printed": lambda panel, _: panel.choose(""),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the menu, and the sheet while there is one."""
        buttons = [Button(title, "print", kind.value) for kind, title in titles().items()]
        menu = Markup(
            '<details class="page-menu"><summary class="page-button">{}</summary>'
            '<div role="group" aria-label="{}">{}</div></details>'
        ).format(_("Print"), _("What to print"), Markup("").join(buttons))
        if self._sheet is None:
            return menu
        return menu + Markup(
            '<div class="page-sheet" data-print="{}" data-done="printed">{}</div>'
        ).format(self._sheet.value, worksheet(self._sheet, screen.counted))
