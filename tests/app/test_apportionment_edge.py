"""Sentences at the edge of the House are true of small countries: one place, one seat, a tie."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.panes import words
from ecx.app.pages.apportionment.calculator import Calculator, opened_census
from ecx.app.pages.apportionment.country import Country
from ecx.app.pages.apportionment.last_seat import LastSeatTables, last_and_next
from ecx.app.pages.apportionment.method_table import Methods
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.apportionment import Apportionment, Method


@pytest.fixture
def state() -> CalculatorState:
    return CalculatorState(opened_census(2020))


SMALL = [
    # people, House, method, minimum, the sentences
    (
        [260, 10],
        10,
        "huntington-hill",
        1,
        (
            "Ash got the last seat, with 200 people to spare. Ash is next. "
            "It has every seat already that is not guaranteed to another state."
        ),
    ),
    (
        [260, 10, 10],
        5,
        "hamilton",
        1,
        (
            "Ash got the last seat, with 243 people to spare. Ash is next. "
            "It has every seat already that is not guaranteed to another state."
        ),
    ),
    ([260], 10, "huntington-hill", 1, "Ash has all 10 seats. There is no other state."),
    ([260], 1, "hamilton", 1, "Ash has the only seat. There is no other state."),
    ([260], 2, "webster", 0, "Ash has all 2 seats. There is no other state."),
    (
        [5, 3, 2],
        3,
        "huntington-hill",
        1,
        ("Every seat is guaranteed. Each state has 1 seat. Ash would get the next seat."),
    ),
    (
        [5, 3],
        4,
        "adams",
        2,
        ("Every seat is guaranteed. Each state has 2 seats. Ash would get the next seat."),
    ),
    (
        [5, 3, 2],
        3,
        "dean",
        0,
        (
            "Cedar got the last seat. Ash is next. More people would not help it: "
            "the other states’ first seats come before its claim."
        ),
    ),
    (
        [1000, 1],
        3,
        "webster",
        0,
        (
            "Ash got the last seat, with 995 people to spare. Ash is next. It "
            "has every seat already."
        ),
    ),
    (
        [5, 5, 2],
        1,
        "webster",
        0,
        ("It’s a tie. Ash and Birch have the same claim to the last seat, so nobody gets it."),
    ),
    (
        [5, 5, 5],
        5,
        "hamilton",
        1,
        (
            "It’s a tie. Ash, Birch, and Cedar have the same claim to the last 2 seats, "
            "so nobody gets them."
        ),
    ),
]


def small(people: list[int], house: int, method: str, minimum: int) -> Calculator:
    country = Country(dict(zip(("Ash", "Birch", "Cedar"), people, strict=False)), ())
    calculator = replace(opened_census(2020), country=country, house=house, minimum=minimum)
    return replace(calculator, method=Method(method))


@pytest.mark.parametrize(("people", "house", "method", "minimum", "said"), SMALL)
def test_the_headline_of_a_small_country_is_true(
    people: list[int], house: int, method: str, minimum: int, said: str
) -> None:
    assert last_and_next(small(people, house, method, minimum)) == said


small_countries = st.lists(st.integers(1, 60), min_size=1, max_size=3)


@given(
    small_countries, st.integers(1, 12), st.sampled_from(list(Method)), st.integers(0, 2), st.data()
)
def test_what_the_headline_says_of_the_next_is_so(
    people: list[int], more: int, method: Method, minimum: int, data: st.DataObject
) -> None:
    house = minimum * len(people) + more - (minimum > 0)
    calculator = small(people, house, method, minimum)
    said, found = last_and_next(calculator), calculator.apportionment
    if not found.next or len(people) == 1:
        return
    place = found.next.claim.place
    crowd = data.draw(st.integers(1, 10**6))
    grown = Apportionment({**found.populations, place: crowd}, house, method, minimum)
    if "has every seat already" in said:
        assert found.seats[place] == house - minimum * (len(people) - 1)
    elif "first seats come before" in said:
        assert grown.seats[place] <= found.seats[place]
        assert {n for other, n in found.seats.items() if other != place} == {1}
    elif "Every seat is guaranteed" in said:
        assert set(found.seats.values()) == {minimum} == set(grown.seats.values())
    else:
        assert said.endswith((" more people.", " more person."))


@pytest.mark.parametrize(
    ("key", "people", "house", "ranks"),
    [("tie", [500, 500, 250], 4, ["4", "5"]), ("", [5, 5, 5], 10, ["10", "11", "12"])],
)
def test_only_claims_to_the_tied_seat_are_marked(
    state: CalculatorState, key: str, people: list[int], house: int, ranks: list[str]
) -> None:
    state.screen = small(people, house, "huntington-hill", 1)
    if key:
        state.show_example(key)
    rows = re.findall(
        r"<tr class[^>]*><td>(\d+)</td>.*?<td>([^<]*)</td></tr>", LastSeatTables(state).html
    )
    assert [rank for rank, words in rows if words == "tied"] == ranks


def test_a_claim_that_no_number_moves_is_not_called_guaranteed(state: CalculatorState) -> None:
    state.screen = small([5, 3, 2], 3, "dean", 0)
    said = words(LastSeatTables(state).html)
    assert "3 Cedar 1st comes first safe 4 Ash 2nd 3.8 out of reach" in said


@pytest.mark.parametrize(
    ("people", "house", "said"),
    [
        ([5, 3], 8, "All methods give every state the same seats."),
        ([5], 8, "All methods give every state the same seats."),
        ([2, 1, 1], 6, "1 of 3 states gets a different number of seats under another method."),
        ([722, 185, 62], 25, "2 of 3 states get a different number of seats under another method."),
    ],
)
def test_places_with_other_seats_are_counted_in_a_sentence(
    state: CalculatorState, people: list[int], house: int, said: str
) -> None:
    state.screen = small(people, house, "webster", 0)
    told = words(Methods(state).html)
    assert f"{said} Colored: not the same as under your method, Webster." in told
    state.leave_country()
    assert "under the law’s method, Huntington-Hill" in Methods(state).html
