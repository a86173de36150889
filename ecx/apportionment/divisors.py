"""Working divisors: numbers of people per seat that give a House of exactly its size."""

from fractions import Fraction
from math import ceil, floor, isqrt
from typing import NamedTuple

from ecx.apportionment.claims import DivisorClaims
from ecx.apportionment.methods import Method
from ecx.apportionment.terms import Terms

_DECIMALS = 6


class Divisors(NamedTuple):
    """The range of divisors that give an apportionment.

    Attributes
    ----------
    lowest, highest : Fraction
        Persons per seat. Dividing each population by any number between the two, and rounding
        as the method does, gives the seats; at an end itself one quotient may stand where it
        can be rounded either way. `highest` is None where no divisor is too high, all seats
        being guaranteed.

    Notes
    -----
    Huntington-Hill's ends are square roots. They are given to six decimals, or more if they are
    closer than that, the lowest rounded up and the highest down, so that all between them works.
    """

    lowest: Fraction
    highest: Fraction | None

    def __contains__(self, divisor: object) -> bool:
        """Tell whether a divisor lies in the range."""
        if not isinstance(divisor, int | Fraction):
            return False
        return self.lowest <= divisor and (self.highest is None or divisor <= self.highest)


def working_divisors(question: Terms, seats: list[int]) -> Divisors | None:
    """Find the range of divisors that gives these seats.

    Parameters
    ----------
    question : Terms
        An apportionment by a divisor method, without a tie.
    seats : list of int
        What it gave, in the order of places.

    Returns
    -------
    Divisors or None
        From the strongest claim that has no seat to the weakest that has one; None where no
        divisor works, a place without a seat having a claim before all others.

    Examples
    --------
    >>> from ecx.apportionment.terms import terms
    >>> ends = working_divisors(terms({"A": 60, "B": 40}, 3, "jefferson", 0), [2, 1])
    >>> print(*ends)
    20 30
    """
    claims = DivisorClaims(question)
    unheard = [claims.exact(place, held) for place, held in enumerate(seats)]
    heard = [
        claims.exact(place, held - 1) for place, held in enumerate(seats) if held > question.minimum
    ]
    if None in unheard:
        return None
    lowest = max(claim for claim in unheard if claim is not None)
    highest = min((claim for claim in heard if claim is not None), default=None)
    if question.method is Method.HUNTINGTON_HILL:
        return _roots(lowest, highest)
    return Divisors(lowest, highest)


def _roots(lowest: Fraction, highest: Fraction | None) -> Divisors:
    """Take square roots, rounded inward, with enough decimals to tell the two apart."""
    decimals = _DECIMALS
    while True:
        unit = 10**decimals
        low = Fraction(isqrt(ceil(lowest * unit**2) - 1) + 1, unit)
        high = None if highest is None else Fraction(isqrt(floor(highest * unit**2)), unit)
        if high is None or low <= high:
            return Divisors(low, high)
        decimals += _DECIMALS
