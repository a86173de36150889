"""Widgets of a page: a CSS class by which sheets and selectors find them, and one way to render."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Protocol

from ecx.app.kit import faults
from ecx.board.closed import ClosedWidget


class PageState(Protocol):
    """The state of a page: one immutable value, replaced as a whole."""

    screen: Any

    def observe(self, handler: Callable[[Any], None], names: str) -> None:
        """Call a function whenever the named trait is replaced."""


class PageWidget(ClosedWidget):
    """A widget of a page, with a CSS class.

    Parameters
    ----------
    **traits
        First values of its traits.
    """

    css_class: ClassVar[str] = ""
    """Name by which style sheets and selectors find it; those of its base classes hold too."""

    def __init__(self, **traits: Any) -> None:  # noqa: ANN401 - handed on to the widget
        super().__init__(**traits)
        for kind in reversed(type(self).__mro__):
            if name := vars(kind).get("css_class"):
                self.add_class(name)


class StateWidget(PageWidget):
    """A widget that is rendered in full from the screen whenever the screen is replaced.

    A subclass gives `shown`, and `fallback` if it can say in its own place that it failed. A widget
    that fails affects neither the others nor the intent that changed the screen.

    Parameters
    ----------
    state : PageState
        The state of the page.
    **traits
        First values of traits that do not depend on the screen.
    """

    def __init__(self, state: PageState, **traits: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(**traits)
        self._state = state
        state.observe(self._render, names="screen")
        self._render()

    def shown(self, screen: Any) -> Mapping[str, Any]:  # noqa: ANN401 - each page has its own
        """Return what the widget shows of a screen.

        Parameters
        ----------
        screen : Any
            What the page shows: the state's `screen`.

        Returns
        -------
        mapping
            Traits by name; those that are left out stay as they are.

        Raises
        ------
        NotImplementedError
            Always: each widget shows something of its own.
        """
        raise NotImplementedError

    def fallback(self, message: str) -> Mapping[str, Any]:  # noqa: ARG002 - subclasses show it
        """Return what the widget shows if `shown` failed; here, what it showed before.

        Parameters
        ----------
        message : str
            Sentences for the visitor.

        Returns
        -------
        mapping
            Traits by name.
        """
        return {}

    def _render(self, _change: object = None) -> None:
        self._attempt(lambda: self.shown(self._state.screen))

    def _attempt(self, show: Callable[[], Mapping[str, Any]]) -> None:
        """Take over traits in one message to the browser, or a message if they cannot be made."""
        try:
            traits = show()
        except Exception as error:  # noqa: BLE001 - shown to the visitor, and logged
            traits = self.fallback(faults.unseen(error, self))
        with self.hold_sync():
            for name, value in traits.items():
                setattr(self, name, value)
