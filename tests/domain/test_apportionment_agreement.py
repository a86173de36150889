"""Side by side with the package `apportionment` of Martin Lackner, on 2,000 random cases.

It counts in floats unless asked for fractions, and has no fractions for Huntington-Hill. Where the
two differ, the definition of the books, in fractions throughout, says who is right.
"""

import random
from typing import NamedTuple

import pytest
from apportionment.methods import TiesException, compute

from domain.reference import METHODS, reference
from ecx.apportionment import Apportionment, Tie

NAMES = {"huntington-hill": "huntington"}
SEED = 1790
CASES = 2_000

# None is a tie: the package says no more of it.
Answer = list[int] | None


class Case(NamedTuple):
    populations: dict[str, int]
    size: int
    method: str
    minimum: int


def cases() -> list[Case]:
    """Draw countries of 2 to 9 places, from villages that tie to nations that do not."""
    draw = random.Random(SEED)  # noqa: S311 - the same cases on every machine
    drawn = []
    for number in range(CASES):
        method = METHODS[number % len(METHODS)]
        most = 10 ** draw.randint(1, 8)
        places = draw.randint(2, 9)
        populations = {chr(65 + n): draw.randint(1, most) for n in range(places)}
        # Where d(0) is 0 the package gives everybody a first seat; elsewhere it guarantees none.
        minimum = int(method in ("adams", "dean", "huntington-hill"))
        drawn.append(Case(populations, draw.randint(places, 40), method, minimum))
    return drawn


def theirs(case: Case, *, fractions: bool) -> Answer:
    name = NAMES.get(case.method, case.method)
    votes = list(case.populations.values())
    try:
        seats: list[int] = compute(name, votes, case.size, fractions=fractions, tiesallowed=False)
    except TiesException:
        return None
    return seats


def ours(case: Case) -> Answer:
    found = Apportionment(*case)
    return None if found.tie else list(found.seats.values())


def exact(case: Case) -> Answer:
    expected = reference(*case)
    assert expected
    seats, tied, _ = expected
    return None if tied else list(seats.values())


def test_two_thousand_random_cases_have_one_answer() -> None:
    assert [case for case in cases() if ours(case) != theirs(case, fractions=True)] == []


def test_the_random_cases_have_ties_and_houses_without() -> None:
    answers = [ours(case) for case in cases()]
    assert 50 < answers.count(None) < CASES // 4


# 6 p / sqrt(72) is p / sqrt(2), but not in floats.
def test_the_other_library_breaks_a_tie_of_square_roots_that_ours_reports() -> None:
    case = Case({"A": 5, "B": 30}, 10, "huntington-hill", 1)
    assert theirs(case, fractions=True) == [1, 9]
    assert exact(case) is None
    assert Apportionment(*case).tie == Tie(("A", "B"), 1)


# Remainders of 0.6 that a float makes 0.6000000000000001: the one case of the 2,000.
def test_the_other_library_breaks_a_tie_of_remainders_that_ours_reports() -> None:
    (case,) = (case for case in cases() if ours(case) != theirs(case, fractions=False))
    assert case.method == "hamilton"
    assert ours(case) is exact(case) is None


@pytest.mark.parametrize("method", ["huntington-hill", "webster", "jefferson", "hamilton"])
def test_it_sees_a_tie_where_one_person_more_decides(method: str) -> None:
    case = Case({"A": 10**17, "B": 10**17 + 1}, 3, method, 1)
    assert theirs(case, fractions=False) is None
    assert ours(case) == exact(case) == [1, 2]
