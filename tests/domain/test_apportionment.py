"""Apportionment by hand: small cases, the seats at the edge, ties, and what is refused."""

from fractions import Fraction

import pandas as pd
import pytest

import ecx
from domain import census
from domain.reference import reference
from ecx.apportionment import (
    Apportionment,
    HouseSizeError,
    PopulationError,
    Tie,
    TieError,
    apportion,
    house_sizes,
)
from ecx.say.errors import EcxError, UnknownNameError

IN_2020 = Apportionment(census.populations(2020))

FIVE = {"A": 9_061, "B": 7_179, "C": 5_259, "D": 3_319, "E": 1_182}


# E. V. Huntington's example, 26,000 people and 26 seats, from memory of M. L. Balinski and
# H. P. Young, The Quota Method of Apportionment, American Mathematical Monthly 82 (1975).
@pytest.mark.parametrize(
    ("method", "seats"),
    [
        ("hamilton", [9, 7, 5, 4, 1]),
        ("adams", [9, 7, 5, 3, 2]),
        ("dean", [9, 7, 5, 4, 1]),
        ("huntington-hill", [9, 7, 6, 3, 1]),
        ("webster", [9, 8, 5, 3, 1]),
        ("jefferson", [10, 7, 5, 3, 1]),
    ],
)
def test_the_five_divisor_methods_give_five_answers(method: str, seats: list[int]) -> None:
    assert list(apportion(FIVE, 26, method).values()) == seats


def test_seats_stand_in_the_order_of_the_populations() -> None:
    assert list(apportion({"Z": 10, "A": 90}, 10)) == ["Z", "A"]


# U.S. Census Bureau, Priority Values for 2020 Census.
def test_the_last_seat_of_2020_and_the_next_are_those_of_the_census_bureau() -> None:
    last, following = IN_2020.last, IN_2020.next
    assert last
    assert following
    assert (last.claim.rank, last.claim.place, last.claim.seat) == (435, "MN", 8)
    assert round(last.claim.priority or 0, 1) == 762_997.7
    assert (following.claim.rank, following.claim.place, following.claim.seat) == (436, "NY", 27)
    assert round(following.claim.priority or 0, 1) == 762_994.4


# U.S. Census Bureau, news conference of 26 April 2021 (89); Minnesota's demographer, NPR of
# 1 May 2021 (26); Associated Press of 29 December 2000 (856).
def test_who_just_missed_lacks_as_many_people_as_was_published() -> None:
    assert IN_2020.next
    assert IN_2020.next.people == IN_2020.lacks("NY") == 89
    assert IN_2020.last
    assert IN_2020.last.people == IN_2020.loses_with("MN") == 26
    in_2000 = Apportionment(census.populations(2000))
    assert in_2000.next
    assert (in_2000.next.claim.place, in_2000.next.people) == ("UT", 856)


def test_the_seat_changes_hands_at_these_numbers_and_not_one_before() -> None:
    people = census.populations(2020)
    for place, change in (("NY", 89), ("MN", -26)):
        near = apportion({**people, place: people[place] + change - (1 if change > 0 else -1)})
        there = apportion({**people, place: people[place] + change})
        assert (near["NY"], near["MN"]) == (26, 8)
        assert (there["NY"], there["MN"]) == (27, 7)


def test_the_list_of_priorities_begins_after_the_guaranteed_seats_and_falls() -> None:
    ranks = [claim.rank for claim in IN_2020.priorities]
    assert ranks == list(range(51, 436))
    assert (IN_2020.priorities[0].place, IN_2020.priorities[0].seat) == ("CA", 2)
    values = [claim.priority or 0 for claim in IN_2020.priorities + IN_2020.following(10)]
    assert values == sorted(values, reverse=True)


def test_the_list_of_priorities_tells_every_seat_of_every_place_once() -> None:
    listed = [(claim.place, claim.seat) for claim in IN_2020.priorities]
    beyond = [(place, n) for place, seats in IN_2020.seats.items() for n in range(2, seats + 1)]
    assert sorted(listed) == sorted(beyond)


def test_hamilton_deals_whole_quotas_before_remainders() -> None:
    found = Apportionment({"A": 53, "B": 24, "C": 23}, 10, "hamilton", 0)
    assert [(claim.place, claim.priority) for claim in found.priorities[-3:]] == [
        ("A", 1.3),
        ("C", 1.3),
        ("B", 0.4),
    ]


def test_a_first_seat_without_a_guarantee_comes_before_all_claims_by_population() -> None:
    found = Apportionment({"A": 5, "B": 900, "C": 70}, 2, "huntington-hill", 0)
    assert dict(found.seats) == {"A": 0, "B": 1, "C": 1}
    assert [(claim.place, claim.priority) for claim in found.priorities] == [
        ("B", None),
        ("C", None),
    ]
    assert found.divisors is None
    assert found.lacks("A") == 66
    assert found.lacks("B") is None


def test_the_divisor_of_1790_gives_its_house() -> None:
    divisors = Apportionment(census.populations(1790), 105, "jefferson").divisors
    assert divisors
    assert 33_000 in divisors
    assert 30_000 not in divisors
    assert "33,000" not in divisors


def test_quotas_are_exact_and_jefferson_breaks_them_for_new_york_in_1830() -> None:
    found = Apportionment(census.populations(1830), 240, "jefferson")
    assert sum(found.quotas.values()) == 240
    # 38.59 by the census of 1830, yet 40 seats: Balinski and Young, chapter 4.
    assert [(v.place, round(float(v.quota), 2), v.seats) for v in found.violations] == [
        ("NY", 38.59, 40)
    ]


def test_hamilton_gives_the_guaranteed_seats_before_remainders() -> None:
    assert ecx.apportion({"A": 1000, "B": 1}, 10, "hamilton") == {"A": 9, "B": 1}
    assert ecx.apportion({"A": 1000, "B": 1}, 10, "hamilton", 0) == {"A": 10, "B": 0}


def test_a_guaranteed_seat_breaks_no_quota() -> None:
    assert not Apportionment({"A": 999, "B": 1}, 10).violations
    (broken,) = Apportionment({"A": 999, "B": 1}, 10, minimum=2).violations
    assert broken == ("A", Fraction(999, 100), 8)


# Neubauer and Zeitlin, Outcomes of Presidential Elections and the House Size, PS 2003.
def test_a_larger_house_turns_the_election_of_2000_at_the_published_sizes() -> None:
    election = ecx.scenario(2000).election
    # Maine and Nebraska chose by district, and all of each for one ticket.
    calls = {election.units[unit].place: ticket for unit, ticket in election.calls.items()}
    leads = {}
    for size, seats, _ in house_sizes(census.populations(1990), range(435, 493)):
        electors = {place: number + 2 for place, number in seats.items()} | {"DC": 3}
        bush = sum(number for place, number in electors.items() if calls[place] == "bush-gw")
        leads[size] = 2 * bush - sum(electors.values())
    assert all(leads[size] > 0 for size in range(435, 491))
    assert leads[491] == 0
    assert leads[492] < 0


LEVEL = {"A": 600, "B": 300, "C": 300}


def test_a_tie_is_refused_by_name() -> None:
    message = (
        "^These states have the same claim to the last seat of 6: B, C; choose another House size"
    )
    with pytest.raises(TieError, match=message) as refusal:
        apportion(LEVEL, 6)
    assert refusal.value.tie == Tie(("B", "C"), 1)


def test_a_tie_is_caught_as_an_error_of_ecx() -> None:
    with pytest.raises(EcxError, match="same claim"):
        apportion(LEVEL, 6)


def test_a_tie_is_shown_with_what_is_settled_and_not_broken() -> None:
    shown = Apportionment(LEVEL, 7, "jefferson")
    assert dict(shown.seats) == {"A": 3, "B": 1, "C": 1}
    assert shown.tie == Tie(("A", "B", "C"), 2)
    assert (shown.last, shown.next, shown.divisors) == (None, None, None)
    assert len(shown.priorities) == 2
    assert [claim.place for claim in shown.following(3)] == ["A", "B", "C"]
    assert [shown.lacks(place) for place in LEVEL] == [1, 1, 1]


def test_a_tie_ends_when_the_house_has_room_for_all_of_it() -> None:
    ties = [found.tie and found.tie.left for found in house_sizes(LEVEL, range(5, 9), "jefferson")]
    assert ties == [None, 1, 2, None]


# A float cannot tell 6 p / sqrt(72) from p / sqrt(2): it breaks this tie one way or the other.
@pytest.mark.parametrize("people", [5, 7, 1_000_003, 123_456_789])
def test_a_tie_of_square_roots_is_seen(people: int) -> None:
    found = Apportionment({"A": people, "B": 6 * people}, 10)
    assert found.tie == Tie(("A", "B"), 1)


# The squares of these claims differ by a part in 5 * 10**15: in floats they are level.
def test_claims_that_floats_take_for_level_are_told_apart() -> None:
    close = {"A": 259_001, "B": 272_115}
    seats, tied, _ = reference(close, 729, "huntington-hill", 1) or ({}, frozenset("?"), 0)
    assert not tied
    assert apportion(close, 729) == seats


# A float cannot hold these populations apart either.
@pytest.mark.parametrize("method", ["huntington-hill", "webster", "dean", "hamilton"])
def test_one_person_in_a_hundred_million_millions_decides(method: str) -> None:
    many = 10**17
    assert apportion({"A": many, "B": many + 1}, 3, method) == {"A": 1, "B": 2}
    assert apportion({"A": many + 1, "B": many}, 3, method) == {"A": 2, "B": 1}


def test_one_place_has_the_whole_house_and_nobody_is_next() -> None:
    alone = Apportionment({"A": 3}, 7)
    assert dict(alone.seats) == {"A": 7}
    assert alone.next
    assert alone.next.people is None
    assert alone.last
    assert alone.last.people is None


def test_a_house_of_guaranteed_seats_alone_has_no_last_seat() -> None:
    found = Apportionment({"A": 30, "B": 1}, 2)
    assert found.last is None
    assert found.lacks("A") is None
    assert found.loses_with("A") is None
    assert found.divisors
    assert found.divisors.highest is None
    assert 10**9 in found.divisors


def test_an_apportionment_cannot_be_altered_from_outside() -> None:
    people = {"A": 60, "B": 40}
    found = Apportionment(people, 5)
    people["A"] = 1
    with pytest.raises(TypeError):
        found.seats["A"] = 5  # type: ignore[index] # as a caller may err
    assert dict(found.seats) == {"A": 3, "B": 2}


def test_a_series_gives_a_series_with_its_index() -> None:
    people = pd.Series([40, 60], index=pd.Index(["B", "A"], name="place"), name="population")
    found = apportion(people, 5)
    wanted = pd.Series([2, 3], index=people.index, name="seats")
    pd.testing.assert_series_equal(found, wanted)
    assert Apportionment(people, 5).seats["A"] == 3


GOOD = {"CA": 39_576_757, "WY": 577_719}


@pytest.mark.parametrize(
    ("people", "message"),
    [
        ({}, "There is no state; give at least one with its people"),
        ([3, 4], "populations is of type list; give a mapping or a pandas Series"),
        ({**GOOD, "WY": 0}, "The people of “WY” are 0; give 1 to 1,000"),
        ({**GOOD, "WY": -4}, "The people of “WY” are -4; give 1 to 1,000"),
        ({**GOOD, "WY": 10**19}, "The people of “WY” are 10000000000000000000; give 1 to"),
        ({**GOOD, "WY": None}, "The people of “WY” are missing; give a number, or leave it"),
        ({**GOOD, "WY": float("nan")}, "The people of “WY” are missing"),
        ({**GOOD, "WY": pd.NA}, "The people of “WY” are missing"),
        ({**GOOD, "WY": 1.5}, "the population of “WY” is 1.5; give whole persons$"),
        ({**GOOD, "WY": 2.0}, r"the population of “WY” is 2.0; give whole persons \(.astype"),
        ({**GOOD, "WY": True}, "the population of “WY” is True; give whole persons"),
        ({**GOOD, "WY": "577,719"}, "the population of “WY” is 577,719; give whole persons"),
        (pd.Series([1, 2], index=["A", "A"]), "“A” is there more than once; give each state"),
        (pd.Series([1, None], index=["A", "B"]), "the population of “A” is 1.0; give whole"),
    ],
)
def test_impossible_populations_are_refused_with_a_mend(people: object, message: str) -> None:
    with pytest.raises(PopulationError, match=message):
        apportion(people)  # type: ignore[call-overload] # as a caller may err


@pytest.mark.parametrize(
    ("size", "minimum", "message"),
    [
        (1, 1, "A House of 1 seats is too small to give 1 to each of 2 states; give 2"),
        (5, 3, "give 6 seats or more, or a lower minimum"),
        (0, 0, "A House of 0 seats is not possible; give 1 to 100,000"),
        (10**6, 1, "A House of 1000000 seats is not possible; give 1 to 100,000"),
        (4.0, 1, "the House size is “4.0”; give a whole number of seats"),
        (True, 1, "the House size is “True”; give a whole number of seats"),
        (9, -1, "The minimum is -1; give 0, 1, or more seats"),
        (9, None, "the minimum is “None”; give a whole number of seats"),
    ],
)
def test_impossible_house_sizes_are_refused_with_a_mend(
    size: object, minimum: object, message: str
) -> None:
    with pytest.raises(HouseSizeError, match=message):
        apportion(GOOD, size, minimum=minimum)  # type: ignore[call-overload] # as a caller may err


def test_sizes_that_do_not_rise_are_refused_before_anything_is_dealt() -> None:
    with pytest.raises(HouseSizeError, match="The House sizes do not rise"):
        house_sizes(GOOD, [5, 5])
    with pytest.raises(HouseSizeError, match="A House of 1 seats"):
        house_sizes(GOOD, range(1, 5))
    assert list(house_sizes(GOOD, [])) == []


def test_unknown_names_are_met_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r"called “websterr”\. Similar names: webster"):
        apportion(GOOD, method="websterr")
    with pytest.raises(
        UnknownNameError, match="The choices are hamilton, jefferson, adams, webster"
    ):
        apportion(GOOD, method="x")
    with pytest.raises(UnknownNameError, match=r"called “WI”\. Similar names: WY"):
        Apportionment(GOOD, 5).lacks("WI")


def test_numbers_of_numpy_are_numbers() -> None:
    counts = pd.Series([60, 40], index=["A", "B"], dtype="int32")
    assert dict(apportion(dict(counts.items()), 5)) == {"A": 3, "B": 2}
