"""House rules in a link: size, census, method, D.C. rule and added states."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from ecx.apportionment.methods import method_named
from ecx.college.house_rules import Addition, CapitalElectors, HouseRules, capital_named
from ecx.college.scenario import Scenario
from ecx.say import _
from ecx.say.errors import EcxError, HouseRulesError, shown

_DIGITS: Final = 10


def parts(rules: HouseRules) -> Iterator[tuple[str, str]]:
    """Write the House rules that differ from the record.

    Parameters
    ----------
    rules : HouseRules
        The House rules of a scenario.

    Yields
    ------
    tuple of str and str
        Key and value.

    Examples
    --------
    >>> dict(parts(HouseRules(size=492, added=(Addition("PR", 3_285_874),))))
    {'house': '492', 'states': 'PR:3285874'}
    """
    if rules.size is not None:
        yield "house", str(rules.size)
    if rules.census is not None:
        yield "census", str(rules.census)
    if rules.method is not None:
        yield "apportion", str(rules.method)
    if rules.capital is not CapitalElectors.AMENDMENT:
        yield "dc", str(rules.capital)
    if rules.added:
        yield "states", ",".join(f"{new.place}:{new.people}" for new in rules.added)


def read_rule(rules: HouseRules, key: str, value: str) -> HouseRules:
    """Read one part of a link that sets a House rule.

    Parameters
    ----------
    rules : HouseRules
        The rules before.
    key, value : str
        One of `KEYS`, and what the link has for it.

    Returns
    -------
    HouseRules
        The rules after; whether they can be carried out is for the scenario to say.

    Raises
    ------
    HouseRulesError
        If a value is no number.
    UnknownNameError
        If there is no such method or way for D.C.

    Examples
    --------
    >>> read_rule(HouseRules(), "house", "492").size
    492
    """
    return replace(rules, **_READERS[key](value))


def read_addition(place: str, people: str) -> Addition:
    """Read a state that is added.

    Parameters
    ----------
    place : str
        Its code.
    people : str
        Its population, in digits.

    Returns
    -------
    Addition
        The state; whether it can be added is for the scenario to say.

    Raises
    ------
    HouseRulesError
        If the population is no number.

    Examples
    --------
    >>> read_addition("PR", "3285874")
    Addition(place='PR', people=3285874)
    """
    return Addition(place, _number(people))


def wishes(
    scenario: Scenario, given: Mapping[str, str]
) -> tuple[Scenario, list[tuple[str, object]]]:
    """Apply all parts of a link that set House rules, together.

    Some parts are possible only together: two states with equal claims to seat 435 both get one in
    a House of 436. If not all parts are possible, those that are get applied.

    Parameters
    ----------
    scenario : Scenario
        Where they are carried out.
    given : mapping of str to str
        What the link has for some of `KEYS`, in their order.

    Returns
    -------
    Scenario
        The new scenario.
    list of (str, object)
        Keys that cannot be carried out, each with what is wrong.

    Examples
    --------
    >>> import ecx
    >>> s, wrong = wishes(ecx.scenario(2024), {"states": "AA:8426402,AB:8426402", "house": "436"})
    >>> len(s.election.places), wrong
    (53, [])
    """
    wrong: list[tuple[str, object]] = []
    read: dict[str, dict[str, Any]] = {}
    for key, value in given.items():
        try:
            read[key] = _READERS[key](value)
        except EcxError as error:
            wrong.append((key, error))
    try:
        together = {name: part for parts in read.values() for name, part in parts.items()}
        return _allotted(scenario, together), wrong
    except EcxError:
        for key, part in read.items():
            try:
                scenario = _allotted(scenario, part)
            except EcxError as error:
                wrong.append((key, error))
    return scenario, wrong


def _allotted(scenario: Scenario, part: Mapping[str, Any]) -> Scenario:
    return scenario.with_house(replace(scenario.house_rules, **part))


def _number(word: str) -> int:
    """Read ASCII digits only; int() would also take "+4_35" and digits of other scripts."""
    if not (word.isascii() and word.isdigit() and len(word) <= _DIGITS):
        raise HouseRulesError(_("{given} is not a number such as 435").format(given=shown(word)))
    return int(word)


def _additions(value: str) -> tuple[Addition, ...]:
    pairs = (item.partition(":") for item in value.split(",") if item)
    return tuple(read_addition(place, people) for place, _, people in pairs)


_READERS: Final[Mapping[str, Callable[[str], dict[str, Any]]]] = MappingProxyType(
    {
        "census": lambda value: {"census": _number(value)},
        "apportion": lambda value: {"method": method_named(value)},
        "dc": lambda value: {"capital": capital_named(value)},
        "states": lambda value: {"added": _additions(value)},
        "house": lambda value: {"size": _number(value)},
    }
)

KEYS: Final = tuple(_READERS)
"""The keys of House rules, in the order in which they are applied."""
