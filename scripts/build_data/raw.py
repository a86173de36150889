"""Read the gathered tables; errors name the file, the row, and the fix."""

import csv
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NoReturn


class BadInputError(ValueError):
    """A gathered table is wrong: the message names its file, its row and the fix."""

    def __init__(self, place: str, problem: str, mend: str) -> None:
        super().__init__(f"{place}: {problem}; {mend}")


class RawRow(dict[str, str]):
    """One row of a gathered table, with its file and row number.

    Attributes
    ----------
    place : str
        File and line, ``"elections/states.csv, row 7"``; the line with the names is row 1.
    """

    def __init__(self, values: dict[str, str], place: str) -> None:
        super().__init__(values)
        self.place = place

    def refuse(self, problem: str, mend: str) -> NoReturn:
        """Stop the build because of this row.

        Raises
        ------
        BadInputError
            Always.
        """
        raise BadInputError(self.place, problem, mend)

    def number(self, column: str) -> int:
        """Read a whole number.

        Raises
        ------
        BadInputError
            If the column does not hold a whole number of at least 0.
        """
        text = self[column].removesuffix(".0")
        if not (text.isascii() and text.isdigit()):
            self.refuse(
                f"{column} is {self[column]!r}", "give a whole number of at least 0, in digits"
            )
        return int(text)

    def one_of(self, column: str, allowed: Collection[str], known_from: str) -> str:
        """Read an id that must be declared by another table.

        Raises
        ------
        BadInputError
            If no such id is declared.
        """
        if self[column] not in allowed:
            self.refuse(
                f"{column} {self[column]!r} is unknown", f"add it to {known_from}, or mend it"
            )
        return self[column]


def read(path: Path, columns: Sequence[str], key: Sequence[str]) -> list[RawRow]:
    """Read a whole gathered table.

    Parameters
    ----------
    path : pathlib.Path
        A CSV file with a line of names on top.
    columns : sequence of str
        Columns the build needs; further ones are allowed.
    key : sequence of str
        Columns that together occur once.

    Returns
    -------
    list of RawRow
        In the order of the file.

    Raises
    ------
    BadInputError
        If the file or a column is missing, a row has a field too few or too many, or two rows
        have the same key.
    """
    name = f"{path.parent.name}/{path.name}"
    if not path.is_file():
        raise BadInputError(name, "the file is missing", f"put it back into {path.parent}")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, restkey="(too many)", restval=None)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise BadInputError(
                f"{name}, row 1", f"no column {missing[0]!r}", "name every column in the first line"
            )
        rows = []
        for values in reader:
            row = RawRow(values, f"{name}, row {reader.line_num}")
            if None in values.values() or "(too many)" in values:
                row.refuse(
                    "the number of fields is not that of the first line",
                    "check its commas and quotation marks",
                )
            rows.append(row)
    _check_unique(rows, key)
    return rows


def _check_unique(rows: Iterable[RawRow], key: Sequence[str]) -> None:
    """Refuse a row whose key an earlier row has."""
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        value = tuple(row[column] for column in key)
        if value in seen:
            row.refuse(
                f"{', '.join(key)} = {', '.join(value)} stands already in {seen[value]}",
                "keep one of the two",
            )
        seen[value] = row.place
