"""Find the cycle that a visitor asks for by steps from another."""

from ecx.record.elections import cycles


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
