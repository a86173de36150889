"""How many electors must leave their candidate to change who is elected.

The leader is the person with the most votes counted for president, the rival the next. Electors
of the leader who turn to a third person, or to nobody, can deny the leader a majority; those who
turn to the rival count twice. Where the law cancels a ballot against the pledge, its electors
cannot leave to any effect.
"""

from dataclasses import dataclass
from typing import Self

from ecx.college.counted import Counted
from ecx.college.laws import Effect
from ecx.college.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Defections:
    """How many of the leader's electors must leave to change the result.

    Attributes
    ----------
    leader, rival : str or None
        Person ids of the two with the most votes; None where there are not as many.
    deny : int or None
        Electors who must leave so that the leader has no majority; 0 where there is none.
    tie : int or None
        Electors who must turn to the rival so that the two are level; None where the votes
        between them are odd in number.
    elect : int or None
        Electors who must turn to the rival so that the rival has a majority.
    available : int
        The leader's electors whose ballot would be counted if they broke their pledge.
    penalised : int
        Those of them who would be punished for it.
    """

    leader: str | None
    rival: str | None
    deny: int | None
    tie: int | None
    elect: int | None
    available: int
    penalised: int

    def possible(self, number: int | None) -> bool:
        """Tell whether enough of the leader's electors can switch and still be counted."""
        return number is not None and number <= self.available

    @classmethod
    def of(cls, counted: Counted) -> Self:
        """Count the electors who must leave in a scenario that is counted already.

        Parameters
        ----------
        counted : Counted
            The scenario with its ledger and totals.

        Returns
        -------
        Defections
            What `ecx.defections` gives for the scenario.

        Examples
        --------
        >>> import ecx
        >>> Defections.of(Counted(ecx.scenario(2016).as_pledged())).deny
        37
        """
        scenario, totals = counted.scenario, counted.tally
        ranked = [*totals.president.items()]
        if not ranked or scenario.election.votes_each > 1:
            return cls(None, None, None, None, None, 0, 0)
        leader, most = ranked[0]
        laws = [
            entry.law
            for entry in counted.ledger
            if entry.counted is not None and entry.counted.president == leader
        ]
        rival, next_most = ranked[1] if len(ranked) > 1 else (None, 0)
        level, odd = divmod(most - next_most, 2)
        return cls(
            leader=leader,
            rival=rival,
            deny=max(0, most - totals.majority + 1),
            tie=None if odd or rival is None else level,
            elect=None if rival is None else max(0, totals.majority - next_most),
            available=sum(law is not Effect.VOID for law in laws),
            penalised=laws.count(Effect.PENALTY),
        )


def defections(scenario: Scenario) -> Defections:
    """Count the leader's electors who must leave to deny a majority, to tie, or to elect the rival.

    Parameters
    ----------
    scenario : Scenario
        A cycle with a user's changes. Undecided electors vote for nobody yet.

    Returns
    -------
    Defections
        The three numbers, and how many electors the law leaves free to go. All are None before
        1804, when each elector voted for two persons, and where nobody has a vote.

    Examples
    --------
    >>> import ecx
    >>> d = ecx.defections(ecx.scenario(2016).as_pledged())
    >>> d.leader, d.deny, d.rival, d.tie, d.elect, d.available
    ('trump', 37, 'clinton-h', 37, 38, 260)
    """
    return Defections.of(Counted(scenario))
