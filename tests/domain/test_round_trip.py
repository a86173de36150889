"""Any edits of any cycle: their link reads back, and equal scenarios stay equal."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import given
from hypothesis import strategies as st

import ecx
from ecx.apportionment import Method
from ecx.college.elector import Elector
from ecx.college.house_rules import AS_IT_WAS, Addition, CapitalElectors
from ecx.college.scenario import Scenario
from ecx.say.errors import EcxError

T = TypeVar("T")
TWINS = (Addition("XX", 8_426_402), Addition("XA", 8_426_402))


def of(things: Iterable[T], number: int) -> T:
    known = list(things)
    return known[number % len(known)]


def strays(scenario: Scenario) -> list[Elector]:
    return [seat for seat in scenario.election.electors if seat.strays]


def call(scenario: Scenario, one: int, two: int) -> Scenario:
    return scenario.call(of(scenario.election.units, one), of(tickets(scenario), two))


def tickets(scenario: Scenario) -> list[str | None]:
    return [*scenario.election.tickets, None]


def vote(scenario: Scenario, one: int, two: int) -> Scenario:
    people = [*scenario.election.people, "~Jane Doe", None]
    elector = of(scenario.election.seats, one)
    return scenario.cast(elector, president=of(people, two), vice_president=of(people, two + 1))


def vote_in_part(scenario: Scenario, one: int, two: int) -> Scenario:
    people = [*scenario.election.people, None]
    return scenario.cast(of(scenario.election.seats, one), vice_president=of(people, two))


def stray_as_recorded(scenario: Scenario, one: int, _: int) -> Scenario:
    seat = of(strays(scenario) or scenario.election.electors, one)
    return scenario.cast_all({seat.id: seat.cast})


def keep(scenario: Scenario, one: int, _: int) -> Scenario:
    return scenario.keep_pledge(of(strays(scenario) or scenario.election.electors, one).id)


def keep_all(scenario: Scenario, _: int, __: int) -> Scenario:
    for seat in strays(scenario):
        scenario = scenario.keep_pledge(seat.id)
    return scenario


def flip_strays(scenario: Scenario, one: int, _: int) -> Scenario:
    for seat in strays(scenario):
        scenario = scenario.call(seat.unit, of(tickets(scenario), one))
    return scenario


def stay_away(scenario: Scenario, one: int, _: int) -> Scenario:
    return scenario.stay_away(of(scenario.election.seats, one))


def with_house(scenario: Scenario, one: int, two: int) -> Scenario:
    wishes: list[dict[str, Any]] = [  # any part of the rules
        {"size": 436 + two % 565},
        {"size": 100 + two % 336},
        {"census": of((None, 1880, 1960, 1990, 2020), two)},
        {"method": of((None, *Method), two)},
        {"capital": of(CapitalElectors, two)},
        {"added": of(((), TWINS, TWINS[:1]), two)},
        {"size": 436, "added": TWINS},
    ]
    return scenario.with_house(replace(scenario.house_rules, **of(wishes, one)))


EDITS: dict[str, Callable[[Scenario, int, int], Scenario]] = {
    "call": call,
    "vote": vote,
    "vote in part": vote_in_part,
    "a stray as recorded": stray_as_recorded,
    "keep": keep,
    "keep all": keep_all,
    "flip strays": flip_strays,
    "stay away": stay_away,
    "another House": with_house,
    "another House again": with_house,
    "as it was": lambda scenario, _, __: scenario.with_house(AS_IT_WAS),
    "as pledged": lambda scenario, _, __: scenario.as_pledged(),
    "as cast": lambda scenario, _, __: scenario.as_cast(),
    "law": lambda scenario, one, _: scenario.under(of(("day", "free", "bind"), one)),
}
CYCLES = st.sampled_from(ecx.cycles()) | st.sampled_from([1800, 1836, 1872, 2000, 2016, 2024])
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 999), st.integers(0, 999)), max_size=8
)


def edited(scenario: Scenario, steps: list[tuple[str, int, int]]) -> Scenario:
    for name, one, two in steps:
        with suppress(EcxError):
            scenario = EDITS[name](scenario, one, two)
    return scenario


@given(CYCLES, STEPS)
def test_the_link_of_any_edits_of_any_cycle_is_read_back(
    cycle: int, steps: list[tuple[str, int, int]]
) -> None:
    scenario = edited(ecx.scenario(cycle), steps)
    found = ecx.read_query(ecx.link(scenario))
    assert found == ecx.Reading(scenario)
    assert hash(found.scenario) == hash(scenario)
    assert ecx.link(found.scenario) == ecx.link(scenario)


@given(CYCLES, STEPS, STEPS)
def test_scenarios_that_are_equal_stay_equal_whatever_is_done_to_both(
    cycle: int, before: list[tuple[str, int, int]], after: list[tuple[str, int, int]]
) -> None:
    scenario = edited(ecx.scenario(cycle), before)
    again = ecx.read_query(ecx.link(scenario)).scenario
    assert edited(again, after) == edited(scenario, after)
