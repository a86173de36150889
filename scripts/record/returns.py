"""The popular vote: per ticket and in all, of every place and of the districts of divided ones."""

from collections import Counter

from record.gathered import Gathered, district
from record.people import Rows
from record.raw import Row
from record.units import AT_LARGE

Notes = dict[tuple[str, str, str], str]


def votes(gathered: Gathered) -> Rows:
    """List the votes of every ticket in every unit."""
    notes = _notes(gathered)
    rows: Rows = []
    for cycle in gathered.held:
        divided = gathered.districts(cycle)
        for row in gathered.of("elections/popular_votes", cycle):
            unit = _unit(row, divided)
            added = notes.pop((str(cycle), unit, row["candidate_id"]), "")
            rows.append(
                {
                    "cycle": str(cycle),
                    "unit": unit,
                    "ticket": row["candidate_id"],
                    "votes": str(row.number("votes")),
                    "agreeing_sources": row["agreeing_sources"],
                    "other_values": row["other_values"],
                    "note": " ".join(filter(None, (row["note"], added))),
                    "source": gathered.codes(row),
                }
            )
        rows += _district_votes(gathered, cycle)
    return rows


def totals(gathered: Gathered) -> Rows:
    """List all votes of every unit; a district's are the sum of the tickets listed for it."""
    notes = _notes(gathered)
    rows: Rows = []
    for cycle in gathered.held:
        divided = gathered.districts(cycle)
        for row in gathered.of("elections/popular_totals", cycle):
            unit = _unit(row, divided)
            rows.append(
                {
                    "cycle": str(cycle),
                    "unit": unit,
                    "votes": str(row.number("total_votes")),
                    "agreeing_sources": row["agreeing_sources"],
                    "other_values": row["other_values"],
                    "note": notes.pop((str(cycle), unit, ""), ""),
                    "source": gathered.codes(row),
                }
            )
        sums: Counter[str] = Counter()
        for vote in _district_votes(gathered, cycle):
            sums[vote["unit"]] += int(vote["votes"])
        rows += [
            {
                "cycle": str(cycle),
                "unit": unit,
                "votes": str(count),
                "note": "The sum of the tickets listed; no total of the district is known here.",
                "source": "computed",
            }
            for unit, count in sums.items()
        ]
    return rows


def _district_votes(gathered: Gathered, cycle: int) -> Rows:
    """List the votes of districts; a table that prints nothing or 0 for a ticket says nothing of it."""
    return [
        {
            "cycle": str(cycle),
            "unit": district(row),
            "ticket": row["candidate_id"],
            "votes": str(row.number("votes")),
            "source": gathered.codes(row),
        }
        for row in gathered.of("elections/district_votes", cycle)
        if row["votes"] and row.number("votes")
    ]


def _unit(row: Row, divided: dict[str, list[str]]) -> str:
    """Name the unit a vote of a whole place belongs to."""
    return f"{row['state']}-{AT_LARGE}" if row["state"] in divided else row["state"]


def _notes(gathered: Gathered) -> Notes:
    """Take the notes added by hand, by cycle, unit and ticket; no ticket means all votes."""
    return {
        (row["cycle"], row["unit"], row["ticket"]): row["note"]
        for row in gathered.tables["by_hand/vote_notes"]
    }
