"""Three apportionment paradoxes, found in any populations.

Hamilton's method has all three. Divisor methods have none of them, and are the only ones that do
not (M. L. Balinski and H. P. Young, Fair Representation, 1982, chapters 5 and 9), so that what
is found here shows why the law changed. Only what holds however a tie is settled is reported.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from ecx.apportionment.houses import House, house, house_sizes
from ecx.apportionment.methods import Method
from ecx.apportionment.terms import PopulationError, checked_populations, terms
from ecx.say import _
from ecx.say.errors import shown


class SeatChange(NamedTuple):
    """A place whose number of seats changes.

    Attributes
    ----------
    place : str
        Which.
    before, after : int
        Its seats.
    """

    place: str
    before: int
    after: int


class AlabamaParadox(NamedTuple):
    """A place that loses a seat because the House grows.

    Attributes
    ----------
    smaller, larger : int
        The two House sizes.
    loser : SeatChange
        The place, with its seats in either.
    """

    smaller: int
    larger: int
    loser: SeatChange


class NewStateParadox(NamedTuple):
    """Old places trade seats because a new one joins with its fair share of seats.

    Attributes
    ----------
    place : str
        The new place.
    added : int
        Seats by which the House grew for it.
    size : int
        Seats of the House with them.
    losers, gainers : tuple of SeatChange
        Old places that lose seats, and that gain them.
    """

    place: str
    added: int
    size: int
    losers: tuple[SeatChange, ...]
    gainers: tuple[SeatChange, ...]


class PopulationParadox(NamedTuple):
    """A place that loses a seat to one that grew more slowly.

    Attributes
    ----------
    loser, gainer : SeatChange
        The two places, with their seats before and after.
    loser_growth, gainer_growth : Fraction
        People after for each person before; the first is the larger.
    """

    loser: SeatChange
    gainer: SeatChange
    loser_growth: Fraction
    gainer_growth: Fraction


def alabama_paradoxes(
    populations: Mapping[str, int],
    sizes: Iterable[int],
    method: str = Method.HAMILTON,
    minimum: int = 1,
) -> tuple[AlabamaParadox, ...]:
    """Find the House sizes at which a place loses a seat because the House grows.

    Parameters
    ----------
    populations : mapping of str to int
        Persons by place.
    sizes : iterable of int
        House sizes in seats, rising: ``range(275, 351)``.
    method : str, default "hamilton"
        Name of a method.
    minimum : int, default 1
        Seats guaranteed to every place.

    Returns
    -------
    tuple of AlabamaParadox
        One for each place and step from a size to the next, smallest first.

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
    Named after 1880: C. W. Seaton of the Census Office found that Alabama would have 8 seats of
    299, and 7 of 300.

    Examples
    --------
    >>> alabama_paradoxes({"A": 600, "B": 600, "C": 200}, (10, 11))
    (AlabamaParadox(smaller=10, larger=11, loser=SeatChange(place='C', before=2, after=1)),)
    """
    houses = house_sizes(populations, sizes, method, minimum)
    return tuple(
        AlabamaParadox(smaller.size, larger.size, change)
        for smaller, larger in pairwise(houses)
        for change in _changes(smaller, larger)
        if change.after < change.before
    )


def new_state_paradox(
    populations: Mapping[str, int],
    joining: Mapping[str, int],
    size: int = 435,
    method: str = Method.HAMILTON,
    minimum: int = 1,
) -> NewStateParadox | None:
    """Tell whether old places trade seats because a new one joins.

    Parameters
    ----------
    populations : mapping of str to int
        Persons by place, before.
    joining : mapping of str to int
        The new place and its persons, ``{"OK": 1_000_000}``.
    size : int, default 435
        Seats of the House before.
    method : str, default "hamilton"
        Name of a method.
    minimum : int, default 1
        Seats guaranteed to every place.

    Returns
    -------
    NewStateParadox or None
        What happens when the House grows by the new place's fair share: its quota at the old
        number of persons per seat, rounded to the nearest, and the minimum at least. None if
        every old place keeps its seats, or they all change in one direction.

    Raises
    ------
    PopulationError
        If a population is missing, fractional, or not positive, or `joining` is not one place
        that is not there yet.
    HouseSizeError
        If the House has too few seats for the minimum, or too many.
    UnknownNameError
        If there is no such method.

    Notes
    -----
    Named after 1907: with Oklahoma and five seats more, by Hamilton's method New York would
    have lost a seat to Maine (Balinski and Young, chapter 5).

    Examples
    --------
    >>> found = new_state_paradox({"A": 1_045, "B": 8_955}, {"C": 525}, size=100)
    >>> found.added, found.losers
    (5, (SeatChange(place='B', before=90, after=89),))
    >>> found.gainers
    (SeatChange(place='A', before=10, after=11),)
    """
    old = terms(populations, size, method, minimum)
    new = checked_populations(joining)
    if len(new) != 1 or not old.populations.keys().isdisjoint(new):
        raise PopulationError(
            _("{states} cannot join; give one state that is not there yet").format(
                states=", ".join(map(shown, new))
            )
        )
    ((place, people),) = new.items()
    share = Fraction(people * size, sum(old.populations.values()))
    added = max(minimum, int(share + Fraction(1, 2)))
    joined = terms({**old.populations, **new}, size + added, method, minimum)
    changes = _changes(house(old), house(joined))
    losers = tuple(change for change in changes if change.after < change.before)
    gainers = tuple(change for change in changes if change.after > change.before)
    if not (losers and gainers):
        return None
    return NewStateParadox(place, added, size + added, losers, gainers)


def population_paradoxes(
    before: Mapping[str, int],
    after: Mapping[str, int],
    size: int = 435,
    method: str = Method.HAMILTON,
    minimum: int = 1,
) -> tuple[PopulationParadox, ...]:
    """Find places that lose a seat to one that grew more slowly.

    Parameters
    ----------
    before, after : mapping of str to int
        Persons by place at two times; the same places.
    size : int, default 435
        Seats of the House, at both times.
    method : str, default "hamilton"
        Name of a method.
    minimum : int, default 1
        Seats guaranteed to every place.

    Returns
    -------
    tuple of PopulationParadox
        One for each pair of a place that loses seats though it grew more, and one that gains
        them though it grew less.

    Raises
    ------
    PopulationError
        If a population is missing, fractional, or not positive, or the places differ.
    HouseSizeError
        If the House has too few seats for the minimum, or too many.
    UnknownNameError
        If there is no such method.

    Notes
    -----
    Found in 1901: had each state grown for a year as it had before, Virginia would have lost a
    seat to Maine, which grew less (Balinski and Young, chapter 5).

    Examples
    --------
    >>> earlier = {"A": 23_527, "B": 5_548, "C": 70_925}
    >>> later = {"A": 23_926, "B": 5_648, "C": 71_110}
    >>> (found,) = population_paradoxes(earlier, later, size=100)
    >>> found.loser, found.gainer
    (SeatChange(place='B', before=6, after=5), SeatChange(place='A', before=23, after=24))
    >>> f"{float(found.loser_growth):.4f} {float(found.gainer_growth):.4f}"
    '1.0180 1.0170'
    """
    first, second = (terms(counts, size, method, minimum) for counts in (before, after))
    odd = sorted(map(str, first.populations.keys() ^ second.populations.keys()))
    if odd:
        raise PopulationError(
            _("{states}: not there at both times; give the same states").format(
                states=", ".join(odd[:6])
            )
        )
    growth = {
        place: Fraction(second.populations[place], people)
        for place, people in first.populations.items()
    }
    changes = _changes(house(first), house(second))
    return tuple(
        PopulationParadox(loser, gainer, growth[loser.place], growth[gainer.place])
        for loser in changes
        for gainer in changes
        if loser.after < loser.before
        and gainer.after > gainer.before
        and growth[loser.place] > growth[gainer.place]
    )


def _changes(before: House, after: House) -> list[SeatChange]:
    """List the places whose seats change, however ties are broken."""
    changes = []
    for place in before.seats:
        least, most = _bounds(before, place)
        least_after, most_after = _bounds(after, place)
        if least > most_after:
            changes.append(SeatChange(place, least, most_after))
        elif most < least_after:
            changes.append(SeatChange(place, most, least_after))
    return changes


def _bounds(found: House, place: str) -> tuple[int, int]:
    """Return the fewest and the most seats a place can have, depending on a tie."""
    settled = found.seats[place]
    return settled, settled + (found.tie is not None and place in found.tie.places)
