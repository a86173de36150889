"""Text for a claim to a seat: its number and its priority value."""

from typing import Final

from ecx.apportionment import Method
from ecx.say import _, n_, phrase

_ORDINARY: Final = phrase("{number}th")
_ORDINALS: Final = {1: phrase("{number}st"), 2: phrase("{number}nd"), 3: phrase("{number}rd")}


def ordinal(number: int) -> str:
    """Write the number of a place's seat: ``"8th"``.

    Examples
    --------
    >>> [ordinal(n) for n in (1, 2, 3, 8, 11, 22)]
    ['1st', '2nd', '3rd', '8th', '11th', '22nd']
    """
    teen = number % 100 in range(11, 14)
    pattern = _ORDINARY if teen else _ORDINALS.get(number % 10, _ORDINARY)
    return _(pattern).format(number=number)


def number_of_seats(number: int) -> str:
    """Write a number of seats.

    Examples
    --------
    >>> number_of_seats(1), number_of_seats(1000)
    ('1 seat', '1,000 seats')
    """
    return n_("{number} seat", "{number} seats", number).format(number=f"{number:,}")


def number_of_states(number: int) -> str:
    """Write a number of states.

    Examples
    --------
    >>> number_of_states(50)
    '50 states'
    """
    return n_("{number} state", "{number} states", number).format(number=f"{number:,}")


def priority(value: float | None, method: str) -> str:
    """Write a priority value as it is published.

    Parameters
    ----------
    value : float or None
        Persons, or by Hamilton's method a fraction of a seat; None for a guaranteed seat.
    method : str
        Whose value it is.

    Returns
    -------
    str
        A number; empty for a claim that comes before all others.

    Examples
    --------
    >>> priority(762997.7052, "huntington-hill"), priority(0.5262, "hamilton"), priority(None, "")
    ('762,997.7', '0.5262', '')
    """
    if value is None:
        return ""
    return f"{value:.4f}" if method == Method.HAMILTON else f"{value:,.1f}"
