"""The build: the same bytes each time, and bad input refused with file, row and mend."""

import csv
import json
from pathlib import Path

import pytest

from build_data import build, gathered, maps, package, store
from build_data.__main__ import main
from build_data.raw import BadInputError, RawRow
from build_data.schema import BALLOTS, TABLES, UNITS, VOTES
from build_data.table import Table
from data.spoiling import Edit, Rows, add, change, drop, spoil
from some import some


def record(raw: Path, *cycles: int) -> dict[Table, Rows]:
    return build.make_tables(gathered.gather(raw, cycles))


def test_building_again_gives_the_same_bytes(data: Path, tmp_path: Path) -> None:
    build.build(data / "raw", data, tmp_path)
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(data) for path in data.rglob("*") if path.is_file()}
    assert made == {p for p in kept if p.parts[0] != "raw" and p.name != "sources.toml"}
    for path in made:
        assert (tmp_path / path).read_bytes() == (data / path).read_bytes(), path


def test_the_program_says_what_is_wrong_and_writes_nothing(
    raw: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "elections/states.csv").write_text("state,title\nAK,Alaska\n")
    out = tmp_path / "out"
    out.mkdir()
    assert main(["--raw", str(raw), "--out", str(out)]) == 1
    assert capsys.readouterr().err == (
        "elections/states.csv, row 1: no column 'name'; name every column in the first line\n"
    )
    assert not list(out.iterdir())


BAD = [
    (
        "a count below zero",
        "elections/popular_votes",
        change("votes", "-5", year="2016", state="AK", candidate_id="trump"),
        r"elections/popular_votes.csv, row \d+: votes is '-5'; give a whole number of at least 0",
    ),
    (
        "a count with a comma",
        "elections/popular_totals",
        change("total_votes", "318,608", year="2016", state="AK"),
        r"elections/popular_totals.csv, row \d+: total_votes is '318,608'; give a whole number",
    ),
    (
        "a row that stands twice",
        "elections/popular_votes",
        add(year="2016", state="AK", candidate_id="trump", votes="1", source="FEC"),
        r"popular_votes.csv, row \d+: year, state, candidate_id = 2016, AK, trump stands already",
    ),
    (
        "votes of a place that does not take part",
        "elections/popular_votes",
        add(year="2016", state="PR", candidate_id="trump", votes="1", source="FEC"),
        r"popular_votes.csv, row \d+: state 'PR' is unknown; add it to elections/electors_by",
    ),
    (
        "votes for somebody who did not run",
        "elections/popular_votes",
        add(year="2016", state="AK", candidate_id="nixon", votes="1", source="FEC"),
        r"popular_votes.csv, row \d+: candidate_id 'nixon' is unknown; add it to elections/cand",
    ),
    (
        "electors of a place nobody knows",
        "elections/electors_by_state_year",
        add(year="2016", state="ZZ", electors="3", source="WP-EC"),
        r"electors_by_state_year.csv, row \d+: state 'ZZ' is unknown; add it to elections/sta",
    ),
    (
        "a wrong number of electors",
        "elections/electors_by_state_year",
        change("electors", "17", year="2016", state="MI"),
        r"electors_pledged.csv: MI appointed 17 electors in 2016, not 16; correct it",
    ),
    (
        "more electors from districts than the place pledged",
        "elections/electors_pledged",
        change("electors_pledged", "0", year="2016", state="ME", candidate_id="trump"),
        r"electors_pledged.csv, row \d+: ME chose fewer electors for trump than its districts did",
    ),
    (
        "a count the ballots do not make",
        "elections/electoral_votes",
        change("electoral_votes", "4", year="2016", office="president", candidate_id="sanders"),
        r"electoral_votes.csv, row \d+: HI cast 4 for sanders as president, but its ballots make 1",
    ),
    (
        "a ballot for somebody the count does not know",
        "civics/faithless_electors",
        change("voted_vice_president", "Mike Pence", id="2016-HI-40"),
        r"electoral_votes.csv, row \d+: HI cast 1 for warren as vice_president, but its ballots",
    ),
    (
        "a ballot that no count knows of",
        "elections/electoral_votes",
        drop(year="2016", state="HI", office="vice_president", candidate="Elizabeth Warren"),
        r"electoral_votes.csv: no row says that HI cast 1 for warren as vice_president in 2016",
    ),
    (
        "a name that nobody bears",
        "civics/faithless_electors",
        change("voted_president", "B. Sanders", id="2016-HI-40"),
        r"faithless_electors.csv, row \d+: voted_president names 'B. Sanders', who .*; add a row",
    ),
    (
        "an elector pledged to a slate the place did not choose",
        "civics/faithless_electors",
        change("pledged_president", "Hillary Clinton", id="2016-TX-42"),
        r"faithless_electors.csv, row \d+: TX chose nobody for clinton-h and pence",
    ),
    (
        "more electors than the slate had",
        "civics/faithless_electors",
        change("electors", "9", id="2016-HI-40"),
        r"faithless_electors.csv, row \d+: 9 of only 4 electors of HI leave clinton-h",
    ),
    (
        "a winner the ballots do not elect",
        "elections/elections",
        change("winner", "Hillary Clinton", year="2016"),
        r"elections.csv, row \d+: the ballots elect trump, not Hillary Clinton; correct winner",
    ),
    (
        "a popular total that is no sum",
        "elections/elections",
        change("popular_vote_total", "1", year="2016"),
        r"elections.csv, row \d+: popular_vote_total is 1, but the places sum to 136700770",
    ),
    (
        "a running mate that two tables disagree on",
        "by_hand/running_mates",
        change("vice_president", "kaine", cycle="2016", ticket="johnson-g"),
        r"running_mates.csv, row \d+: the page names 'kaine', but elections/candidates.csv names",
    ),
    (
        "a source in words nobody has translated",
        "civics/faithless_electors",
        change("source", "a book I read", id="2016-HI-40"),
        r"faithless_electors.csv, row \d+: source 'a book I read' has no codes; add a line for it",
    ),
    (
        "a person on no ticket and no ballot",
        "by_hand/people",
        add(cycle="2016", person="nader", name="Ralph Nader", short="Nader"),
        r"people.csv, row \d+: Ralph Nader is on no ticket and no ballot; remove the row",
    ),
    (
        "a note on a number that is not there",
        "by_hand/vote_notes",
        add(cycle="2016", unit="PR", note="None."),
        r"vote_notes.csv, row \d+: 2016 PR  ?has no number; correct the row, or remove it",
    ),
    (
        "a cycle without a row",
        "elections/elections",
        drop(year="2016"),
        r"elections/elections.csv: no row for 2016; add it, or if 2016 is to come, a ",
    ),
]


@pytest.mark.parametrize(
    ("table", "edit", "message"), [b[1:] for b in BAD], ids=[b[0] for b in BAD]
)
def test_bad_input_is_refused_with_file_row_and_mend(
    raw: Path, table: str, edit: Edit, message: str
) -> None:
    spoil(raw, table, edit)
    with pytest.raises(BadInputError, match=message):
        record(raw, 2016)


def test_the_unspoiled_input_is_accepted(raw: Path) -> None:
    assert len(record(raw, 2016)[UNITS]) == 56


def test_electors_of_a_cycle_to_come_must_be_those_of_its_census(raw: Path) -> None:
    change_seats = change("seats", "18", census_year="2020", state="PA")
    spoil(raw, "civics/census_population", change_seats)
    with pytest.raises(BadInputError, match=r"row \d+: 18 seats make 20 electors of PA, not 19"):
        record(raw, 2028)


def test_a_missing_column_is_refused_by_name(raw: Path) -> None:
    path = raw / "elections/popular_votes.csv"
    path.write_text(path.read_text().replace("votes,source", "ballots,source", 1))
    with pytest.raises(BadInputError, match=r"popular_votes.csv, row 1: no column 'votes'; name"):
        record(raw, 2016)


def test_a_missing_file_is_refused_by_name(raw: Path) -> None:
    (raw / "elections/states.csv").unlink()
    with pytest.raises(BadInputError, match=r"elections/states.csv: the file is missing; put it"):
        record(raw, 2016)


@pytest.mark.parametrize("line", ["2016,AK", "2016,AK,trump,T,R,5,FEC,FEC,,,one too many"])
def test_a_row_with_a_wrong_number_of_fields_is_refused(raw: Path, line: str) -> None:
    with (raw / "elections/popular_votes.csv").open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(BadInputError, match=r"row \d+: the number of fields is not that of the"):
        record(raw, 2016)


@pytest.mark.parametrize("content", [None, "{"])
def test_outlines_that_cannot_be_read_are_refused(
    data: Path, tmp_path: Path, content: str | None
) -> None:
    for path in (data / "raw/geo").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    spoiled = tmp_path / "NE_113_117.pp.geojson"
    spoiled.unlink()
    if content:
        spoiled.write_text(content)
    source = gathered.gather(data / "raw")
    with pytest.raises(BadInputError, match=r"geo/NE_113_117.pp.geojson: cannot be read: .*; put"):
        maps.topologies(source, tmp_path)


def _row(table: Table, **values: str) -> dict[str, str]:
    return dict.fromkeys(table.names, "") | values


UNIT = {
    "cycle": "2016",
    "unit": "PA",
    "place": "PA",
    "name": "P",
    "electors": "20",
    "method": "statewide",
    "source": "X",
}


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"electors": "0"}, r"units.csv, row 2: electors is '0', not a whole number of at least 1"),
        ({"electors": "020"}, "electors is '020', not a whole number"),
        ({"name": ""}, r"units.csv, row 2: name is empty; it means: As it is spoken"),
        ({"name": " P"}, "name has space or a line break at an edge"),
        ({"unit": "PA-1"}, "unit is 'PA-1', which does not match"),
        ({"method": "by lot"}, "method is 'by lot', which does not match"),
        ({"source": "a b"}, "source is 'a b', which does not match"),
    ],
)
def test_a_value_the_schema_forbids_is_refused(values: dict[str, str], message: str) -> None:
    with pytest.raises(BadInputError, match=message):
        store.check({UNITS: [_row(UNITS, **(UNIT | values))]})


def test_a_key_that_occurs_twice_is_refused() -> None:
    row = _row(UNITS, **UNIT)
    with pytest.raises(
        BadInputError, match=r"row 3: cycle, unit = 2016, PA occurs twice; keep one"
    ):
        store.check({UNITS: [row, row]})


def test_an_id_that_no_table_declares_is_refused(raw: Path) -> None:
    tables = record(raw, 2016)
    tables[VOTES][0]["ticket"] = "nixon"
    with pytest.raises(
        BadInputError, match=r"votes.csv, row 2: cycle, ticket = 2016, nixon is not"
    ):
        store.check(tables)


def test_a_source_that_is_not_described_is_refused(raw: Path, data: Path) -> None:
    tables = record(raw, 2016)
    tables[BALLOTS][4]["source"] = "NARA;HEARSAY"
    with pytest.raises(BadInputError, match=r"ballots.csv, row 6: the source 'HEARSAY' is unknown"):
        package.check_sources(tables, (data / "sources.toml").read_text())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_files_are_in_canonical_form(table: Table, data: Path) -> None:
    content = (data / f"{table.name}.csv").read_bytes()
    rows = list(csv.DictReader(content.decode().split("\n")))
    assert store.text(table, store.canonical(table, rows[::-1])).encode() == content
    assert b"\r" not in content
    assert content.endswith(b"\n")


def test_a_count_may_be_written_with_a_decimal_nought() -> None:
    assert RawRow({"votes": "2027.0"}, "x").number("votes") == 2027
    with pytest.raises(BadInputError):
        RawRow({"votes": "2027.5"}, "x").number("votes")


def test_a_part_of_a_place_stands_in_the_order_at_large_then_by_number() -> None:
    units = ["NE", "ME-02", "MD", "ME-AL", "ME-01", "ME-10"]
    ordered = ["MD", "ME-AL", "ME-01", "ME-02", "ME-10", "NE"]
    assert sorted(units, key=store.unit_order) == ordered


def test_topologies_are_plain_json_of_whole_numbers(data: Path) -> None:
    for path in some((data / "shapes").iterdir()):
        arcs = json.loads(path.read_bytes())["arcs"]
        assert {type(number) for arc in arcs for step in arc for number in step} == {int}
