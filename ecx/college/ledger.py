"""The ledger: for every elector, the pledge, the ballot cast, and the votes counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ecx.college.election import Election
from ecx.college.elector import BLANK, Ballot, Elector, Standing
from ecx.college.laws import Effect, Regime
from ecx.college.scenario import Scenario

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
        The ballot cast; None while the unit is undecided, and for electors of a ticket that
        named nobody, of whom the record does not know what they cast.
    law : Effect or None
        What the law makes of a ballot against the pledge; None where no law is recorded.
    counted : Ballot or None
        What is counted for this seat: the ballot cast, or that of a substitute who keeps the
        pledge; an office is None where it gets no vote. None where `cast` is.
    standing : Standing
        What becomes of the seat when the votes are counted.
    faithless : bool
        Whether the ballot cast is for somebody else than the pledge expects. Staying away is not.
    replaced : bool
        Whether the law cancelled the ballot, or filled the empty seat: another is counted.
    name : str
        Who cast the ballot, where the record knows and the unit stands as in the record.
    substitute : str
        Who cast the one that is counted in its stead, where the record knows.
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
    law: Effect | None
    counted: Ballot | None
    standing: Standing
    faithless: bool
    replaced: bool
    name: str
    substitute: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """A line for each elector, in the order of places and seats.

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
        """The electors whose ballot differs from their pledge, whether it is counted or not."""
        return [entry for entry in self.entries if entry.faithless]

    def frame(self) -> "pd.DataFrame":
        """Return the ledger as a table.

        Returns
        -------
        pandas.DataFrame
            One row per elector, indexed by its id, with the columns place, unit, pledged
            (ticket id), president, vice_president (person ids as cast), law,
            counted_president, counted_vice_president (person ids as counted), standing,
            faithless, replaced, name, substitute, note and source.
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
                "law": entry.law and str(entry.law),
                "counted_president": entry.counted and entry.counted.president,
                "counted_vice_president": entry.counted and entry.counted.vice_president,
                "standing": str(entry.standing),
                "faithless": entry.faithless,
                "replaced": entry.replaced,
                "name": entry.name,
                "substitute": entry.substitute,
                "note": entry.note,
                "source": entry.source,
            }
            for entry in self.entries
        ]
        return pd.DataFrame(rows).set_index("elector")


def ledger(scenario: Scenario) -> Ledger:
    """List every elector of a scenario with pledge, ballot cast, and votes counted.

    If a ballot breaks the pledge, the law of its place decides (`ecx.laws`). If the law cancels the
    ballot, a substitute votes as pledged; otherwise the ballot is counted as cast.

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
    >>> stopped = [e for e in ecx.ledger(ecx.scenario(2016)) if e.replaced]
    >>> [(e.place, e.cast.president, e.counted.president, e.substitute) for e in stopped][0]
    ('CO', 'kasich', 'clinton-h', 'Celeste Landry')
    """
    calls, ballots, faithful = scenario.calls, scenario.ballots, scenario.faithful
    recorded = _recorded(scenario.election, scenario.regime)
    if not scenario.edited:
        return Ledger(recorded)
    return Ledger(
        tuple(
            _entry(scenario, seat)
            if seat.unit in calls or seat.id in ballots or (faithful and seat.strays)
            else entry
            for seat, entry in zip(scenario.election.electors, recorded, strict=True)
        )
    )


@lru_cache(maxsize=8)
def _recorded(election: Election, regime: Regime) -> tuple[Entry, ...]:
    """List the recorded seats, cached because most edits change only a few of them."""
    record = Scenario(election, regime=regime)
    return tuple(_entry(record, seat) for seat in election.electors)


def _entry(scenario: Scenario, seat: Elector) -> Entry:
    """Make the line of one elector."""
    pledged = scenario.pledge(seat)
    cast = scenario.ballots.get(seat.id, scenario.usual_ballot(seat))
    # Names and notes belong to the ballot of the record, not to one that replaced it.
    recorded = cast is seat.cast
    faithless = seat.faithless if recorded else _strays(scenario, pledged, cast)
    law, standing = scenario.law(seat.place), scenario.standing(seat)
    replaced = law is Effect.VOID and (faithless or standing is Standing.ABSENT)
    standing = Standing.COUNTED if replaced else standing
    counted = _as_pledged(scenario, pledged, cast) if replaced else _heard(cast, standing)
    return Entry(
        seat.id,
        seat.place,
        seat.unit,
        pledged,
        cast,
        law,
        counted,
        standing,
        faithless,
        replaced,
        seat.name if recorded else "",
        seat.substitute if recorded and scenario.regime is Regime.DAY else "",
        seat.note if recorded else "",
        seat.source if recorded else "",
    )


def _strays(scenario: Scenario, pledged: str | None, cast: Ballot | None) -> bool:
    """Tell whether a ballot breaks the pledge; an elector who is absent breaks none."""
    return cast is not None and cast.attended and not scenario.election.keeps(cast, pledged)


def _as_pledged(scenario: Scenario, pledged: str | None, cast: Ballot | None) -> Ballot:
    """Return a substitute's ballot: the ticket's candidates; where it named none, as cast."""
    expected, spare = scenario.election.pledged_ballot(pledged), cast or BLANK
    return Ballot(
        expected.president or spare.president, expected.vice_president or spare.vice_president
    )


def _heard(cast: Ballot | None, standing: Standing) -> Ballot | None:
    """Blank out the votes Congress refused."""
    if cast is None or not cast.attended or standing is Standing.COUNTED:
        return cast
    return Ballot(
        cast.president if standing.counts_president else None,
        cast.vice_president if standing.counts_vice_president else None,
    )
