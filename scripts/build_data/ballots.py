"""Every elector: the pledge, the ballot, and the seat."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from build_data.count import OFFICES, Count
from build_data.gathered import Gathered, district, union
from build_data.group import Group, sentence
from build_data.laws import void_places
from build_data.people import People, Rows
from build_data.pledges import by_hand, pledges
from build_data.raw import BadInputError, RawRow
from build_data.slates import Tickets, heads, slates, standings
from build_data.units import AT_LARGE

_STANDS: Final = ("counted", "abstained")
_STOPPED: Final = ("replaced", "re-vote")
"""What became of a ballot against the pledge; the law of the place must agree."""

_PRESIDENT_ALONE: Final = "P"


def counted(ballots: Rows, tickets: Tickets, void: Collection[str]) -> Rows:
    """Give electors whose ballots state law canceled the ballot of their ticket.

    Parameters
    ----------
    ballots : list of dict
        Rows of the table of ballots, of one cycle.
    tickets : mapping of str to tuple of str
        Who stood for president and for vice president, by ticket.
    void : collection of str
        Places whose law cancels a ballot against the pledge.

    Returns
    -------
    list of dict
        The same rows with the persons who were counted.
    """
    return [
        row | dict(zip(OFFICES, tickets[row["pledged"]], strict=True))
        if row["pledge"] == "broken" and row["unit"][:2] in void
        else row
        for row in ballots
    ]


class Roll:
    """The electors of one cycle.

    Parameters
    ----------
    gathered : Gathered
        The gathered tables.
    tickets : list of dict
        Rows of the table of tickets.
    units : list of dict
        Rows of the table of units.
    laws : list of dict
        Rows of the table of laws.
    cycle : int
        Election year.
    """

    def __init__(
        self, gathered: Gathered, tickets: Rows, units: Rows, laws: Rows, cycle: int
    ) -> None:
        self._gathered = gathered
        self._cycle = cycle
        self._void = void_places(laws, cycle)
        self._people = People(gathered, cycle)
        self._count = Count(gathered, self._people)
        self._tickets = heads(tickets, cycle)
        self._sizes = {
            row["unit"]: int(row["electors"]) for row in units if row["cycle"] == str(cycle)
        }
        self._by_hand = {row["id"]: row for row in gathered.tables["by_hand/ballots"]}

    def rows(self) -> Rows:
        """List the ballots of the cycle.

        Raises
        ------
        BadInputError
            If they do not add up to the official count, or do not fill the units.
        """
        groups = self._as_pledged()
        listed = by_hand(self._gathered, self._cycle)
        for row in self._gathered.cases(self._cycle):
            if row["state"] not in listed:
                self._depart(groups, row)
        groups = self._with_standings(groups)
        groups += slates(self._gathered, self._people, self._tickets)
        by_place: dict[str, list[Group]] = defaultdict(list)
        for unit in self._sizes:
            found = [group for group in groups if group.unit == unit and group.electors]
            found.sort(key=lambda group: group.seating)
            by_place[unit[:2]] += found
        rows: Rows = []
        for place, seated in by_place.items():
            numbered = self._number(place, seated)
            self._count.check(place, counted(numbered, self._tickets, self._void))
            self._check_sizes(place, seated)
            rows += numbered
        return rows

    def _as_pledged(self) -> list[Group]:
        """Seat every elector of the chosen slates; each votes for the slate's ticket."""
        groups = []
        divided = self._gathered.districts(self._cycle)
        for pledge in pledges(self._gathered, self._cycle):
            place, ticket, source = pledge.place, pledge.ticket, pledge.source
            if ticket not in self._tickets:
                pledge.row.refuse(
                    f"electors of {place} were chosen for {ticket!r}, which is no ticket",
                    "list them in by_hand/slates.csv, or mend the name",
                )
            of_districts = self._of_districts(place, ticket, source)
            at_large = pledge.electors - sum(g.electors for g in of_districts)
            if at_large < 0:
                pledge.row.refuse(
                    f"{place} chose fewer electors for {ticket} than its districts did",
                    "correct this number, or electoral_votes in elections/district_votes.csv",
                )
            unit = f"{place}-{AT_LARGE}" if place in divided else place
            groups.append(Group(unit, ticket, self._tickets[ticket], at_large, source=source))
            groups += of_districts
        return groups

    def _with_standings(self, groups: list[Group]) -> list[Group]:
        """Mark electors of places whose votes Congress disputed, refused or excluded."""
        marked = []
        found = standings(self._gathered, self._cycle)
        for group in groups:
            row = found.get(group.unit)
            marked.append(
                replace(
                    group,
                    status=row["status"],
                    note=f"{row['note']} {group.note}".strip(),
                    source=union(group.source, row["source"]),
                )
                if row
                else group
            )
        return marked

    def _of_districts(self, place: str, ticket: str, source: str) -> list[Group]:
        """Seat the electors that a place's districts chose for a ticket."""
        return [
            Group(
                district(row),
                ticket,
                self._tickets[ticket],
                row.number("electoral_votes"),
                source=union(row["source"], source),
            )
            for row in self._gathered.of("elections/district_votes", self._cycle)
            if place in self._gathered.districts(self._cycle)
            and (row["state"], row["candidate_id"]) == (place, ticket)
        ]

    def _depart(self, groups: list[Group], row: RawRow) -> None:
        """Move electors with a story of their own out of their pledged group."""
        added = self._by_hand.get(row["id"])
        elector = added["elector"] if added else row["elector"]
        unit = added["unit"] if added else row["state"]
        pledged = self._persons(row, "pledged")
        group = self._find(groups, unit, pledged, row)
        count = row.number("electors")
        if count > group.electors:
            row.refuse(
                f"{count} of only {group.electors} electors of {unit} leave {group.pledged}",
                "correct electors, or the electors in elections/electors_pledged.csv",
            )
        self._check_outcome(row)
        groups[groups.index(group)] = replace(group, electors=group.electors - count)
        groups.append(
            replace(
                group,
                cast=self._voted(row, pledged),
                electors=count,
                kept=False,
                elector="" if elector == "not named" else elector,
                substitute=added["substitute"] if added else "",
                note=added["note"] if added else sentence(self._gathered.plain(row["note"])),
                source=union(group.source, self._gathered.codes(row)),
            )
        )

    def _check_outcome(self, row: RawRow) -> None:
        """Check that how a ballot was counted fits the law of its place."""
        outcome = row.one_of("outcome", _STANDS + _STOPPED, "scripts/build_data/ballots.py")
        if (outcome in _STOPPED) != (row["state"] in self._void):
            does = "cancels" if row["state"] in self._void else "does not cancel"
            row.refuse(
                f"outcome is {outcome}, but the law of {row['state']} in {self._cycle} {does} a "
                "ballot against the pledge",
                "correct the outcome, or civics/elector_laws.csv and by_hand/law_changes.csv",
            )

    def _voted(self, row: RawRow, pledged: tuple[str, str]) -> tuple[str, str]:
        """Find whom an elector voted for; a pledge that was kept is read from the pledge."""
        president, vice_president = self._persons(row, "voted")
        if row["office"] == _PRESIDENT_ALONE and not row["voted_vice_president"]:
            vice_president = pledged[1]
        return president, vice_president

    def _persons(self, row: RawRow, what: str) -> tuple[str, str]:
        """Find the persons an elector was pledged to, or voted for, for both offices."""
        ids = self._people.id
        return ids(row, f"{what}_president"), ids(row, f"{what}_vice_president")

    def _find(self, groups: list[Group], unit: str, pledged: tuple[str, str], row: RawRow) -> Group:
        """Find the group of a unit's electors who still keep their pledge to a slate."""
        for group in groups:
            if group.unit == unit and group.kept and not group.elector and group.cast == pledged:
                return group
        return row.refuse(
            f"{unit} chose nobody for {' and '.join(pledged)}",
            "correct the names, or give the unit in by_hand/ballots.csv",
        )

    def _check_sizes(self, place: str, groups: list[Group]) -> None:
        """Check a place's number of electors against the number its units appoint."""
        seated: Counter[str] = Counter()
        for group in groups:
            seated[group.unit] += group.electors
        for unit, size in self._sizes.items():
            if unit[:2] == place and seated[unit] != size:
                raise BadInputError(
                    "elections/electors_pledged.csv",
                    f"{unit} appointed {size} electors in {self._cycle}, not {seated[unit]}",
                    "correct it, or elections/electors_by_state_year.csv",
                )

    def _number(self, place: str, groups: list[Group]) -> Rows:
        """Assign seat numbers to a place's electors."""
        sources = self._count.sources(place)
        seat = 1
        rows = []
        for group in groups:
            of_count = [sources.get(vote, "") for vote in enumerate(group.cast) if group.voted]
            rows.append(
                {
                    "cycle": str(self._cycle),
                    "unit": group.unit,
                    "seat": str(seat),
                    "electors": str(group.electors),
                    "pledged": group.pledged,
                    "president": group.cast[0],
                    "vice_president": group.cast[1],
                    "status": group.status,
                    "pledge": group.pledge,
                    "elector": group.elector,
                    "substitute": group.substitute,
                    "note": group.note,
                    "source": union(*of_count, group.source),
                }
            )
            seat += group.electors
        return rows


def ballots(gathered: Gathered, tickets: Rows, units: Rows, laws: Rows) -> Rows:
    """List the ballots of every past cycle."""
    return [
        row for cycle in gathered.held for row in Roll(gathered, tickets, units, laws, cycle).rows()
    ]
