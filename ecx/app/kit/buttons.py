"""Buttons, and groups of them: each sends an intent with a value, and can show that it holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from ecx.figures.palette import Look


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a pane; it can be put into HTML as it is.

    Attributes
    ----------
    text : str
        What stands on it.
    do : str
        The intent that a click sends.
    value : object
        What is sent with the intent; None sends nothing.
    pressed : bool or None
        Whether its choice holds now; None if it makes no choice.
    enabled : bool
        Whether a click does anything; without, it keeps its place in the tab order.
    title : str
        What is read on hover; empty for nothing.
    label : str
        What a screen reader says, where that is not the text.
    keys : str
        Keys that use it from anywhere on the page, as ``aria-keyshortcuts`` writes them.
    look : Look or None
        Its fill and ink, if it stands for a ticket.
    kind : str
        Its CSS class.
    below : str
        A smaller line under the text.

    Examples
    --------
    >>> print(Button("All places", "which", "all", pressed=True).__html__())
    <button type="button" class="page-button" data-do="which" data-value="all" \
aria-pressed="true">All places</button>
    """

    text: str
    do: str
    value: object = None
    pressed: bool | None = None
    enabled: bool = True
    title: str = ""
    label: str = ""
    keys: str = ""
    look: Look | None = None
    kind: str = "page-button"
    below: str = ""

    def __html__(self) -> str:
        """Return the button as HTML in which every value is escaped."""
        attributes = {
            "class": self.kind,
            "data-do": self.do,
            "data-value": self.value,
            "aria-pressed": None if self.pressed is None else str(self.pressed).lower(),
            "aria-disabled": None if self.enabled else "true",
            "aria-label": self.label or None,
            "aria-keyshortcuts": self.keys or None,
            "title": self.title or None,
            "style": f"--fill:{self.look.colour};--ink:{self.look.ink}" if self.look else None,
        }
        written = Markup("").join(
            Markup(' {}="{}"').format(name, value)
            for name, value in attributes.items()
            if value is not None
        )
        below = Markup(" <small>{}</small>").format(self.below) if self.below else ""
        return Markup('<button type="button"{}>{}{}</button>').format(written, self.text, below)


def group(label: str, buttons: Iterable[Button | Markup], kind: str = "page-group") -> Markup:
    """Render buttons that belong together.

    Parameters
    ----------
    label : str
        What they choose, as a screen reader names it.
    buttons : iterable of Button or markupsafe.Markup
        The buttons, and HTML that stands between them.
    kind : str, default "page-group"
        CSS class of the group.

    Returns
    -------
    markupsafe.Markup
        The group.

    Examples
    --------
    >>> group("Rows", [Button("All", "all"), Button("Some", "some")]).striptags()
    'AllSome'
    """
    return Markup('<div class="{}" role="group" aria-label="{}">{}</div>').format(
        kind, label, Markup("").join(buttons)
    )
