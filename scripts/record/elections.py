"""The elections themselves: when, how many electors, who was elected; and what to know of them."""

from collections import Counter, defaultdict

from record.gathered import Gathered, union
from record.people import People, Rows
from record.raw import Row


def elections(gathered: Gathered, units: Rows, ballots: Rows) -> Rows:
    """List the elections, with the persons elected by the ballots in the record."""
    appointed: Counter[str] = Counter()
    for unit in units:
        appointed[unit["cycle"]] += int(unit["electors"])
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for ballot in ballots:
        for office in ("president", "vice_president"):
            counts[ballot["cycle"]][office][ballot[office]] += int(ballot["electors"])
    rows: Rows = []
    for cycle in gathered.cycles:
        size = appointed[str(cycle)]
        row = {"cycle": str(cycle), "appointed": str(size), "majority": str(size // 2 + 1)}
        blank = gathered.blank.get(cycle)
        if blank is not None:
            days = {column: blank[column] for column in ("label", "first_day", "last_day")}
            rows.append(row | days | {"votes_each": "1", "source": "stand-in;computed"})
            continue
        (held,) = gathered.of("elections/elections", cycle)
        _check_size(held, size)
        rows.append(row | _held(gathered, held, counts[str(cycle)]))
    return rows


def _check_size(row: Row, size: int) -> None:
    """Compare the electors of the units with those of the list of elections."""
    if row.number("electors_allotted") != size:
        row.refuse(
            f"{row['electors_allotted']} electors were allotted, but the places have {size}",
            "correct it, or elections/electors_by_state_year.csv",
        )


def _held(gathered: Gathered, row: Row, counts: dict[str, Counter[str]]) -> dict[str, str]:
    """Say how a past election ended, and check that the ballots elect the one who was elected."""
    people = People(gathered, row.number("year"))
    elected = {office: _elected(row, count) for office, count in counts.items()}
    if elected["president"] != people.id(row, "winner"):
        row.refuse(
            f"the ballots elect {elected['president'] or 'nobody'}, not {row['winner']}",
            "correct winner, or the electoral votes",
        )
    total = sum(
        votes.number("total_votes")
        for votes in gathered.of("elections/popular_totals", people.cycle)
    )
    if row["popular_vote_total"] and row.number("popular_vote_total") != total:
        row.refuse(
            f"popular_vote_total is {row['popular_vote_total']}, but the places sum to {total}",
            "correct it, or elections/popular_totals.csv",
        )
    return {
        "label": row["label"],
        "first_day": row["election_first_day"],
        "last_day": row["election_last_day"],
        "votes_each": row["ballots_per_elector"],
        "president": elected["president"],
        "vice_president": elected["vice_president"],
        "decided_by": row["decided_by"],
        "popular_total": row["popular_vote_total"],
        "source": union(gathered.codes(row)),
    }


def _elected(row: Row, count: Counter[str]) -> str:
    """Find the person with a majority of the electors appointed; empty if nobody has it."""
    person, most = max(count.items(), key=lambda item: (bool(item[0]), item[1]))
    return person if most >= row.number("majority_needed") else ""


def notes(gathered: Gathered) -> Rows:
    """List what to know of each cycle."""
    return [
        {
            "cycle": str(cycle),
            "number": str(number),
            "note": row["note"],
            "source": row["source"],
        }
        for cycle in gathered.cycles
        for number, row in enumerate(gathered.of("by_hand/notes", cycle), start=1)
    ]
