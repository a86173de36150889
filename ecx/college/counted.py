"""A scenario with its ledger and its totals, each made once."""

from dataclasses import dataclass
from functools import cached_property

from ecx.college.ledger import Ledger, ledger
from ecx.college.scenario import Scenario
from ecx.college.tally import Tally, tally


@dataclass(frozen=True)
class Counted:
    """A scenario whose electors are listed and counted once, when somebody first asks.

    Maps, sentences and numbers of one scenario share it, so that none of them counts again. Two
    are equal if their scenarios are. It keeps what it has counted as long as it lives, so what
    keeps many scenarios (the steps to undo) keeps them bare.

    Attributes
    ----------
    scenario : Scenario
        A cycle with a user's changes.

    Examples
    --------
    >>> import ecx
    >>> counted = Counted(ecx.scenario(2016))
    >>> counted.tally.president["trump"], len(counted.ledger.faithless)
    (304, 10)
    >>> counted.ledger is counted.ledger
    True
    """

    scenario: Scenario

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger: a line for every elector."""
        return ledger(self.scenario)

    @cached_property
    def tally(self) -> Tally:
        """The totals for both offices, the majority, and who is elected."""
        return tally(self.scenario, self.ledger)
