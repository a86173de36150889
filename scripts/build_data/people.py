"""Persons: one id per person in a cycle, from an explicit list, never by similar names."""

from collections.abc import Iterator
from typing import Final

from build_data.gathered import Gathered
from build_data.raw import RawRow

Rows = list[dict[str, str]]

_NOBODY: Final = {"", "did not vote", "see note", "(various)"}
"""Entries in place of a name; ``see note`` means that votes were counted without names."""


class People:
    """The people of one cycle.

    Parameters
    ----------
    gathered : Gathered
        The gathered tables.
    cycle : int
        Election year.
    """

    def __init__(self, gathered: Gathered, cycle: int) -> None:
        self.cycle = cycle
        self.rows = gathered.of("by_hand/people", cycle)
        self.ids = {row["person"] for row in self.rows}
        self._by_name = {row["name"]: row["person"] for row in self.rows}
        for row in gathered.of("by_hand/aliases", cycle):
            self._by_name[row["written"]] = row.one_of(
                "person", self.ids | {""}, "by_hand/people.csv"
            )

    def id(self, row: RawRow, column: str) -> str:
        """Find the person that a gathered table names.

        Parameters
        ----------
        row : RawRow
            A row of a gathered table.
        column : str
            The column with the name as it was written there.

        Returns
        -------
        str
            Person id; empty where the column is empty or says that nobody was voted for.

        Raises
        ------
        BadInputError
            If the name is unknown.
        """
        written = row[column]
        if written in _NOBODY:
            return ""
        if written not in self._by_name:
            row.refuse(
                f"{column} names {written!r}, who is not among the people of {self.cycle}",
                "add a row to by_hand/people.csv, or another spelling to by_hand/aliases.csv",
            )
        return self._by_name[written]


def people(gathered: Gathered) -> Rows:
    """List the people of every cycle, with the source that names them."""
    rows: Rows = []
    for cycle in gathered.cycles:
        known = People(gathered, cycle)
        sources = _sources(gathered, known)
        for row in known.rows:
            if row["person"] not in sources:
                row.refuse(f"{row['name']} is on no ticket and no ballot", "remove the row")
            rows.append(
                {
                    "cycle": str(cycle),
                    "person": row["person"],
                    "name": row["name"],
                    "short": row["short"],
                    "source": sources[row["person"]],
                }
            )
    return rows


def _sources(gathered: Gathered, known: People) -> dict[str, str]:
    """Return the source of each person of a cycle: the first table that names the person."""
    found: dict[str, str] = {}
    for person, source in (
        *_candidates(gathered, known),
        *_running_mates(gathered, known),
        *_chosen_by_electors(gathered, known),
    ):
        found.setdefault(person, source)
    return found


def first_names(gathered: Gathered) -> Rows:
    """List everyday first names, with the names that they are short for.

    Parameters
    ----------
    gathered : Gathered
        The gathered tables.

    Returns
    -------
    list of dict
        Rows of the table of first names.
    """
    return [
        {"everyday": row["everyday"], "full": row["full"], "source": row["source"]}
        for row in gathered.tables["by_hand/first_names"]
    ]


def _candidates(gathered: Gathered, known: People) -> Iterator[tuple[str, str]]:
    """List the candidates for president."""
    for row in gathered.of("elections/candidates", known.cycle):
        person = known.id(row, "candidate")
        if person not in {"", row["candidate_id"]}:
            row.refuse(
                f"{row['candidate']} has the id {person!r} in by_hand/people.csv",
                f"give the person the id of the candidate, {row['candidate_id']!r}",
            )
        yield person, gathered.codes(row, "party_source")
    for row in gathered.of("by_hand/tickets", known.cycle):
        yield row["ticket"], row["source"]


def _running_mates(gathered: Gathered, known: People) -> Iterator[tuple[str, str]]:
    """List the candidates for vice president."""
    for row in gathered.of("by_hand/running_mates", known.cycle):
        yield row["vice_president"], row["source"]
    for row in gathered.of("elections/candidates", known.cycle):
        if row["running_mate"]:
            yield known.id(row, "running_mate"), gathered.codes(row, "running_mate_source")
    for row in gathered.of("by_hand/tickets", known.cycle):
        yield row["vice_president"], row["source"]


def _chosen_by_electors(gathered: Gathered, known: People) -> Iterator[tuple[str, str]]:
    """List the persons for whom single electors voted."""
    for row in gathered.of("elections/electoral_votes", known.cycle):
        yield known.id(row, "candidate"), row["source"]
    for row in gathered.cases(known.cycle):
        for column in ("voted_president", "voted_vice_president"):
            yield known.id(row, column), gathered.codes(row)
