"""The tickets for which electors were chosen, where no list made by hand says so."""

from collections import Counter
from dataclasses import dataclass

from build_data.gathered import Gathered
from build_data.people import People
from build_data.raw import BadInputError, RawRow


@dataclass(frozen=True)
class Pledge:
    """Electors of one place who were chosen for the same ticket.

    Attributes
    ----------
    place, ticket : str
        Postal code and ticket.
    electors : int
        How many they are.
    source : str
        Where that is read; empty where it follows from the votes they cast.
    row : RawRow
        The row that says so, or the last that adds to it.
    """

    place: str
    ticket: str
    electors: int
    source: str
    row: RawRow


def by_hand(gathered: Gathered, cycle: int) -> set[str]:
    """Return the places whose electors are listed by hand."""
    return {row["place"] for row in gathered.of("by_hand/slates", cycle)}


def pledges(gathered: Gathered, cycle: int) -> list[Pledge]:
    """List the pledges of a cycle: as gathered, or derived from the votes cast."""
    skipped = by_hand(gathered, cycle)
    rows = gathered.of("elections/electors_pledged", cycle)
    if not rows:
        return _from_votes(gathered, cycle, skipped)
    return [
        Pledge(
            row["state"],
            row["candidate_id"],
            row.number("electors_pledged"),
            row["source"] if row["source"] != "= votes cast" else "",
            row,
        )
        for row in rows
        if row["state"] not in skipped
    ]


def _from_votes(gathered: Gathered, cycle: int, skipped: set[str]) -> list[Pledge]:
    """Derive a place's pledges from its votes for president, corrected for broken pledges.

    Raises
    ------
    BadInputError
        If more electors broke a pledge than voted.
    """
    votes: Counter[tuple[str, str]] = Counter()
    last: dict[tuple[str, str], RawRow] = {}
    people = People(gathered, cycle)
    for row in gathered.of("elections/electoral_votes", cycle):
        if row["state"] not in skipped and row["office"] == "president":
            key = row["state"], row["candidate_id"]
            votes[key] += row.number("electoral_votes")
            last[key] = row
    for case in gathered.cases(cycle):
        if case["state"] not in skipped:
            count = case.number("electors")
            votes[case["state"], people.id(case, "voted_president")] -= count
            votes[case["state"], people.id(case, "pledged_president")] += count
    for (place, ticket), count in votes.items():
        if count < 0:
            raise BadInputError(
                "civics/faithless_electors.csv",
                f"{-count} more electors of {place} left a pledge for {ticket} in {cycle} than "
                "voted so",
                "correct it, or elections/electoral_votes.csv",
            )
    return [
        Pledge(place, ticket, count, "", last[place, ticket])
        for (place, ticket), count in votes.items()
        if count
    ]


def strength(gathered: Gathered, cycle: int) -> Counter[str]:
    """Count the electors chosen for each ticket of a cycle."""
    count: Counter[str] = Counter()
    for pledge in pledges(gathered, cycle):
        count[pledge.ticket] += pledge.electors
    for row in gathered.of("by_hand/slates", cycle):
        if row["pledged"]:
            count[row["pledged"]] += row.number("electors")
    return count
