"""The number of electors of each place under House rules.

A state has as many electors as seats in both chambers of Congress: those the House apportions to
it, and two. The District of Columbia has as many as if it were a state, and never more than the
least populous state (U.S. Constitution, Article II, section 1, and Amendment XXIII).
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from ecx.apportionment import Method, NoActError, act, apportion, as_law
from ecx.college.election import Election
from ecx.college.house_rules import (
    AS_IT_WAS,
    CAPITAL,
    LARGEST,
    SENATORS,
    CapitalElectors,
    HouseRules,
)
from ecx.say import _
from ecx.say.errors import HouseRulesError, UnknownNameError

_NAMED: Final = 6
"""States that an error names; of more it says that there are others."""


@cache
def house_size(election: Election) -> int:
    """Count the seats of an election's House, including seats of states that took no part.

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
    >>> from ecx.record.elections import election
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


def law_method(census: int, method: Method | None = None) -> Method:
    """Return the method that apportions the House.

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


def populations_of(election: Election, rules: HouseRules) -> Mapping[str, int]:
    """Return the population of each place that gets House seats.

    Parameters
    ----------
    election : Election
        The record of a cycle.
    rules : HouseRules
        The House rules to apply.

    Returns
    -------
    mapping of str to int
        Persons by postal code.

    Raises
    ------
    HouseRulesError
        If the census did not count the states.
    """
    return _people(election, rules, rules.census or election.census or 0)


def electors_per_place(record: Election, election: Election, rules: HouseRules) -> dict[str, int]:
    """Count the electors of every place, including states that were added.

    Parameters
    ----------
    record : Election
        The record of a cycle, which tells the size of the House there was.
    election : Election
        The same with the states that joined.
    rules : HouseRules
        The House rules to apply.

    Returns
    -------
    dict of str to int
        Electors by postal code, in the order of places.

    Raises
    ------
    HouseRulesError
        If the House is too small or too large, or the census did not count the states.
    UnknownNameError
        If the record has no such census.
    TieError
        If two states have equal claims to the last seat.

    Examples
    --------
    >>> from ecx.record.elections import election
    >>> electors_per_place(election(2000), election(2000), HouseRules(size=492))["CA"]
    61
    """
    year = rules.census or election.census or 0
    if year not in election.censuses:
        raise UnknownNameError("census", year, election.censuses, "the record")
    people = _people(election, rules, year)
    # A state that the census did not count keeps the seats that the law gave it.
    uncounted = [place for place in _states(election) if place not in people]
    fixed = {place: _recorded(election, place) - SENATORS for place in uncounted}
    house = house_size(record) if rules.size is None else rules.size
    _check_house(house, len(people) + len(fixed))
    method = law_method(year, rules.method)
    given = fixed | apportion(people, house - sum(fixed.values()), method)
    if year == election.census and rules.method is None and not rules.added:
        given = _as_law_had_it(election, given)
    counts = {place: given[place] + SENATORS for place in election.places if place in given}
    if CAPITAL in election.places and CAPITAL not in people:
        as_amended = rules.capital is CapitalElectors.AMENDMENT
        counts[CAPITAL] = given[least_populous(people)] + SENATORS if as_amended else 0
    return counts


def least_populous(people: Mapping[str, int]) -> str:
    """Find the least populous state, which sets the number of electors of D.C.

    Parameters
    ----------
    people : mapping of str to int
        Persons by postal code; of equals, the first in the alphabet.

    Returns
    -------
    str
        Its code.

    Examples
    --------
    >>> least_populous({"WY": 577_719, "VT": 643_503})
    'WY'
    """
    return min(people, key=lambda place: (people[place], place))


def _as_law_had_it(election: Election, given: dict[str, int]) -> dict[str, int]:
    """Add the seats that the law gave or took apart from its method.

    Statutes added single seats (1862, 1872), counts were corrected, and states were split. With
    these seats, a House of the recorded size gives every place its recorded electors.
    """
    moved = departures(election)
    given = {place: held + moved.get(place, 0) for place, held in given.items()}
    if short := [place for place, held in given.items() if held < 1]:
        raise HouseRulesError(
            _(
                "With {size} seats, these states get none: {states}. "
                "Use more seats, such as the {real} there really were"
            ).format(size=sum(given.values()), states=", ".join(short), real=house_size(election))
        )
    return given


@cache
def departures(election: Election) -> Mapping[str, int]:
    """Return recorded seats minus the method's seats, per state.

    Parameters
    ----------
    election : Election
        The record of a cycle from 1792 on.

    Returns
    -------
    mapping of str to int
        Seats by postal code, of the states that the census counted; most are 0.

    Raises
    ------
    TieError
        If two states had equal claims to the last seat.

    Examples
    --------
    >>> from ecx.record.elections import election
    >>> {place: more for place, more in departures(election(1880)).items() if more}
    {'FL': 1, 'IL': -1, 'NH': 1, 'NY': -1}
    """
    people = _people(election, AS_IT_WAS, election.census or 0)
    states = _states(election)
    fixed = sum(_recorded(election, p) - SENATORS for p in states if p not in people)
    method = law_method(election.census or 0)
    dealt = apportion(people, house_size(election) - fixed, method)
    return MappingProxyType(
        {
            place: _recorded(election, place) - SENATORS - dealt[place]
            for place in states
            if place in dealt
        }
    )


def _people(election: Election, rules: HouseRules, year: int) -> dict[str, int]:
    """Return the population of each place that gets House seats, under House rules."""
    counted = dict(election.censuses[year])
    district = counted.pop(CAPITAL, None)
    if year != election.census:
        states = _states(election)
        added = {addition.place for addition in rules.added}
        if missing := [place for place in states if place not in counted and place not in added]:
            raise HouseRulesError(
                _(
                    "The census of {year} did not count these as states: {states}. "
                    "Use a later census, such as {later}"
                ).format(
                    year=year,
                    states=", ".join([*missing[:_NAMED], *(["…"] if missing[_NAMED:] else [])]),
                    later=election.census,
                )
            )
        counted = {place: counted[place] for place in states if place in counted}
    if rules.capital is CapitalElectors.STATE:
        if CAPITAL not in election.places or district is None:
            raise HouseRulesError(
                _(
                    "D.C. can’t be a state in {cycle} with the census of {year}. "
                    "We have no electors or no population for it then"
                ).format(cycle=election.cycle, year=year)
            )
        counted[CAPITAL] = district
    return counted | {addition.place: addition.people for addition in rules.added}


def _states(election: Election) -> list[str]:
    return [place for place in election.places if place != CAPITAL]


def _recorded(election: Election, place: str) -> int:
    return sum(unit.electors for unit in election.units.values() if unit.place == place)


def _check_house(house: int, states: int) -> None:
    if not states <= house <= LARGEST:
        raise HouseRulesError(
            _("{size} seats can’t be shared by {states} states. Use {states} to {most}").format(
                size=f"{house:,}", states=states, most=f"{LARGEST:,}"
            )
        )
