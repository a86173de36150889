"""Write tables in canonical form (one order, LF, UTF-8), and refuse what breaks the schema."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date

from build_data.raw import BadInputError
from build_data.table import Column, Reference, Table

Rows = Sequence[Mapping[str, str]]


def unit_order(unit: str) -> tuple[str, bool, str]:
    """Sort units by place; a divided place's at-large part comes first.

    Examples
    --------
    >>> sorted(["NE", "ME-02", "ME-AL", "ME-01"], key=unit_order)
    ['ME-AL', 'ME-01', 'ME-02', 'NE']
    """
    place, _, part = unit.partition("-")
    return place, part != "AL", part


def canonical(table: Table, rows: Rows) -> list[dict[str, str]]:
    """Sort rows and fill missing columns with empty text."""
    types = {column.name: column.type for column in table.columns}

    def place(row: Mapping[str, str]) -> tuple[object, ...]:
        return tuple(
            unit_order(row[name])
            if name == "unit"
            else int(row[name])
            if types[name] == "integer"
            else row[name]
            for name in table.order
        )

    full = [{name: row.get(name, "") for name in table.names} for row in rows]
    return sorted(full, key=place)


def text(table: Table, rows: Rows) -> str:
    """Write a table as CSV."""
    file = io.StringIO()
    writer = csv.DictWriter(file, table.names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def check(tables: Mapping[Table, Rows]) -> None:
    """Check every row of the record against the schema.

    Raises
    ------
    BadInputError
        If a value is missing or malformed, a key occurs twice, or an id is not declared.
    """
    for table, rows in tables.items():
        seen: set[tuple[str, ...]] = set()
        for number, row in enumerate(rows, start=2):
            place = f"{table.name}.csv, row {number}"
            for column in table.columns:
                _check_value(place, column, row[column.name])
            key = tuple(row[name] for name in table.key)
            if key in seen:
                raise BadInputError(
                    place,
                    f"{', '.join(table.key)} = {', '.join(key)} occurs twice",
                    "keep one row of it",
                )
            seen.add(key)
        for reference in table.references:
            _check_reference(table, rows, reference, tables)


def _check_value(place: str, column: Column, value: str) -> None:
    """Check one value against its column."""
    problem = ""
    if not value:
        if column.required:
            problem = "is empty"
    elif value != value.strip() or "\n" in value:
        problem = f"has space or a line break at an edge: {value!r}"
    elif column.type == "integer":
        if not re.fullmatch(r"0|[1-9][0-9]*", value) or int(value) < (column.least or 0):
            problem = f"is {value!r}, not a whole number of at least {column.least or 0}"
    elif column.type == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            problem = f"is {value!r}, not a day like 2016-11-08"
    elif column.pattern and not re.fullmatch(column.pattern, value):
        problem = f"is {value!r}, which does not match {column.pattern}"
    if problem:
        raise BadInputError(place, f"{column.name} {problem}", f"it means: {column.meaning}")


def _check_reference(
    table: Table, rows: Rows, reference: Reference, tables: Mapping[Table, Rows]
) -> None:
    """Check the ids in one table against the table that declares them."""
    (declaring,) = (other for other in tables if other.name == reference.table)
    known = {tuple(row[name] for name in reference.declared) for row in tables[declaring]}
    for number, row in enumerate(rows, start=2):
        value = tuple(row[name] for name in reference.columns)
        if "" in value or (reference.besides and value[-1] == reference.besides):
            continue
        if value not in known:
            raise BadInputError(
                f"{table.name}.csv, row {number}",
                f"{', '.join(reference.columns)} = {', '.join(value)} is not in "
                f"{reference.table}.csv",
                f"add it there, or correct {reference.columns[-1]}",
            )
