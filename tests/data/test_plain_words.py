"""The words of the record that visitors read: written as the pages are, and none left over."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from build_data import gathered
from words.sources import COLUMNS

Reader = Callable[[str], list[dict[str, str]]]

BRITISH = re.compile(
    r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|cancelled|organis|offence|grey|neighbour|somebody|anybody"
)
READ_TOO = {"laws.csv": ("penalty", "statute", "year"), "populations.csv": ("note", "basis")}
"""Columns that are no sentences, or that no page shows yet, but that a table of the record has."""


@pytest.mark.parametrize("table", sorted({*COLUMNS, *READ_TOO}))
def test_texts_are_american_and_have_curly_quotes(rows: Reader, table: str) -> None:
    columns = (*COLUMNS.get(table, ()), *READ_TOO.get(table, ()))
    texts = {row[column] for row in rows(table.removesuffix(".csv")) for column in columns}
    assert texts - {""}
    assert [text for text in texts if BRITISH.search(text) or set(text) & {"'", '"'}] == []


def test_a_remark_that_is_said_in_other_words_is_a_gathered_one(data: Path) -> None:
    tables = gathered.gather(data / "raw").tables
    told = {
        value
        for name, found in tables.items()
        if not name.startswith("by_hand/")
        for row in found
        for value in row.values()
    }
    said = {row["written"]: row["words"] for row in tables["by_hand/plain_words"]}
    assert said.keys() - told == set()
    assert all(said.values())


def test_gathered_remarks_reach_the_record_in_plain_words(rows: Reader) -> None:
    cases = {row["case"]: row["note"] for row in rows("faithless")}
    assert cases["1972-VA-35"] == "It was the first electoral vote for a woman."
    methods = {(row["cycle"], row["unit"]): row["method_note"] for row in rows("units")}
    assert methods["1796", "TN"].startswith("The legislature named county electors, and they")
    votes = {(row["cycle"], row["unit"], row["ticket"]): row["note"] for row in rows("votes")}
    assert "They must not be added." in votes["1960", "AL", "kennedy"]
