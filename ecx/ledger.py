"""The ledger: every elector of a scenario, whom it was pledged to and what it casts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ecx.election import Ballot, Election, Elector, Standing
from ecx.scenario import Scenario

if TYPE_CHECKING:
    import pandas as pd


class Entry(NamedTuple):
    """One line of the ledger.

    Attributes
    ----------
    elector : str
        Place and seat, ``"TX.36"``.
    place, unit : str
        The place it sits for and the unit that chose it.
    pledged : str or None
        Ticket id; None while the unit is undecided, and for a seat that was never filled.
    cast : Ballot or None
        The ballot; None while the unit is undecided. Ballots are counted as cast: a state's law
        that voids a ballot shows in the record (Minnesota 2016), and is not applied to edits.
    standing : Standing
        What becomes of the seat when the votes are counted.
    faithless : bool
        Whether the ballot is for somebody else than the pledge expects. Staying away is not.
    name : str
        Who sat there, where the record knows and the unit stands as in the record.
    note : str
        What the record says of this ballot.
    source : str
        Codes of its sources; empty for a ballot that an edit made.
    """

    elector: str
    place: str
    unit: str
    pledged: str | None
    cast: Ballot | None
    standing: Standing
    faithless: bool
    name: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every seat of the College, in the order of places and seats.

    Attributes
    ----------
    entries : tuple of Entry
        One line per elector.
    """

    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def faithless(self) -> list[Entry]:
        """The electors whose ballot differs from their pledge."""
        return [entry for entry in self.entries if entry.faithless]

    def frame(self) -> "pd.DataFrame":
        """Show the ledger as a table.

        Returns
        -------
        pandas.DataFrame
            One row per elector, indexed by its id, with the columns place, unit, pledged
            (ticket id), president, vice_president (person ids), standing, faithless, name, note
            and source.
        """
        import pandas as pd  # noqa: PLC0415 - the domain imports without pandas

        rows = [
            {
                "elector": entry.elector,
                "place": entry.place,
                "unit": entry.unit,
                "pledged": entry.pledged,
                "president": entry.cast and entry.cast.president,
                "vice_president": entry.cast and entry.cast.vice_president,
                "standing": str(entry.standing),
                "faithless": entry.faithless,
                "name": entry.name,
                "note": entry.note,
                "source": entry.source,
            }
            for entry in self.entries
        ]
        return pd.DataFrame(rows).set_index("elector")


def ledger(scenario: Scenario) -> Ledger:
    """List every elector of a scenario with its pledge and its ballot.

    Parameters
    ----------
    scenario : Scenario
        A cycle with a user's changes.

    Returns
    -------
    Ledger
        One entry per seat.

    Examples
    --------
    >>> import ecx
    >>> [e.elector for e in ecx.ledger(ecx.scenario(2016)).faithless if e.place == "TX"]
    ['TX.37', 'TX.38']
    """
    calls, ballots, faithful = scenario.calls, scenario.ballots, scenario.faithful
    recorded = _recorded(scenario.election)
    if not scenario.changed:
        return Ledger(recorded)
    return Ledger(
        tuple(
            _entry(scenario, seat)
            if seat.unit in calls or seat.id in ballots or (faithful and seat.strays)
            else entry
            for seat, entry in zip(scenario.election.electors, recorded, strict=True)
        )
    )


@lru_cache(maxsize=4)
def _recorded(election: Election) -> tuple[Entry, ...]:
    """List the seats as the record has them, once: most edits touch a few of hundreds."""
    record = Scenario(election)
    return tuple(_entry(record, seat) for seat in election.electors)


def _entry(scenario: Scenario, seat: Elector) -> Entry:
    """Make the line of one seat."""
    vacant = seat.standing is Standing.VACANT
    pledged = None if vacant else scenario.calls.get(seat.unit, seat.pledged)
    cast = scenario.ballots.get(seat.id, scenario.usual_ballot(seat))
    # Names and notes belong to the ballot of the record, not to one that replaced it.
    recorded = cast is seat.cast
    strays = cast is not None and not scenario.keeps(cast, pledged)
    return Entry(
        seat.id,
        seat.place,
        seat.unit,
        pledged,
        cast,
        scenario.standing(seat),
        seat.faithless if recorded else strays,
        seat.name if recorded else "",
        seat.note if recorded else "",
        seat.source if recorded else "",
    )
