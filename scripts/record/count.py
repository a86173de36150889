"""The official count of electoral votes, and how ballots are held against it."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, Protocol

from record.gathered import Gathered
from record.people import People
from record.raw import BadInputError

OFFICES: Final = ("president", "vice_president")


class Cast(Protocol):
    """Electors who voted alike: how many, and for which two persons (empty is a blank)."""

    @property
    def cast(self) -> tuple[str, str]:
        """Persons for president and vice president."""

    @property
    def electors(self) -> int:
        """How many electors voted so."""


class Count:
    """The official count of one cycle: votes of each place for each person for each office.

    Parameters
    ----------
    gathered : Gathered
        The gathered tables.
    people : People
        The people of the cycle.
    """

    def __init__(self, gathered: Gathered, people: People) -> None:
        self._cycle = people.cycle
        self._rows = [
            (row, people.id(row, "candidate"))
            for row in gathered.of("elections/electoral_votes", people.cycle)
        ]

    def sources(self, place: str) -> dict[tuple[int, str], str]:
        """Tell which source counted each person for each office (0 and 1) in a place."""
        return {
            (OFFICES.index(row["office"]), person): row["source"]
            for row, person in self._rows
            if row["state"] == place
        }

    def check(self, place: str, ballots: Iterable[Cast]) -> None:
        """Compare the ballots of a place with its count, person by person and office by office.

        Raises
        ------
        BadInputError
            If they differ.
        """
        made: Counter[tuple[str, str]] = Counter()
        for ballot in ballots:
            for office, person in zip(OFFICES, ballot.cast, strict=True):
                if person:
                    made[office, person] += ballot.electors
        for row, person in self._rows:
            if row["state"] == place:
                counted, found = row.number("electoral_votes"), made.pop((row["office"], person), 0)
                if counted != found:
                    row.refuse(
                        f"{place} cast {counted} for {person} as {row['office']}, "
                        f"but its ballots make {found}",
                        "correct it here, in elections/electors_pledged.csv or in "
                        "civics/faithless_electors.csv",
                    )
        for (office, person), found in made.items():
            raise BadInputError(
                "elections/electoral_votes.csv",
                f"no row says that {place} cast {found} for {person} as {office} in {self._cycle}",
                "add it, or correct civics/faithless_electors.csv",
            )
