"""The day the electors meet, against dates in the published record."""

from datetime import date

import pytest

from ecx.college.meeting import meeting
from ecx.say.errors import UnknownCycleError


@pytest.mark.parametrize(
    ("cycle", "day"),
    [
        (1789, date(1789, 2, 4)),
        (1792, date(1792, 12, 5)),
        (1800, date(1800, 12, 3)),
        (1824, date(1824, 12, 1)),
        (1872, date(1872, 12, 4)),
        (1876, date(1876, 12, 6)),
        (1888, date(1889, 1, 14)),
        (1932, date(1933, 1, 9)),
        (1936, date(1936, 12, 14)),
        (1960, date(1960, 12, 19)),
        (2000, date(2000, 12, 18)),
        (2016, date(2016, 12, 19)),
        (2020, date(2020, 12, 14)),
        (2024, date(2024, 12, 17)),
    ],
)
def test_the_electors_met_on_that_day(cycle: int, day: date) -> None:
    assert meeting(cycle).day == day


def test_the_day_moves_with_the_statute() -> None:
    weekdays = {cycle: meeting(cycle).day.strftime("%A") for cycle in (1884, 1932, 2020, 2024)}
    assert weekdays == {1884: "Wednesday", 1932: "Monday", 2020: "Monday", 2024: "Tuesday"}


@pytest.mark.parametrize("year", [1500, 1788, 1790, 1791, 2015, 2017, 10_000, "2016", 2016.0])
def test_no_day_is_made_up_for_a_year_without_an_election(year: int) -> None:
    with pytest.raises(
        UnknownCycleError, match=f"“{year}” is not an election year. Give 1789, 1792, or"
    ):
        meeting(year)
