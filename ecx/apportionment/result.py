"""One apportionment in full: seats, order of priority, and who just missed a seat."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import islice
from math import ceil, floor
from types import MappingProxyType
from typing import NamedTuple

from ecx.apportionment.claims import claims_of
from ecx.apportionment.divisors import Divisors, working_divisors
from ecx.apportionment.houses import House, Tie, house, ranked
from ecx.apportionment.margins import people_to_gain, people_to_lose
from ecx.apportionment.methods import Method
from ecx.apportionment.terms import Terms, terms
from ecx.say.errors import UnknownNameError


class Claim(NamedTuple):
    """One line of the list of priorities: a place's claim to its next seat.

    Attributes
    ----------
    rank : int
        The seat of the House it has, or would have next; guaranteed seats come before.
    place : str
        Whose claim.
    seat : int
        The seat of the place: its 8th.
    priority : float or None
        The claim as it is printed: in persons under a divisor method, in seats not yet filled
        of the quota under Hamilton's. None is a first seat that comes before all claims. The
        order is exact; this number only shows it.
    """

    rank: int
    place: str
    seat: int
    priority: float | None


class SeatMargin(NamedTuple):
    """The last seat or the next one, and the number of people that decides it.

    Attributes
    ----------
    claim : Claim
        The seat.
    people : int or None
        See `Apportionment.lacks` and `Apportionment.loses_with`.
    """

    claim: Claim
    people: int | None


class Violation(NamedTuple):
    """A place whose seats are below its quota rounded down, or above it rounded up.

    Attributes
    ----------
    place : str
        Which.
    quota : Fraction
        The seats of its exact share.
    seats : int
        The seats it has.
    """

    place: str
    quota: Fraction
    seats: int


@dataclass(frozen=True, eq=False)
class Apportionment:
    """The seats of a House by place under one method, with quotas, priorities and margins.

    Attributes
    ----------
    populations : mapping of str to int
        Persons by place: the apportionment population; a pandas Series will do. Leave the
        District of Columbia out: its electors come from the Twenty-third Amendment, not from seats.
    size : int, default 435
        Seats of the House.
    method : str, default "huntington-hill"
        ``"hamilton"``, ``"jefferson"``, ``"adams"``, ``"webster"``, ``"huntington-hill"`` or
        ``"dean"``.
    minimum : int, default 1
        Seats that every place gets before any claim is considered (Constitution, Article I,
        section 2: "each State shall have at Least one Representative").

    Raises
    ------
    PopulationError
        If there is no place, or a population is missing, fractional, or not positive.
    HouseSizeError
        If the House has too few seats for the minimum, or too many.
    UnknownNameError
        If there is no such method.

    Notes
    -----
    Claims are compared as integers (`ecx.apportionment.claims`), so that rounding can neither
    make a tie nor hide one. A tie is never broken here: it is in `tie`, and the seats it
    concerns are nobody's.

    References
    ----------
    2 U.S.C. 2a. M. L. Balinski and H. P. Young, Fair Representation: Meeting the Ideal of One
    Man, One Vote, 1982. U.S. Census Bureau, Computing Apportionment, 2021.

    Examples
    --------
    >>> made_up = Apportionment({"A": 6_000, "B": 3_000, "C": 1_000}, size=10)
    >>> dict(made_up.seats)
    {'A': 6, 'B': 3, 'C': 1}
    >>> made_up.last.claim.place, made_up.last.people, made_up.next.claim.place
    ('A', 1257, 'A')
    """

    populations: Mapping[str, int]
    size: int = 435
    method: str = Method.HUNTINGTON_HILL
    minimum: int = 1

    def __post_init__(self) -> None:
        people, size, method, minimum = terms(
            self.populations, self.size, self.method, self.minimum
        )
        object.__setattr__(self, "populations", MappingProxyType(people))
        object.__setattr__(self, "size", size)
        object.__setattr__(self, "method", method)
        object.__setattr__(self, "minimum", minimum)

    @property
    def seats(self) -> Mapping[str, int]:
        """Seats by place, in the order of the populations; tied seats are left out."""
        return MappingProxyType(self._house.seats)

    @property
    def tie(self) -> Tie | None:
        """Places that tie for the last seats, and how many seats they tie for."""
        return self._house.tie

    @cached_property
    def quotas(self) -> Mapping[str, Fraction]:
        """Each place's exact share of the seats, before any minimum."""
        total = sum(self._terms.populations.values())
        return MappingProxyType(
            {
                place: Fraction(people * self.size, total)
                for place, people in self._terms.populations.items()
            }
        )

    @property
    def violations(self) -> tuple[Violation, ...]:
        """Places that violate quota, however a tie is broken.

        A place that exceeds its quota only because of the minimum is not listed.
        """
        tied = self.tie.places if self.tie else ()
        found = []
        for place, quota in self.quotas.items():
            least = self.seats[place]
            most = least + (place in tied)
            if most < floor(quota) or least > max(ceil(quota), self.minimum):
                found.append(Violation(place, quota, least))
        return tuple(found)

    @cached_property
    def priorities(self) -> tuple[Claim, ...]:
        """The seats above the minimum in order of priority, as the Census Bureau lists them.

        The guaranteed seats come before: with 50 places and a minimum of 1 the first rank is
        51. Seats that are tied for are left out. Under Hamilton's method whole quotas are dealt
        first, fullest first, then remainders.
        """
        return self._claims(self.size - (self.tie.left if self.tie else 0))

    @property
    def divisors(self) -> Divisors | None:
        """The divisors that give these seats; None with a tie, or by Hamilton's method.

        None also where there are fewer seats than places and the method would round every
        population up.
        """
        if self.tie or self.method == Method.HAMILTON:
            return None
        return working_divisors(self._terms, list(self.seats.values()))

    @cached_property
    def last(self) -> SeatMargin | None:
        """The last seat, and how few people lost would lose it; None with a tie.

        None also if every seat is guaranteed. In 2020: Minnesota's 8th, and 26.
        """
        if self.tie or not self.priorities:
            return None
        claim = self.priorities[-1]
        return SeatMargin(claim, self.loses_with(claim.place))

    @cached_property
    def next(self) -> SeatMargin | None:
        """The place that is next in line, and how many people it lacks; None with a tie.

        The next in line at this size: its claim is the strongest of those without a seat. In
        2020: New York's 27th, and 89.
        """
        if self.tie:
            return None
        (claim,) = self.following(1)
        return SeatMargin(claim, self.lacks(claim.place))

    def following(self, count: int = 10) -> tuple[Claim, ...]:
        """List the places that would get the next seats of a larger House.

        Parameters
        ----------
        count : int, default 10
            How many claims.

        Returns
        -------
        tuple of Claim
            Strongest first. With a tie, the tied claims come first, by order of places.

        Examples
        --------
        >>> [claim.place for claim in Apportionment({"A": 60, "B": 40}, 5).following(2)]
        ['A', 'B']
        """
        return self._claims(self.size + count)[len(self.priorities) :][:count]

    def lacks(self, place: str) -> int | None:
        """Count the people a place lacks for one more seat.

        Parameters
        ----------
        place : str
            A place of the populations.

        Returns
        -------
        int or None
            The smallest number of additional people, all other populations unchanged, with
            whom it would win one more seat outright; None if no number is enough.

        Raises
        ------
        UnknownNameError
            If there is no such place.

        Examples
        --------
        >>> Apportionment({"A": 60, "B": 40}, 5, "webster").lacks("B")
        21
        """
        return people_to_gain(self._terms, place, self._seats_of(place))

    def loses_with(self, place: str) -> int | None:
        """Count the people whose loss would cost a place its last seat.

        Parameters
        ----------
        place : str
            A place of the populations.

        Returns
        -------
        int or None
            The smallest number of people, all other populations unchanged, without whom it
            would lose the seat or be tied for it: with 26 fewer in 2020, Minnesota; with 25
            fewer it keeps it. None if it would keep its seats with a single person, as
            guaranteed ones.

        Raises
        ------
        UnknownNameError
            If there is no such place.

        Examples
        --------
        >>> Apportionment({"A": 60, "B": 40}, 5, "webster").loses_with("A")
        20
        """
        return people_to_lose(self._terms, place, self._seats_of(place))

    @cached_property
    def _terms(self) -> Terms:
        """The terms, which were checked when this was made."""
        return Terms(self.populations, self.size, Method(self.method), self.minimum)

    @cached_property
    def _house(self) -> House:
        return house(self._terms)

    def _seats_of(self, place: str) -> int:
        """Return the seats of a place."""
        if place not in self.seats:
            raise UnknownNameError("place", place, self.seats, "this apportionment")
        return self.seats[place]

    def _claims(self, last: int) -> tuple[Claim, ...]:
        """List claims up to a rank in the order of priority."""
        places, claims = list(self.seats), claims_of(self._terms)
        held = [self.minimum] * len(places)
        first, seats = sum(held) + 1, held.copy()
        listed = []
        for rank, (_, place) in enumerate(
            islice(ranked(claims.key, held), last - first + 1), start=first
        ):
            value = claims.value(place, seats[place])
            seats[place] += 1
            listed.append(Claim(rank, places[place], seats[place], value))
        return tuple(listed)
