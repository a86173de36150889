"""A made-up country: its table of places and people, typed, pasted, or read from a file."""

import csv
import io
from collections.abc import Mapping
from typing import Final, NamedTuple

from ecx.errors import shown

MOST_PLACES: Final = 100
"""Places that a made-up country can have."""

_MOST_PEOPLE: Final = 10**12
_LONGEST_NAME: Final = 40
_LONGEST_LINE: Final = 1_000
_HEADINGS: Final = frozenset({"people", "population", "persons", "inhabitants"})
_GROUP: Final = 3
"""Digits between two commas of a number."""


class Country(NamedTuple):
    """What a table says.

    Attributes
    ----------
    people : mapping of str to int
        Persons by the name of the place, in the order of the table: the rows that can be read.
    problems : tuple of str
        A sentence for each row that cannot, with its number and the mend.
    """

    people: Mapping[str, int]
    problems: tuple[str, ...]


class Example(NamedTuple):
    """A made-up country that shows something.

    Attributes
    ----------
    key : str
        Its name in an intent.
    title : str
        What it shows.
    people : mapping of str to int
        Persons by place.
    house : int
        Seats at which it shows it.
    method : str
        The method by which it does.
    words : str
        What to look at.
    """

    key: str
    title: str
    people: Mapping[str, int]
    house: int
    method: str
    words: str


EXAMPLES: Final = (
    Example(
        "tie",
        "A tie",
        {"Ash": 500, "Birch": 500, "Cedar": 250},
        4,
        "huntington-hill",
        "Ash and Birch have the same claim to the last seat. No method can tell them apart, and "
        "nothing is dealt in silence: five seats settle it, or lots.",
    ),
    Example(
        "alabama",
        "An Alabama paradox",
        {"Ash": 600, "Birch": 600, "Cedar": 200},
        10,
        "hamilton",
        "Cedar has two seats of 10. Give the House 11, and Cedar has one. Try the same with "
        "another method.",
    ),
    Example(
        "quota",
        "A quota violation",
        {
            "Ash": 91_490,
            "Birch": 1_660,
            "Cedar": 1_460,
            "Dogwood": 1_450,
            "Elm": 1_440,
            "Fir": 1_400,
            "Gum": 1_100,
        },
        100,
        "huntington-hill",
        "Ash has 91.49 percent of the people, and 90 of 100 seats. Under Jefferson's method it "
        "has 94. Hamilton's alone never leaves the quota.",
    ),
    Example(
        "methods",
        "Five Houses of one country",
        {"Ash": 7_220, "Birch": 1_850, "Cedar": 620, "Dogwood": 460},
        25,
        "webster",
        "Six methods make five different Houses. From Jefferson to Adams, large places lose and "
        "small places gain; only Huntington-Hill and Dean agree.",
    ),
)


def read_country(text: str) -> Country:
    r"""Read a table of places and people.

    Parameters
    ----------
    text : str
        One place to a line: its name, then a tab, a comma or a semicolon, then its people. A
        number may have commas or spaces between its digits. A first line that says ``people`` or
        ``population`` is a heading; then columns after the second are left alone.

    Returns
    -------
    Country
        The rows that can be read, and a problem for each that cannot. No text raises an error.

    Examples
    --------
    >>> read_country("Ash; 1,200\nBirch; many").people
    {'Ash': 1200}
    >>> read_country("Ash; 1,200\nBirch; many").problems
    ("Row 2: the people of 'Birch' are 'many'; give a whole number, such as 1200.",)
    """
    people: dict[str, int] = {}
    rows: dict[str, int] = {}
    problems: list[str] = []
    headed = False
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        name, *rest = (cell.strip() for cell in _cells(line))
        if not people and rest and rest[0].lower() in _HEADINGS:
            headed = True
            continue
        if not name and not any(rest):
            continue
        given = rest[0] if headed and rest else _joined(rest)
        problem = _problem(name, given, rows.get(name))
        if not problem and len(people) == MOST_PLACES:
            problems.append(
                f"Row {number} and those after it are left out; give at most {MOST_PLACES} places."
            )
            break
        if problem:
            problems.append(f"Row {number}: {problem}.")
        else:
            people[name], rows[name] = int(_digits(given)), number
    return Country(people, tuple(problems))


def write_country(people: Mapping[str, int], seats: Mapping[str, int] | None = None) -> str:
    """Write a table as CSV, which `read_country` reads again.

    Parameters
    ----------
    people : mapping of str to int
        Persons by place.
    seats : mapping of str to int, optional
        Seats by place, for a third column.

    Returns
    -------
    str
        A heading and one line for each place.

    Examples
    --------
    >>> print(write_country({"Ash": 600}, {"Ash": 2}), end="")
    name,people,seats
    Ash,600,2
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["name", "people", *(["seats"] if seats else [])])
    for place, number in people.items():
        writer.writerow([place, number, *([seats[place]] if seats else [])])
    return file.getvalue()


def _cells(line: str) -> list[str]:
    """Part a line: by tabs if it has one, else by semicolons, else by commas."""
    for mark in "\t;":
        if mark in line:
            return line.split(mark)
    return next(csv.reader([line[:_LONGEST_LINE]]), [""]) or [""]


def _joined(cells: list[str]) -> str:
    """Put a number together again whose commas were taken for marks between cells."""
    groups = [cell for cell in cells if cell]
    whole = all(cell.isdigit() for cell in groups)
    if whole and all(len(cell) == _GROUP for cell in groups[1:]):
        return "".join(groups)
    return groups[0] if groups else ""


def _digits(given: str) -> str:
    """Leave out what stands between the digits of a number."""
    return "".join(c for c in given if c not in ",'_ \u00a0\u202f")


def _problem(name: str, given: str, earlier: int | None) -> str:
    """Say what is wrong with a row, and the mend; empty where nothing is."""
    if not name:
        return f"{shown(given)} has no name before it; write a name, a comma, and the people"
    if len(name) > _LONGEST_NAME:
        return f"the name {shown(name)} is too long; give at most {_LONGEST_NAME} characters"
    if earlier is not None:
        return f"{shown(name)} stands in row {earlier} already; give each place once"
    return _wrong_number(name, given, _digits(given))


def _wrong_number(name: str, given: str, digits: str) -> str:
    """Say what is wrong with the people of a place."""
    if not digits:
        return f"{shown(name)} has no people; write a comma and a number after it, such as 1200"
    if not (digits.isascii() and digits.isdigit()):
        return f"the people of {shown(name)} are {shown(given)}; give a whole number, such as 1200"
    if not 1 <= int(digits[:20]) <= _MOST_PEOPLE:
        return f"the people of {shown(name)} are {shown(given)}; give 1 to {_MOST_PEOPLE:,}"
    return ""
