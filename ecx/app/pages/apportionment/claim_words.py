"""Text for a claim to a seat: its number and its priority value."""

from ecx.apportionment import Method


def ordinal(number: int) -> str:
    """Write the number of a place's seat: ``"8th"``.

    Examples
    --------
    >>> [ordinal(n) for n in (1, 2, 3, 8, 11, 22)]
    ['1st', '2nd', '3rd', '8th', '11th', '22nd']
    """
    teen = number % 100 in range(11, 14)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


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
        A number or a word.

    Examples
    --------
    >>> priority(762997.7052, "huntington-hill"), priority(0.5262, "hamilton"), priority(None, "")
    ('762,997.7', '0.5262', 'before all')
    """
    if value is None:
        return "before all"
    return f"{value:.4f}" if method == Method.HAMILTON else f"{value:,.1f}"
