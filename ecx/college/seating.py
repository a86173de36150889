"""Seat the electors of an election whose places have other numbers of electors."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ecx.college.election import Election, Unit
from ecx.college.elector import BLANK, Elector, Standing
from ecx.college.electors_per_place import electors_per_place, house_size, law_method
from ecx.college.house_rules import (
    AS_IT_WAS,
    CAPITAL,
    SENATORS,
    Addition,
    CapitalElectors,
    HouseRules,
)
from ecx.say import _
from ecx.say.errors import HouseRulesError, shown

_MOST_ADDED: Final = 10
_MOST_PEOPLE: Final = 10**9
_CODE: Final = 2, 3


def checked(election: Election, rules: HouseRules) -> HouseRules:
    """Refuse House rules that cannot be applied; drop those that equal the record.

    Parameters
    ----------
    election : Election
        The record of a cycle.
    rules : HouseRules
        The rules to check.

    Returns
    -------
    HouseRules
        The same, with None wherever it is as it was.

    Raises
    ------
    HouseRulesError
        If the House is too small or too large, the census did not count the states, an added
        state has the code of another or no people, or nobody can be apportioned.
    UnknownNameError
        If the record has no such census.
    TieError
        If two states have equal claims to the last seat.
    """
    if rules == AS_IT_WAS:
        return rules
    if election.census is None:
        raise HouseRulesError(
            _("In {year}, no census had set the size of the House. Choose 1792 or later").format(
                year=election.cycle
            )
        )
    _check_added(election, rules.added)
    asked = _what_differs(election, election.census, rules)
    with_house(election, asked)
    return asked


def _what_differs(election: Election, census: int, rules: HouseRules) -> HouseRules:
    """Drop the rules that change nothing."""
    year = rules.census or census
    without = rules.capital is CapitalElectors.NONE and CAPITAL not in election.places
    return replace(
        rules,
        size=None if rules.size == house_size(election) else rules.size,
        census=None if year == census else year,
        method=None if rules.method == law_method(year) else rules.method,
        capital=CapitalElectors.AMENDMENT if without else rules.capital,
    )


@lru_cache(maxsize=16)
def with_house(election: Election, rules: HouseRules) -> Election:
    """Give every place its number of electors under House rules.

    A unit keeps its call. Electors of the record keep their seats as far as there are seats; a
    seat that is new is pledged to whoever carries the unit, and what Congress held of the place
    holds for it. In a place that votes by district
    every district that is drawn has one elector while there are seats, and all other seats are
    counted at large: where new lines would run nobody knows.

    Parameters
    ----------
    election : Election
        The record of a cycle.
    rules : HouseRules
        The House rules to apply.

    Returns
    -------
    Election
        The same object for equal arguments, as long as it is remembered.

    Raises
    ------
    HouseRulesError, UnknownNameError, TieError
        As `checked` says.
    """
    if rules == AS_IT_WAS:
        return election
    joined = _with_added(election, rules.added)
    counts = electors_per_place(election, joined, rules)
    units, electors = {}, []
    for place in joined.places:
        own = [unit for unit in joined.units.values() if unit.place == place]
        number = 0
        for unit, count in shared_out(own, counts[place]):
            units[unit.id] = replace(unit, electors=count)
            for seat in seated(joined, unit, count):
                number += 1
                electors.append(replace(seat, id=f"{place}.{number}", seat=number))
    return replace(joined, units=units, electors=tuple(electors))


def shared_out(units: list[Unit], count: int) -> Iterator[tuple[Unit, int]]:
    """Divide a place's electors among its units: one to each district, the rest at large.

    Parameters
    ----------
    units : list of Unit
        The units of a place; where it is divided, the at-large part is first.
    count : int
        Its electors.

    Yields
    ------
    tuple of (Unit, int)
        Each unit, and its electors.

    Examples
    --------
    >>> maine = [Unit(name, "ME", name, 0) for name in ("ME-AL", "ME-01", "ME-02")]
    >>> [(unit.id, number) for unit, number in shared_out(maine, 5)]
    [('ME-AL', 3), ('ME-01', 1), ('ME-02', 1)]
    """
    first, *districts = units
    drawn = max(0, min(len(districts), count - SENATORS))
    yield first, count - drawn
    for number, unit in enumerate(districts):
        yield unit, int(number < drawn)


def seated(election: Election, unit: Unit, count: int) -> Iterator[Elector]:
    """List a unit's electors: first those of the record, then new ones.

    Parameters
    ----------
    election : Election
        The record of a cycle.
    unit : Unit
        One of its units.
    count : int
        How many electors it has.

    Yields
    ------
    Elector
        A new one has no id, is pledged to whoever carries the unit, and meets what Congress held
        of the place.
    """
    own = [seat for seat in election.electors if seat.unit == unit.id]
    yield from own[:count]
    call = election.calls[unit.id]
    ballot = BLANK if call is None else election.expected[call]
    standing = election.rulings.get(unit.place, Standing.COUNTED)
    for _seat in range(count - len(own)):
        yield Elector("", unit.place, unit.id, 0, call, ballot, standing=standing)


def _with_added(election: Election, added: tuple[Addition, ...]) -> Election:
    """Add states to an election; nobody has voted there yet."""
    if not added:
        return election
    new = {addition.place: addition.place for addition in added}
    units = {place: Unit(place, place, place, 0) for place in new}
    return replace(election, places={**election.places, **new}, units={**election.units, **units})


def _check_added(election: Election, added: tuple[Addition, ...]) -> None:
    """Refuse added states with a bad code, a code in use, or no people."""
    if len(added) > _MOST_ADDED:
        raise HouseRulesError(
            _("{number} new states are too many. Add at most {most}").format(
                number=len(added), most=_MOST_ADDED
            )
        )
    codes = [addition.place for addition in added]
    for addition in added:
        code = addition.place
        if not (code.isascii() and code.isalpha() and code.isupper() and len(code) in _CODE):
            raise HouseRulesError(
                _("{code} is not a code. Use two or three capital letters").format(code=shown(code))
            )
        if code in election.places or codes.count(code) > 1:
            raise HouseRulesError(
                _("{code} is taken. Give the new state another code").format(code=code)
            )
        if not 0 < addition.people <= _MOST_PEOPLE:
            raise HouseRulesError(
                _("{code} can’t have {number} people. Use a number from 1 to {most}").format(
                    code=code, number=f"{addition.people:,}", most=f"{_MOST_PEOPLE:,}"
                )
            )
