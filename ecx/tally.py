"""Totals of a scenario for both offices, the majority, and who is elected.

President and vice president are counted apart, and a majority is of the electors appointed
(U.S. Constitution, Amendment XII): one who casts a blank still counts among them.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from ecx.ledger import Ledger, ledger
from ecx.scenario import Scenario

HOUSE_CHOICES: Final = 3
"""The House chooses a president from the highest three (Amendment XII)."""

SENATE_CHOICES: Final = 2
"""The Senate chooses a vice president from the highest two (Amendment XII)."""


class Verdict(StrEnum):
    """What the electors' votes settle for one office."""

    ELECTED = "elected"
    OPEN = "open"
    """Undecided units can still give somebody a majority."""
    NO_MAJORITY = "no majority"
    """Nobody can have one: Congress chooses."""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome for one office.

    Attributes
    ----------
    verdict : Verdict
        Elected, still open, or no majority.
    person : str or None
        Who is elected; None unless `verdict` is ``ELECTED``.
    choices : tuple of str
        When there is no majority, the persons Congress may choose from, most votes first.
        Persons level with the last of them are all listed: the Constitution does not say how
        such a tie is cut.
    """

    verdict: Verdict
    person: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from the votes.

    Attributes
    ----------
    president, vice_president : Result
        The two offices, decided apart.
    """

    president: Result
    vice_president: Result

    @property
    def contingent(self) -> bool:
        """Whether the House or the Senate must choose."""
        return Verdict.NO_MAJORITY in (self.president.verdict, self.vice_president.verdict)


@dataclass(frozen=True, slots=True)
class Tally:
    """The totals of a scenario.

    Attributes
    ----------
    president, vice_president : mapping of str to int
        Votes of electors by person id, most first.
    pledged : mapping of str to int
        Electors by the ticket they were chosen for, in the order of the cycle's tickets; tickets
        without electors are absent.
    undecided : int
        Electors of undecided units.
    blank : int
        Electors who were chosen and cast no vote for president.
    appointed : int
        Electors appointed, undecided units included.
    majority : int
        Votes needed: more than half of `appointed`.
    outcome : Outcome
        Who is elected, or who must choose.
    """

    president: Mapping[str, int]
    vice_president: Mapping[str, int]
    pledged: Mapping[str, int]
    undecided: int
    blank: int
    appointed: int
    majority: int
    outcome: Outcome


def tally(scenario: Scenario, entries: Ledger | None = None) -> Tally:
    """Count a scenario.

    Parameters
    ----------
    scenario : Scenario
        A cycle with a user's changes.
    entries : Ledger, optional
        The ledger of this scenario, if it is at hand; it is made otherwise.

    Returns
    -------
    Tally
        Totals and outcome.

    Examples
    --------
    >>> import ecx
    >>> t = ecx.tally(ecx.scenario(2000))
    >>> dict(t.president), t.appointed, t.majority, t.blank
    ({'bush-gw': 271, 'gore': 266}, 538, 270, 1)
    >>> t.outcome.president.person
    'bush-gw'
    """
    lines = ledger(scenario) if entries is None else entries
    ballots = [entry.cast for entry in lines if entry.cast is not None]
    president = Counter(ballot.president for ballot in ballots)
    vice_president = Counter(ballot.vice_president for ballot in ballots)
    blank = president.pop(None, 0)
    vice_president.pop(None, 0)
    pledged = Counter(entry.pledged for entry in lines)
    undecided = pledged.pop(None, 0)
    election = scenario.election
    first, second = _ranked(president), _ranked(vice_president)
    return Tally(
        president=MappingProxyType(first),
        vice_president=MappingProxyType(second),
        pledged=MappingProxyType({t: pledged[t] for t in election.tickets if t in pledged}),
        undecided=undecided,
        blank=blank,
        appointed=election.appointed,
        majority=election.majority,
        outcome=Outcome(
            _result(first, undecided, election.majority, HOUSE_CHOICES),
            _result(second, undecided, election.majority, SENATE_CHOICES),
        ),
    )


def _ranked(votes: Mapping[str | None, int]) -> dict[str, int]:
    """Order persons by votes, then by id, so that equal scenarios list equally."""
    named = ((person, count) for person, count in votes.items() if person is not None)
    return dict(sorted(named, key=lambda item: (-item[1], item[0])))


def _result(votes: Mapping[str, int], undecided: int, majority: int, choices: int) -> Result:
    """Judge one office from ranked votes."""
    leader, most = next(iter(votes.items()), (None, 0))
    if most >= majority:
        return Result(Verdict.ELECTED, leader)
    if most + undecided >= majority:
        return Result(Verdict.OPEN)
    last = min(sorted(votes.values(), reverse=True)[:choices], default=0)
    return Result(
        Verdict.NO_MAJORITY, choices=tuple(person for person in votes if votes[person] >= last)
    )
