"""The tickets of each cycle: candidates and party."""

from collections import Counter
from typing import Final, NamedTuple

from build_data.gathered import Gathered, union
from build_data.people import People, Rows
from build_data.pledges import strength as electors_chosen
from build_data.raw import RawRow

MEMORY: Final = "memory"
"""The source of what is not confirmed by a document yet; a document replaces it."""

_NOBODY: dict[str, str] = dict.fromkeys(("party", "code", "note", "source"), "")


class Strength(NamedTuple):
    """The numbers by which a ticket is ranked."""

    pledged: int
    votes: int


def tickets(gathered: Gathered) -> Rows:
    """List the tickets of every cycle, ranked by electors pledged, then by popular vote."""
    rows: Rows = []
    for cycle in gathered.cycles:
        people = People(gathered, cycle)
        strength = _strength(gathered, cycle)
        added = {row["ticket"]: row for row in gathered.of("by_hand/tickets", cycle)}
        mates = {row["ticket"]: row for row in gathered.of("by_hand/running_mates", cycle)}
        found = [
            _ticket(gathered, people, row, added.get(row["candidate_id"]))
            | _running_mate(gathered, people, row, mates.get(row["candidate_id"]))
            for row in gathered.of("elections/candidates", cycle)
            if row["candidate_id"] in strength
        ]
        if cycle in gathered.blank:
            found = [_stand_in(row) for row in added.values()]
        found.sort(key=lambda row: _rank(row["ticket"], strength))
        rows += [row | {"order": str(order)} for order, row in enumerate(found, start=1)]
    return rows


def _rank(ticket: str, strength: dict[str, Strength]) -> tuple[int, int, str]:
    """Sort tickets, strongest first; those without votes by id."""
    pledged, votes = strength.get(ticket, (0, 0))
    return -pledged, -votes, ticket


def _strength(gathered: Gathered, cycle: int) -> dict[str, Strength]:
    """Count the electors and votes of every candidate."""
    pledged = electors_chosen(gathered, cycle)
    votes: Counter[str] = Counter()
    for row in gathered.of("elections/popular_votes", cycle):
        votes[row["candidate_id"]] += row.number("votes")
    return {who: Strength(pledged[who], votes[who]) for who in (pledged | votes) if who != "other"}


def _ticket(
    gathered: Gathered, people: People, row: RawRow, added: RawRow | None
) -> dict[str, str]:
    """Describe a ticket from the list of candidates and the additions in by_hand/."""
    words = added or _NOBODY
    party = _party(gathered, row)
    return {
        "cycle": row["year"],
        "ticket": row["candidate_id"],
        "president": people.id(row, "candidate"),
        "party": words["party"] or party["party"],
        "code": words["code"] or party["code"],
        "note": words["note"],
        "source": union(gathered.codes(row, "party_source"), words["source"]),
    }


def _party(gathered: Gathered, row: RawRow) -> dict[str, str]:
    """Return the name of a candidate's party in the record."""
    for party in gathered.tables["by_hand/parties"]:
        if party["written"] == row["party"]:
            return party
    return {"party": row["party"], "code": row["party_code"]}


def _running_mate(
    gathered: Gathered, people: People, row: RawRow, confirmed: RawRow | None
) -> dict[str, str]:
    """Return the running mate, and the page that confirms the name, if one was read.

    Raises
    ------
    BadInputError
        If the list of candidates names somebody else.
    """
    named = people.id(row, "running_mate")
    source = gathered.codes(row, "running_mate_source")
    if confirmed is None:
        return {"vice_president": named, "running_mate_source": source if named else ""}
    person = confirmed.one_of("vice_president", people.ids, "by_hand/people.csv")
    if named not in {"", person}:
        confirmed.refuse(
            f"the page names {person!r}, but elections/candidates.csv names {named!r}",
            "find out who ran, and correct one of the two",
        )
    said = source if MEMORY not in source.split(";") else ""
    return {"vice_president": person, "running_mate_source": union(said, confirmed["source"])}


def _stand_in(row: RawRow) -> dict[str, str]:
    """Make a placeholder ticket of a cycle to come."""
    return {
        "cycle": row["cycle"],
        "ticket": row["ticket"],
        "president": row["ticket"],
        "vice_president": row["vice_president"],
        "party": row["party"],
        "code": row["code"],
        "note": row["note"],
        "source": row["source"],
        "running_mate_source": row["source"],
    }
