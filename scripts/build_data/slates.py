"""Electors listed by hand, of places whose totals do not tell who voted how."""

from collections import Counter
from collections.abc import Mapping

from build_data.gathered import Gathered, union
from build_data.group import STATUSES, Group, sentence
from build_data.people import People, Rows
from build_data.raw import BadInputError, RawRow

Tickets = Mapping[str, tuple[str, str]]
"""Who stood for president and for vice president, by ticket."""


def heads(tickets: Rows, cycle: int) -> Tickets:
    """Return the candidates for both offices on each ticket of a cycle."""
    return {
        row["ticket"]: (row["president"], row["vice_president"])
        for row in tickets
        if row["cycle"] == str(cycle)
    }


def slates(gathered: Gathered, people: People, tickets: Tickets) -> list[Group]:
    """List the electors of one cycle that are listed by hand.

    Raises
    ------
    BadInputError
        If a row names a ticket, a person, a status or a case that is unknown, or a case has
        another number of electors.
    """
    cases = {case["id"]: case for case in gathered.cases(people.cycle)}
    found: Counter[str] = Counter()
    groups = []
    for row in gathered.of("by_hand/slates", people.cycle):
        case = None
        if row["case"]:
            row.one_of("case", cases, "civics/faithless_electors.csv")
            case = cases[row["case"]]
            _check_case(row, case, people)
            found[row["case"]] += row.number("electors")
        groups.append(_group(gathered, row, case, people, tickets))
    for name, electors in found.items():
        if electors != cases[name].number("electors"):
            cases[name].refuse(
                f"{name} has {cases[name]['electors']} electors, but by_hand/slates.csv {electors}",
                "correct one of the two",
            )
    return groups


def _group(
    gathered: Gathered, row: RawRow, case: RawRow | None, people: People, tickets: Tickets
) -> Group:
    """Read one row of the list."""
    row.one_of("status", STATUSES, "scripts/build_data/group.py")
    for office in ("president", "vice_president"):
        row.one_of(office, people.ids | {""}, "by_hand/people.csv")
    row.one_of("pledged", (*tickets, ""), "elections/candidates.csv")
    cast = row["president"], row["vice_president"]
    expected = tickets.get(row["pledged"], ("", ""))
    same = all(wanted in {"", given} for wanted, given in zip(expected, cast, strict=True))
    name = case["elector"] if case else ""
    return Group(
        unit=row["place"],
        pledged=row["pledged"],
        cast=cast,
        electors=row.number("electors"),
        kept=same or row["kept"] == "yes",
        status=row["status"],
        elector="" if name == "not named" else name,
        note=row["note"] or sentence(gathered.plain(case["note"]) if case else ""),
        source=union(row["source"], gathered.codes(case) if case else ""),
        order=row.number("number"),
    )


def _check_case(row: RawRow, case: RawRow, people: People) -> None:
    """Check a row against the broken pledge it describes."""
    if case["state"] != row["place"]:
        row.refuse(f"{row['case']} is of {case['state']}", "correct place or case")
    voted = people.id(case, "voted_president")
    if voted != row["president"]:
        row.refuse(f"{row['case']} voted for {voted or 'nobody'}", "correct president or case")


def standings(gathered: Gathered, cycle: int) -> dict[str, RawRow]:
    """Return the places whose votes Congress disputed, refused or excluded."""
    found = {}
    for row in gathered.of("by_hand/standings", cycle):
        row.one_of("status", STATUSES, "scripts/build_data/group.py")
        if row["place"] in {slate["place"] for slate in gathered.of("by_hand/slates", cycle)}:
            raise BadInputError(
                row.place,
                f"{row['place']} is in by_hand/slates.csv too",
                "keep its status there, or its electors here",
            )
        found[row["place"]] = row
    return found
