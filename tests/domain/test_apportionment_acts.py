"""Every census since 1790: the method of its law gives the seats in law, and what departs."""

import re
from datetime import datetime

import pytest

from domain import census
from ecx.apportionment import ACTS, Apportionment, NoActError, PopulationError, act, as_law
from ecx.record.censuses import apportionment_base
from ecx.record.csv_rows import read_rows

APPORTIONED = tuple(year for year in census.CENSUSES if year != 1920)


def by_method_alone(year: int, method: str | None = None) -> dict[str, int]:
    """Apportion as the law's method does, states that joined later left out."""
    law = act(year)
    people = census.populations(year)
    counted = {place: number for place, number in people.items() if place not in law.joined}
    return dict(Apportionment(counted, law.size, method or law.method).seats)


def departing(year: int, method: str | None = None) -> dict[str, int]:
    """Tell by how many seats the law departs from the method, by place."""
    given, dealt = census.seats(year), by_method_alone(year, method)
    return {
        place: more
        for place in given | dealt
        if (more := given.get(place, 0) - dealt.get(place, 0))
    }


def test_there_is_a_law_for_every_census_but_one() -> None:
    assert tuple(ACTS) == APPORTIONED


@pytest.mark.parametrize("year", APPORTIONED)
def test_the_law_gives_the_seats_the_states_had(year: int) -> None:
    found = as_law(census.populations(year), year)
    assert {place: seats for place, seats in found.items() if seats} == census.seats(year)
    assert sum(found.values()) == ACTS[year].seats


# Each is explained in ecx/apportionment/acts.py.
EXCEPTIONS = {
    1800: {"OH": 1},
    1810: {"LA": 1},
    1820: {"AL": 1},
    1850: {"CA": 1},
    1860: {
        **dict.fromkeys(("PA", "OH", "KY", "IL", "IA", "MN", "VT", "RI"), 1),
        "VA": -3,
        "WV": 3,
        "NV": 1,
        "NE": 1,
    },
    1870: dict.fromkeys(("NH", "VT", "NY", "PA", "IN", "TN", "LA", "AL", "FL"), 1),
    1900: {"NE": 1, "IA": -1},
    1910: {"AZ": 1, "NM": 1},
}


@pytest.mark.parametrize("year", APPORTIONED)
def test_the_law_departs_from_its_method_only_where_it_is_explained(year: int) -> None:
    assert departing(year) == EXCEPTIONS.get(year, {})
    assert all(departure.why.endswith(".") for departure in ACTS[year].departures)


@pytest.mark.parametrize("year", [1790, 1800, 1810, 1820, 1830, 1840])
def test_the_ratio_in_the_act_gives_its_house(year: int) -> None:
    law = ACTS[year]
    people = census.populations(year)
    divisors = Apportionment(people, law.size, law.method).divisors
    assert divisors
    assert law.ratio in divisors


def test_nebraska_in_1900_is_as_short_as_the_law_s_explanation_says() -> None:
    found = Apportionment(census.populations(1900), 386, "webster")
    assert found.populations["NE"] == 1_066_300
    assert found.lacks("NE") == 1_108
    before_congress = Apportionment(apportionment_base(1900), 386, "webster")
    assert dict(before_congress.seats) == census.seats(1900)


# The record says of 1880 and 1890 that Webster's method agrees, and of 1930 that equal
# proportions do; in 1940 they part, Arkansas gaining the seat Michigan would have.
@pytest.mark.parametrize(
    ("year", "method", "moved"),
    [
        (1880, "webster", {}),
        (1890, "webster", {}),
        (1930, "huntington-hill", {}),
        (1940, "webster", {"AR": 1, "MI": -1}),
    ],
)
def test_another_method_would_have_agreed_or_not(
    year: int, method: str, moved: dict[str, int]
) -> None:
    assert departing(year, method) == moved


@pytest.mark.parametrize("year", APPORTIONED)
def test_acts_are_cited_as_in_the_record(year: int) -> None:
    (cited,) = {row["act"] for row in read_rows("populations", year)}
    statute = ACTS[year].statute
    assert statute.split(" (")[0].removeprefix("Act of ") in _american(cited)


def _american(text: str) -> str:
    """Write the dates of a text as Americans do: "14 Apr 1792" as "April 14, 1792"."""
    return re.sub(
        r"\d+ [A-Z][a-z]{2} \d{4}",
        lambda found: f"{datetime.strptime(found[0], '%d %b %Y'):%B %-d, %Y}",  # noqa: DTZ007 - a day
        text,
    )


def test_a_census_without_an_act_is_refused_with_a_mend() -> None:
    with pytest.raises(NoActError, match=r"after the 1920 census\. .* Choose 1910 or 1930"):
        act(1920)
    with pytest.raises(NoActError, match="There is no census of 1995; choose a tenth year"):
        as_law({"A": 1}, 1995)
    with pytest.raises(PopulationError, match="gives seats to CA, which is not in this count"):
        as_law({"AL": 3}, 1850)
