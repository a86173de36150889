"""What a board says of a map of states, in the visitor's language."""

from ecx.board.content import StillWording
from ecx.say import _


def still_words(name: str, ring: str = "") -> StillWording:
    """Return the sentences of a board on which states are only looked at.

    Parameters
    ----------
    name : str
        What the map is called; ``{number}`` in it is how many units it has.
    ring : str, optional
        What a ring around a unit means, if units have one.

    Returns
    -------
    StillWording
        All that such a board says.

    Examples
    --------
    >>> still_words("Map of 2016")["none_title"]
    'Undecided'
    """
    return {
        "map": name,
        "totals": _("Totals"),
        "none": _("undecided"),
        "none_title": _("Undecided"),
        "letter": "?",
        "others": _("Others"),
        "idle": _("Not counted"),
        "open": "",
        "to_win": _("{number} to win"),
        "total": "{name} {number}",
        "said": _("{totals}; {number} to win."),
        "elector": _("{number} elector"),
        "electors": _("{number} electors"),
        "set": "{name}",
        "edge": _("pledged to {name}"),
        "other": _("other"),
        "changed": _("changed"),
        "share": _("{number} for {name}"),
        "share_other": _("{number} for others"),
        "share_idle": _("{number} not counted"),
        "share_none": _("{number} undecided"),
        "share_open": _("{number} open"),
        "keys": _("Arrow keys move from state to state. Or type a name."),
        "ring": ring,
        "signs": {"✕": _("How many electors broke their pledge")},
    }
