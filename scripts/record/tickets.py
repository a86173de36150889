"""The tickets of each cycle: who ran together, for which party."""

from collections import Counter
from typing import NamedTuple

from record.gathered import Gathered, union
from record.people import People, Rows
from record.raw import Row


class Strength(NamedTuple):
    """What a ticket is ranked by."""

    pledged: int
    votes: int


def tickets(gathered: Gathered) -> Rows:
    """List the tickets of every cycle, ranked by electors pledged, then by popular vote."""
    rows: Rows = []
    for cycle in gathered.cycles:
        people = People(gathered, cycle)
        strength = _strength(gathered, cycle)
        added = {row["ticket"]: row for row in gathered.of("by_hand/tickets", cycle)}
        found = []
        for row in gathered.of("elections/candidates", cycle):
            if row["candidate_id"] in strength:
                found.append(_ticket(gathered, people, row, added.get(row["candidate_id"])))
        found += [_stand_in(people, row) for row in added.values() if cycle in gathered.blank]
        found.sort(key=lambda ticket: (*(-n for n in strength.get(ticket["ticket"], Strength(0, 0))), ticket["ticket"]))
        rows += [ticket | {"order": str(order)} for order, ticket in enumerate(found, start=1)]
    return rows


def _strength(gathered: Gathered, cycle: int) -> dict[str, Strength]:
    """Count electors and votes of everybody who ran."""
    pledged: Counter[str] = Counter()
    votes: Counter[str] = Counter()
    for row in gathered.of("elections/electors_pledged", cycle):
        pledged[row["candidate_id"]] += row.number("electors_pledged")
    for row in gathered.of("elections/popular_votes", cycle):
        votes[row["candidate_id"]] += row.number("votes")
    return {who: Strength(pledged[who], votes[who]) for who in (pledged | votes) if who != "other"}


def _ticket(gathered: Gathered, people: People, row: Row, added: Row | None) -> dict[str, str]:
    """Put a ticket together from the list of candidates and what was added by hand."""
    second = people.id(row, "running_mate")
    by_hand = added is not None and bool(added["vice_president"])
    return {
        "cycle": str(people.cycle),
        "ticket": row["candidate_id"],
        "president": row["candidate_id"],
        "vice_president": (added["vice_president"] if added else "") or second,
        "party": added["party"] if added else row["party"],
        "code": added["code"] if added else row["party_code"],
        "note": added["note"] if added else "",
        "source": union(gathered.codes(row, "party_source"), added["source"] if added else ""),
        "running_mate_source": added["source"]
        if added and by_hand
        else gathered.codes(row, "running_mate_source"),
    }


def _stand_in(people: People, row: Row) -> dict[str, str]:
    """Make a ticket of a cycle to come."""
    return {
        "cycle": str(people.cycle),
        "ticket": row["ticket"],
        "president": row["ticket"],
        "vice_president": row["vice_president"],
        "party": row["party"],
        "code": row["code"],
        "note": row["note"],
        "source": row["source"],
        "running_mate_source": row["source"],
    }
