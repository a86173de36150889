"""Broken pledges: every case that is known, and how the numbers that are quoted come about."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from build_data import build, faithless, gathered
from build_data.raw import BadInputError
from data.spoiling import Edit, change, read, spoil
from ecx.record import dataframes

Reader = Callable[[str], list[dict[str, str]]]

FAIRVOTE = {
    1796: 1,
    1808: 6,
    1812: 3,
    1820: 1,
    1828: 7,
    1832: 32,
    1836: 23,
    1872: 63,
    1896: 4,
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
    2016: 10,
}
"""Electors by election as FairVote lists them to 2016."""

NOT_FAIRVOTE = {1789: 3, 1792: 3, 1796: 18, 1840: 1, 1860: 4}
"""Electors that other lists have, and FairVote has not."""


def electors(rows: list[dict[str, str]], **where: str) -> dict[int, int]:
    found: Counter[int] = Counter()
    for row in rows:
        if where.items() <= row.items():
            found[int(row["cycle"])] += int(row["electors"])
    return dict(found)


def test_cases_sum_to_196_electors_and_those_of_fairvote_to_167(rows: Reader) -> None:
    assert len(rows("faithless")) == 49
    assert sum(electors(rows("faithless")).values()) == 196
    assert electors(rows("faithless"), fairvote="yes") == FAIRVOTE
    assert sum(FAIRVOTE.values()) == 167
    assert electors(rows("faithless"), fairvote="no") == NOT_FAIRVOTE


def test_offices_of_fairvote_are_92_and_75_and_71_are_deaths(rows: Reader) -> None:
    listed = [row for row in rows("faithless") if row["fairvote"] == "yes"]
    for_vice_president = sum(electors(listed, office="vice president").values())
    assert (167 - for_vice_president, for_vice_president) == (92, 75)
    died = [row for row in listed if "had died" in row["why"]]
    assert electors(died) == {1872: 63, 1912: 8}


def test_cases_are_the_broken_pledges_of_the_ballots_but_for_those_set_aside(
    rows: Reader, data: Path
) -> None:
    broken = [row for row in rows("ballots") if row["pledge"] == "broken"]
    aside = {row["id"] for row in read(data / "raw/by_hand/set_aside.csv")}
    blank = {"2000-DC-38"}  # she attended, and wrote nobody's name
    kept = [
        row
        for row in rows("faithless")
        if row["case"] not in aside and (row["outcome"] != "abstained" or row["case"] in blank)
    ]
    assert aside == {"1796-XX-06", "1896-XX-28", "1860-NJ-17"}
    assert electors(broken) == electors(kept)


@pytest.mark.parametrize(
    ("case", "voted", "printed", "outcome"),
    [
        ("1788-VA-02", ("", ""), ("did not vote", "did not vote"), "abstained"),
        ("1796-XX-06", ("adams-j", ""), ("John Adams", "someone other than Pinckney"), "counted"),
        ("1832-PA-13", ("jackson", "wilkins"), ("Andrew Jackson", "William Wilkins"), "counted"),
        ("1860-NJ-17", ("lincoln", "hamlin"), ("Abraham Lincoln", "Hannibal Hamlin"), "counted"),
        ("2016-CO-47", ("kasich", ""), ("John Kasich", ""), "replaced"),
        ("2016-ME-48", ("sanders", "kaine"), ("Bernie Sanders", "Tim Kaine"), "voted again"),
        ("2016-MN-49", ("sanders", "gabbard"), ("Bernie Sanders", "Tulsi Gabbard"), "replaced"),
    ],
)
def test_a_case_names_persons_by_id_and_as_printed(
    case: str, voted: tuple[str, str], printed: tuple[str, str], outcome: str
) -> None:
    row = dataframes.faithless().set_index("case").loc[case]
    assert (row.voted_president, row.voted_vice_president) == voted
    assert (row.voted_president_printed, row.voted_vice_president_printed) == printed
    assert row.outcome == outcome


def test_why_is_told_where_a_source_tells_and_nowhere_else() -> None:
    frame = dataframes.faithless().set_index("case")
    assert "no vote in Congress" in frame.why["2000-DC-38"]
    assert frame.why["1836-VA-15"] == ""
    assert (frame.why != "").sum() == 10 + 2 + 3
    assert "kept their pledge" in frame.note["1860-NJ-17"]


def test_numbers_that_are_quoted_are_sums_of_cases(rows: Reader) -> None:
    sizes = {
        row["case"]: int(row["electors"]) for row in rows("faithless") if row["fairvote"] == "yes"
    }
    found = {}
    for row in rows("faithless_counts"):
        left_out = [case for case in row["left_out"].split(";") if case]
        assert set(left_out) <= set(sizes)
        found[int(row["count"])] = 167 - sum(sizes[case] for case in left_out)
        assert row["explained"].startswith(("Exactly", "The sums fit"))
        assert row["explained"].startswith("Exactly") or row["doubt"]
    assert found == {155: 155, 157: 157, 165: 165, 167: 167}


BAD = [
    (
        "an outcome nobody knows",
        "civics/faithless_electors",
        change("outcome", "lost", id="2016-HI-40"),
        r"faithless_electors.csv, row \d+: outcome 'lost' is unknown",
    ),
    (
        "an office there is not",
        "civics/faithless_electors",
        change("office", "S", id="2016-HI-40"),
        r"faithless_electors.csv, row \d+: office 'S' is unknown; add it to scripts/build_data/",
    ),
    (
        "a reason for a case there is not",
        "by_hand/faithless_whys",
        change("id", "2016-HI-99", id="2000-DC-38"),
        r"faithless_whys.csv, row \d+: id '2016-HI-99' is unknown; add it to civics/faithless",
    ),
]


@pytest.mark.parametrize(
    ("table", "edit", "message"), [b[1:] for b in BAD], ids=[b[0] for b in BAD]
)
def test_bad_cases_are_refused_with_file_row_and_mend(
    raw: Path, table: str, edit: Edit, message: str
) -> None:
    spoil(raw, table, edit)
    with pytest.raises(BadInputError, match=message):
        build.make_tables(gathered.gather(raw, [2016]))


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("left_out", "1832-MD-99", r"faithless_counts.csv, row \d+: left_out names 1832-MD-99, wh"),
        ("left_out", "1832-PA-13", r"row \d+: the cases sum to 137, not 167; correct left_out or"),
        ("count", "168", r"faithless_counts.csv, row \d+: the cases sum to 167, not 168"),
    ],
)
def test_a_number_that_is_no_sum_of_cases_is_refused(
    data: Path, column: str, value: str, message: str
) -> None:
    source = gathered.gather(data / "raw")
    source.tables["by_hand/faithless_counts"][-1][column] = value
    with pytest.raises(BadInputError, match=message):
        faithless.counts(source)


def test_numbers_of_all_elections_are_not_made_of_some(data: Path) -> None:
    assert faithless.counts(gathered.gather(data / "raw", [2016])) == []
