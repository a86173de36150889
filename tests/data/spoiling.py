"""Read, write and spoil gathered tables."""

import csv
from collections.abc import Callable
from pathlib import Path

Rows = list[dict[str, str]]
Edit = Callable[[Rows], None]


def names(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Rows, columns: list[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def spoil(raw: Path, table: str, edit: Edit) -> None:
    """Change the rows of one gathered table."""
    path = raw / f"{table}.csv"
    rows = read(path)
    edit(rows)
    write(path, rows, names(path))


def change(column: str, value: str, **where: str) -> Edit:
    """Set a column in the one row that matches."""

    def edit(rows: Rows) -> None:
        (row,) = (row for row in rows if where.items() <= row.items())
        row[column] = value

    return edit


def drop(**where: str) -> Edit:
    """Leave out the one row that matches."""

    def edit(rows: Rows) -> None:
        (row,) = (row for row in rows if where.items() <= row.items())
        rows.remove(row)

    return edit


def add(**values: str) -> Edit:
    """Add a row; columns not named are empty."""
    return lambda rows: rows.append(values)
