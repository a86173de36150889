"""Read the record: the cycles it has, and each as a frozen `Election`."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from ecx.college.election import Election, Ticket, Unit
from ecx.college.elector import ABSENT, Ballot, Elector, Standing
from ecx.college.laws import Effect, Law
from ecx.college.votes import Votes
from ecx.record.censuses import (
    apportionment_populations,
    census_of,
    censuses,
    district_people,
)
from ecx.record.csv_rows import Row, election_row, elections_by_cycle, in_force, read_rows
from ecx.record.doubts import MEMORY, about
from ecx.say import _

OTHER: Final = "other"
"""Stands in the place of a ticket for everybody else the sources list."""


def cycles() -> tuple[int, ...]:
    """List the cycles of the record, including the one to come.

    Returns
    -------
    tuple of int
        Election years, earliest first; 1789 is the election of 1788-89.

    Examples
    --------
    >>> cycles()[-2:]
    (2024, 2028)
    """
    return tuple(elections_by_cycle())


def held() -> tuple[int, ...]:
    """List the cycles in which electors have voted: all but those to come.

    Returns
    -------
    tuple of int
        Election years, earliest first.

    Examples
    --------
    >>> held()[-1], len(held())
    (2024, 60)
    """
    return tuple(cycle for cycle, row in elections_by_cycle().items() if row["president"])


def latest() -> int:
    """Return the latest cycle in which electors have voted.

    Returns
    -------
    int
        An election year.

    Examples
    --------
    >>> latest()
    2024
    """
    return held()[-1]


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
    >>> election(2016).laws["MN"].effect, election(2012).laws
    (<Effect.VOID: 'void'>, mappingproxy({}))
    """
    about = election_row(cycle)
    names = {row["place"]: row["name"] for row in read_rows("places")}
    people = {row["person"]: row for row in read_rows("people", cycle)}
    tickets = read_rows("tickets", cycle)
    units = {
        row["unit"]: _unit(row)
        for row in sorted(read_rows("units", cycle), key=lambda row: names[row["place"]])
    }
    heads = {row["ticket"]: _head(row, people) for row in tickets}
    return Election(
        cycle=cycle,
        label=about["label"],
        tickets={row["ticket"]: _ticket(row) for row in tickets},
        people={person: row["name"] for person, row in people.items()},
        places={unit.place: names[unit.place] for unit in units.values()},
        units=units,
        electors=_electors(units, read_rows("ballots", cycle)),
        votes=_votes(cycle, heads),
        notes=_notes(cycle, tickets, heads, people),
        votes_each=int(about["votes_each"]),
        shorts={person: row["short"] for person, row in people.items()},
        absences={row["place"]: row["reason"] for row in read_rows("absences", cycle)},
        laws={row["place"]: _law(row) for row in in_force("laws", cycle)},
        census=census_of(cycle),
        censuses=_people(),
        first_names=_first_names(),
    )


@cache
def _first_names() -> dict[str, tuple[str, ...]]:
    """Read the full names that everyday first names are short for."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows("first_names"):
        everyday = row["everyday"].casefold()
        found[everyday] = (*found.get(everyday, ()), row["full"].casefold())
    return found


def _unit(row: Row) -> Unit:
    """Make a unit."""
    return Unit(
        row["unit"],
        row["place"],
        row["name"],
        int(row["electors"]),
        row["method"],
        row["method_note"],
    )


def _law(row: Row) -> Law:
    """Make a law."""
    return Law(
        row["place"],
        Effect(row["effect"]),
        row["words"],
        row["statute"],
        row["year"],
        row["sureness"],
        row["doubt"],
        row["source"],
    )


def _head(ticket: Row, people: Mapping[str, Row]) -> str:
    """Return a ticket's short name: its candidate for president, or else its party."""
    return people[ticket["president"]]["short"] if ticket["president"] else ticket["party"]


def _ticket(row: Row) -> Ticket:
    """Make a ticket."""
    return Ticket(
        row["ticket"],
        row["president"] or None,
        row["vice_president"] or None,
        row["party"],
        row["code"],
    )


def _electors(units: Mapping[str, Unit], ballots: list[Row]) -> tuple[Elector, ...]:
    """List the electors of every unit; where there are no ballots, they have yet to vote."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in ballots:
        groups[row["unit"]].append(row)
    taken: Counter[str] = Counter()
    electors: list[Elector] = []
    for unit in units.values():
        for row in groups[unit.id] or [_TO_VOTE | {"electors": str(unit.electors)}]:
            away = row["status"] == Standing.ABSENT
            named = Ballot(row["president"] or None, row["vice_president"] or None)
            cast = ABSENT if away else named
            for _seat in range(int(row["electors"])):
                taken[unit.place] += 1
                electors.append(_elector(unit, taken[unit.place], row, cast))
    return tuple(electors)


_TO_VOTE: Final = dict.fromkeys(
    ("pledged", "president", "vice_president", "pledge", "elector", "substitute", "note", "source"),
    "",
) | {"status": "counted"}


def _elector(unit: Unit, seat: int, row: Row, cast: Ballot) -> Elector:
    """Make one elector; add a mark if its note is from memory."""
    note = _(row["note"]) if row["note"] else ""
    if MEMORY in row["source"].split(";"):
        known = _("The name or the story is from memory, not from a document.")
        note = f"{note} {known}".lstrip()
    return Elector(
        f"{unit.place}.{seat}",
        unit.place,
        unit.id,
        seat,
        row["pledged"] or None,
        cast,
        row["elector"],
        note,
        Standing(row["status"]),
        faithless=row["pledge"] == "broken",
        source=row["source"],
        substitute=row["substitute"],
    )


def _votes(cycle: int, names: Mapping[str, str]) -> dict[str, Votes]:
    """Collect the popular vote of every unit, with sentences on what is doubtful."""
    by_unit: dict[str, list[Row]] = defaultdict(list)
    for row in read_rows("votes", cycle):
        by_unit[row["unit"]].append(row)
    votes = {}
    for total in read_rows("totals", cycle):
        rows = by_unit[total["unit"]]
        rows.sort(key=lambda row: -int(row["votes"]))
        counts = {row["ticket"]: int(row["votes"]) for row in rows}
        other = counts.pop(OTHER, 0)
        doubts = about(total, _("all votes"))
        for row in rows:
            doubts += about(row, names.get(row["ticket"], _("others")))
        votes[total["unit"]] = Votes(counts, other, int(total["votes"]), tuple(doubts))
    return votes


def _notes(
    cycle: int, tickets: list[Row], heads: Mapping[str, str], people: Mapping[str, Row]
) -> tuple[str, ...]:
    """Collect the notes on a cycle; add a mark to what is from memory."""
    notes = [_marked(row["note"], row["source"]) for row in read_rows("notes", cycle)]
    notes += [f"{heads[row['ticket']]}: {_(row['note'])}" for row in tickets if row["note"]]
    mates = [
        people[row["vice_president"]]["short"]
        for row in tickets
        if row["vice_president"] and row["running_mate_source"] == MEMORY
    ]
    if mates:
        notes.append(
            _("From memory, not from a document: who ran for vice president ({names}).").format(
                names=", ".join(mates)
            )
        )
    return tuple(notes)


def _marked(note: str, source: str) -> str:
    """Mark a note that is partly from memory."""
    if MEMORY not in source.split(";"):
        return _(note)
    return f"{_(note)} {_('(From memory.)')}"


@cache
def _people() -> dict[int, dict[str, int]]:
    """Return the population of every place, by census; 1920 is included."""
    return {
        census: apportionment_populations(census) | district_people(census) for census in censuses()
    }
