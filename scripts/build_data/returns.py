"""The popular vote: per ticket and in total, of every place and of divided places' districts."""

from collections import Counter
from typing import Final

from build_data.gathered import DIVIDED_FROM, Gathered, district
from build_data.people import Rows
from build_data.raw import RawRow
from build_data.units import AT_LARGE


def votes(gathered: Gathered) -> Rows:
    """List the votes of every ticket in every unit.

    Raises
    ------
    BadInputError
        If a number is no count, or a note belongs to no row.
    """
    rows: Rows = []
    for cycle in gathered.held:
        rows += [
            _printed(gathered, row, "votes")
            | {"ticket": row["candidate_id"], "note": gathered.plain(row["note"])}
            for row in gathered.of("elections/popular_votes", cycle)
        ]
        rows += _district_votes(gathered, cycle)
    _remark(rows, [note for note in _notes(gathered) if note["ticket"]])
    return rows


def totals(gathered: Gathered) -> Rows:
    """List all votes of every unit; a district's total is the sum of its tickets.

    Raises
    ------
    BadInputError
        If a number is no count, or a note belongs to no row.
    """
    rows: Rows = []
    for cycle in gathered.held:
        listed: Counter[str] = Counter()
        for row in gathered.of("elections/popular_votes", cycle):
            listed[row["state"]] += row.number("votes")
        rows += [
            _printed(gathered, row, "total_votes") | {"note": _excess(row, listed[row["state"]])}
            for row in gathered.of("elections/popular_totals", cycle)
        ]
        sums: Counter[str] = Counter()
        for vote in _district_votes(gathered, cycle):
            sums[vote["unit"]] += int(vote["votes"])
        rows += [
            {
                "cycle": str(cycle),
                "unit": unit,
                "votes": str(count),
                "note": "This is the sum of the votes listed. We know no total for the district.",
                "source": "computed",
            }
            for unit, count in sums.items()
        ]
    _remark(rows, [note for note in _notes(gathered) if not note["ticket"]])
    return rows


def district_votes(gathered: Gathered) -> Rows:
    """List the votes of districts in cycles in which this project has no district units.

    Raises
    ------
    BadInputError
        If a number is no count.
    """
    return [
        {
            "cycle": str(cycle),
            "place": row["state"],
            "district": row["district"].partition("-")[2],
            "ticket": row["candidate_id"],
            "votes": str(row.number("votes")),
            "electors": str(row.number("electoral_votes")),
            "source": gathered.codes(row),
        }
        for cycle in gathered.held
        if cycle < DIVIDED_FROM
        for row in gathered.of("elections/district_votes", cycle)
        if row["votes"]
    ]


def _excess(row: RawRow, listed: int) -> str:
    """Say where the tickets have more votes than the total."""
    more = listed - row.number("total_votes")
    if more <= 0 or (row["year"], row["state"]) in _OVERLAPPING:
        return ""
    return (
        f"The votes of the candidates listed add up to {more:,} more than this total. They are "
        "from another source."
    )


_OVERLAPPING: Final = {("1960", "AL")}
"""Where votes for two tickets are of the same voters; by_hand/vote_notes.csv says so."""


def _printed(gathered: Gathered, row: RawRow, column: str) -> dict[str, str]:
    """Return a whole place's number, with the sources that agree and those that do not."""
    divided = gathered.districts(row.number("year"))
    return {
        "cycle": row["year"],
        "unit": f"{row['state']}-{AT_LARGE}" if row["state"] in divided else row["state"],
        "votes": str(row.number(column)),
        "agreeing_sources": gathered.codes(row, "agreeing_sources"),
        "other_values": row["other_values"],
        "source": gathered.codes(row),
    }


def _district_votes(gathered: Gathered, cycle: int) -> Rows:
    """List the votes of districts; 0 or an empty cell means that nothing is known."""
    return [
        {
            "cycle": str(cycle),
            "unit": district(row),
            "ticket": row["candidate_id"],
            "votes": str(row.number("votes")),
            "source": gathered.codes(row),
        }
        for row in gathered.of("elections/district_votes", cycle)
        if cycle >= DIVIDED_FROM and row["votes"] and row.number("votes")
    ]


def _notes(gathered: Gathered) -> list[RawRow]:
    """Return the notes in by_hand/ on numbers of the included cycles."""
    return [note for cycle in gathered.cycles for note in gathered.of("by_hand/vote_notes", cycle)]


def _remark(rows: Rows, notes: list[RawRow]) -> None:
    """Add the notes from by_hand/ to their numbers."""
    by_key = {(row["cycle"], row["unit"], row.get("ticket", "")): row for row in rows}
    for note in notes:
        row = by_key.get((note["cycle"], note["unit"], note["ticket"]))
        if row is None:
            note.refuse(
                f"{note['cycle']} {note['unit']} {note['ticket']} has no number",
                "correct the row, or remove it",
            )
        row["note"] = f"{row.get('note', '')} {note['note']}".strip()
