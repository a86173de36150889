"""Apportion seats one by one: a House of one size, or Houses of every size in one pass."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import heapify, heapreplace
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Any, NamedTuple, Protocol, TypeVar, overload

from ecx.apportionment.claims import QuotaClaims, claims_of
from ecx.apportionment.methods import Method
from ecx.apportionment.terms import (
    HouseSizeError,
    Populations,
    Terms,
    checked_populations,
    checked_size,
    terms,
)
from ecx.say import _, n_
from ecx.say.errors import EcxError


class Tie(NamedTuple):
    """Places with exactly equal claims to the last seats, which are too few for all of them.

    Attributes
    ----------
    places : tuple of str
        Who is tied, in the order of the populations.
    left : int
        Seats that are left for them; each can have one at most.
    """

    places: tuple[str, ...]
    left: int


class TieError(EcxError):
    """Places have exactly equal claims to the last seats, and the law does not decide.

    Attributes
    ----------
    tie : Tie
        Between whom, and how many seats are left.
    """

    def __init__(self, tie: Tie, size: int) -> None:
        self.tie = tie
        super().__init__(
            n_(
                "These states have the same claim to the last seat of {size}: {states}; "
                "choose another House size or method, or draw lots",
                "These states have the same claim to the last {number} seats of {size}: {states}; "
                "choose another House size or method, or draw lots",
                tie.left,
            ).format(number=tie.left, size=size, states=", ".join(map(str, tie.places)))
        )


class House(NamedTuple):
    """The seats of a House of one size.

    Attributes
    ----------
    size : int
        Its seats.
    seats : mapping of str to int
        Seats by place, in the order of the populations. With a tie, those that are settled:
        they sum to `size` less the seats left.
    tie : Tie or None
        The tie for its last seats, if there is one.
    """

    size: int
    seats: dict[str, int]
    tie: Tie | None = None


ClaimKey = Callable[[int, int], int]


def ranked(key: ClaimKey, held: list[int]) -> Iterator[tuple[int, int]]:
    """Yield claims without end, strongest first; equal ones in the order of places.

    Parameters
    ----------
    key : callable
        Gives the key of a place, by number, with so many seats.
    held : list of int
        Seats that each place has to begin with; it follows what is dealt.

    Yields
    ------
    tuple of int
        Key and number of the place that has the next seat.

    Examples
    --------
    >>> from itertools import islice
    >>> jefferson = lambda place, held: (600, 300)[place] // (held + 1)
    >>> list(islice(ranked(jefferson, [0, 0]), 3))
    [(600, 0), (300, 0), (300, 1)]
    """
    heap = [(-key(place, seats), place) for place, seats in enumerate(held)]
    heapify(heap)
    while True:
        negative, place = heap[0]
        held[place] += 1
        heapreplace(heap, (-key(place, held[place]), place))
        yield -negative, place


def house(question: Terms) -> House:
    """Apportion a House of one size.

    Parameters
    ----------
    question : Terms
        Among whom, of which size, by which method.

    Returns
    -------
    House
        Seats, and the tie if there is one.

    Examples
    --------
    >>> house(terms({"A": 6, "B": 3, "C": 3}, 3, "webster", 1)).seats
    {'A': 1, 'B': 1, 'C': 1}
    >>> house(terms({"A": 6, "B": 3, "C": 3}, 5, "jefferson", 0))
    House(size=5, seats={'A': 3, 'B': 1, 'C': 1}, tie=None)
    """
    return next(_dealt(question, [question.size]))


class Series(Protocol):
    """The part of a pandas Series that is used here; the domain does not import pandas."""

    index: Any

    def __init__(self, data: list[int], index: Any, name: str) -> None: ...  # noqa: ANN401
    def __len__(self) -> int: ...
    def items(self) -> Iterable[tuple[Any, int]]:
        """Yield places with their populations."""
        ...


S = TypeVar("S", bound=Series)


@overload
def apportion(
    populations: Mapping[str, int], seats: int = ..., method: str = ..., minimum: int = ...
) -> dict[str, int]: ...
@overload
def apportion(populations: S, seats: int = ..., method: str = ..., minimum: int = ...) -> S: ...
def apportion(
    populations: Mapping[str, int] | S,
    seats: int = 435,
    method: str = "huntington-hill",
    minimum: int = 1,
) -> dict[str, int] | S:
    """Apportion the seats of a House among places.

    Parameters
    ----------
    populations : mapping of str to int, or pandas.Series
        Persons by place: the apportionment population of a census. Leave the District of
        Columbia out: its electors come from the Twenty-third Amendment, not from seats.
    seats : int, default 435
        House size.
    method : str, default "huntington-hill"
        ``"hamilton"`` (Vinton's, law from 1850), ``"jefferson"``, ``"adams"``, ``"webster"``,
        ``"huntington-hill"`` (law since 1941) or ``"dean"``.
    minimum : int, default 1
        Seats that every place gets before any claim is considered.

    Returns
    -------
    dict of str to int, or pandas.Series
        Seats by place, in the order of `populations`, summing to `seats`; a Series, with the
        same index, if a Series was given.

    Raises
    ------
    PopulationError
        If there is no place, or a population is missing, fractional, or not positive.
    HouseSizeError
        If the House has too few seats for the minimum, or too many.
    UnknownNameError
        If there is no such method.
    TieError
        If claims to the last seats are exactly equal; `Apportionment` shows what is settled.

    Examples
    --------
    >>> apportion({"A": 6_000, "B": 3_000, "C": 1_000}, seats=10)
    {'A': 6, 'B': 3, 'C': 1}
    >>> apportion({"A": 500, "B": 500}, seats=3)
    Traceback (most recent call last):
        ...
    ecx.apportionment.houses.TieError: These states have the same claim to the last seat of 3: A, \
B; choose another House size or method, or draw lots
    """
    found = house(terms(populations, seats, method, minimum))
    if found.tie:
        raise TieError(found.tie, found.size)
    if isinstance(populations, Mapping):
        return found.seats
    series = type(populations)
    return series(list(found.seats.values()), index=populations.index, name="seats")


def house_sizes(
    populations: Populations,
    sizes: Iterable[int],
    method: str = "huntington-hill",
    minimum: int = 1,
) -> Iterator[House]:
    """Apportion Houses of many sizes, in one pass over the claims.

    Parameters
    ----------
    populations : mapping of str to int, or pandas.Series
        Persons by place.
    sizes : iterable of int
        House sizes in seats, each larger than the one before: ``range(50, 1001)``.
    method : str, default "huntington-hill"
        ``"hamilton"``, ``"jefferson"``, ``"adams"``, ``"webster"``, ``"huntington-hill"`` or
        ``"dean"``.
    minimum : int, default 1
        Seats guaranteed to every place.

    Returns
    -------
    iterator of House
        Seats by place for each size, with the tie where there is one.

    Raises
    ------
    PopulationError
        If there is no place, or a population is missing, fractional, or not positive.
    HouseSizeError
        If a size is too small or too large, or not larger than the one before.
    UnknownNameError
        If there is no such method.

    Notes
    -----
    Divisor methods deal the same seats in the same order whatever the size, so one pass is
    enough. Hamilton's quotas change with the size: each is dealt anew from its whole quotas.

    Examples
    --------
    >>> for size, seats, tie in house_sizes({"A": 6, "B": 3, "C": 1}, (4, 8), "webster"):
    ...     print(size, seats)
    4 {'A': 2, 'B': 1, 'C': 1}
    8 {'A': 5, 'B': 2, 'C': 1}
    """
    people = checked_populations(populations)
    listed = [checked_size(size, len(people), minimum) for size in sizes]
    if any(later <= earlier for earlier, later in pairwise(listed)):
        raise HouseSizeError(_("The House sizes do not rise; give each size once, smallest first"))
    if not listed:
        return iter(())
    largest = terms(people, listed[-1], method, minimum)
    if largest.method is not Method.HAMILTON:
        return _dealt(largest, listed)
    return (house(largest._replace(size=size)) for size in listed)


def _dealt(question: Terms, sizes: list[int]) -> Iterator[House]:
    """Assign seats in order of priority, and yield the House at each of the sizes."""
    places = list(question.populations)
    claims, held = claims_of(question), [question.minimum] * len(places)
    if isinstance(claims, QuotaClaims) and sum(claims.whole(question.minimum)) <= question.size:
        held = claims.whole(question.minimum)
    dealt, asked = sum(held), iter(sizes)
    size = next(asked)
    if size == dealt:
        yield House(size, dict(zip(places, held, strict=True)))
        size = next(asked, 0)
    for _key, run in groupby(ranked(claims.key, held.copy()), key=itemgetter(0)):
        if not size:
            return
        equal = [place for _key, place in run]
        while dealt < size < dealt + len(equal):
            tie = Tie(tuple(places[place] for place in equal), size - dealt)
            yield House(size, dict(zip(places, held, strict=True)), tie)
            size = next(asked, 0)
        for place in equal:
            held[place] += 1
        dealt += len(equal)
        if size == dealt:
            yield House(size, dict(zip(places, held, strict=True)))
            size = next(asked, 0)
