"""Read the gathered tables of all included cycles once, for every step of the build."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from build_data.inputs import INPUTS
from build_data.raw import BadInputError, RawRow, read

DIVIDED_FROM: Final = 1972
"""From here on the districts of a divided place are units of their own; before, its electors
stand together, whoever chose them: their districts have no outlines here."""

_FIRST: Final = 1789
"""Some gathered tables call the election of 1788-89 by its first year."""

_OF_CYCLES: Final = ("cycle", "year")
"""The columns that say which cycle a row is of."""


@dataclass(frozen=True)
class Gathered:
    """Everything the build reads, except outlines.

    Attributes
    ----------
    cycles : tuple of int
        Cycles offered, in order.
    tables : mapping of str to list of RawRow
        Whole tables by folder and name, ``"elections/states"``.
    """

    cycles: tuple[int, ...]
    tables: Mapping[str, list[RawRow]]

    @property
    def named(self) -> tuple[int, ...]:
        """Every cycle that a row is of, in order."""
        return tuple(sorted({cycle for cycle, _ in self._by_cycle}))

    def of(self, table: str, cycle: int) -> list[RawRow]:
        """Take the rows of one cycle."""
        return self._by_cycle.get((cycle, table), [])

    @cached_property
    def _by_cycle(self) -> Mapping[tuple[int, str], list[RawRow]]:
        """Sort the rows of all tables by cycle; some tables are of none."""
        found: dict[tuple[int, str], list[RawRow]] = defaultdict(list)
        for table, rows in self.tables.items():
            column = next((name for name in _OF_CYCLES if rows and name in rows[0]), None)
            if column is None:
                continue
            for row in rows:
                cycle = row.number(column)
                found[_FIRST if cycle == _FIRST - 1 else cycle, table].append(row)
        return found

    def where(self, cycle: int) -> str:
        """Tell a row that is of a cycle: its file and line."""
        rows = (found[0].place for (named, _), found in self._by_cycle.items() if named == cycle)
        return next(rows, "what asks for it")

    @property
    def blank(self) -> dict[int, RawRow]:
        """The cycles to come, with what is known about them."""
        return {row.number("cycle"): row for row in self.tables["by_hand/blank_cycles"]}

    @property
    def held(self) -> tuple[int, ...]:
        """The past cycles that are included."""
        return tuple(cycle for cycle in self.cycles if cycle not in self.blank)

    def districts(self, cycle: int) -> dict[str, list[str]]:
        """Return the districts that chose electors, by place.

        Returns
        -------
        dict of str to list of str
            ``{"ME": ["ME-01", "ME-02"]}``; a place whose electors stand together is absent.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.of("elections/district_votes", cycle) if cycle >= DIVIDED_FROM else ():
            found[row["state"]].add(district(row))
        return {place: sorted(units) for place, units in sorted(found.items())}

    def cases(self, cycle: int) -> list[RawRow]:
        """List the electors who broke a pledge, except those excluded with a reason."""
        aside = {row["id"] for row in self.tables["by_hand/set_aside"]}
        return [row for row in self.of(_CASES, cycle) if row["id"] not in aside]

    def codes(self, row: RawRow, column: str = "source") -> str:
        """Convert a gathered table's words on its source to codes.

        Raises
        ------
        BadInputError
            If prose stands there that by_hand/source_words.csv does not know.
        """
        written = row[column]
        if written in self._words:
            return self._words[written]
        if " " in written:
            row.refuse(
                f"{column} {written!r} has no codes",
                "add a line for it to by_hand/source_words.csv",
            )
        return written

    def plain(self, remark: str) -> str:
        """Say a remark of a gathered table in the words that visitors read.

        Returns
        -------
        str
            The words that by_hand/plain_words.csv gives for it, else the remark itself.
        """
        return self._plain.get(remark, remark)

    @cached_property
    def _plain(self) -> Mapping[str, str]:
        """The words for visitors, by remark."""
        return {row["written"]: row["words"] for row in self.tables["by_hand/plain_words"]}

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """The codes of sources, by their description in words."""
        return {row["written"]: row["codes"] for row in self.tables["by_hand/source_words"]}


def gather(folder: Path, cycles: Collection[int] | None = None) -> Gathered:
    """Read every gathered table.

    Parameters
    ----------
    folder : pathlib.Path
        Where the tables lie.
    cycles : collection of int, optional
        The cycles to offer; every cycle that a row is of, if they are not given.

    Returns
    -------
    Gathered
        The tables, and the cycles.

    Raises
    ------
    BadInputError
        If a table is missing or malformed, a row is of a cycle that was neither held nor is to
        come, a cycle was held and is to come, or a place or a candidate is named that the cycle
        does not have.
    """
    tables = {
        name: read(folder / f"{name}.csv", (*first, *more), key)
        for name, (first, more, key) in INPUTS.items()
    }
    gathered = Gathered((), tables)
    gathered = replace(gathered, cycles=tuple(sorted(gathered.named if cycles is None else cycles)))
    for cycle, row in gathered.blank.items():
        if gathered.of(_ELECTIONS, cycle):
            row.refuse(
                f"{cycle} is to come, but {_ELECTIONS}.csv says how it ended",
                "remove the row here, and the stand-ins of by_hand/tickets.csv, people.csv and "
                "notes.csv",
            )
    for cycle in gathered.held:
        if not gathered.of(_ELECTIONS, cycle):
            raise BadInputError(
                f"{_ELECTIONS}.csv",
                f"no row for {cycle}",
                f"add it, or if {cycle} is to come, a row of by_hand/blank_cycles.csv; or mend "
                f"{gathered.where(cycle)}",
            )
        _check_ids(gathered, cycle)
    return gathered


def _check_ids(gathered: Gathered, cycle: int) -> None:
    """Check that places and candidates named in tables exist in their cycle."""
    electors = gathered.of("elections/electors_by_state_year", cycle)
    places = {row["state"] for row in electors}
    set_aside = {row["id"] for row in gathered.tables["by_hand/set_aside"]}
    candidates = {row["candidate_id"] for row in gathered.of("elections/candidates", cycle)}
    for table in _OF_PLACES:
        for row in gathered.of(table, cycle):
            if row["id" if table == _CASES else "state"] in set_aside:
                continue
            row.one_of("state", places, "elections/electors_by_state_year.csv")
            if table in _OF_CANDIDATES:
                row.one_of("candidate_id", candidates | {"other"}, "elections/candidates.csv")


_OF_CANDIDATES: Final = (
    "elections/district_votes",
    "elections/electors_pledged",
    "elections/popular_votes",
)
_CASES: Final = "civics/faithless_electors"
_ELECTIONS: Final = "elections/elections"
_OF_PLACES: Final = (
    *_OF_CANDIDATES,
    "elections/electoral_votes",
    "elections/popular_totals",
    _CASES,
)


def district(row: RawRow) -> str:
    """Write the unit id of a district.

    Raises
    ------
    BadInputError
        If it is not written like ``ME-1``.
    """
    place, _, number = row["district"].partition("-")
    if place != row["state"] or not number.isdigit():
        row.refuse(f"district is {row['district']!r}", "write it as the place and a number, ME-1")
    return f"{place}-{int(number):02}"


def union(*lists: str) -> str:
    """Join lists of codes, each code once, in order of first appearance.

    Examples
    --------
    >>> union("CLERK;NARA", "", "NARA;270")
    'CLERK;NARA;270'
    """
    return ";".join(dict.fromkeys(code for codes in lists for code in codes.split(";") if code))
