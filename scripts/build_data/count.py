"""The official count of electoral votes, and how ballots are checked against it."""

from collections import Counter
from typing import Final

from build_data.gathered import Gathered
from build_data.group import COUNTED, EXCLUDED, HALF, REFUSED
from build_data.people import People, Rows
from build_data.raw import BadInputError

OFFICES: Final = ("president", "vice_president")

APART_FROM: Final = 1804
"""Before, both votes of an elector were for president."""


class Count:
    """The official count of one cycle: votes by place, person and office.

    Parameters
    ----------
    gathered : Gathered
        The gathered tables.
    people : People
        The people of the cycle.
    """

    def __init__(self, gathered: Gathered, people: People) -> None:
        self._cycle = people.cycle
        self._offices = OFFICES if people.cycle >= APART_FROM else ("president", "president")
        self._rows = [
            (row, people.id(row, "candidate"))
            for row in gathered.of("elections/electoral_votes", people.cycle)
        ]
        self._confirmed = {
            (row["state"], row["office"], row["candidate_id"]): row["source"]
            for row in gathered.of("by_hand/confirmed", people.cycle)
        }

    def sources(self, place: str) -> dict[tuple[int, str], str]:
        """Return the source of the count for each person, for each vote (0 and 1) of a place."""
        return {
            (vote, person): self._confirmed.get((place, office, row["candidate_id"]), row["source"])
            for row, person in self._rows
            for vote, office in enumerate(self._offices)
            if row["state"] == place and row["office"] == office
        }

    def check(self, place: str, ballots: Rows) -> None:
        """Compare the ballots of a place with its count, person by person and office by office.

        The ballots are rows of the table of ballots, with the persons who were counted.

        Raises
        ------
        BadInputError
            If they differ.
        """
        made: Counter[tuple[str, str, str]] = Counter()
        for ballot in ballots:
            for office, vote in zip(self._offices, OFFICES, strict=True):
                if ballot[vote]:
                    status = _status(ballot["status"], vote)
                    made[office, ballot[vote], status] += int(ballot["electors"])
        for row, person in self._rows:
            if row["state"] == place:
                counted = row.number("electoral_votes")
                found = made.pop((row["office"], person, row["status"]), 0)
                if counted != found:
                    row.refuse(
                        f"{place} cast {counted} for {person} as {row['office']}, "
                        f"but its ballots make {found}",
                        "correct it here, in elections/electors_pledged.csv, "
                        "civics/faithless_electors.csv or by_hand/slates.csv",
                    )
        for (office, person, _), found in made.items():
            raise BadInputError(
                "elections/electoral_votes.csv",
                f"no row says that {place} cast {found} for {person} as {office} in {self._cycle}",
                "add it, or correct civics/faithless_electors.csv",
            )


def _status(status: str, office: str) -> str:
    """Return the count's word for how a vote for an office was counted."""
    if status in {REFUSED, EXCLUDED} or (status == HALF and office == "president"):
        return "not_counted"
    return COUNTED if status == HALF else status
