"""Electors by another House: the record at its own size, the law of D.C., states that join."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ecx
from ecx.apportionment import Method, TieError
from ecx.college.election import Election
from ecx.college.electors_per_place import house_size
from ecx.college.house_rules import AS_IT_WAS, Addition, CapitalElectors, HouseRules
from ecx.college.seating import checked, with_house
from ecx.say.errors import HouseRulesError, UnknownNameError

CYCLES = [cycle for cycle in ecx.cycles() if cycle > 1789]


def record(cycle: int) -> Election:
    return ecx.scenario(cycle).record


def by_place(election: Election) -> dict[str, int]:
    return {
        place: sum(u.electors for u in election.units.values() if u.place == place)
        for place in election.places
    }


@pytest.mark.parametrize("cycle", CYCLES)
def test_a_house_of_the_size_there_was_gives_the_electors_there_were(cycle: int) -> None:
    same = with_house(record(cycle), HouseRules(size=house_size(record(cycle))))
    assert by_place(same) == by_place(record(cycle))
    assert [e.cast for e in same.electors] == [e.cast for e in record(cycle).electors]


def test_rules_equal_to_the_record_are_no_change() -> None:
    wish = HouseRules(size=435, census=1990, method=Method.HUNTINGTON_HILL)
    assert checked(record(2000), wish) == AS_IT_WAS
    assert ecx.scenario(2000).with_house(wish) == ecx.scenario(2000)


@pytest.mark.parametrize(
    ("house", "bush", "gore"), [(435, 271, 267), (490, 297, 296), (491, 297, 297), (492, 297, 298)]
)
def test_the_election_of_2000_turns_on_the_size_of_the_house(
    house: int, bush: int, gore: int
) -> None:
    scenario = ecx.scenario(2000).as_pledged().with_house(HouseRules(size=house))
    assert dict(ecx.tally(scenario).president) == {"bush-gw": bush, "gore": gore}


def test_bush_is_ahead_in_every_house_up_to_490() -> None:
    pledged = ecx.scenario(2000).as_pledged()
    for house in range(50, 491):
        votes = ecx.tally(pledged.with_house(HouseRules(size=house))).president
        assert votes["bush-gw"] > votes["gore"], house


@given(st.integers(50, 1000), st.sampled_from(CYCLES[-16:]))
def test_every_seat_of_the_house_is_an_elector_beside_two_for_each_state(
    house: int, cycle: int
) -> None:
    election = with_house(record(cycle), HouseRules(size=house))
    counts = by_place(election)
    district = counts.pop("DC")
    assert sum(counts.values()) == house + 2 * len(counts)
    assert district == min(counts.values())
    assert [unit.electors for unit in election.units.values()] == [
        sum(seat.unit == unit for seat in election.electors) for unit in election.units
    ]
    assert len(election.seats) == len(election.electors)


def test_a_state_that_votes_by_district_keeps_its_districts_while_there_are_seats() -> None:
    units = with_house(record(2016), HouseRules(size=600)).units
    assert [units[u].electors for u in ("NE-AL", "NE-01", "NE-02", "NE-03")] == [3, 1, 1, 1]
    units = with_house(record(2016), HouseRules(size=60)).units
    assert [units[u].electors for u in ("NE-AL", "NE-01", "NE-02", "NE-03")] == [2, 1, 0, 0]


def test_calls_stay_and_ballots_stay_as_far_as_there_are_seats() -> None:
    scenario = ecx.scenario(2016).call("PA", "clinton-h").cast("TX.1", president="kasich")
    small = scenario.cast("TX.30", president="kasich").with_house(HouseRules(size=300))
    assert small.carrier("PA") == "clinton-h"
    assert set(small.ballots) == {"TX.1"}
    assert small.with_house(AS_IT_WAS).ballots == {"TX.1": scenario.ballots["TX.1"]}


def test_recorded_ballots_that_no_longer_fit_are_gone_and_come_back() -> None:
    few = ecx.scenario(2016).with_house(HouseRules(size=300))
    strays = {entry.place for entry in ecx.ledger(few).faithless}
    assert "TX" not in strays
    assert few.with_house(AS_IT_WAS) == ecx.scenario(2016)


def test_the_district_can_be_without_electors() -> None:
    none = with_house(record(2016), HouseRules(capital=CapitalElectors.NONE))
    assert by_place(none)["DC"] == 0
    assert none.appointed == 535


@pytest.mark.parametrize("cycle", range(1964, 2032, 4))
def test_the_district_as_a_state_takes_its_seats_from_the_others(cycle: int) -> None:
    counts = by_place(with_house(record(cycle), HouseRules(capital=CapitalElectors.STATE)))
    assert sum(counts.values()) == 435 + 2 * 51
    assert counts["DC"] == 3 + (cycle in (1964, 1968, 1972, 1976, 1980))
    others = by_place(record(cycle)).items()
    lost = {place: held - counts[place] for place, held in others if place != "DC"}
    assert sum(lost.values()) == counts["DC"] - 2
    assert min(lost.values()) == 0


def test_in_2020_the_seat_of_the_district_would_have_been_that_of_minnesota() -> None:
    scenario = ecx.scenario(2020).with_house(HouseRules(capital=CapitalElectors.STATE))
    before, after = by_place(record(2020)), by_place(scenario.election)
    assert [place for place in before if after[place] != before[place]] == ["MN"]
    assert ecx.read_link(ecx.link(scenario)) == scenario


@pytest.mark.parametrize("cycle", range(1964, 2032, 4))
def test_the_people_of_the_district_seat_nobody_unless_it_is_a_state(cycle: int) -> None:
    assert "DC" in record(cycle).censuses[record(cycle).census or 0]
    assert house_size(record(cycle)) == 435
    for district in (CapitalElectors.AMENDMENT, CapitalElectors.NONE):
        counts = by_place(with_house(record(cycle), HouseRules(size=435, capital=district)))
        assert sum(count for place, count in counts.items() if place != "DC") == 535


def test_a_state_that_joins_takes_seats_from_the_others_and_is_undecided() -> None:
    larger = ecx.scenario(2016).with_house(HouseRules(added=(Addition("XX", 3_000_000),)))
    assert sum(by_place(larger.election).values()) == 540
    assert by_place(larger.election)["XX"] == 6
    assert larger.carrier("XX") is None
    called = larger.call("XX", "clinton-h")
    assert ecx.tally(called.as_pledged()).appointed == 540
    assert called.with_house(AS_IT_WAS) == ecx.scenario(2016)


def test_an_older_census_serves_where_it_counted_every_state() -> None:
    older = with_house(record(2020), HouseRules(census=1960))
    assert by_place(older)["NY"] == 43
    assert by_place(older)["CA"] == 40


@pytest.mark.parametrize(
    ("cycle", "wish", "problem"),
    [
        (2016, HouseRules(size=49), "49 seats can’t be shared by 50 states"),
        (2016, HouseRules(size=1001), "Use 50 to 1,000"),
        (2016, HouseRules(census=1890), "did not count these as states: AK, AZ, HI, NM, OK"),
        (
            1789,
            HouseRules(size=70),
            "In 1789, no census had set the size of the House. Choose 1792 or later",
        ),
        (2016, HouseRules(added=(Addition("PA", 5),)), "PA is taken"),
        (2016, HouseRules(added=(Addition("pr", 5),)), "“pr” is not a code"),
        (2016, HouseRules(added=(Addition("PR", 0),)), "PR can’t have 0 people"),
        (1820, HouseRules(size=60), "these states get none: MA"),
    ],
)
def test_impossible_house_rules_are_refused_with_the_mend(
    cycle: int, wish: HouseRules, problem: str
) -> None:
    with pytest.raises(HouseRulesError, match=problem):
        ecx.scenario(cycle).with_house(wish)


def test_an_unknown_census_or_method_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        UnknownNameError, match=r"There is no census of “1995”\. Similar names: 1990"
    ):
        ecx.scenario(2016).with_house(HouseRules(census=1995))
    with pytest.raises(UnknownNameError, match="Similar names: hamilton"):
        replace(AS_IT_WAS, method="hamiltn")  # type: ignore[arg-type] # as a caller may err
    with pytest.raises(
        UnknownNameError, match=r"no rule for D\.C\. called “colony”. The choices are amendment"
    ):
        HouseRules(capital="colony")  # type: ignore[arg-type] # as a caller may err


def test_a_word_means_what_it_names_whichever_comes_first() -> None:
    wishes = [HouseRules(capital="state"), HouseRules(capital=CapitalElectors.STATE)]  # type: ignore[arg-type] # as a caller may err
    for wish in (*wishes, *wishes[::-1]):
        with_house.cache_clear()
        assert with_house(record(2016), wish).appointed == 537
    assert {type(wish.capital) for wish in wishes} == {CapitalElectors}
    assert type(HouseRules(method="webster").method) is Method  # type: ignore[arg-type] # as a caller may err


# As a caller without a type checker makes them.
rules: Callable[..., HouseRules] = HouseRules
addition: Callable[..., Addition] = Addition


@pytest.mark.parametrize(
    ("wish", "problem"),
    [
        (lambda: rules(size="492"), "House size: “492” is not a whole number, such as 435"),
        (lambda: rules(size=435.0), "House size: “435.0” is not a whole number"),
        (lambda: rules(size=True), "House size: “True” is not a whole number"),
        (
            lambda: rules(census="1990"),
            "Census: “1990” is not a whole number, such as 1990",
        ),
        (lambda: addition("PR", "5"), "Population of PR: “5” is not a whole number"),
        (lambda: rules(added=("PR",)), "“PR” is not a new state. Give a list, such as "),
        (lambda: rules(added=3), "“3” is not a new state"),
    ],
)
def test_house_rules_of_a_wrong_type_are_refused(wish: Callable[[], object], problem: str) -> None:
    with pytest.raises(HouseRulesError) as refusal:
        wish()
    assert problem in str(refusal.value)


def test_states_that_join_may_be_a_list_in_any_order() -> None:
    pair = [Addition("XY", 400_000), Addition("XX", 3_000_000)]
    assert HouseRules(added=pair) == HouseRules(added=tuple(pair[::-1]))  # type: ignore[arg-type] # as a caller may err
    assert hash(HouseRules(added=pair)) == hash(HouseRules(added=tuple(pair)))  # type: ignore[arg-type] # as a caller may err


def test_ten_states_can_join_and_not_eleven() -> None:
    states = tuple(Addition(f"X{letter}", 1_000_000) for letter in "ABCDEFGHIJK")
    ten = ecx.scenario(2016).with_house(HouseRules(added=states[:10]))
    assert len(ten.election.places) == 61
    with pytest.raises(HouseRulesError, match=r"11 new states are too many\. Add at most 10"):
        ecx.scenario(2016).with_house(HouseRules(added=states))


def test_a_state_that_joins_has_at_most_a_billion_people() -> None:
    assert ecx.scenario(2016).with_house(HouseRules(added=(Addition("XX", 10**9),))).changed
    with pytest.raises(
        HouseRulesError, match=r"can’t have 1,000,000,001 people\. Use a number from 1 to 1,000,0"
    ):
        ecx.scenario(2016).with_house(HouseRules(added=(Addition("XX", 10**9 + 1),)))


@pytest.mark.parametrize(
    ("cycle", "wish", "same"),
    [
        (2000, HouseRules(size=435, method=Method.WEBSTER), HouseRules(method=Method.WEBSTER)),
        (2016, HouseRules(size=435, census=1960), HouseRules(census=1960)),
        (2016, HouseRules(census=1960, method=Method.HUNTINGTON_HILL), HouseRules(census=1960)),
        (1860, HouseRules(capital=CapitalElectors.NONE), AS_IT_WAS),
        (1860, HouseRules(size=300, capital=CapitalElectors.NONE), HouseRules(size=300)),
    ],
)
def test_rules_that_change_nothing_are_dropped(
    cycle: int, wish: HouseRules, same: HouseRules
) -> None:
    assert ecx.scenario(cycle).with_house(wish) == ecx.scenario(cycle).with_house(same)
    assert with_house(record(cycle), wish).electors == with_house(record(cycle), same).electors


def test_a_tie_for_the_last_seat_is_never_broken_silently() -> None:
    twins = (Addition("XX", 5_000_000), Addition("XY", 5_000_000))
    sizes = range(435, 600)
    ties = 0
    for house in sizes:
        try:
            ecx.scenario(2016).with_house(HouseRules(size=house, added=twins))
        except TieError:
            ties += 1
    assert ties > 0


houses = st.builds(
    HouseRules,
    size=st.none() | st.integers(60, 1000),
    census=st.sampled_from([None, 1960, 1990, 2020]),
    method=st.none() | st.sampled_from(list(Method)),
    capital=st.sampled_from(list(CapitalElectors)),
    added=st.sampled_from([(), (Addition("PR", 3_285_874),)]),
)


@given(houses)
def test_a_link_carries_the_whole_allotment(wish: HouseRules) -> None:
    scenario = ecx.scenario(2016).with_house(wish)
    assert ecx.read_query(ecx.link(scenario)) == ecx.Reading(scenario)


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("?cycle=2016&house=many", "“many” is not a number such as 435"),
        ("?cycle=2016&house=99999999999", "is not a number such as 435"),
        ("?cycle=2016&apportion=webstr", "Similar names: webster"),
        ("?cycle=2016&dc=frog", "There is no rule for D.C. called “frog”"),
        ("?cycle=2016&states=PR", "“” is not a number"),
        ("?cycle=2016&census=1890", "did not count these as states: AK"),
        ("?cycle=2016&house=20&apportion=webstr", "Similar names: webster"),
    ],
)
def test_a_link_with_a_house_that_cannot_be_says_so(query: str, problem: str) -> None:
    reading = ecx.read_query(query)
    assert problem in reading.problems[0]
    assert reading.scenario == ecx.scenario(2016)


def test_a_ballot_does_not_pass_to_an_elector_of_another_unit() -> None:
    scenario = ecx.scenario(2016).cast("ME.3", president="kasich")
    assert scenario.election.seats["ME.3"].unit == "ME-01"
    larger = scenario.with_house(HouseRules(size=700))
    assert larger.election.seats["ME.3"].unit == "ME-AL"
    assert "ME.3" not in larger.ballots


def test_reset_goes_back_to_the_house_that_was() -> None:
    assert ecx.scenario(2000).with_house(HouseRules(size=492)).reset() == ecx.scenario(2000)


def test_parts_of_a_link_that_are_possible_only_together_are_carried_out_together() -> None:
    twins = (Addition("AA", 8_426_402), Addition("AB", 8_426_402))
    with pytest.raises(TieError):
        ecx.scenario(2024).with_house(HouseRules(added=twins))
    scenario = ecx.scenario(2024).with_house(HouseRules(size=436, added=twins))
    assert ecx.link(scenario) == "?cycle=2024&house=436&states=AA:8426402,AB:8426402"
    assert ecx.read_query(ecx.link(scenario)) == ecx.Reading(scenario)
    beside = ecx.read_query(ecx.link(scenario) + "&dc=frog&apportion=webstr")
    assert beside.scenario == scenario
    assert len(beside.problems) == 2


def test_if_parts_contradict_each_other_the_possible_ones_are_applied() -> None:
    found = ecx.read_query("?cycle=2016&house=12&census=1960&dc=none")
    wish = HouseRules(census=1960, capital=CapitalElectors.NONE)
    assert found.scenario == ecx.scenario(2016).with_house(wish)
    [problem] = found.problems
    assert problem.startswith("We couldn’t read “12” in this link. 12 seats can’t be shared")
