"""The known cases of broken pledges, and numbers that follow from them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from ecx.app.kit.words import listed
from ecx.college.ledger import ledger
from ecx.college.scenario import Scenario
from ecx.college.tally import Tally, tally
from ecx.record.csv_rows import Row, elections_by_cycle, read_rows
from ecx.record.elections import held
from ecx.record.opening import scenario
from ecx.say import _, phrase

NOT_TOLD: Final = phrase("The sources do not say why.")
_SEE_NOTE: Final = "see note"
_ABSENT: Final = phrase("did not vote")


@dataclass(frozen=True, slots=True)
class FaithlessCase:
    """Electors of one place who broke their pledge in the same way, or are said to have.

    Attributes
    ----------
    id : str
        Its name in the record, ``"1836-VA-15"``.
    cycle : int
        Election year.
    label : str
        The cycle as it is written.
    place : str
        Name of the place; empty where no source names it.
    elector : str
        Who it was, where one is named.
    electors : int
        How many they were.
    pledged, voted : str
        The persons they were pledged to and voted for.
    office : str
        For which office: president, vice president or both.
    outcome : str
        What became of the ballot.
    fairvote : bool
        Whether FairVote counts the case.
    why : str
        Why they did it, where the sources say; else empty.
    note : str
        What a reader should know of it.
    """

    id: str
    cycle: int
    label: str
    place: str
    elector: str
    electors: int
    pledged: str
    voted: str
    office: str
    outcome: str
    fairvote: bool
    why: str
    note: str


LESSON: Final = 2016
"""The election that the lesson tells of: that of the ten who tried to break their pledge."""


@cache
def years_of_law() -> tuple[int, ...]:
    """List the elections held since the first whose law is recorded.

    Returns
    -------
    tuple of int
        Election years, earliest first.

    Examples
    --------
    >>> years_of_law()
    (2016, 2020, 2024)
    """
    first = min(int(row["first_cycle"]) for row in read_rows("laws"))
    return tuple(cycle for cycle in held() if cycle >= first)


@cache
def cases() -> tuple[FaithlessCase, ...]:
    """List the known cases.

    Returns
    -------
    tuple of FaithlessCase
        Earliest first.

    Examples
    --------
    >>> virginia = next(case for case in cases() if case.cycle == 1836)
    >>> virginia.place, virginia.electors, virginia.voted
    ('Virginia', 23, 'Martin Van Buren and William Smith')
    """
    names = {row["place"]: row["name"] for row in read_rows("places")}
    labels = {cycle: row["label"] for cycle, row in elections_by_cycle().items()}
    return tuple(_case(row, names, labels) for row in read_rows("faithless"))


def _case(row: Row, names: Mapping[str, str], labels: Mapping[int, str]) -> FaithlessCase:
    cycle = int(row["cycle"])
    return FaithlessCase(
        row["case"],
        cycle,
        labels[cycle],
        names.get(row["place"], ""),
        row["elector"],
        int(row["electors"]),
        _pair(row, "pledged"),
        _pair(row, "voted"),
        row["office"],
        row["outcome"],
        row["fairvote"] == "yes",
        row["why"],
        row["note"],
    )


def _pair(row: Row, what: str) -> str:
    """Name the persons for both offices, as the sources print them."""
    printed = [row[f"{what}_{office}_printed"] for office in ("president", "vice_president")]
    known = [name for name in printed if name and name != _SEE_NOTE]
    if _ABSENT in known:
        return _(_ABSENT)
    return listed(known) if known else ""


def electors_in(found: Iterable[FaithlessCase]) -> int:
    """Count the electors of several cases.

    Examples
    --------
    >>> electors_in(cases()), electors_in(case for case in cases() if case.fairvote)
    (196, 167)
    """
    return sum(case.electors for case in found)


def reasons() -> list[tuple[str, int]]:
    """Count electors by the reason the sources give.

    Returns
    -------
    list of (str, int)
        Reason and electors, the most first, those without a reason last.

    Examples
    --------
    >>> reasons()[0]
    ('The candidate, Horace Greeley, had died before the electors met.', 63)
    """
    told: Counter[str] = Counter()
    for case in cases():
        told[case.why or NOT_TOLD] += case.electors
    return sorted(told.items(), key=lambda item: (item[0] == NOT_TOLD, -item[1]))


@cache
def appointed() -> int:
    """Count the electors appointed in all past elections.

    Examples
    --------
    >>> appointed() > 23_000
    True
    """
    rows = elections_by_cycle().values()
    return sum(int(row["appointed"]) for row in rows if row["president"])


@cache
def broken() -> Mapping[int, int]:
    """Count the recorded electors who broke a pledge, by cycle.

    There are more cases: some of their electors had no pledge, and some were absent.

    Examples
    --------
    >>> sum(broken().values()), len(broken()), broken()[2016]
    (162, 20, 10)
    """
    counts = {cycle: len(ledger(scenario(cycle)).faithless) for cycle in held()}
    return {cycle: number for cycle, number in counts.items() if number}


@cache
def changed() -> tuple[tuple[int, str], ...]:
    """Find the offices that would have another winner if every elector had kept the pledge.

    Returns
    -------
    tuple of (int, str)
        Cycle and office.

    Examples
    --------
    >>> changed()
    ((1836, 'vice president'),)
    """
    found = []
    for cycle in sorted({case.cycle for case in cases()}):
        held = scenario(cycle)
        before, after = _elected(held), _elected(held.as_pledged())
        found += [(cycle, office) for office in before if before[office] != after[office]]
    return tuple(found)


def _elected(held: Scenario) -> dict[str, str | None]:
    counted: Tally = tally(held)
    outcome = counted.outcome
    return {
        "president": outcome.president.person,
        "vice president": outcome.vice_president.person,
    }
