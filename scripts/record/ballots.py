"""Every elector: chosen for whom, voted how, reconciled with the official count of its place."""

from collections import Counter
from dataclasses import dataclass, replace

from record.gathered import Gathered, district, union
from record.people import People, Rows
from record.raw import BadInputError, Row
from record.units import AT_LARGE

OFFICES = ("president", "vice_president")


@dataclass(frozen=True)
class Group:
    """Electors of one unit who were pledged and voted alike.

    Attributes
    ----------
    unit, pledged : str
        Unit, and the ticket they were chosen for.
    cast : tuple of str
        Persons for president and vice president; empty is a blank.
    electors : int
        How many they are.
    kept : bool
        Whether they voted as they were pledged.
    elector, note, source : str
        As in the table of ballots.
    """

    unit: str
    pledged: str
    cast: tuple[str, str]
    electors: int
    kept: bool = True
    elector: str = ""
    note: str = ""
    source: str = ""


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
    cycle : int
        Election year.
    """

    def __init__(self, gathered: Gathered, tickets: Rows, units: Rows, cycle: int) -> None:
        self.gathered = gathered
        self.cycle = cycle
        self.people = People(gathered, cycle)
        self.slates = {
            row["ticket"]: (row["president"], row["vice_president"])
            for row in tickets
            if row["cycle"] == str(cycle)
        }
        self.sizes = {row["unit"]: int(row["electors"]) for row in units if row["cycle"] == str(cycle)}
        self.departures = gathered.of("civics/faithless_electors", cycle)
        self.by_hand = {row["id"]: row for row in gathered.tables["by_hand/ballots"]}
        self.counts = gathered.of("elections/electoral_votes", cycle)

    def rows(self) -> Rows:
        """List the ballots of the cycle.

        Raises
        ------
        BadInputError
            If they do not add up to the official count, person by person.
        """
        groups = self._as_pledged()
        for row in self.departures:
            self._depart(groups, row)
        by_place: dict[str, list[Group]] = {}
        for unit in self.sizes:
            found = [group for group in groups if group.unit == unit and group.electors]
            found.sort(key=lambda group: (not group.kept, group.elector, group.cast, group.pledged))
            by_place.setdefault(unit[:2], []).extend(found)
        rows: Rows = []
        for place, seated in by_place.items():
            self._reconcile(place, seated)
            rows += self._number(place, seated)
        return rows

    def _as_pledged(self) -> list[Group]:
        """Seat every elector of the slates that were chosen, each voting for its ticket."""
        groups = []
        divided = self.gathered.districts(self.cycle)
        won = {
            (district(row), row["candidate_id"]): row
            for row in self.gathered.of("elections/district_votes", self.cycle)
            if row.number("electoral_votes")
        }
        for row in self.gathered.of("elections/electors_pledged", self.cycle):
            ticket = row.one_of("candidate_id", self.slates, "elections/candidates.csv")
            place, left = row["state"], row.number("electors_pledged")
            source = row["source"] if row["source"] != "= votes cast" else ""
            for unit in divided.get(place, ()):
                if (unit, ticket) in won:
                    chosen = won[unit, ticket]
                    left -= chosen.number("electoral_votes")
                    groups.append(
                        Group(unit, ticket, self.slates[ticket], chosen.number("electoral_votes"), source=union(chosen["source"], source))
                    )
            if left < 0:
                row.refuse(
                    f"{place} chose fewer electors for {ticket} than its districts did",
                    "correct this number, or electoral_votes in elections/district_votes.csv",
                )
            unit = f"{place}-{AT_LARGE}" if place in divided else place
            groups.append(Group(unit, ticket, self.slates[ticket], left, source=source))
        return groups

    def _depart(self, groups: list[Group], row: Row) -> None:
        """Take an elector with a story of its own out of the group it was pledged with."""
        added = self.by_hand.get(row["id"])
        unit = added["unit"] if added else row["state"]
        pledged = (self.people.id(row, "pledged_president"), self.people.id(row, "pledged_vice_president"))
        for index, group in enumerate(groups):
            if group.unit == unit and group.kept and not group.elector and group.cast == pledged:
                break
        else:
            row.refuse(
                f"{unit} chose nobody for {row['pledged_president']} and {row['pledged_vice_president']}",
                "correct the names, or give the unit in by_hand/ballots.csv",
            )
        count = row.number("electors")
        if count > group.electors:
            row.refuse(
                f"{count} of only {group.electors} electors of {unit} leave {group.pledged}",
                "correct electors, or the electors in elections/electors_pledged.csv",
            )
        kept = row["outcome"] not in {"counted", "abstained"}
        cast = pledged if kept else (self.people.id(row, "voted_president"), self.people.id(row, "voted_vice_president"))
        elector = added["elector"] if added else row["elector"]
        groups[index] = replace(group, electors=group.electors - count)
        groups.append(
            replace(
                group,
                cast=cast,
                electors=count,
                kept=kept,
                elector="" if elector == "not named" else elector,
                note=added["note"] if added else _sentence(row["note"]),
                source=union(group.source, self.gathered.codes(row)),
            )
        )

    def _reconcile(self, place: str, groups: list[Group]) -> None:
        """Compare the ballots of a place with the official count of each person for each office."""
        for office, column in enumerate(OFFICES):
            made: Counter[str] = Counter()
            for group in groups:
                made[group.cast[office]] += group.electors
            made.pop("", None)
            for row in self.counts:
                if row["state"] == place and row["office"] == column:
                    person = self.people.id(row, "candidate")
                    counted, found = row.number("electoral_votes"), made.pop(person, 0)
                    if counted != found:
                        row.refuse(
                            f"{place} cast {counted} for {person} as {column}, but its ballots make {found}",
                            "correct it here, in elections/electors_pledged.csv or in "
                            "civics/faithless_electors.csv",
                        )
            for person, found in made.items():
                raise BadInputError(
                    "elections/electoral_votes.csv",
                    f"no row says that {place} cast {found} for {person} as {column} in {self.cycle}",
                    "add it, or correct civics/faithless_electors.csv",
                )

    def _number(self, place: str, groups: list[Group]) -> Rows:
        """Give the electors of a place their seats, and check that they fill its units."""
        seated: Counter[str] = Counter()
        sources = self._sources(place)
        seat = 1
        rows = []
        for group in groups:
            rows.append(
                {
                    "cycle": str(self.cycle),
                    "unit": group.unit,
                    "seat": str(seat),
                    "electors": str(group.electors),
                    "pledged": group.pledged,
                    "president": group.cast[0],
                    "vice_president": group.cast[1],
                    "status": "counted",
                    "elector": group.elector,
                    "note": group.note,
                    "source": union(*(sources.get(pair, "") for pair in enumerate(group.cast)), group.source),
                }
            )
            seat += group.electors
            seated[group.unit] += group.electors
        for unit, size in self.sizes.items():
            if unit[:2] == place and seated[unit] != size:
                raise BadInputError(
                    "elections/electors_pledged.csv",
                    f"{unit} appointed {size} electors in {self.cycle}, but {seated[unit]} are pledged",
                    "correct it, or elections/electors_by_state_year.csv",
                )
        return rows

    def _sources(self, place: str) -> dict[tuple[int, str], str]:
        """Tell which source counted each person for each office (0 and 1) in a place."""
        return {
            (OFFICES.index(row["office"]), self.people.id(row, "candidate")): row["source"]
            for row in self.counts
            if row["state"] == place
        }


def ballots(gathered: Gathered, tickets: Rows, units: Rows) -> Rows:
    """List the ballots of every cycle that was held."""
    return [row for cycle in gathered.held for row in Roll(gathered, tickets, units, cycle).rows()]


def _sentence(note: str) -> str:
    """Write a gathered remark as a sentence."""
    return f"{note[0].upper()}{note[1:].rstrip('.')}." if note else ""
