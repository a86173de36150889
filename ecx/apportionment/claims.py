"""Claims to a seat as integers, which sort in exactly the same order as the claims.

No float decides a seat, and no fraction is compared either, for that is slow. A claim of a
divisor method is a fraction ``a / b`` with a denominator ``b`` of at most `B`. Two such fractions
that differ do so by at least ``1 / B**2``. So multiply both by a power of two that is no less
than ``B**2``, and cut off what is behind the point: different claims stay different, in the same
order, and equal claims stay equal. For Huntington-Hill the claims are squared first.
"""

from fractions import Fraction
from math import sqrt

from ecx.apportionment.methods import Method, inverse_divisor
from ecx.apportionment.terms import Terms


class DivisorClaims:
    """Claims under a divisor method: population divided by ``d(n)``.

    Places are known by their number in the order of the populations, from 0, and each claim by
    the seats its place has already.
    """

    def __init__(self, terms: Terms) -> None:
        self._method = terms.method
        self._people = list(terms.populations.values())
        denominator = 2 * (terms.size + 1) * (terms.size + 2)
        self._shift = (denominator**2).bit_length()
        # First seats that come before all other claims are ordered by population.
        self._lift = (2 * self._weight(terms.outweighing)).bit_length()
        self._weights = [self._weight(people) for people in self._people]

    def key(self, place: int, held: int) -> int:
        """Return the sort key of a claim.

        Parameters
        ----------
        place : int
            Number of the place.
        held : int
            Seats it has.

        Returns
        -------
        int
            The key; only keys of the same claims can be compared.
        """
        return self._key(self._weights[place], held)

    def key_of(self, people: int, held: int) -> int:
        """Return the sort key that a claim would have with another population.

        Parameters
        ----------
        people : int
            Persons, at most `Terms.outweighing`.
        held : int
            Seats the place has.

        Returns
        -------
        int
            The key, to be compared with those of `key`.
        """
        return self._key(self._weight(people), held)

    def exact(self, place: int, held: int) -> Fraction | None:
        """Return the exact value of a claim.

        Parameters
        ----------
        place : int
            Number of the place.
        held : int
            Seats it has.

        Returns
        -------
        Fraction or None
            Persons; squared for Huntington-Hill. None is a claim before all others.
        """
        numerator, denominator = inverse_divisor(self._method, held)
        if not denominator:
            return None
        power = 2 if self._method is Method.HUNTINGTON_HILL else 1
        return Fraction(self._people[place] ** power * numerator, denominator)

    def value(self, place: int, held: int) -> float | None:
        """Return the value of a claim as it is printed.

        Parameters
        ----------
        place : int
            Number of the place.
        held : int
            Seats it has.

        Returns
        -------
        float or None
            Persons. None is a claim before all others.
        """
        claim = self.exact(place, held)
        if claim is None:
            return None
        return sqrt(claim) if self._method is Method.HUNTINGTON_HILL else float(claim)

    def _weight(self, people: int) -> int:
        """Return the factor that a population contributes to its claims."""
        return (people**2 if self._method is Method.HUNTINGTON_HILL else people) << self._shift

    def _key(self, weight: int, held: int) -> int:
        numerator, denominator = inverse_divisor(self._method, held)
        return weight * numerator // denominator if denominator else weight << self._lift


class QuotaClaims:
    """Claims under Hamilton's method: the part of a place's quota that is not filled yet.

    A place with a quota of 7.6 claims its first seat with 7.6, its seventh with 1.6, and its
    eighth with the remainder, 0.6. So whole quotas are filled first, then remainders count.
    Places are known by their number, and claims by the seats held, as in `DivisorClaims`.
    """

    def __init__(self, terms: Terms) -> None:
        self._total = sum(terms.populations.values())
        self._quotas = [people * terms.size for people in terms.populations.values()]

    def key(self, place: int, held: int) -> int:
        """Return the sort key of a claim.

        Parameters
        ----------
        place : int
            Number of the place.
        held : int
            Seats it has.

        Returns
        -------
        int
            The part of the quota that is not filled, times the whole population.
        """
        return self._quotas[place] - held * self._total

    def value(self, place: int, held: int) -> float:
        """Return the value of a claim as it is printed.

        Parameters
        ----------
        place : int
            Number of the place.
        held : int
            Seats it has.

        Returns
        -------
        float
            Seats of the quota that are not filled.
        """
        return self.key(place, held) / self._total

    def whole(self, minimum: int) -> list[int]:
        """Return the seats that the whole part of each quota gives.

        Parameters
        ----------
        minimum : int
            Seats guaranteed to every place.

        Returns
        -------
        list of int
            Seats by number of the place: its quota rounded down, or the minimum if that is more.
        """
        return [max(minimum, quota // self._total) for quota in self._quotas]


Claims = DivisorClaims | QuotaClaims


def claims_of(terms: Terms) -> Claims:
    """Make the claims for the terms of an apportionment.

    Parameters
    ----------
    terms : Terms
        Among whom, and by which method.

    Returns
    -------
    DivisorClaims or QuotaClaims
        Claims by the number of a place and the seats it has.

    Examples
    --------
    >>> from ecx.apportionment.terms import terms
    >>> claims = claims_of(terms({"MN": 5_709_752, "NY": 20_215_751}, 435, "huntington-hill", 1))
    >>> claims.key(0, 7) > claims.key(1, 26)
    True
    >>> round(claims.value(0, 7), 1), round(claims.value(1, 26), 1)
    (762997.7, 762994.4)
    """
    return QuotaClaims(terms) if terms.method is Method.HAMILTON else DivisorClaims(terms)
