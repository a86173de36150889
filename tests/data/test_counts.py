"""The record against what is known from outside: every count, every shortfall, every census."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import ecx
from ecx.record import elections
from some import some

Reader = Callable[[str], list[dict[str, str]]]
Counts = dict[tuple[int, str], dict[str, int]]

HELD = [cycle for cycle in elections.cycles() if cycle <= elections.latest()]
OFFICES = ("president", "vice_president")

FIRST_CYCLE_OF_CENSUS = {
    1790: 1792,
    1800: 1804,
    1810: 1812,
    1820: 1824,
    1830: 1832,
    1840: 1844,
    1850: 1852,
    1860: 1864,
    1870: 1872,
    1880: 1884,
    1890: 1892,
    1900: 1904,
    1910: 1912,
    1930: 1932,
    1940: 1944,
    1950: 1952,
    1960: 1964,
    1970: 1972,
    1980: 1984,
    1990: 1992,
    2000: 2004,
    2010: 2012,
    2020: 2024,
}

BY_STATUTE = {
    (1796, "TN"): 3,
    (1800, "TN"): 3,
    (1816, "IN"): 3,
    (1820, "AL"): 3,
    (1820, "IL"): 3,
    (1820, "IN"): 3,
    (1820, "MA"): 15,  # seven of its twenty seats went to Maine
    (1820, "ME"): 9,
    (1820, "MO"): 3,
    (1820, "MS"): 3,
    (1836, "AR"): 3,
    (1836, "MI"): 3,
    (1840, "AR"): 3,
    (1840, "MI"): 3,
    (1848, "FL"): 3,
    (1848, "IA"): 4,
    (1848, "TX"): 4,
    (1848, "WI"): 4,
    (1860, "MN"): 4,
    (1860, "OR"): 3,
    (1876, "CO"): 3,
    (1880, "CO"): 3,
    (1896, "UT"): 3,
    (1900, "UT"): 3,
    (1908, "OK"): 7,
    (1960, "AK"): 3,
    (1960, "HI"): 3,
}
"""Electors of places admitted between two apportionments, by the acts that admitted them."""

BY_CONSTITUTION = {
    "CT": 7,
    "DE": 3,
    "GA": 5,
    "MA": 10,
    "MD": 8,
    "NH": 5,
    "NJ": 6,
    "PA": 10,
    "SC": 7,
    "VA": 12,
}
"""Electors of 1789, from the seats that Article I gives until a census."""

SHORT = {
    (1789, "MD", "absent"): 2,
    (1789, "VA", "absent"): 1,
    (1789, "VA", "vacant"): 1,
    (1792, "MD", "absent"): 2,
    (1792, "VT", "absent"): 1,
    (1808, "KY", "absent"): 1,
    (1812, "OH", "absent"): 1,
    (1816, "DE", "absent"): 1,
    (1816, "MD", "absent"): 3,
    (1820, "MS", "absent"): 1,
    (1820, "PA", "absent"): 1,
    (1820, "TN", "absent"): 1,
    (1820, "MO", "disputed"): 3,
    (1832, "MD", "absent"): 2,
    (1836, "MI", "disputed"): 3,
    (1864, "NV", "absent"): 1,
    (1864, "LA", "excluded"): 7,
    (1864, "TN", "excluded"): 10,
    (1868, "GA", "disputed"): 9,
    (1872, "AR", "not counted"): 6,
    (1872, "LA", "not counted"): 8,
    (1872, "GA", "president not counted"): 3,
}
"""Every elector whose ballot was not simply counted."""

CANCELLED = {(2016, "CO"), (2016, "ME-AL"), (2016, "MN")}
"""Where a ballot against the pledge was cancelled: what was cast is not what was counted."""

COLLEGE = {
    1789: (72, 37),
    1792: (135, 68),
    1796: (138, 70),
    1804: (176, 89),
    1812: (218, 110),
    1816: (221, 111),
    1820: (235, 118),
    1832: (288, 145),
    1864: (234, 118),
    1868: (294, 148),
    1872: (366, 184),
    1876: (369, 185),
    1912: (531, 266),
    1960: (537, 269),
    2024: (538, 270),
}
"""Electors appointed and majority, of cycles where one or the other is disputed or changes."""


@pytest.fixture(scope="module")
def official() -> Counts:
    """Read the counts typed from outside the record."""
    counts: Counts = {}
    with (Path(__file__).parent / "official_counts.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            key = int(row["cycle"]), row["office"]
            counts.setdefault(key, {})[row["person"]] = int(row["votes"])
    return counts


def test_all_sixty_elections_are_offered_and_2028_is_to_come() -> None:
    assert list(elections.cycles()) == [1789, *range(1792, 2032, 4)]
    assert elections.latest() == 2024
    assert len(HELD) == 60


def test_ballots_counted_are_those_of_the_official_count(rows: Reader, official: Counts) -> None:
    made: dict[tuple[int, str], Counter[str]] = {}
    for cast in rows("ballots"):
        row = cast
        if row["pledge"] == "broken" and (int(row["cycle"]), row["unit"]) in CANCELLED:
            assert row["pledged"] == "clinton-h"
            row = row | {"president": "clinton-h", "vice_president": "kaine"}
        for office in OFFICES:
            refused = row["status"] == "president not counted" and office == "president"
            if row["status"] in ("not counted", "excluded") or refused or not row[office]:
                continue
            cycle = int(row["cycle"])
            key = cycle, office if cycle >= 1804 else "president"
            made.setdefault(key, Counter())[row[office]] += int(row["electors"])
    assert made == official


@pytest.mark.parametrize("cycle", HELD)
def test_the_tally_of_a_cycle_is_the_official_count(cycle: int, official: Counts) -> None:
    count = ecx.tally(ecx.scenario(cycle))
    assert dict(count.president) == official[cycle, "president"]
    assert dict(count.vice_president) == official.get((cycle, "vice_president"), {})


def test_the_tally_elects_who_was_elected_or_leaves_it_to_congress(rows: Reader) -> None:
    left = {(1800, "president"), (1800, "vice_president"), (1824, "president")}
    left |= {(1836, "vice_president")}
    for row in some(rows("elections")):
        cycle = int(row["cycle"])
        if cycle > elections.latest():
            continue
        outcome = ecx.tally(ecx.scenario(cycle)).outcome
        for office in OFFICES:
            expected = None if (cycle, office) in left else row[office]
            assert getattr(outcome, office).person == expected, (cycle, office)
            assert row[office]


def test_congress_chose_where_the_electors_did_not(rows: Reader) -> None:
    elected = {row["cycle"]: row for row in rows("elections")}
    assert (elected["1800"]["president"], elected["1800"]["vice_president"]) == (
        "jefferson",
        "burr",
    )
    assert elected["1824"]["president"] == "adams-jq"
    assert elected["1836"]["vice_president"] == "johnson-rm"
    assert elected["1796"]["vice_president"] == "jefferson"


def test_every_shortfall_is_documented_and_no_other_occurs(rows: Reader) -> None:
    found: Counter[tuple[int, str, str]] = Counter()
    for row in rows("ballots"):
        if row["status"] != "counted":
            found[int(row["cycle"]), row["unit"], row["status"]] += int(row["electors"])
            assert row["note"], row
    assert found == SHORT


def test_groups_of_ballots_fill_every_unit(rows: Reader) -> None:
    seated: Counter[tuple[str, str]] = Counter()
    for row in rows("ballots"):
        seated[row["cycle"], row["unit"]] += int(row["electors"])
    held = [row for row in rows("units") if int(row["cycle"]) <= elections.latest()]
    assert seated == {(row["cycle"], row["unit"]): int(row["electors"]) for row in held}


@pytest.mark.parametrize(("cycle", "college"), COLLEGE.items())
def test_a_majority_is_of_the_electors_appointed(cycle: int, college: tuple[int, int]) -> None:
    record = elections.election(cycle)
    assert (record.appointed, record.majority) == college


def test_another_majority_that_is_printed_is_kept_and_told(rows: Reader) -> None:
    printed = {
        int(row["cycle"]): (int(row["appointed_printed"]), int(row["majority_printed"]))
        for row in rows("elections")
        if row["appointed_printed"] not in ("", row["appointed"])
    }
    assert printed == {
        1789: (69, 35),
        1792: (132, 67),
        1812: (217, 109),
        1832: (286, 144),
        1864: (233, 117),
        1872: (352, 177),
    }
    for cycle, (electors, majority) in printed.items():
        told = f"print {electors} electors, which makes a majority of {majority}."
        assert any(told in note for note in elections.election(cycle).notes)


def test_electors_of_a_place_are_its_seats_and_two(rows: Reader, data: Path) -> None:
    with (data / "raw/civics/census_population.csv").open(newline="") as file:
        seats = {
            (int(row["census_year"]), row["state"]): int(row["seats"])
            for row in csv.DictReader(file)
            if row["seats"]
        }
    electors: Counter[tuple[int, str]] = Counter()
    for row in rows("units"):
        electors[int(row["cycle"]), row["place"]] += int(row["electors"])
    by_statute = {}
    for (cycle, place), count in electors.items():
        if cycle == 1789:
            assert count == BY_CONSTITUTION[place]
            continue
        census = max(year for year, first in FIRST_CYCLE_OF_CENSUS.items() if first <= cycle)
        if place == "DC":
            assert (cycle >= 1964, count) == (True, 3)
        elif seats.get((census, place), -1) + 2 != count:
            by_statute[cycle, place] = count
    assert by_statute == BY_STATUTE


def test_places_that_took_no_part_have_a_reason_and_no_unit(rows: Reader) -> None:
    absent: dict[str, set[str]] = {}
    for row in rows("absences"):
        absent.setdefault(row["cycle"], set()).add(row["place"])
    assert absent == {
        "1789": {"NC", "NY", "RI"},
        "1864": {"AL", "AR", "FL", "GA", "MS", "NC", "SC", "TX", "VA"},
        "1868": {"MS", "TX", "VA"},
    }
    for cycle, places in absent.items():
        record = elections.election(int(cycle))
        assert set(record.absences) == places
        assert places.isdisjoint(record.places)


def test_broken_pledges_are_those_that_are_known(rows: Reader) -> None:
    broken: Counter[int] = Counter()
    for row in rows("ballots"):
        if row["pledge"] == "broken":
            broken[int(row["cycle"])] += int(row["electors"])
    assert broken == {
        1796: 1,
        1808: 6,
        1812: 3,
        1820: 1,
        1828: 7,
        1832: 30,
        1836: 23,
        1840: 1,
        1872: 63,
        1912: 8,
        1948: 1,
        1956: 1,
        1960: 1,
        1968: 1,
        1972: 1,
        1976: 1,
        1988: 1,
        2000: 1,
        2004: 1,
        2016: 10,  # three of them were cancelled
    }
