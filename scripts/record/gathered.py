"""The gathered tables of the cycles that are offered, read once and handed to every step."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from record.raw import BadInputError, Row, read

_SHAPES: Final = {
    "elections/candidates": (
        ("year", "candidate_id", "candidate", "party", "party_code", "running_mate"),
        ("party_source", "running_mate_source"),
        ("year", "candidate_id"),
    ),
    "elections/district_votes": (
        ("year", "state", "district", "candidate_id", "votes", "electoral_votes"),
        ("source",),
        ("year", "district", "candidate_id"),
    ),
    "elections/elections": (
        ("year", "label", "election_first_day", "election_last_day", "electors_allotted"),
        (
            "ballots_per_elector",
            "majority_needed",
            "winner",
            "decided_by",
            "popular_vote_total",
            "source",
        ),
        ("year",),
    ),
    "elections/electoral_votes": (
        ("year", "state", "office", "candidate_id", "candidate", "electoral_votes"),
        ("status", "source"),
        ("year", "state", "office", "candidate_id", "status"),
    ),
    "elections/electors_by_state_year": (
        ("year", "state", "electors"),
        ("source",),
        ("year", "state"),
    ),
    "elections/electors_pledged": (
        ("year", "state", "candidate_id", "electors_pledged"),
        ("source",),
        ("year", "state", "candidate_id"),
    ),
    "elections/popular_totals": (
        ("year", "state", "total_votes"),
        ("source", "agreeing_sources", "other_values"),
        ("year", "state"),
    ),
    "elections/popular_votes": (
        ("year", "state", "candidate_id", "votes"),
        ("source", "agreeing_sources", "other_values", "note"),
        ("year", "state", "candidate_id"),
    ),
    "elections/states": (("state", "name", "first_presidential_election"), (), ("state",)),
    "civics/census_population": (("census_year", "state", "seats"), (), ("census_year", "state")),
    "civics/faithless_electors": (
        (
            "id",
            "year",
            "state",
            "elector",
            "electors",
            "pledged_president",
            "pledged_vice_president",
        ),
        ("voted_president", "voted_vice_president", "outcome", "note", "source"),
        ("id",),
    ),
    "by_hand/aliases": (("cycle", "written"), ("person",), ("cycle", "written")),
    "by_hand/ballots": (("id", "unit", "elector"), ("note",), ("id",)),
    "by_hand/blank_cycles": (
        ("cycle", "label", "first_day", "last_day"),
        ("units_of", "census"),
        ("cycle",),
    ),
    "by_hand/boxes": (("unit", "x", "y", "width", "height"), ("to_x", "to_y"), ("unit",)),
    "by_hand/labels": (("layer", "unit"), ("x", "y", "room"), ("layer", "unit")),
    "by_hand/layers": (
        ("layer", "place", "file", "first_cycle", "last_cycle"),
        ("note", "source"),
        ("layer", "first_cycle"),
    ),
    "by_hand/notes": (("cycle", "note"), ("source",), ("cycle", "note")),
    "by_hand/people": (("cycle", "person"), ("name", "short"), ("cycle", "person")),
    "by_hand/running_mates": (
        ("cycle", "ticket", "vice_president"),
        ("source",),
        ("cycle", "ticket"),
    ),
    "by_hand/source_words": (("written",), ("codes",), ("written",)),
    "by_hand/tickets": (
        ("cycle", "ticket", "vice_president"),
        ("party", "code", "note", "source"),
        ("cycle", "ticket"),
    ),
    "by_hand/vote_notes": (("cycle", "unit", "ticket"), ("note",), ("cycle", "unit", "ticket")),
}
"""Columns the build needs of each table (in two parts), and the columns that tell rows apart."""


@dataclass(frozen=True)
class Gathered:
    """Everything the build reads, except outlines.

    Attributes
    ----------
    cycles : tuple of int
        Cycles offered, in order.
    tables : mapping of str to list of Row
        Whole tables by folder and name, ``"elections/states"``.
    """

    cycles: tuple[int, ...]
    tables: Mapping[str, list[Row]]

    def of(self, table: str, cycle: int) -> list[Row]:
        """Take the rows of one cycle."""
        return self._by_cycle.get((table, str(cycle)), [])

    @cached_property
    def _by_cycle(self) -> Mapping[tuple[str, str], list[Row]]:
        """Sort the rows of all tables by cycle."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for table, rows in self.tables.items():
            for row in rows:
                found[table, row.get("cycle") or row.get("year") or ""].append(row)
        return found

    @property
    def blank(self) -> dict[int, Row]:
        """The cycles to come, with what is known of them."""
        return {row.number("cycle"): row for row in self.tables["by_hand/blank_cycles"]}

    @property
    def held(self) -> tuple[int, ...]:
        """The cycles offered in which the people have voted."""
        return tuple(cycle for cycle in self.cycles if cycle not in self.blank)

    def districts(self, cycle: int) -> dict[str, list[str]]:
        """Tell the districts that chose electors, by place.

        Returns
        -------
        dict of str to list of str
            ``{"ME": ["ME-01", "ME-02"]}``; a place that chose all its electors together is absent.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for row in self.of("elections/district_votes", cycle):
            found[row["state"]].add(district(row))
        return {place: sorted(units) for place, units in sorted(found.items())}

    def codes(self, row: Row, column: str = "source") -> str:
        """Translate what a gathered table writes about its source into codes.

        Raises
        ------
        BadInputError
            If prose stands there that by_hand/source_words.csv does not know.
        """
        written = row[column]
        if " " not in written:
            return written
        for words in self.tables["by_hand/source_words"]:
            if words["written"] == written:
                return words["codes"]
        return row.refuse(
            f"{column} {written!r} has no codes", "add a line for it to by_hand/source_words.csv"
        )


def gather(folder: Path, cycles: Collection[int]) -> Gathered:
    """Read every gathered table.

    Raises
    ------
    BadInputError
        If a table is missing or malformed, a cycle is in none of them, or a place or a candidate
        is named that the cycle does not have.
    """
    tables = {
        name: read(folder / f"{name}.csv", (*first, *more), key)
        for name, (first, more, key) in _SHAPES.items()
    }
    gathered = Gathered(tuple(sorted(cycles)), tables)
    known = {row.number("year") for row in tables["elections/elections"]}
    for cycle in gathered.held:
        if cycle not in known:
            raise BadInputError(
                "elections/elections.csv",
                f"no row for {cycle}",
                "add it, or do not offer the cycle",
            )
        _check_ids(gathered, cycle)
    return gathered


def _check_ids(gathered: Gathered, cycle: int) -> None:
    """Hold the places and candidates that tables name against those of the cycle."""
    electors = gathered.of("elections/electors_by_state_year", cycle)
    places = {row["state"] for row in electors}
    candidates = {row["candidate_id"] for row in gathered.of("elections/candidates", cycle)}
    for table in _OF_PLACES:
        for row in gathered.of(table, cycle):
            row.one_of("state", places, "elections/electors_by_state_year.csv")
            if table in _OF_CANDIDATES:
                row.one_of("candidate_id", candidates | {"other"}, "elections/candidates.csv")


_OF_CANDIDATES: Final = (
    "elections/district_votes",
    "elections/electors_pledged",
    "elections/popular_votes",
)
_OF_PLACES: Final = (
    *_OF_CANDIDATES,
    "elections/electoral_votes",
    "elections/popular_totals",
    "civics/faithless_electors",
)


def district(row: Row) -> str:
    """Write the unit of a district as this project does.

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
    """Join lists of codes, each code once, in order of first occurrence.

    Examples
    --------
    >>> union("CLERK;NARA", "", "NARA;270")
    'CLERK;NARA;270'
    """
    return ";".join(dict.fromkeys(code for codes in lists for code in codes.split(";") if code))
