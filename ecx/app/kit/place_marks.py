"""What a board shows of the places of an election: lines, names, electors, who has them."""

from collections import Counter
from functools import lru_cache
from typing import Any, Final, cast

from ecx.app.kit.persons import keys_of_persons
from ecx.board.content import OTHER, Map, Mark, UnitLabel
from ecx.college.counted import Counted
from ecx.college.election import Election, Unit
from ecx.college.house_rules import Addition
from ecx.college.scenario import Scenario
from ecx.college.unit_id import code_of
from ecx.maps.shapes import board_map
from ecx.say import _, n_, phrase

_METHODS: Final = {
    "legislature": ("†", phrase("The legislature chose electors.")),
    "district": ("‡", phrase("The people chose electors by district.")),
}
"""The marks of how electors were chosen, by a word of the method; the first that fits."""


def place_map(scenario: Scenario) -> Map:
    """Draw the places of a scenario, with a note on lines and marks.

    Parameters
    ----------
    scenario : Scenario
        What is on the map.

    Returns
    -------
    Map
        For the board.

    Raises
    ------
    UnknownCycleError
        If the record has no map of that cycle.

    Examples
    --------
    >>> import ecx
    >>> place_map(ecx.scenario(1860))["note"].rpartition("† ")[2]
    'The legislature chose electors.'
    """
    plain = _lines(scenario.cycle, scenario.house_rules.added)
    notes = [_(plain["note"]) if plain["note"] else "", *_method_notes(scenario.record)]
    return cast("Map", {**plain, "note": " ".join(note for note in notes if note)})


@lru_cache(maxsize=4)
def _lines(cycle: int, added: tuple[Addition, ...]) -> dict[str, Any]:
    """Draw a map once while it is on a page, whatever else changes there."""
    return board_map(cycle, added)


def place_units(election: Election) -> dict[str, UnitLabel]:
    """Name the units as the board writes and says them; parts of a place form a group.

    Electors are those appointed, of whom a majority is taken.

    Parameters
    ----------
    election : Election
        The cycle, with the electors its places have.

    Returns
    -------
    dict of str to ecx.board.content.UnitLabel
        By unit id.

    Examples
    --------
    >>> import ecx
    >>> place_units(ecx.scenario(2016).election)["ME-01"]["code"]
    'ME1'
    """
    appointed = Counter(seat.unit for seat in election.electors if seat.standing.appointed)
    return {
        unit.id: {
            "code": _code(unit),
            "name": unit.name,
            "electors": appointed[unit.id],
            "group": unit.place if unit.id != unit.place else None,
        }
        for unit in election.units.values()
    }


def place_marks(counted: Counted) -> dict[str, Mark]:
    """Say what each unit shows and adds to the totals.

    Parameters
    ----------
    counted : Counted
        A scenario with its ledger.

    Returns
    -------
    dict of str to ecx.board.content.Mark
        By unit id.

    Examples
    --------
    >>> import ecx
    >>> place_marks(Counted(ecx.scenario(2016)))["TX"]["adds"]
    {'trump': 36, 'person:paul': 1, 'person:kasich': 1}
    """
    scenario = counted.scenario
    election = scenario.election
    keys = keys_of_persons(election)
    free = {ticket.id for ticket in election.tickets.values() if ticket.president is None}
    adds: dict[str, Counter[str]] = {unit: Counter() for unit in election.units}
    broken = Counter[str]()
    for entry in counted.ledger:
        broken[entry.unit] += entry.faithless
        person = entry.counted.president if entry.counted else None
        if entry.pledged in free and (person or entry.cast is None):
            # They vote for whom they like: their slate has their votes.
            adds[entry.unit][keys.get(person or "", entry.pledged or OTHER)] += 1
        elif person:
            adds[entry.unit][keys[person]] += 1
    return {
        unit: {
            "ticket": scenario.carrier(unit),
            "adds": dict(count),
            "changed": unit in scenario.calls,
            "note": _strays(broken[unit]),
            "sign": f"✕{broken[unit]}" if broken[unit] else "",
        }
        for unit, count in adds.items()
    }


def _strays(number: int) -> str:
    """Say how many electors break their pledge."""
    if not number:
        return ""
    return n_(
        "{number} elector broke the pledge", "{number} electors broke the pledge", number
    ).format(number=number)


def _code(unit: Unit) -> str:
    """Return a unit's label: code, district, and a mark if the people did not vote.

    Examples
    --------
    >>> _code(Unit("ME-01", "ME", "Maine district 1", 1))
    'ME1'
    >>> _code(Unit("SC", "SC", "South Carolina", 8, "legislature"))
    'SC†'
    """
    return f"{code_of(unit.id)}{_method_mark(unit)}"


def _method_mark(unit: Unit) -> str:
    """Return the mark for how a whole place chose its electors; empty for a statewide vote."""
    if unit.id != unit.place:
        return ""
    return next((mark for word, (mark, _) in _METHODS.items() if word in unit.method), "")


def _method_notes(election: Election) -> list[str]:
    """Explain the marks on this map."""
    marks = {_method_mark(unit) for unit in election.units.values()}
    return [f"{mark} {_(meaning)}" for mark, meaning in _METHODS.values() if mark in marks]
