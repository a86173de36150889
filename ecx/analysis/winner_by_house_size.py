"""The winner of each election for every House size, with all votes unchanged.

`Scenario.with_house` makes the whole election for one House. This module computes only totals, for
hundreds of Houses: each unit's votes are counted once, for every number of electors it may have.
The rules are the same: `ecx.college.seating` seats the electors, `ecx.college.ledger` says how they
are counted, `ecx.college.electors_per_place` where the law departed from its method.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, NamedTuple

from ecx.apportionment import House, house_sizes
from ecx.college.election import Election, Unit
from ecx.college.electors_per_place import (
    departures,
    house_size,
    law_method,
    least_populous,
    populations_of,
)
from ecx.college.house_rules import AS_IT_WAS, CAPITAL, LARGEST, SENATORS
from ecx.college.ledger import ledger
from ecx.college.scenario import Scenario
from ecx.college.seating import seated, shared_out
from ecx.say import _
from ecx.say.errors import HouseRulesError

SMALLEST: Final = 50
"""Seats of the smallest House, unless there are more states."""


class SizeResult(NamedTuple):
    """The result of an election with a House of one size, every elector faithful.

    Attributes
    ----------
    house : int
        Its size.
    winner : str or None
        Person id; None where nobody has a majority.
    votes : tuple of (str, int)
        Electoral votes of the two persons with the most.
    appointed : int
        Electors in all.
    """

    house: int
    winner: str | None
    votes: tuple[tuple[str, int], ...]
    appointed: int

    @property
    def tie(self) -> bool:
        """Whether the first two persons have equal votes."""
        both = len(self.votes) == 2  # noqa: PLR2004 - `votes` are of two persons at most
        return both and self.votes[0][1] == self.votes[1][1]


class Stretch(NamedTuple):
    """Consecutive House sizes that give the same winner.

    Attributes
    ----------
    first, last : SizeResult
        At the smallest and at the largest size.
    """

    first: SizeResult
    last: SizeResult


class WinnersByHouseSize(NamedTuple):
    """The House sizes that would have changed one election.

    Attributes
    ----------
    cycle : int
        The election year.
    was : SizeResult
        With the House there was, every elector faithful.
    others : tuple of Stretch
        Sizes with another winner, or without one, smallest first.
    sizes : int
        How many sizes were looked at.
    """

    cycle: int
    was: SizeResult
    others: tuple[Stretch, ...]
    sizes: int

    @property
    def number(self) -> int:
        """How many of the sizes give another winner."""
        return sum(stretch.last.house - stretch.first.house + 1 for stretch in self.others)


def winners_by_house_size(record: Election) -> WinnersByHouseSize:
    """Find the House sizes that would have changed an election.

    Parameters
    ----------
    record : Election
        The record of a cycle from 1804 on.

    Returns
    -------
    WinnersByHouseSize
        Sizes from 50, or the number of states if that is more, to 1,000.

    Raises
    ------
    HouseRulesError
        If the cycle is before 1804.

    Examples
    --------
    >>> from ecx.record.elections import election
    >>> found = winners_by_house_size(election(2000))
    >>> [(s.first.house, s.first.winner) for s in found.others[:2]]
    [(491, None), (492, 'gore')]
    """
    listed = list(results_by_house_size(record))
    own = house_size(record)
    was = next(result for result in listed if result.house == own)
    runs = groupby(listed, key=lambda result: result.winner)
    stretches = [(winner, list(run)) for winner, run in runs]
    others = [Stretch(run[0], run[-1]) for winner, run in stretches if winner != was.winner]
    return WinnersByHouseSize(record.cycle, was, tuple(others), len(listed))


def results_by_house_size(record: Election) -> Iterator[SizeResult]:
    """Compute an election's result for every House size.

    Parameters
    ----------
    record : Election
        The record of a cycle from 1804 on.

    Yields
    ------
    SizeResult
        Smallest House first; sizes at which a tie leaves a seat open, or a place has none, are
        left out.

    Raises
    ------
    HouseRulesError
        If the cycle is before 1804.
    """
    if record.census is None or record.votes_each > 1:
        raise HouseRulesError(
            _(
                "In {year} each elector had two votes for president; "
                "choose 1804 or a later election"
            ).format(year=record.cycle)
        )
    deck = _deck(record)
    totals, held = deck.fixed.copy(), dict.fromkeys(deck.units, 0)
    short = [(place, SENATORS - n) for place, n in deck.beyond.items() if n < SENATORS]
    for found in deck.houses:
        if found.tie is not None or any(found.seats[place] <= lost for place, lost in short):
            continue
        for place, seats in found.seats.items():
            if seats != held.get(place, seats):  # only one or two places change per size
                deck.move(totals, place, held[place], seats)
                held[place] = seats
        if CAPITAL in held and held[CAPITAL] != held[deck.least]:
            deck.move(totals, CAPITAL, held[CAPITAL], held[deck.least])
            held[CAPITAL] = held[deck.least]
        yield _result(found.size + deck.beside, totals)


_NOT_APPOINTED: Final = "-"
"""Stands for a person where a seat does not count as appointed."""


@dataclass(frozen=True, slots=True)
class _Sweep:
    """Inputs of the sweep over House sizes: seats in order of priority, and each unit's votes.

    Attributes
    ----------
    houses : tuple of House
        The seats apportioned, by rising House size.
    units : mapping of str to list of Unit
        The units of each place.
    votes : mapping of str to list
        By unit, whom each seat gives its vote; the last stands for all seats beyond the record.
    beside : int
        Seats of states that the census did not count, which have what the law gave them.
    fixed : Counter
        Their votes.
    beyond : mapping of str to int
        Electors of each place beside the seats that the method gives it: for its senators, and
        where the law departed from its method.
    least : str
        The least populous state, whose electors those of the District of Columbia equal.
    """

    houses: tuple[House, ...]
    units: Mapping[str, list[Unit]]
    votes: Mapping[str, list[str | None]]
    beside: int
    fixed: Counter[str | None]
    beyond: Mapping[str, int]
    least: str

    def move(self, totals: Counter[str | None], place: str, before: int, after: int) -> None:
        """Update the totals when a place's number of seats changes.

        Parameters
        ----------
        totals : Counter
            Votes by person, which are changed.
        place : str
            Postal code.
        before, after : int
            Its seats by the method; 0 before the first House.
        """
        beyond = self.beyond[place]
        if before:
            totals.subtract(self.given(place, before + beyond))
        totals.update(self.given(place, after + beyond))

    def given(self, place: str, number: int) -> Counter[str | None]:
        """Count a place's votes by person, for a number of electors.

        Parameters
        ----------
        place : str
            Postal code.
        number : int
            Its electors.

        Returns
        -------
        Counter
            Votes by person.
        """
        found = Counter[str | None]()
        for unit, count in shared_out(self.units[place], number):
            *own, new = self.votes[unit.id]
            found.update(own[:count])
            found[new] += max(0, count - len(own))
        return found


def _deck(record: Election) -> _Sweep:
    """Collect the inputs of the sweep, by the census and the law of an election."""
    people = populations_of(record, AS_IT_WAS)
    units: dict[str, list[Unit]] = defaultdict(list)
    for unit in record.units.values():
        units[unit.place].append(unit)
    uncounted = [p for p in units if p not in people and p != CAPITAL]
    electors = {place: sum(unit.electors for unit in units[place]) for place in uncounted}
    beside = sum(electors.values()) - SENATORS * len(uncounted)
    beyond = {place: SENATORS + more for place, more in departures(record).items()}
    least = least_populous(people)
    sizes = range(max(SMALLEST, len(people) + len(uncounted)), LARGEST + 1)
    method = law_method(record.census or 0)
    deck = _Sweep(
        houses=tuple(house_sizes(people, (size - beside for size in sizes), method)),
        units=units,
        votes=_votes(record),
        beside=beside,
        fixed=Counter(),
        beyond=beyond | {CAPITAL: beyond.get(least, SENATORS)},
        least=least,
    )
    for place in uncounted:
        deck.fixed.update(deck.given(place, electors[place]))
    return deck


def _votes(record: Election) -> dict[str, list[str | None]]:
    """List by unit the vote of each seat, and last the vote of a new seat."""
    longer = {
        unit.id: list(seated(record, unit, unit.electors + 1)) for unit in record.units.values()
    }
    electors = [
        replace(seat, id=f"{unit}.{number}")
        for unit, seats in longer.items()
        for number, seat in enumerate(seats)
    ]
    found: dict[str, list[str | None]] = defaultdict(list)
    for entry in ledger(Scenario(replace(record, electors=tuple(electors))).as_pledged()):
        heard = None if entry.cast is None or entry.counted is None else entry.counted.president
        found[entry.unit].append(heard if entry.standing.appointed else _NOT_APPOINTED)
    return found


def _result(house: int, totals: Mapping[str | None, int]) -> SizeResult:
    """Find the winner from the totals."""
    appointed = sum(n for who, n in totals.items() if who != _NOT_APPOINTED)
    named = ((w, n) for w, n in totals.items() if w not in (None, _NOT_APPOINTED) and n)
    ranked = sorted(((str(w), n) for w, n in named), key=lambda item: (-item[1], item[0]))
    winner = ranked[0][0] if ranked and 2 * ranked[0][1] > appointed else None
    return SizeResult(house, winner, tuple(ranked[:2]), appointed)
