"""Choose a cycle from a list, or step to the one before or after."""

from markupsafe import Markup

from ecx.app.kit.buttons import Button
from ecx.app.kit.forms import options
from ecx.record.elections import cycles
from ecx.say import _


def cycle_picker(now: int, name: str, *, prefix: str = "", where: str = "") -> Markup:
    """Render the list of cycles between two step buttons.

    Parameters
    ----------
    now : int
        The cycle that is shown.
    name : str
        Id of the list.
    prefix : str
        What its intents ``"earlier"``, ``"cycle"`` and ``"later"`` begin with, where a page has
        several lists. The only one is also used by the keys Alt+, and Alt+. from anywhere.
    where : str
        What a screen reader adds to its names: ``" on the left"``.

    Returns
    -------
    markupsafe.Markup
        The controls.

    Examples
    --------
    >>> cycle_picker(2024, "page-cycle").count("<option")
    61
    """
    known = cycles()
    return Markup(
        '<span class="page-group">{earlier}<label class="page-cycle"><span class="page-hidden">'
        '{title}{where}</span><select data-do="{prefix}cycle" id="{name}">{options}</select>'
        "</label>{later}</span>"
    ).format(
        earlier=_step("earlier", "‹", prefix, where, enabled=now > known[0]),
        title=_("Election"),
        where=where,
        prefix=prefix,
        name=name,
        options=options(((cycle, str(cycle)) for cycle in reversed(known)), now),
        later=_step("later", "›", prefix, where, enabled=now < known[-1]),
    )


def _step(way: str, text: str, prefix: str, where: str, *, enabled: bool) -> Button:
    spoken = {"earlier": _("Earlier election"), "later": _("Later election")}[way]
    keys = {"earlier": "Alt+,", "later": "Alt+."}[way]
    return Button(
        text,
        f"{prefix}{way}",
        enabled=enabled,
        label=f"{spoken}{where}",
        title="" if prefix else _("{what} ({keys})").format(what=spoken, keys=keys),
        keys="" if prefix else keys,
    )
