"""What a page shows, as one value."""

from dataclasses import dataclass
from functools import cached_property

from ecx.defections import Defections, defections
from ecx.elector import Ballot
from ecx.grammar.ballots import PLEDGED, written
from ecx.ledger import Ledger, ledger
from ecx.scenario import Scenario
from ecx.tally import Tally, tally


@dataclass(frozen=True)
class Screen:
    """Everything a page shows, as one value.

    Attributes
    ----------
    scenario : Scenario
        What is on the map.
    selected : str or None
        Unit whose particulars are shown.
    elector : str or None
        Elector of that unit who was handled last.
    pen : str
        The ballot that an elector casts who is clicked, as a link writes it,
        ``"kasich/fiorina"``, ``"absent"``; empty is one for the rival.
    seats : bool
        Whether the map has one mark for each elector, instead of one for each unit.
    sliding : bool
        Whether the visitor is dragging a slider: what it passes over is no step of its own.
    past, future : tuple of Scenario
        What undo and redo lead to, nearest last.
    patterns : bool
        Whether places show their ticket by pattern as well as by colour and letter.
    notices : tuple of str
        Sentences the visitor should read: what could not be done, and the mend.
    address : str
        The link that is on the screen, or the visitor's own where not all of it could be read:
        nothing of it is lost until the next change.
    """

    scenario: Scenario
    selected: str | None = None
    elector: str | None = None
    pen: str = ""
    seats: bool = False
    sliding: bool = False
    past: tuple[Scenario, ...] = ()
    future: tuple[Scenario, ...] = ()
    patterns: bool = False
    notices: tuple[str, ...] = ()
    address: str = ""

    @cached_property
    def ledger(self) -> Ledger:
        """Every elector of the scenario."""
        return ledger(self.scenario)

    @cached_property
    def tally(self) -> Tally:
        """The totals of the scenario."""
        return tally(self.scenario, self.ledger)

    @cached_property
    def defections(self) -> Defections:
        """What it takes to change the result, under the law that is chosen."""
        return defections(self.scenario, self.ledger)

    def rival(self, ticket: str | None) -> str | None:
        """Name the ticket that an elector of another turns to: of the others, the first.

        That is the one with the most electors, and of those the one offered first.
        """
        election = self.scenario.election
        others = [
            known
            for known in election.majors
            if known != ticket and election.tickets[known].president is not None
        ]
        return max(others, key=lambda known: self.tally.pledged.get(known, 0), default=None)

    def ballot(self, elector: str) -> str:
        """Write the ballot that a click lets an elector cast."""
        if self.pen:
            return self.pen
        election = self.scenario.election
        rival = self.rival(self.scenario.pledge(election.seats[elector]))
        return PLEDGED if rival is None else pair(election.expected[rival])

    def keepers(self, unit: str) -> list[str]:
        """List the electors of a unit who keep their pledge, in the order of seats."""
        return [
            entry.elector
            for entry in self.ledger
            if entry.unit == unit
            and entry.pledged is not None
            and not entry.faithless
            and (entry.cast is None or entry.cast.attended)
        ]


def pair(ballot: Ballot) -> str:
    """Write what a ticket expects as a link does; who is not named is left as it is."""
    return "/".join(
        "" if person is None else written(person)
        for person in (ballot.president, ballot.vice_president)
    )
