"""The three paradoxes: the cases of 1880, 1900 and 1907, and that divisors have none."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import census
from domain.reference import DIVISOR_METHODS
from ecx.apportionment import (
    AlabamaParadox,
    House,
    NewStateParadox,
    PopulationError,
    SeatChange,
    alabama_paradoxes,
    apportion,
    house_sizes,
    new_state_paradox,
    population_paradoxes,
)
from ecx.record.censuses import apportionment_base

IN_1880 = census.populations(1880)
IN_1900 = apportionment_base(1900)


def losers(populations: dict[str, int], sizes: range, place: str) -> list[AlabamaParadox]:
    found = alabama_paradoxes(populations, sizes)
    return [paradox for paradox in found if paradox.loser.place == place]


def tables_of_1900() -> Iterator[House]:
    return house_sizes(IN_1900, range(350, 401), "hamilton")


# C. W. Seaton to Congress, 1881: Balinski and Young, Fair Representation, chapter 5.
def test_alabama_loses_its_eighth_seat_of_299_when_the_house_has_300() -> None:
    assert losers(IN_1880, range(275, 351), "AL") == [
        AlabamaParadox(299, 300, SeatChange("AL", 8, 7))
    ]
    trio = [
        [apportion(IN_1880, size, "hamilton")[place] for place in ("AL", "TX", "IL")]
        for size in (299, 300)
    ]
    assert trio == [[8, 9, 18], [7, 10, 19]]


def test_alabama_keeps_its_seat_where_no_seat_is_guaranteed() -> None:
    found = alabama_paradoxes(IN_1880, (299, 300), minimum=0)
    assert not found


# Tables of the census of 1900 for 350 to 400 seats: Balinski and Young, chapter 5. Colorado
# would have three seats at every size but 357.
def test_colorado_has_a_seat_less_at_357_alone() -> None:
    assert losers(IN_1900, range(350, 401), "CO") == [
        AlabamaParadox(356, 357, SeatChange("CO", 3, 2))
    ]
    fewer = [house.size for house in tables_of_1900() if house.seats["CO"] != 3]
    assert fewer == [357]


# "Now you see it and now you don't": Maine has four seats of 383 to 385, three of 386, four of
# 387 and 388, three of 389 and 390, and four from 391.
def test_maine_goes_back_and_forth_between_three_seats_and_four() -> None:
    four = [house.size for house in tables_of_1900() if house.seats["ME"] == 4]
    assert four == [383, 384, 385, 387, 388, *range(391, 401)]
    found = losers(IN_1900, range(350, 401), "ME")
    assert [(paradox.smaller, paradox.larger) for paradox in found] == [(385, 386), (388, 389)]


# Balinski and Young, chapter 5: Oklahoma with about a million people, and five seats for them.
def test_oklahoma_s_joining_moves_a_seat_from_new_york_to_maine() -> None:
    assert new_state_paradox(IN_1900, {"OK": 1_000_000}, size=386) == NewStateParadox(
        "OK", 5, 391, (SeatChange("NY", 38, 37),), (SeatChange("ME", 3, 4),)
    )


def test_a_state_may_join_without_a_paradox() -> None:
    assert new_state_paradox(IN_1900, {"OK": 1_000_000}, 386, "webster") is None
    assert new_state_paradox({"A": 50, "B": 50}, {"C": 50}, size=10) is None


# Balinski and Young, chapter 5: a year after 1900 Virginia, which grew more, would have lost a
# seat to Maine. Each state grows for a year as in the ten before; Utah, new, as the nation.
def test_virginia_loses_a_seat_to_maine_though_it_grows_more() -> None:
    before = census.populations(1890)
    later = {
        place: people + ((people - before[place]) // 10 if place in before else people // 50)
        for place, people in IN_1900.items()
    }
    found = population_paradoxes(IN_1900, later, size=386)
    pairs = {(paradox.loser, paradox.gainer): paradox for paradox in found}
    paradox = pairs[SeatChange("VA", 10, 9), SeatChange("ME", 3, 4)]
    assert paradox.loser_growth > paradox.gainer_growth > 1


def test_places_must_be_the_same_at_both_times() -> None:
    with pytest.raises(PopulationError, match=r"^B, C: not there at both times; give the same"):
        population_paradoxes({"A": 1, "B": 1}, {"A": 1, "C": 1})


@pytest.mark.parametrize("joining", [{}, {"A": 1}, {"B": 1, "C": 2}])
def test_one_new_place_joins_at_a_time(joining: dict[str, int]) -> None:
    with pytest.raises(PopulationError):
        new_state_paradox({"A": 1}, joining, size=9)


def test_a_new_place_brings_its_share_rounded_to_the_nearest() -> None:
    # A share of 6.70 seats.
    old = {"A": 1_134, "B": 9_802, "C": 1_158, "D": 3_172}
    found = new_state_paradox(old, {"E": 3_408}, size=30)
    assert found
    assert (found.added, found.size) == (7, 37)


def test_what_depends_on_a_tie_is_not_reported() -> None:
    # Of 8 seats C has 2; of 9 it has 1, and draws lots with B for another.
    assert not alabama_paradoxes({"A": 19, "B": 18, "C": 8}, (8, 9))


@st.composite
def countries(draw: st.DrawFn) -> dict[str, int]:
    return {name: draw(st.integers(1, 9_999)) for name in "ABCDE"}


@pytest.mark.parametrize("method", DIVISOR_METHODS)
@given(before=countries(), after=countries(), people=st.integers(1, 9_999))
def test_divisor_methods_have_no_paradox(
    method: str, before: dict[str, int], after: dict[str, int], people: int
) -> None:
    assert not alabama_paradoxes(before, range(5, 40), method)
    assert not population_paradoxes(before, after, 23, method)
    assert not new_state_paradox(before, {"F": people}, 23, method)


def test_hamilton_has_all_three_among_made_up_countries() -> None:
    assert alabama_paradoxes({"A": 600, "B": 600, "C": 200}, range(3, 12))
    assert new_state_paradox({"A": 1_045, "B": 8_955}, {"C": 525}, size=100)
    # A. R. Angel and others, A Survey of Mathematics with Applications, on apportionment flaws.
    (found,) = population_paradoxes(
        {"A": 23_527, "B": 5_548, "C": 70_925}, {"A": 23_926, "B": 5_648, "C": 71_110}, size=100
    )
    assert (found.loser, found.gainer) == (SeatChange("B", 6, 5), SeatChange("A", 23, 24))
