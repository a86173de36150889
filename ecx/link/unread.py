"""What is said of a part of a link that cannot be read."""

from ecx.say import _
from ecx.say.errors import shown


def unread(part: str, why: object = "") -> str:
    """Say that a part of a link was left out, and that the rest is shown.

    Parameters
    ----------
    part : str
        What stands in the link.
    why : object, optional
        What is wrong with it: an error, whose sentence has no period at its end.

    Returns
    -------
    str
        Two or more sentences for a visitor.

    Examples
    --------
    >>> unread("foo")
    'We couldn’t read “foo” in this link. The rest of the map is shown.'
    """
    if not (said := str(why)):
        return _("We couldn’t read {part} in this link. The rest of the map is shown.").format(
            part=shown(part)
        )
    return _("We couldn’t read {part} in this link. {why}. The rest of the map is shown.").format(
        part=shown(part), why=said
    )
