"""A pane: a panel whose HTML is rendered in Python, and whose controls send intents."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, Final

from markupsafe import Markup
from traitlets import Unicode

from ecx.app.kit.widget import StateWidget
from ecx.esm import join
from ecx.say import _, phrase

LONGEST: Final = 100_000
"""Characters that a control may send: more than any link that is read, pasted into a field."""

_TOO_LONG: Final = phrase(
    "That text is too long, so nothing was changed. Use at most {number} characters."
)
_UNSEEN: Final = Markup('<p role="alert" class="page-lines">{}</p>')


class Pane(StateWidget):
    """A panel that is rendered in full from the screen.

    A subclass gives its `css_class`; `view`, which turns a screen into HTML; and `intents`, which
    says what the controls in that HTML do: a control with ``data-do="undo"`` calls
    ``intents["undo"]`` with the state and the control's value. What changes only how the panel
    itself is shown, such as the order of a table, stands in `local_intents`, which are called with
    the panel and the value.

    A panel that cannot be rendered shows a message in its place; other panels, and the intent
    itself, are not affected.

    Parameters
    ----------
    state : PageState
        The state of the page.
    """

    _esm = join(Path(__file__).with_name("pane.js"))

    html = Unicode().tag(sync=True)

    intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = {}
    local_intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = {}

    def view(self, screen: Any) -> Markup:  # noqa: ANN401 - each page has its own
        """Render the panel.

        Parameters
        ----------
        screen : Any
            What the page shows: the state's `screen`.

        Returns
        -------
        markupsafe.Markup
            HTML in which every value is escaped.

        Raises
        ------
        NotImplementedError
            Always: each pane has a view of its own.
        """
        raise NotImplementedError

    def shown(self, screen: Any) -> Mapping[str, str]:  # noqa: ANN401 - each page has its own
        """Return the HTML of the panel."""
        return {"html": str(self.view(screen))}

    def fallback(self, message: str) -> Mapping[str, str]:
        """Return the message in the place of the panel."""
        return {"html": str(_UNSEEN.format(message))}

    def receive(self, message: dict[str, Any]) -> None:
        """Carry out what a visitor did with a control of this pane.

        Parameters
        ----------
        message : dict of str to Any
            ``do``, the control's key in `intents` or `local_intents`, and the text ``value``, which
            may be left out. A message of another form, or with another key, is ignored.
        """
        do, value = message.get("do"), message.get("value") or ""
        known = isinstance(do, str) and (do in self.intents or do in self.local_intents)
        if known and isinstance(value, str):
            self._carry_out(str(do), value)
            # If nothing changed, the page still shows the rejected choice and must refresh it.
            self.send({"done": do})

    def _carry_out(self, do: str, value: str) -> None:
        """Carry out what a control asks for, unless the message is too long."""
        if len(value) > LONGEST:
            self._state.screen = replace(
                self._state.screen, notices=(_(_TOO_LONG).format(number=f"{LONGEST:,}"),)
            )
        elif do in self.intents:
            self.intents[do](self._state, value)
        else:
            self._attempt(lambda: self._turned(do, value))

    def _turned(self, do: str, value: str) -> Mapping[str, str]:
        """Change what only this panel shows, and render it."""
        self.local_intents[do](self, value)
        return self.shown(self._state.screen)
