"""Calls in a link: ``PA:clinton-h``, ``PA:undecided``."""

from typing import Final

from ecx.say import _
from ecx.say.errors import EcxError

_UNDECIDED: Final = "undecided"


def written_call(unit: str, ticket: str | None) -> str:
    """Write which ticket carries a unit.

    Parameters
    ----------
    unit : str
        Unit id.
    ticket : str or None
        Ticket id; None is an undecided unit.

    Returns
    -------
    str
        One item of a link.

    Examples
    --------
    >>> written_call("PA", "clinton-h"), written_call("ME-01", None)
    ('PA:clinton-h', 'ME-01:undecided')
    """
    return f"{unit}:{ticket or _UNDECIDED}"


def read_call(item: str) -> tuple[str, str | None]:
    """Read which ticket carries a unit; whether the cycle has both is for the scenario to say.

    Parameters
    ----------
    item : str
        One item of a link.

    Returns
    -------
    unit : str
        Unit id.
    ticket : str or None
        Ticket id; None leaves the unit undecided.

    Raises
    ------
    EcxError
        If it has no colon.

    Examples
    --------
    >>> read_call("PA:clinton-h"), read_call("PA:undecided")
    (('PA', 'clinton-h'), ('PA', None))
    """
    unit, colon, ticket = item.partition(":")
    if not colon:
        raise EcxError(
            _("It should name a state and a candidate, such as {example}").format(
                example="PA:clinton-h"
            )
        )
    return unit, None if ticket == _UNDECIDED else ticket
