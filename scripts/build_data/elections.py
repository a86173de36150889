"""The elections: date, number of electors, who was elected, and notes."""

from collections import Counter, defaultdict
from typing import Final

from build_data.ballots import counted
from build_data.count import OFFICES
from build_data.gathered import Gathered, union
from build_data.group import APPOINTED, COUNTED, DISPUTED, EXCLUDED, HALF
from build_data.laws import void_places
from build_data.people import People, Rows
from build_data.raw import RawRow
from build_data.slates import heads


def elections(gathered: Gathered, units: Rows, ballots: Rows, tickets: Rows, laws: Rows) -> Rows:
    """List the elections and who was elected, by the recorded ballots or by Congress."""
    sizes: Counter[str] = Counter()
    for unit in units:
        sizes[unit["cycle"]] += int(unit["electors"])
    by_cycle: dict[str, Rows] = defaultdict(list)
    for ballot in ballots:
        by_cycle[ballot["cycle"]].append(ballot)
    rows: Rows = []
    for cycle in gathered.cycles:
        blank = gathered.blank.get(cycle)
        if blank is not None:
            days = {column: blank[column] for column in ("label", "first_day", "last_day")}
            row = {"cycle": str(cycle), "votes_each": "1", "source": "stand-in;computed"}
            rows.append(row | days | _college(sizes[str(cycle)]))
            continue
        (held,) = gathered.of("elections/elections", cycle)
        stand = counted(by_cycle[str(cycle)], heads(tickets, cycle), void_places(laws, cycle))
        rows.append({"cycle": str(cycle)} | _held(gathered, held, stand))
    return rows


def _college(appointed: int) -> dict[str, str]:
    """Return the number of electors appointed, and their majority."""
    return {"appointed": str(appointed), "majority": str(appointed // 2 + 1)}


def _held(gathered: Gathered, row: RawRow, ballots: Rows) -> dict[str, str]:
    """Return the result of a past election."""
    cycle = row.number("year")
    _check_size(gathered, row, ballots)
    _check_votes(gathered, row)
    appointed = sum(int(b["electors"]) for b in ballots if b["status"] in APPOINTED)
    printed = row.number("electors_nara_total")
    for correction in gathered.of("by_hand/printed", cycle):
        printed = correction.number("electors")
    majorities = {appointed // 2 + 1, printed // 2 + 1}
    if row.number("majority_needed") not in majorities:
        row.refuse(
            f"majority_needed is {row['majority_needed']}, but more than half of the electors "
            f"is {' or '.join(str(majority) for majority in sorted(majorities))}",
            "correct it, or electors_nara_total",
        )
    counts = _counts(ballots, row.number("ballots_per_elector"))
    return _college(appointed) | {
        "label": row["label"],
        "first_day": row["election_first_day"],
        "last_day": row["election_last_day"],
        "votes_each": row["ballots_per_elector"],
        "appointed_printed": str(printed),
        "majority_printed": str(printed // 2 + 1),
        **_elected(gathered, row, counts, appointed // 2 + 1),
        "decided_by": row["decided_by"],
        "popular_total": row["popular_vote_total"],
        "source": union(
            gathered.codes(row),
            *(choice["source"] for choice in gathered.of("by_hand/contingent", cycle)),
        ),
    }


def _check_size(gathered: Gathered, row: RawRow, ballots: Rows) -> None:
    """Compare the electors allotted with those of the places, without those Congress excluded."""
    size = sum(
        place.number("electors")
        for place in gathered.of("elections/electors_by_state_year", row.number("year"))
    ) - sum(int(ballot["electors"]) for ballot in ballots if ballot["status"] == EXCLUDED)
    if row.number("electors_allotted") != size:
        row.refuse(
            f"{row['electors_allotted']} electors were allotted, but the places have {size}",
            "correct it, or elections/electors_by_state_year.csv",
        )


def _check_votes(gathered: Gathered, row: RawRow) -> None:
    """Compare the total popular vote with the sum of the places."""
    total = sum(
        votes.number("total_votes")
        for votes in gathered.of("elections/popular_totals", row.number("year"))
    )
    if row["popular_vote_total"] and row.number("popular_vote_total") != total:
        row.refuse(
            f"popular_vote_total is {row['popular_vote_total']}, but the places sum to {total}",
            "correct it, or elections/popular_totals.csv",
        )


def _counts(ballots: Rows, votes_each: int) -> dict[str, Counter[str]]:
    """Add up the counted ballots; before 1804 both votes are for president."""
    counts = {office: Counter[str]() for office in OFFICES}
    for ballot in ballots:
        for office in OFFICES:
            refused = ballot["status"] == HALF and office == "president"
            if ballot["status"] in (COUNTED, DISPUTED, HALF) and ballot[office] and not refused:
                to = office if votes_each == 1 else "president"
                counts[to][ballot[office]] += int(ballot["electors"])
    return counts


def _elected(
    gathered: Gathered, row: RawRow, counts: dict[str, Counter[str]], majority: int
) -> dict[str, str]:
    """Return who was elected by the ballots, or else by Congress.

    Raises
    ------
    BadInputError
        If the ballots elect somebody else, or Congress is said to have chosen though they did not
        fail.
    """
    people = People(gathered, row.number("year"))
    elected = {office: _ahead(counts[office], majority) for office in OFFICES}
    if elected["president"] and row["ballots_per_elector"] == "2":
        rest = counts["president"].copy()
        del rest[elected["president"]]
        elected["vice_president"] = _ahead(rest, 1)
    for choice in gathered.of("by_hand/contingent", people.cycle):
        if elected[choice.one_of("office", OFFICES, "president or vice_president")]:
            choice.refuse(
                f"the ballots elect {elected[choice['office']]}",
                "remove the row, or correct the electoral votes",
            )
        elected[choice["office"]] = choice.one_of("person", people.ids, "by_hand/people.csv")
    if elected["president"] != people.id(row, "winner"):
        row.refuse(
            f"the ballots elect {elected['president'] or 'nobody'}, not {row['winner']}",
            "correct winner, or the electoral votes",
        )
    return elected


def _ahead(count: Counter[str], majority: int) -> str:
    """Return the person with the most votes and a majority; empty with a tie or no majority."""
    (first, most), second = [*count.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= majority and most > second[1] else ""


def notes(gathered: Gathered, elected: Rows) -> Rows:
    """List the notes on each cycle, and where the National Archives print another majority."""
    rows: Rows = []
    for row in elected:
        cycle = int(row["cycle"])
        found = [(note["note"], note["source"]) for note in gathered.of("by_hand/notes", cycle)]
        printed = row.get("appointed_printed", row["appointed"])
        if printed != row["appointed"]:
            found.append((_printed_note(row), _PRINTED))
        rows += [
            {"cycle": row["cycle"], "number": str(number), "note": note, "source": source}
            for number, (note, source) in enumerate(found, start=1)
        ]
    return rows


_PRINTED: Final = "NARA-EA"


def _printed_note(row: dict[str, str]) -> str:
    """Say how the printed electors and majority differ from those computed here."""
    return (
        f"The National Archives print {row['appointed_printed']} electors, which makes a majority "
        f"of {row['majority_printed']}. The Constitution asks for more than half of the electors "
        f"appointed. Of {row['appointed']}, that is {row['majority']}."
    )
