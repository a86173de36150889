"""A made-up country: a table of places and populations, typed, pasted, or read from a file."""

import csv
import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from ecx.app.kit.spreadsheet import MARK_OF_UTF_8, as_said, write_rows
from ecx.college.names import is_written, tidy
from ecx.say import _, n_, phrase
from ecx.say.errors import shown

MOST_PLACES: Final = 100
"""Places that a made-up country can have."""

LONGEST: Final = 200_000
"""Characters of a table that are read: a hundred places with many columns."""

LONGEST_NAME: Final = 40
"""Characters of the name of a place."""

_MOST_PEOPLE: Final = 10**12
_MOST_PROBLEMS: Final = 10
_LONGEST_TYPED: Final = 4 * LONGEST_NAME
"""Characters that are read for a name, since letters may come with separate marks."""
_LONGEST_LINE: Final = 10_000
_QUOTED: Final = re.compile('"[^"]*"')
_HEADINGS: Final = frozenset({"people", "population", "persons", "inhabitants"})
_TOO_MANY: Final = phrase(
    "Row {number} and all rows after it are left out. Give at most {most} states."
)
_GROUP: Final = 3
"""Digits between two commas of a number."""


class Country(NamedTuple):
    """A table of places that was read, with the problems in it.

    Attributes
    ----------
    people : mapping of str to int
        Persons by the name of the place, in the order of the table: the rows that can be read.
    problems : tuple of str
        A sentence for each row that cannot, with its number and the mend; of more than ten, how
        many more there are. At last, from which row on the table is left out.
    refused : int
        Rows of the table that are not among `people`.
    """

    people: Mapping[str, int]
    problems: tuple[str, ...]
    refused: int = 0


def read_country(text: str) -> Country:
    r"""Read a table of places and populations from text.

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
    ('Row 2: the people of “Birch” are “many”; give a whole number, such as 1200.',)
    """
    table = text.removeprefix(MARK_OF_UTF_8)
    lines = table[:LONGEST].splitlines()
    roll = _Roll()
    headed = False
    if len(table) > LONGEST:
        lines.pop()  # a row that was cut could give a wrong number
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST_LINE:
            roll.refuse(
                number,
                _("it has {length} characters; give at most {most}").format(
                    length=f"{len(line):,}", most=f"{_LONGEST_LINE:,}"
                ),
            )
            continue
        name, *rest = (as_said(cell.strip()) for cell in _cells(line))
        if not roll.people and rest and rest[0].lower() in _HEADINGS:
            headed = True
        elif name or any(rest):
            roll.add(number, name, rest[0] if headed and rest else _joined(rest))
    if len(table) > LONGEST:
        words = _(
            "We read only the first {most} of {length} characters, so row {number} and all rows "
            "after it are left out."
        ).format(most=f"{LONGEST:,}", length=f"{len(table):,}", number=len(lines) + 1)
        rest = table.splitlines()[len(lines) :]
        roll.leave_out(words, sum(bool(line.strip()) for line in rest))
    return roll.country()


def country_of(rows: Iterable[tuple[str, str]]) -> Country:
    """Make a country of rows that are split into cells.

    Parameters
    ----------
    rows : iterable of (str, str)
        The name of each place, and its people as they are written.

    Returns
    -------
    Country
        The rows that can be read, and a problem for each that cannot. No row raises an error.

    Examples
    --------
    >>> country_of([("Ash,  Upper", "600")]).people
    {'Ash, Upper': 600}
    """
    roll = _Roll()
    for number, (name, given) in enumerate(rows, start=1):
        roll.add(number, name, given)
    return roll.country()


def write_country(people: Mapping[str, int], seats: Mapping[str, int] | None = None) -> str:
    """Write a table as CSV, which `read_country` reads again.

    A name that begins as a formula of a spreadsheet does has an apostrophe before it.

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
    rows: list[tuple[object, ...]] = [("name", "people", *(["seats"] if seats else []))]
    rows += [(place, n, *([seats[place]] if seats else [])) for place, n in people.items()]
    return write_rows(rows)


def place_name(typed: str) -> str:
    r"""Read the name of a place.

    Parameters
    ----------
    typed : str
        As it stands in a table, in a link, or in a field.

    Returns
    -------
    str
        Its words, parted by one space; what nobody writes is a space, and what cannot be seen is
        left out. Empty if nothing is left.

    Examples
    --------
    >>> place_name("Ash,  Upper\x07"), place_name("\u3164")
    ('Ash, Upper', '')
    """
    words = " ".join("".join(c if is_written(c) else " " for c in typed).split())
    return words if len(words) > _LONGEST_TYPED else tidy(words)


class _Roll:
    """The rows of a table that were read so far."""

    def __init__(self) -> None:
        self.people: dict[str, int] = {}
        self._rows: dict[str, int] = {}
        self._problems: list[str] = []
        self._left_out: tuple[str, ...] = ()
        self._refused = 0

    def add(self, number: int, written: str, given: str) -> None:
        """Add a row, or record its problem.

        Parameters
        ----------
        number : int
            Its place in the table, from 1.
        written : str
            The name of the place, tidy or not.
        given : str
            Its people as they are written.
        """
        if self._left_out:
            self._refused += 1
            return
        name = place_name(written)
        problem = _problem(name, given, self._rows.get(name))
        if problem:
            self.refuse(number, problem)
        elif len(self.people) == MOST_PLACES:
            self.leave_out(
                _(
                    "Row {number} and all rows after it are left out. Give at most {most} states."
                ).format(number=number, most=MOST_PLACES)
            )
        else:
            self.people[name], self._rows[name] = _number(_digits(given)), number

    def refuse(self, number: int, problem: str) -> None:
        """Record a row that cannot be used.

        Parameters
        ----------
        number : int
            Its place in the table, from 1.
        problem : str
            What is wrong and the mend, without a mark at the end.
        """
        self._refused += 1
        self._problems.append(_("Row {number}: {problem}.").format(number=number, problem=problem))

    def leave_out(self, words: str, rows: int = 1) -> None:
        """Skip all rows from this one on, and record it.

        Parameters
        ----------
        words : str
            From which row on, and why.
        rows : int
            How many are left out at once; others may follow.
        """
        self._refused += rows
        self._left_out = self._left_out or (words,)

    def country(self) -> Country:
        """Return the places and the problems."""
        more = len(self._problems) - _MOST_PROBLEMS
        others = n_(
            "We couldn’t read {number} more row.", "We couldn’t read {number} more rows.", more
        )
        left = (others.format(number=f"{more:,}"),) if more > 0 else ()
        told = self._problems[:_MOST_PROBLEMS]
        return Country(self.people, (*told, *left, *self._left_out), self._refused)


def _cells(line: str) -> list[str]:
    """Split a line: at tabs if it has one outside quotation marks, else at semicolons or commas."""
    bare = _QUOTED.sub("", line)
    mark = next((mark for mark in "\t;" if mark in bare), ",")
    if line.count('"') % 2:  # an inch mark or a typing error
        return line.split(mark)
    return next(csv.reader([line], delimiter=mark), [""]) or [""]


def _joined(cells: list[str]) -> str:
    """Join a number that was split at its commas."""
    groups = [cell for cell in cells if cell]
    whole = all(cell.isdigit() for cell in groups)
    if whole and all(len(cell) == _GROUP for cell in groups[1:]):
        return "".join(groups)
    return groups[0] if groups else ""


def _digits(given: str) -> str:
    """Remove separators between the digits of a number."""
    return "".join(c for c in given if c not in ",'_ \u00a0\u202f")


def _number(digits: str) -> int:
    """Read digits; a number beyond the largest population becomes that plus one."""
    bare = digits.lstrip("0")
    # int() refuses thousands of digits.
    return int(bare or "0") if len(bare) <= len(str(_MOST_PEOPLE)) else _MOST_PEOPLE + 1


def _problem(name: str, given: str, earlier: int | None) -> str:
    """Describe the problem of a row and its fix; empty if there is none."""
    if not name:
        return _("{given} has no name before it; write a name, a comma, and the people").format(
            given=shown(given)
        )
    if len(name) > LONGEST_NAME:
        return _("the name {name} is too long; give at most {most} characters").format(
            name=shown(name), most=LONGEST_NAME
        )
    if earlier is not None:
        return _("{name} is in row {earlier} already; give each state once").format(
            name=shown(name), earlier=earlier
        )
    return _wrong_number(name, given, _digits(given))


def _wrong_number(name: str, given: str, digits: str) -> str:
    """Describe the problem of a place's population."""
    if not digits:
        return _("{name} has no people; write a comma and a number after it, such as 1200").format(
            name=shown(name)
        )
    if not (digits.isascii() and digits.isdigit()):
        return _("the people of {name} are {given}; give a whole number, such as 1200").format(
            name=shown(name), given=shown(given)
        )
    if not 1 <= _number(digits) <= _MOST_PEOPLE:
        return _("the people of {name} are {given}; give 1 to {most}").format(
            name=shown(name), given=shown(given), most=f"{_MOST_PEOPLE:,}"
        )
    return ""
