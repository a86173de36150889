"""Every election by a House of every size: who would have won it, all votes as they were.

`Scenario.allot` makes the election that follows from one House. Here only the totals are wanted,
for hundreds of Houses: what each unit gives to whom is counted once, for every number of electors
it may have.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from ecx.allotment import DISTRICT, LARGEST, SENATORS
from ecx.apportionment import House, house_sizes
from ecx.election import Election, Unit
from ecx.elector import Standing
from ecx.ledger import ledger
from ecx.link import link
from ecx.scenario import Scenario
from ecx.shares import house_size, law_method
from ecx.tables import cycles, election

SMALLEST: Final = 50
"""Seats of the smallest House, where there are not more states."""

_TWO: Final = 2


class Result(NamedTuple):
    """What a House of one size makes of an election, every elector faithful.

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
        """Whether the first two are level."""
        return len(self.votes) == _TWO and self.votes[0][1] == self.votes[1][1]


class Stretch(NamedTuple):
    """House sizes that follow each other and lead to one result.

    Attributes
    ----------
    first, last : Result
        At the smallest and at the largest size.
    """

    first: Result
    last: Result


class Turns(NamedTuple):
    """An election by the size of the House.

    Attributes
    ----------
    cycle : int
        The election year.
    was : Result
        With the House there was, every elector faithful.
    others : tuple of Stretch
        Sizes with another winner, or without one, smallest first.
    sizes : int
        How many sizes were looked at.
    """

    cycle: int
    was: Result
    others: tuple[Stretch, ...]
    sizes: int

    @property
    def number(self) -> int:
        """How many of the sizes have another result."""
        return sum(stretch.last.house - stretch.first.house + 1 for stretch in self.others)


@cache
def voted() -> tuple[int, ...]:
    """List the elections of which popular votes are on record.

    Returns
    -------
    tuple of int
        Election years, earliest first.

    Examples
    --------
    >>> voted()[0], voted()[-1], len(voted())
    (1824, 2024, 51)
    """
    return tuple(cycle for cycle in cycles() if election(cycle).popular.total)


@cache
def turns(cycle: int) -> Turns:
    """Find the House sizes that would have changed an election.

    Parameters
    ----------
    cycle : int
        An election year of `voted`.

    Returns
    -------
    Turns
        Sizes from 50, or the number of states if that is more, to 1,000.

    Examples
    --------
    >>> found = turns(2000)
    >>> [(s.first.house, s.first.winner) for s in found.others[:2]]
    [(491, None), (492, 'gore')]
    """
    record = election(cycle)
    own = house_size(record)
    listed = list(results(cycle))
    was = next(result for result in listed if result.house == own)
    runs = groupby(listed, key=lambda result: result.winner)
    stretches = [(winner, list(run)) for winner, run in runs]
    others = [Stretch(run[0], run[-1]) for winner, run in stretches if winner != was.winner]
    return Turns(cycle, was, tuple(others), len(listed))


def results(cycle: int) -> Iterator[Result]:
    """Count an election by Houses of every size.

    Parameters
    ----------
    cycle : int
        An election year from 1804 on.

    Yields
    ------
    Result
        Smallest House first; sizes at which a tie leaves a seat open, or a place has none, are
        left out.
    """
    record = election(cycle)
    deck = _deck(record)
    totals, held = Counter[str | None](), dict.fromkeys(deck.units, 0)
    lost = [(place, more) for place, more in deck.moved.items() if more < 0]
    for found in deck.houses:
        if found.tie is not None or any(found.seats[p] + n < 1 for p, n in lost):
            continue
        for place, seats in found.seats.items():
            if seats != held.get(place, seats):  # one or two places, from a size to the next
                deck.move(totals, place, held[place], seats)
                held[place] = seats
        if DISTRICT in held and held[DISTRICT] != held[deck.least]:
            deck.move(totals, DISTRICT, held[DISTRICT], held[deck.least])
            held[DISTRICT] = held[deck.least]
        yield _result(found.size + deck.beside, totals + deck.fixed)


def explorer_link(cycle: int, house: int) -> str:
    """Link to an election with a House of another size, every elector faithful.

    Examples
    --------
    >>> explorer_link(2000, 492)
    'explorer?cycle=2000&cast=pledged&house=492'
    """
    pledged = link(Scenario(election(cycle)).as_pledged())
    return f"explorer{pledged}&house={house}"


_NOT_APPOINTED: Final = "-"
"""In the place of a person, for a seat of which no majority is taken."""

Votes = Mapping[str, list[str | None]]


@dataclass(frozen=True, slots=True)
class _Deck:
    """What is to be dealt in an election, and to whom its units give their votes.

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
    moved : mapping of str to int
        Seats by which the law departed from its method.
    least : str
        The least populous state, whose electors those of the District of Columbia equal.
    """

    houses: tuple[House, ...]
    units: Mapping[str, list[Unit]]
    votes: Votes
    beside: int
    fixed: Counter[str | None]
    moved: Mapping[str, int]
    least: str

    def move(self, totals: Counter[str | None], place: str, before: int, after: int) -> None:
        """Change the totals as a place that had some seats, or none yet, has others."""
        more = SENATORS + self.moved.get(place, 0)
        if before:
            totals.subtract(_given(self.votes, self.units[place], before + more))
        totals.update(_given(self.votes, self.units[place], after + more))


def _given(votes: Votes, units: list[Unit], number: int) -> Counter[str | None]:
    """Count to whom a place with so many electors gives its votes."""
    found = Counter[str | None]()
    for unit, count in _shared(units, number):
        *own, new = votes[unit.id]
        found.update(own[:count])
        found[new] += max(0, count - len(own))
    return found


def _votes(record: Election) -> Votes:
    """List whom each seat of each unit gives its vote, and whom seats beyond the record do."""
    found: dict[str, list[str | None]] = {unit: [] for unit in record.units}
    for entry in ledger(Scenario(record).as_pledged()):
        standing, counted = entry.standing, entry.counted
        heard = counted.president if counted is not None and entry.cast is not None else None
        found[entry.unit].append(heard if standing.appointed else _NOT_APPOINTED)
    for unit, call in record.calls.items():
        ruling = record.rulings.get(record.units[unit].place, Standing.COUNTED)
        heard = None if call is None else record.expected[call].president
        new = heard if ruling.counts_president else None
        found[unit].append(new if ruling.appointed else _NOT_APPOINTED)
    return found


def _shared(units: list[Unit], count: int) -> Iterator[tuple[Unit, int]]:
    """Share the electors of a place as an allotment does: one to a district, the rest at large."""
    first, *districts = units
    drawn = max(0, min(len(districts), count - SENATORS))
    yield first, count - drawn
    for number, unit in enumerate(districts):
        yield unit, int(number < drawn)


def _deck(record: Election) -> _Deck:
    """Apportion Houses of every size by the census and the law of an election."""
    census = record.census or 0
    people = {p: n for p, n in record.censuses[census].items() if p != DISTRICT}
    units: dict[str, list[Unit]] = defaultdict(list)
    recorded = Counter[str]()
    for unit in record.units.values():
        units[unit.place].append(unit)
        recorded[unit.place] += unit.electors
    uncounted = [p for p in recorded if p not in people and p != DISTRICT]
    beside = sum(recorded[p] - SENATORS for p in uncounted)
    sizes = range(max(SMALLEST, len(people) + len(uncounted)), LARGEST + 1)
    houses = tuple(house_sizes(people, (size - beside for size in sizes), law_method(census)))
    own = next(found for found in houses if found.size + beside == house_size(record)).seats
    votes = _votes(record)
    return _Deck(
        houses,
        units,
        votes,
        beside,
        sum((_given(votes, units[p], recorded[p]) for p in uncounted), Counter()),
        {p: recorded[p] - SENATORS - own[p] for p in recorded if p in own},
        min(people, key=lambda place: (people[place], place)),
    )


def _result(house: int, totals: Mapping[str | None, int]) -> Result:
    """Judge the totals."""
    appointed = sum(n for who, n in totals.items() if who != _NOT_APPOINTED)
    named = ((w, n) for w, n in totals.items() if w not in (None, _NOT_APPOINTED) and n)
    ranked = sorted(((str(w), n) for w, n in named), key=lambda item: (-item[1], item[0]))
    winner = ranked[0][0] if ranked and _TWO * ranked[0][1] > appointed else None
    return Result(house, winner, tuple(ranked[:_TWO]), appointed)
