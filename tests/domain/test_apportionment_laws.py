"""What holds of every apportionment, whatever the populations: tried on hundreds of made-up ones.

The criteria are those of M. L. Balinski and H. P. Young, Fair Representation, 1982, appendix A.
"""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.reference import DIVISOR_METHODS, METHODS, reference, threshold
from ecx.apportionment import Apportionment, House, house_sizes

methods = st.sampled_from(METHODS)
divisor_methods = st.sampled_from(DIVISOR_METHODS)
minimums = st.integers(0, 2)
# Small numbers tie often; large ones seldom.
people = st.one_of(st.integers(1, 12), st.integers(1, 40_000_000))


@st.composite
def countries(draw: st.DrawFn) -> dict[str, int]:
    return {chr(65 + n): draw(people) for n in range(draw(st.integers(1, 7)))}


@st.composite
def questions(draw: st.DrawFn) -> tuple[dict[str, int], int, int]:
    """Draw a country, a House size that is enough for it, and a minimum."""
    country, minimum = draw(countries()), draw(minimums)
    return country, draw(st.integers(max(1, len(country) * minimum), 40)), minimum


@given(questions(), methods)
def test_seats_and_ties_are_those_of_the_books(
    question: tuple[dict[str, int], int, int], method: str
) -> None:
    country, size, minimum = question
    expected = reference(country, size, method, minimum)
    assume(expected)
    found = Apportionment(country, size, method, minimum)
    tie = found.tie
    assert (dict(found.seats), frozenset(tie.places if tie else ()), tie.left if tie else 0) == (
        expected
    )


@given(questions(), methods)
def test_all_seats_are_given_and_nobody_is_below_the_minimum(
    question: tuple[dict[str, int], int, int], method: str
) -> None:
    country, size, minimum = question
    found = Apportionment(country, size, method, minimum)
    assert sum(found.seats.values()) + (found.tie.left if found.tie else 0) == size
    assert min(found.seats.values()) >= minimum
    if found.tie:
        assert 0 < found.tie.left < len(found.tie.places)


@given(questions(), methods, st.randoms(use_true_random=False))
def test_the_order_of_places_decides_nothing(
    question: tuple[dict[str, int], int, int], method: str, random: Random
) -> None:
    country, size, minimum = question
    shuffled = list(country.items())
    random.shuffle(shuffled)
    one = Apportionment(country, size, method, minimum)
    other = Apportionment(dict(shuffled), size, method, minimum)
    assert one.seats == other.seats
    assert sorted(one.tie.places if one.tie else ()) == sorted(
        other.tie.places if other.tie else ()
    )


@given(countries(), methods, minimums)
def test_every_size_in_one_pass_is_each_size_by_itself(
    country: dict[str, int], method: str, minimum: int
) -> None:
    sizes = range(max(1, len(country) * minimum), 30)
    for size, seats, tie in house_sizes(country, sizes, method, minimum):
        alone = Apportionment(country, size, method, minimum)
        assert (seats, tie) == (dict(alone.seats), alone.tie)


def most(house: House, place: str) -> int:
    return house.seats[place] + (house.tie is not None and place in house.tie.places)


@given(countries(), divisor_methods, minimums)
def test_by_a_divisor_method_nobody_loses_when_the_house_grows(
    country: dict[str, int], method: str, minimum: int
) -> None:
    before = None
    for house in house_sizes(country, range(max(1, len(country) * minimum), 30), method, minimum):
        if before:
            assert all(before.seats[place] <= house.seats[place] for place in country)
            assert all(most(before, place) <= most(house, place) for place in country)
        before = house


@given(st.data(), divisor_methods)
def test_by_a_divisor_method_nobody_loses_a_seat_to_one_that_grew_less(
    data: st.DataObject, method: str
) -> None:
    country, size, minimum = data.draw(questions())
    later = {place: data.draw(people) for place in country}
    one = Apportionment(country, size, method, minimum)
    two = Apportionment(later, size, method, minimum)
    assume(not one.tie and not two.tie)
    for loser in country:
        for gainer in country:
            if one.seats[loser] > two.seats[loser] and one.seats[gainer] < two.seats[gainer]:
                assert Fraction(later[loser], country[loser]) < Fraction(
                    later[gainer], country[gainer]
                )


@given(questions())
def test_hamilton_stays_within_the_quota_where_nothing_is_guaranteed(
    question: tuple[dict[str, int], int, int],
) -> None:
    country, size, _ = question
    found = Apportionment(country, size, "hamilton", 0)
    assert not found.violations
    assert all(abs(found.quotas[place] - seats) <= 1 for place, seats in found.seats.items())


@given(questions())
def test_jefferson_never_falls_below_the_quota_and_adams_never_exceeds_it(
    question: tuple[dict[str, int], int, int],
) -> None:
    country, size, _ = question
    assume(size >= len(country))
    for violation in Apportionment(country, size, "jefferson", 0).violations:
        assert violation.seats > violation.quota
    for violation in Apportionment(country, size, "adams", 0).violations:
        assert violation.seats < violation.quota


def favour(method: str, one: tuple[int, int], two: tuple[int, int]) -> Fraction:
    """Measure by how much the better served of two places (people, seats) is favoured."""
    (people, seats), (rival, theirs) = sorted(
        (one, two), key=lambda place: Fraction(place[0], place[1])
    )
    if method == "adams":
        return seats - Fraction(people * theirs, rival)
    if method == "dean":
        return Fraction(rival, theirs) - Fraction(people, seats)
    if method == "huntington-hill":
        return Fraction(rival * seats, theirs * people)
    if method == "webster":
        return Fraction(seats, people) - Fraction(theirs, rival)
    return Fraction(rival * seats, people) - theirs


@given(questions(), divisor_methods)
def test_no_transfer_of_a_seat_is_better_by_the_measure_of_the_method(
    question: tuple[dict[str, int], int, int], method: str
) -> None:
    country, size, _ = question
    assume(size >= len(country))
    found = Apportionment(country, size, method, 1)
    assume(not found.tie)
    for giver, people_there in country.items():
        for taker, people_here in country.items():
            gives, takes = found.seats[giver], found.seats[taker]
            if giver != taker and gives > 1:
                before = favour(method, (people_there, gives), (people_here, takes))
                after = favour(method, (people_there, gives - 1), (people_here, takes + 1))
                assert before <= after


@given(questions(), divisor_methods)
def test_every_divisor_from_end_to_end_rounds_to_the_seats(
    question: tuple[dict[str, int], int, int], method: str
) -> None:
    country, size, minimum = question
    found = Apportionment(country, size, method, minimum)
    divisors = found.divisors
    assume(divisors)
    assert divisors
    highest = divisors.highest or 2 * divisors.lowest + 1
    for divisor in (divisors.lowest, (divisors.lowest + highest) / 2, highest):
        assert divisor in divisors
        for place, persons in country.items():
            quotient = (persons / divisor) ** (2 if method == "huntington-hill" else 1)
            seats = found.seats[place]
            assert quotient <= threshold(method, seats)
            assert seats == minimum or quotient >= threshold(method, seats - 1)


@pytest.mark.parametrize("method", METHODS)
@given(data=st.data())
def test_margins_are_the_first_numbers_that_change_a_seat(method: str, data: st.DataObject) -> None:
    country = {name: data.draw(st.integers(1, 60)) for name in "ABCD"}
    size, minimum = data.draw(st.integers(4, 20)), data.draw(st.integers(0, 1))
    found = Apportionment(country, size, method, minimum)
    place = data.draw(st.sampled_from("ABCD"))

    def seats(people: int) -> int:
        return Apportionment({**country, place: people}, size, method, minimum).seats[place]

    here, more, fewer = found.seats[place], found.lacks(place), found.loses_with(place)
    if more is not None:
        assert seats(country[place] + more) > here
        assert all(seats(country[place] + n) == here for n in range(1, min(more, 40)))
        assert seats(country[place] + more - 1) == here
    else:
        # All the rest is guaranteed; three methods give every place a seat before any second.
        first = max(minimum, method in ("adams", "dean", "huntington-hill"))
        assert here == size - 3 * first
    if fewer is not None:
        assert seats(country[place] - fewer) < here
        assert all(seats(country[place] - n) == here for n in range(1, fewer))
    else:
        assert all(seats(n) == here for n in range(1, country[place]))
