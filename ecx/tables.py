"""The tables in ``data/``: each cycle as a frozen `Election`, and tables as people read them.

Every file is sorted by cycle, so the rows of one cycle are one block of lines, and only those
lines are parsed: the record may grow to every election there was and one cycle opens as fast.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from ecx.doubts import MEMORY, about
from ecx.election import Ballot, Election, Elector, Ticket, Unit, Votes
from ecx.errors import UnknownCycleError, shown
from ecx.files import folder

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, str]

OTHER: Final = "other"
"""Stands in the place of a ticket for everybody else the sources list."""


def cycles() -> tuple[int, ...]:
    """List the cycles of the record, the one to come included.

    Returns
    -------
    tuple of int
        Election years, earliest first; 1789 is the election of 1788-89.

    Examples
    --------
    >>> cycles()[-2:]
    (2024, 2028)
    """
    return tuple(_elections())


def latest() -> int:
    """Tell the latest cycle in which electors have voted.

    Returns
    -------
    int
        An election year.

    Examples
    --------
    >>> latest()
    2024
    """
    return max(cycle for cycle, row in _elections().items() if row["popular_total"])


@cache
def election(cycle: int) -> Election:
    """Open the record of one cycle.

    Parameters
    ----------
    cycle : int
        An election year out of `cycles`.

    Returns
    -------
    Election
        The record; the same object each time.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Notes
    -----
    A unit without ballots in the record has not voted yet: its seats are there, pledged to
    nobody.

    Examples
    --------
    >>> election(2016).tickets["trump"].party, election(2016).seats["TX.38"].name
    ('Republican', 'Christopher Suprun')
    >>> election(2028).calls["PA"] is None
    True
    """
    about = _about(cycle)
    names = {row["place"]: row["name"] for row in read_rows("places")}
    people = {row["person"]: row for row in read_rows("people", cycle)}
    tickets = read_rows("tickets", cycle)
    units = {
        row["unit"]: Unit(row["unit"], row["place"], row["name"], int(row["electors"]))
        for row in sorted(read_rows("units", cycle), key=lambda row: names[row["place"]])
    }
    return Election(
        cycle=cycle,
        label=about["label"],
        tickets={row["ticket"]: _ticket(row) for row in tickets},
        people={person: row["name"] for person, row in people.items()},
        places={unit.place: names[unit.place] for unit in units.values()},
        units=units,
        electors=_electors(units, read_rows("ballots", cycle)),
        votes=_votes(cycle, {row["ticket"]: people[row["president"]]["short"] for row in tickets}),
        notes=_notes(cycle, tickets, people),
        shorts={person: row["short"] for person, row in people.items()},
    )


def elections() -> "pd.DataFrame":
    """Show the elections of the record as a table.

    Returns
    -------
    pandas.DataFrame
        One row per cycle, with the columns of ``data/elections.csv``: cycle, label, first_day and
        last_day (of voting), votes_each (an elector's for president), appointed and majority
        (electors), president and vice_president (person ids), decided_by, popular_total (votes)
        and source. What is still to come is missing.

    Examples
    --------
    >>> elections().set_index("cycle").president[2016]
    'trump'
    """
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    return pd.read_csv(
        folder("data") / "elections.csv",
        dtype={"label": "str", "popular_total": "Int64"},
        parse_dates=["first_day", "last_day"],
    )


def results(cycle: int) -> "pd.DataFrame":
    """Show the popular vote of one cycle as a table.

    Parameters
    ----------
    cycle : int
        An election year out of `cycles`.

    Returns
    -------
    pandas.DataFrame
        One row per unit and ticket, most votes first within a unit: cycle, unit, place, ticket
        (``"other"`` is everybody else), name (of the candidate for president), party, votes,
        share (of all votes of the unit, 0 to 1), electors (pledged), source, agreeing_sources,
        other_values (what dissenting sources print) and note. An at-large part has the votes of
        its whole place. Empty for a cycle to come.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Examples
    --------
    >>> table = results(2016).set_index(["unit", "ticket"])
    >>> int(table.votes["ME-02", "trump"]), int(table.electors["ME-02", "trump"])
    (181177, 1)
    """
    import pandas as pd  # noqa: PLC0415 - pages open without pandas

    record = election(cycle)
    pledged = Counter((elector.unit, elector.pledged) for elector in record.electors)
    rows: list[dict[str, Any]] = []
    for row in read_rows("votes", cycle):
        unit, ticket = record.units[row["unit"]], record.tickets.get(row["ticket"])
        rows.append(
            {
                "cycle": cycle,
                "unit": unit.id,
                "place": unit.place,
                "ticket": row["ticket"],
                "name": record.people[ticket.president] if ticket else "Other",
                "party": ticket.party if ticket else "",
                "votes": int(row["votes"]),
                "share": int(row["votes"]) / record.votes[unit.id].total,
                "electors": pledged[unit.id, row["ticket"]],
                **{name: row[name] for name in _ORIGIN},
            }
        )
    order = {unit: number for number, unit in enumerate(record.units)}
    rows.sort(key=lambda row: (order[row["unit"]], -row["votes"]))
    return pd.DataFrame(rows, columns=[*_RESULT, *_ORIGIN])


_RESULT: Final = (
    "cycle",
    "unit",
    "place",
    "ticket",
    "name",
    "party",
    "votes",
    "share",
    "electors",
)
_ORIGIN: Final = ("source", "agreeing_sources", "other_values", "note")


def read_rows(table: str, cycle: int | None = None) -> list[Row]:
    """Read a table, or the lines of it that belong to one cycle."""
    content = (folder("data") / f"{table}.csv").read_bytes()
    head, _, body = content.partition(b"\n")
    if cycle is not None:
        start = (b"\n" + body).find(b"\n%d," % cycle)
        last = body.rfind(b"\n%d," % cycle) + 1
        body = body[start : body.find(b"\n", max(start, last)) + 1] if start >= 0 else b""
    names = next(csv.reader([head.decode()]))
    return [
        dict(zip(names, values, strict=True))
        for values in csv.reader(body.decode().split("\n")[:-1])
    ]


@cache
def _elections() -> Mapping[int, Row]:
    """Read what is known of each election as a whole, by cycle."""
    return {int(row["cycle"]): row for row in read_rows("elections")}


def _about(cycle: int) -> Row:
    """Find one election, or say which there are."""
    known = _elections()
    if cycle in known:
        return known[cycle]
    years = list(known)
    if isinstance(cycle, int):
        near = sorted(sorted(years, key=lambda year: abs(year - cycle))[:2])
        mend = f"the nearest are {near[0]} and {near[1]}"
    else:
        mend = f"{shown(cycle)} is text, give a number"
    raise UnknownCycleError(
        f"{cycle} is not among the cycles of this record, {years[0]} to {years[-1]}; {mend}"
    )


def _ticket(row: Row) -> Ticket:
    """Make a ticket."""
    return Ticket(
        row["ticket"], row["president"], row["vice_president"] or None, row["party"], row["code"]
    )


def _electors(units: Mapping[str, Unit], ballots: list[Row]) -> tuple[Elector, ...]:
    """Seat every elector of every unit; units without ballots are still to vote."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in ballots:
        groups[row["unit"]].append(row)
    taken: Counter[str] = Counter()
    electors: list[Elector] = []
    for unit in units.values():
        for row in groups[unit.id] or [_TO_VOTE | {"electors": str(unit.electors)}]:
            cast = Ballot(row["president"] or None, row["vice_president"] or None)
            for _ in range(int(row["electors"])):
                taken[unit.place] += 1
                electors.append(_elector(unit, taken[unit.place], row, cast))
    return tuple(electors)


_TO_VOTE: Final = dict.fromkeys(
    ("pledged", "president", "vice_president", "elector", "note", "source"), ""
)


def _elector(unit: Unit, seat: int, row: Row, cast: Ballot) -> Elector:
    """Make one elector; what is told of it from memory is marked."""
    note = row["note"]
    if MEMORY in row["source"].split(";"):
        note = f"{note} The name or the story is from memory, not from a document.".lstrip()
    return Elector(
        f"{unit.place}.{seat}",
        unit.place,
        unit.id,
        seat,
        row["pledged"] or None,
        cast,
        row["elector"],
        note,
    )


def _votes(cycle: int, names: Mapping[str, str]) -> dict[str, Votes]:
    """Collect the popular vote of every unit, with what is doubtful of it in words."""
    by_unit: dict[str, list[Row]] = defaultdict(list)
    for row in read_rows("votes", cycle):
        by_unit[row["unit"]].append(row)
    votes = {}
    for total in read_rows("totals", cycle):
        rows = by_unit[total["unit"]]
        rows.sort(key=lambda row: -int(row["votes"]))
        counts = {row["ticket"]: int(row["votes"]) for row in rows}
        other = counts.pop(OTHER, 0)
        doubts = about(total, "all votes")
        for row in rows:
            doubts += about(row, names.get(row["ticket"], "others"))
        votes[total["unit"]] = Votes(counts, other, int(total["votes"]), tuple(doubts))
    return votes


def _notes(cycle: int, tickets: list[Row], people: Mapping[str, Row]) -> tuple[str, ...]:
    """Collect what to know of a cycle, and say what of it is told from memory."""
    notes = [row["note"] for row in read_rows("notes", cycle)]
    notes += [
        f"{people[row['president']]['short']}: {row['note']}" for row in tickets if row["note"]
    ]
    mates = [
        people[row["vice_president"]]["short"]
        for row in tickets
        if row["vice_president"] and row["running_mate_source"] == MEMORY
    ]
    if mates:
        notes.append(
            f"From memory, not from a document: who ran for vice president ({', '.join(mates)})."
        )
    return tuple(notes)
