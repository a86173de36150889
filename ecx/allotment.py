"""How many electors each place has: a House of another size, another census, another rule.

A state has as many electors as seats in both chambers of Congress: those the House apportions to
it, and two. The District of Columbia has as many as if it were a state, and never more than the
least populous state (U.S. Constitution, Article II, section 1, and Amendment XXIII). An
`Allotment` says what of that is other than it was, and `allot` makes the election that follows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from ecx.apportionment import Method, NoActError, act, apportion, as_law
from ecx.apportionment.methods import method_named
from ecx.election import Election, Unit
from ecx.elector import BLANK, Elector
from ecx.errors import AllotmentError, UnknownNameError, shown

SENATORS: Final = 2
DISTRICT: Final = "DC"
LARGEST: Final = 1_000
"""Seats of the largest House that is offered."""

_MOST_ADDED: Final = 10
_MOST_PEOPLE: Final = 10**9
_CODE: Final = 2, 3


class District(StrEnum):
    """How the electors of the District of Columbia are found."""

    AMENDMENT = "amendment"
    """As Amendment XXIII has it: those of the least populous state, which the District equals."""
    STATE = "state"
    """As a state: it takes part in the apportionment, with two senators."""
    NONE = "none"
    """It has none, as before 1961."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A state that is added to the Union.

    Attributes
    ----------
    place : str
        Its code: two or three capital letters that no place of the cycle has.
    people : int
        Its population, for the apportionment.
    """

    place: str
    people: int


@dataclass(frozen=True, slots=True)
class Allotment:
    """What is other than the law of the day; what is None is as it was.

    Attributes
    ----------
    house : int or None
        Seats of the House that are apportioned among the states.
    census : int or None
        Whose populations they are apportioned by.
    method : Method or None
        How.
    district : District
        How the electors of the District of Columbia are found.
    added : tuple of Addition
        States added to the Union.
    """

    house: int | None = None
    census: int | None = None
    method: Method | None = None
    district: District = District.AMENDMENT
    added: tuple[Addition, ...] = ()


AS_IT_WAS: Final = Allotment()


def checked(election: Election, allotment: Allotment) -> Allotment:
    """Refuse an allotment that cannot be carried out; drop what restates the record.

    Parameters
    ----------
    election : Election
        The record of a cycle.
    allotment : Allotment
        What is wished.

    Returns
    -------
    Allotment
        The same, with None wherever it is as it was.

    Raises
    ------
    AllotmentError
        If the House is too small or too large, the census did not count the states, an added
        state has the code of another or no people, or nobody can be apportioned.
    UnknownNameError
        If the record has no such census, or there is no such method.
    TieError
        If two states have equal claims to the last seat.
    """
    if allotment == AS_IT_WAS:
        return allotment
    if election.census is None:
        raise AllotmentError(
            f"the House of {election.cycle} was not apportioned by a census; "
            "open a cycle from 1792 on"
        )
    census = None if allotment.census == election.census else allotment.census
    method = None if allotment.method is None else method_named(allotment.method)
    if census is None and method == law_method(election.census):
        method = None
    _check_added(election, allotment.added)
    asked = replace(allotment, census=census, method=method)
    if asked == Allotment(house=house_size(election)):
        return AS_IT_WAS
    allot(election, asked)
    return asked


@cache
def house_size(election: Election) -> int:
    """Count the seats of the House of an election, those of absent states among them.

    Parameters
    ----------
    election : Election
        The record of a cycle from 1792 on.

    Returns
    -------
    int
        Its House size.

    Examples
    --------
    >>> from ecx.tables import election
    >>> house_size(election(2000)), house_size(election(1960)), house_size(election(1864))
    (435, 437, 242)
    """
    held = {place: _recorded(election, place) - SENATORS for place in _states(election)}
    counted = _people(election, AS_IT_WAS, election.census or 0)
    away = [place for place in counted if place not in held]
    if not away:
        return sum(held.values())
    dealt = as_law(counted, election.census or 0)
    return sum(held.values()) + sum(dealt[place] for place in away)


@lru_cache(maxsize=16)
def allot(election: Election, allotment: Allotment) -> Election:
    """Give every place the electors that an allotment leads to.

    A unit keeps its call. Electors of the record keep their seats as far as there are seats; a
    seat that is new is pledged to whoever carries the unit. In a place that votes by district
    every district that is drawn has one elector while there are seats, and all other seats are
    counted at large: where new lines would run nobody knows.

    Parameters
    ----------
    election : Election
        The record of a cycle.
    allotment : Allotment
        What is other than it was.

    Returns
    -------
    Election
        The same object for equal arguments, as long as it is remembered.

    Raises
    ------
    AllotmentError, UnknownNameError, TieError
        As `checked` says.
    """
    if allotment == AS_IT_WAS:
        return election
    joined = _with_added(election, allotment.added)
    counts = _electors(election, joined, allotment)
    units, electors = {}, []
    for place in joined.places:
        own = [unit for unit in joined.units.values() if unit.place == place]
        number = 0
        for unit, count in _shared(own, counts[place]):
            units[unit.id] = replace(unit, electors=count)
            for seat in _seated(joined, unit, count):
                number += 1
                electors.append(replace(seat, id=f"{place}.{number}", seat=number))
    return replace(joined, units=units, electors=tuple(electors))


def _electors(record: Election, election: Election, allotment: Allotment) -> dict[str, int]:
    """Count the electors of every place of an election, the states that joined among them."""
    year = allotment.census or election.census or 0
    if year not in election.censuses:
        raise UnknownNameError("census", year, election.censuses, "the record")
    people = _people(election, allotment, year)
    # A state that the census did not count has the seats that the law of the day gave it.
    uncounted = [place for place in _states(election) if place not in people]
    fixed = {place: _recorded(election, place) - SENATORS for place in uncounted}
    house = house_size(record) if allotment.house is None else allotment.house
    _check_house(house, len(people) + len(fixed))
    method = law_method(year, allotment.method)
    given = fixed | apportion(people, house - sum(fixed.values()), method)
    if year == election.census and allotment.method is None and not allotment.added:
        given = _as_law_had_it(election, given, people)
    counts = {place: given[place] + SENATORS for place in election.places if place in given}
    if DISTRICT in election.places and DISTRICT not in people:
        least = min(people, key=lambda place: (people[place], place))
        as_amended = allotment.district is District.AMENDMENT
        counts[DISTRICT] = given[least] + SENATORS if as_amended else 0
    return counts


def _as_law_had_it(
    election: Election, given: dict[str, int], people: Mapping[str, int]
) -> dict[str, int]:
    """Move the seats by which the law of the day departed from its method.

    Statutes added single seats (1862, 1872), counts were corrected, states were made out of
    others: in a House of the size that was, everybody has the electors of the record.
    """
    counted = tuple(item for item in people.items() if item[0] != DISTRICT)
    moved = _departures(election, counted)
    given = {place: held + moved.get(place, 0) for place, held in given.items()}
    if short := [place for place, held in given.items() if held < 1]:
        raise AllotmentError(
            f"a House of {sum(given.values())} seats leaves {', '.join(short)} none; "
            f"give more, such as the {house_size(election)} there were"
        )
    return given


@cache
def _departures(election: Election, counted: tuple[tuple[str, int], ...]) -> dict[str, int]:
    """Count the seats that each state of the record had beside what the method gives it."""
    people = dict(counted)
    states = _states(election)
    fixed = sum(_recorded(election, p) - SENATORS for p in states if p not in people)
    method = law_method(election.census or 0)
    dealt = apportion(people, house_size(election) - fixed, method)
    return {
        place: _recorded(election, place) - SENATORS - dealt[place]
        for place in states
        if place in dealt
    }


def _states(election: Election) -> list[str]:
    return [place for place in election.places if place != DISTRICT]


def _people(election: Election, allotment: Allotment, year: int) -> dict[str, int]:
    """List whom the House is apportioned among."""
    counted = dict(election.censuses[year])
    district = counted.pop(DISTRICT, None)
    if year != election.census:
        states = _states(election)
        added = {addition.place for addition in allotment.added}
        if missing := [place for place in states if place not in counted and place not in added]:
            raise AllotmentError(
                f"the census of {year} did not count {', '.join(missing[:6])}"
                f"{' and others' if len(missing) > 6 else ''} as states; "  # noqa: PLR2004
                f"take a later census, such as {election.census}"
            )
        counted = {place: counted[place] for place in states if place in counted}
    if allotment.district is District.STATE:
        if DISTRICT not in election.places or district is None:
            raise AllotmentError(
                f"the District of Columbia cannot be a state in {election.cycle} by the census "
                f"of {year}: the record has no electors or no population of it then"
            )
        counted[DISTRICT] = district
    return counted | {addition.place: addition.people for addition in allotment.added}


def law_method(census: int, method: Method | None = None) -> Method:
    """Tell by which method the House is apportioned.

    Parameters
    ----------
    census : int
        Whose populations are taken.
    method : Method or None
        What is asked for; None is the law of the census, and equal proportions where it has none.

    Returns
    -------
    Method
        The method.
    """
    if method is not None:
        return method
    try:
        return act(census).method
    except NoActError:
        return Method.HUNTINGTON_HILL


def _recorded(election: Election, place: str) -> int:
    return sum(unit.electors for unit in election.units.values() if unit.place == place)


def _shared(units: list[Unit], count: int) -> Iterator[tuple[Unit, int]]:
    """Share the electors of a place among its units."""
    first, *districts = units
    drawn = max(0, min(len(districts), count - SENATORS))
    yield first, count - drawn
    for number, unit in enumerate(districts):
        yield unit, int(number < drawn)


def _seated(election: Election, unit: Unit, count: int) -> Iterator[Elector]:
    """Yield the electors of a unit: those of the record, then new ones as they are needed."""
    own = [seat for seat in election.electors if seat.unit == unit.id]
    yield from own[:count]
    call = election.calls[unit.id]
    ballot = BLANK if call is None else election.expected[call]
    for _ in range(count - len(own)):
        yield Elector("", unit.place, unit.id, 0, call, ballot)


def _with_added(election: Election, added: tuple[Addition, ...]) -> Election:
    """Let states join: nobody has voted there yet."""
    if not added:
        return election
    new = {addition.place: addition.place for addition in added}
    units = {place: Unit(place, place, place, 0) for place in new}
    return replace(election, places={**election.places, **new}, units={**election.units, **units})


def _check_house(house: int, states: int) -> None:
    if not states <= house <= LARGEST:
        raise AllotmentError(
            f"a House of {house:,} seats cannot be shared among {states} states; "
            f"give {states} to {LARGEST:,}"
        )


def _check_added(election: Election, added: tuple[Addition, ...]) -> None:
    """Refuse a state that could not be told from another, or has nobody."""
    if len(added) > _MOST_ADDED:
        raise AllotmentError(f"{len(added)} states are added; add at most {_MOST_ADDED}")
    codes = [addition.place for addition in added]
    for addition in added:
        code = addition.place
        if not (code.isascii() and code.isalpha() and code.isupper() and len(code) in _CODE):
            raise AllotmentError(f"{shown(code)} is not a code; give two or three capital letters")
        if code in election.places or codes.count(code) > 1:
            raise AllotmentError(f"{code} is a place already; give the new state another code")
        if not 0 < addition.people <= _MOST_PEOPLE:
            raise AllotmentError(
                f"{code} cannot have {addition.people:,} people; give 1 to {_MOST_PEOPLE:,}"
            )


def populations_of(election: Election, allotment: Allotment) -> Mapping[str, int]:
    """List the places the House is apportioned among, with their people.

    Parameters
    ----------
    election : Election
        The record of a cycle.
    allotment : Allotment
        What is other than it was.

    Returns
    -------
    mapping of str to int
        Persons by postal code.

    Raises
    ------
    AllotmentError
        If the census did not count the states.
    """
    return _people(election, allotment, allotment.census or election.census or 0)
