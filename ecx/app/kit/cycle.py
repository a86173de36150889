"""Find the cycle that a visitor asks for: by its year, or by steps from another."""

from ecx.errors import UnknownCycleError, shown
from ecx.record.elections import cycles


def named(written: str) -> int:
    """Read the year of a cycle.

    Parameters
    ----------
    written : str
        What a control sends, or a visitor typed.

    Returns
    -------
    int
        The year; whether there is such a cycle is for the record to say.

    Raises
    ------
    UnknownCycleError
        If it is no number of four digits.

    Examples
    --------
    >>> named("2016")
    2016
    """
    # Only plain digits: int() would also take "+2_016" and digits of other scripts.
    digits = written.isascii() and written.isdigit()
    if not digits or len(written) != 4:  # noqa: PLR2004 - digits of a year
        raise UnknownCycleError(f"{shown(written)} is not a year such as 2016")
    return int(written)


def beside(cycle: int, steps: int) -> int:
    """Find the cycle a number of places later in the list, or earlier.

    Parameters
    ----------
    cycle : int
        An election year of the record.
    steps : int
        How far; negative is earlier.

    Returns
    -------
    int
        Its year; at the ends of the list the last one there is.

    Examples
    --------
    >>> beside(2016, -1), beside(1792, -5)
    (2012, 1789)
    """
    known = cycles()
    place = known.index(cycle) + steps
    return known[max(0, min(place, len(known) - 1))]
