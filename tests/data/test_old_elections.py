"""Elections of old in the build: what is listed by hand is held against the count."""

from pathlib import Path

import pytest

from build_data import build, gathered
from build_data.raw import BadInputError
from build_data.schema import BALLOTS
from build_data.table import Table
from data.spoiling import Edit, Rows, add, change, drop, spoil


def record(raw: Path, cycle: int) -> dict[Table, Rows]:
    return build.make_tables(gathered.gather(raw, [cycle]))


BAD_OF_OLD = [
    (
        "ballots of a place that do not make its count",
        "by_hand/slates",
        change("electors", "4", cycle="1872", place="GA", number="4"),
        r"electoral_votes.csv, row \d+: GA cast \d for [a-z-]+ as \w+, but its ballots make \d",
    ),
    (
        "a person nobody knows",
        "by_hand/slates",
        change("vice_president", "nobody-known", cycle="1872", place="KY", number="1"),
        r"slates.csv, row \d+: vice_president 'nobody-known' is unknown; add it to by_hand/peo",
    ),
    (
        "a status that is none",
        "by_hand/slates",
        change("status", "lost", cycle="1872", place="KY", number="1"),
        r"slates.csv, row \d+: status 'lost' is unknown",
    ),
    (
        "a case of another place",
        "by_hand/slates",
        change("case", "1872-TX-27", cycle="1872", place="MD", number="1"),
        r"slates.csv, row \d+: 1872-TX-27 is of TX; correct place or case",
    ),
    (
        "a case with another vote",
        "by_hand/slates",
        change("president", "brown-bg", cycle="1872", place="MD", number="1"),
        r"slates.csv, row \d+: 1872-MD-22 voted for hendricks; correct president or case",
    ),
    (
        "a case with another number of electors",
        "civics/faithless_electors",
        change("electors", "7", id="1872-MD-22"),
        r"faithless_electors.csv, row \d+: 1872-MD-22 has 7 electors, but by_hand/slates.csv 8",
    ),
    (
        "a place refused and listed by hand at once",
        "by_hand/standings",
        change("place", "GA", cycle="1872", place="AR"),
        r"standings.csv, row \d+: GA is in by_hand/slates.csv too; keep its status there",
    ),
    (
        "a vote that Congress refused and the record counts",
        "by_hand/standings",
        drop(cycle="1872", place="AR"),
        r"electoral_votes.csv, row \d+: AR cast 6 for grant as president, but its ballots make 0",
    ),
    (
        "an absence of a place that took part",
        "by_hand/absences",
        add(cycle="1872", place="OH", reason="None.", source="X"),
        r"electors_by_state_year.csv, row \d+: status is 'participated', but by_hand/absen",
    ),
    (
        "a method nobody knows",
        "civics/allocation_rules",
        change("method", "by lot", year="1872", state="OH"),
        r"allocation_rules.csv, row \d+: method is 'by lot'; name one that scripts/build_data/",
    ),
    (
        "a place without a method",
        "civics/allocation_rules",
        drop(year="1872", state="OH"),
        r"row \d+: nothing says how the electors of OH were chosen; add it to civics/allocation",
    ),
    (
        "a majority that is neither computed nor printed",
        "elections/elections",
        change("majority_needed", "180", year="1872"),
        r"majority_needed is 180, but more than half of the electors is 177 or 184; correct it",
    ),
    (
        "a choice of Congress that was not needed",
        "by_hand/contingent",
        add(cycle="1872", office="president", person="greeley", source="X"),
        r"contingent.csv, row \d+: the ballots elect grant; remove the row, or correct",
    ),
    (
        "electors pledged to somebody who is no ticket",
        "elections/electors_pledged",
        change("candidate_id", "hendricks", year="1872", state="OH", candidate_id="grant"),
        r"electoral_votes.csv, row \d+: OH cast 22 for grant as president, but its ballots make 0",
    ),
]


@pytest.mark.parametrize(
    ("table", "edit", "message"), [b[1:] for b in BAD_OF_OLD], ids=[b[0] for b in BAD_OF_OLD]
)
def test_bad_input_of_old_elections_is_refused(
    raw: Path, table: str, edit: Edit, message: str
) -> None:
    spoil(raw, table, edit)
    with pytest.raises(BadInputError, match=message):
        record(raw, 1872)


def test_more_broken_pledges_than_votes_are_refused(raw: Path) -> None:
    spoil(raw, "by_hand/slates", lambda rows: rows.clear())
    with pytest.raises(BadInputError, match=r"electors of MD|electoral_votes.csv"):
        record(raw, 1796)


def test_pledges_of_an_election_without_them_follow_the_votes(raw: Path) -> None:
    made = record(raw, 1796)[BALLOTS]
    assert sum(int(row["electors"]) for row in made if row["pledged"] == "adams-j") == 72
    assert [row["elector"] for row in made if row["pledge"] == "broken"] == ["Samuel Miles"]
