"""Read the CSV files of ``data/``: whole tables, or the rows of one cycle.

Such a file is sorted by cycle (that of populations by census), so the rows of one cycle are one
block of lines, and only those lines are parsed: one cycle opens as fast as if the record had no
other.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ecx.record.files import folder
from ecx.say import _
from ecx.say.errors import UnknownCycleError, shown

Row = dict[str, str]


def read_rows(table: str, cycle: int | None = None) -> list[Row]:
    """Read a table, or its rows of one cycle.

    Parameters
    ----------
    table : str
        Name of the file, without ``.csv``.
    cycle : int, optional
        An election year, or the year of a census; the table must begin with that column.

    Returns
    -------
    list of dict
        Rows in the order of the file, every value as text.

    Examples
    --------
    >>> [row["place"] for row in read_rows("absences", 1789)]
    ['NC', 'NY', 'RI']
    """
    content = table_path(table).read_bytes()
    head, _, body = content.partition(b"\n")
    if cycle is not None:
        start = (b"\n" + body).find(b"\n%d," % cycle)
        last = body.rfind(b"\n%d," % cycle) + 1
        body = body[start : body.find(b"\n", max(start, last)) + 1] if start >= 0 else b""
    names = next(csv.reader([head.decode()]))
    return [
        dict(zip(names, values, strict=True))
        for values in csv.reader(body.decode().split("\n")[:-1])
    ]


@cache
def elections_by_cycle() -> Mapping[int, Row]:
    """Read the table of elections, by cycle.

    Returns
    -------
    mapping of int to dict
        Rows of ``elections.csv`` by cycle, earliest first.

    Examples
    --------
    >>> elections_by_cycle()[1789]["label"]
    '1788-89'
    """
    return MappingProxyType({int(row["cycle"]): row for row in read_rows("elections")})


def election_row(cycle: int) -> Row:
    """Find the row of one election.

    Parameters
    ----------
    cycle : int
        An election year.

    Returns
    -------
    dict
        Its row of ``elections.csv``.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle; the message names the nearest.

    Examples
    --------
    >>> election_row(1800)["votes_each"]
    '2'
    """
    known = elections_by_cycle()
    if cycle in known:
        return known[cycle]
    years = list(known)
    if isinstance(cycle, int):
        near = sorted(sorted(years, key=lambda year: abs(year - cycle))[:2])
        raise UnknownCycleError(
            _("{year} is not an election year; the nearest are {before} and {after}").format(
                year=cycle, before=near[0], after=near[1]
            )
        )
    raise UnknownCycleError(
        _("{given} is not an election year; give a number from {first} to {last}").format(
            given=shown(cycle), first=years[0], last=years[-1]
        )
    )


def in_force(table: str, cycle: int) -> list[Row]:
    """Read the rows of a table that apply to one cycle.

    Parameters
    ----------
    table : str
        Name of a file with the columns first_cycle and last_cycle (empty where the row still
        holds), without ``.csv``.
    cycle : int
        An election year.

    Returns
    -------
    list of dict
        Rows in the order of the file, every value as text.

    Examples
    --------
    >>> [row["effect"] for row in in_force("laws", 2016) if row["place"] in ("MN", "WA")]
    ['void', 'penalty']
    >>> in_force("laws", 2012)
    []
    """
    return [
        row
        for row in read_rows(table)
        if int(row["first_cycle"]) <= cycle
        and (not row["last_cycle"] or cycle <= int(row["last_cycle"]))
    ]


def table_path(table: str) -> Path:
    """Return the path of a table's file.

    Parameters
    ----------
    table : str
        Its name, without ``.csv``.

    Returns
    -------
    pathlib.Path
        The file.

    Examples
    --------
    >>> table_path("units").name
    'units.csv'
    """
    return folder("data") / f"{table}.csv"
