"""A table that is kept as a file: no cell of it is a formula, and it is read as it was."""

import csv
import json
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ecx.app.kit.spreadsheet import as_said, as_text, write_rows
from ecx.app.pages.apportionment.calculator import opened_census
from ecx.app.pages.apportionment.calculator_link import read_calculator
from ecx.app.pages.apportionment.country import country_of, read_country, write_country
from ecx.app.pages.apportionment.country_table import CountryTable
from ecx.app.pages.apportionment.state import CalculatorState

BEGINNINGS = "=+-@\t\r＝＋－＠"  # noqa: RUF001 - spreadsheets take the wide ones too
NUMBER = re.compile(r"[+-]?[0-9,]+(\.[0-9]+)?")
cells = st.text(st.sampled_from(f"{BEGINNINGS}\"' ,;.0159aAé"), max_size=8) | st.text(max_size=8)
names = cells | st.text(st.characters(exclude_categories=()), max_size=12)
countries = st.dictionaries(names, st.integers(1, 10**9), min_size=1, max_size=6).map(
    lambda people: country_of((name, str(number)) for name, number in people.items()).people
)


@pytest.mark.parametrize("first", BEGINNINGS)
@pytest.mark.parametrize("before", ["", " ", '"', "'", " ' \"", "\u00a0"])
def test_what_a_spreadsheet_takes_for_a_formula_is_text(before: str, first: str) -> None:
    cell = f"{before}{first}SUM(A1)"
    assert as_text(cell) == f"'{cell}"
    assert as_said(as_text(cell)) == cell


@pytest.mark.parametrize("cell", ["-5", "+3.2", "-1,200", "+0", "7", "-1200.5"])
def test_a_number_is_not_escaped(cell: str) -> None:
    assert as_text(cell) == cell


@pytest.mark.parametrize("cell", ["-5+1", "-", "+1,2", "--5", "-5\n", "-٣", "+1-1"])
def test_text_that_only_begins_like_a_number_is_escaped(cell: str) -> None:
    assert as_text(cell) == f"'{cell}"


@given(st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=4))
def test_rows_are_read_as_they_were_and_none_is_a_formula(rows: list[list[str]]) -> None:
    found = list(csv.reader(StringIO(write_rows(rows), newline="")))
    assert [[as_said(cell) for cell in row] for row in found] == [
        [] if row == [""] else row
        for row in rows  # a line without a cell
    ]
    for cell in (cell for row in found for cell in row):
        assert not cell.strip(' \u00a0"').startswith(tuple(BEGINNINGS)) or NUMBER.fullmatch(cell)


# Each example starts node: a failing one is shown as it is found.
@settings(max_examples=12, deadline=None, phases=[Phase.generate])
@given(st.lists(st.lists(cells | names, min_size=1, max_size=9), min_size=9, max_size=40))
def test_browsers_write_tables_by_the_same_rule(rows: list[list[str]]) -> None:
    rows = [[*map(_encodable, row)] for row in rows]
    script = Path(__file__).parents[1] / "js" / "table_cells.js"
    done = subprocess.run(  # noqa: S603 - our own script
        [Path(sys.executable).with_name("node"), script],
        input=json.dumps(rows).encode(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode() == write_rows(rows)


def _encodable(cell: str) -> str:
    """Leave out halves of characters, which no file can hold."""
    return cell.encode(errors="ignore").decode()


@given(countries)
def test_the_file_of_a_country_is_read_back_with_the_same_names(people: dict[str, int]) -> None:
    assert read_country(write_country(people)).people == people
    if people:
        state = CalculatorState(opened_census(2020))
        state.make_country(write_country(people))
        table = CountryTable(state)
        assert table.csv.encode().startswith(b"\xef\xbb\xbf")
        assert read_country(table.csv).people == people


def test_a_formula_that_a_link_brings_is_text_in_file_and_table() -> None:
    state = CalculatorState(
        read_calculator("?country==1%2B1:600,%40SUM(A1):400,S%C3%A3o:7,-5:9&house=20")
    )
    assert list(state.screen.populations) == ["=1+1", "@SUM(A1)", "São", "-5"]
    table = CountryTable(state)
    assert [line.split(",")[0] for line in table.csv.splitlines()] == [
        "\ufeffname", "'=1+1", "'@SUM(A1)", "São", "-5",
    ]  # fmt: skip
    assert read_country(state.screen.draft).people == state.screen.populations


def test_a_row_of_a_link_that_cannot_be_read_stays_one_row_of_the_table() -> None:
    found = read_calculator("?country=Ash%0A=1:many%0A,Birch:5,%E3%85%A4:6")
    assert found.draft == "Ash =1,many\nBirch,5\n,6\n"
    assert read_country(found.draft) == found.country


def test_a_place_whose_name_cannot_be_seen_is_refused_and_others_are_told_apart() -> None:
    found = read_country("\u3164,5\n\u2800\u202e,6\nJos\u00e9,7\nJose\u0301,8\nA\u200bsh,9")
    assert found.people == {"José": 7, "Ash": 9}
    assert found.problems == (
        "Row 1: “5” has no name before it; write a name, a comma, and the people.",
        "Row 2: “6” has no name before it; write a name, a comma, and the people.",
        "Row 4: “José” is in row 3 already; give each state once.",
    )
