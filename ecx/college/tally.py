"""Totals of a scenario for both offices, the majority, and who is elected.

A majority is of the electors appointed: one who casts a blank, stays away, or is refused by
Congress still counts among them. Since 1804 the two offices are counted apart (U.S. Constitution,
Amendment XII). Before, each elector voted for two persons for president; the first, if a majority
named him, was president, and the next vice president (Article II, section 1).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from ecx.college.elector import Standing
from ecx.college.ledger import Entry, Ledger, ledger
from ecx.college.scenario import Scenario

HOUSE_CHOICES: Final = 3
"""The House chooses a president from the highest three (Amendment XII)."""

HOUSE_CHOICES_BEFORE_1804: Final = 5
"""When no one had a majority, from the highest five (Article II, section 1)."""

SENATE_CHOICES: Final = 2
"""The Senate chooses a vice president from the highest two (Amendment XII)."""


class Verdict(StrEnum):
    """The result of the electoral vote for one office."""

    ELECTED = "elected"
    OPEN = "open"
    """Electors who are undecided can still settle it."""
    NO_MAJORITY = "no majority"
    """Nobody can have one: Congress chooses."""
    TIE = "tie"
    """Before 1804: several are level where one was to be ahead, and Congress chooses."""
    VACANT = "vacant"
    """Before 1804: nobody but the president has a vote, so nobody is vice president."""


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict for one office, with the person elected or the choices.

    Attributes
    ----------
    verdict : Verdict
        Elected, still open, no majority, a tie, or vacant.
    person : str or None
        Who is elected; None unless `verdict` is ``ELECTED``.
    choices : tuple of str
        When Congress must choose, the persons it may choose from, most votes first.
        Persons level with the last of them are all listed: the Constitution does not say how
        such a tie is cut. Empty while electors are undecided, who can change the list.
    """

    verdict: Verdict
    person: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def contingent(self) -> bool:
        """Whether the electors have elected nobody, so that Congress must choose.

        Examples
        --------
        >>> import ecx
        >>> outcome = ecx.tally(ecx.scenario(1824)).outcome
        >>> outcome.president.contingent, outcome.vice_president.contingent
        (True, False)
        """
        return self.verdict in (Verdict.NO_MAJORITY, Verdict.TIE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results for president and vice president.

    Attributes
    ----------
    president, vice_president : Result
        The two offices, decided apart.
    """

    president: Result
    vice_president: Result


@dataclass(frozen=True, slots=True)
class Tally:
    """The totals of a scenario.

    Attributes
    ----------
    president, vice_president : mapping of str to int
        Votes of electors that are counted, by person id, most first. Before 1804 all votes are
        for president, two of each elector, and `vice_president` is empty.
    pledged : mapping of str to int
        Electors appointed by the ticket they were chosen for, in the order of the cycle's
        tickets; tickets without electors are absent.
    disputed : mapping of str to int
        Those of the votes in `president` that Congress announced both with and without.
    undecided : int
        Electors whose ballot nobody knows: of undecided units, and of tickets that named nobody.
    blank : int
        Electors who were chosen and cast no vote for president.
    refused : int
        Electors who were appointed and voted, and whose votes for president Congress refused.
    appointed : int
        Electors appointed, undecided units included.
    majority : int
        _VotesByPerson needed: more than half of `appointed`.
    outcome : Outcome
        Who is elected, or who must choose.
    """

    president: Mapping[str, int]
    vice_president: Mapping[str, int]
    pledged: Mapping[str, int]
    disputed: Mapping[str, int]
    undecided: int
    blank: int
    refused: int
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
    election = scenario.election
    listed = ledger(scenario) if entries is None else entries
    lines = [entry for entry in listed if _usual(entry) or entry.standing.appointed]
    chosen = [entry for entry in lines if entry.cast is not None]
    disputed = [entry for entry in chosen if entry.standing is Standing.DISPUTED]
    president, vice_president = _count(chosen, election.votes_each)
    pledged = Counter(entry.pledged for entry in lines)
    undecided = len(lines) - len(chosen)
    judge = _outcome if election.votes_each == 1 else _outcome_before_1804
    return Tally(
        president=MappingProxyType(president),
        vice_president=MappingProxyType(vice_president),
        pledged=MappingProxyType({t: pledged[t] for t in election.tickets if t in pledged}),
        disputed=MappingProxyType(_count(disputed, election.votes_each)[0]),
        undecided=undecided,
        blank=sum(_blank(entry) for entry in chosen),
        refused=sum(entry.standing in _REFUSED for entry in chosen if not _usual(entry)),
        appointed=election.appointed,
        majority=election.majority,
        outcome=judge(president, vice_president, undecided, election.majority),
    )


_REFUSED: Final = (Standing.NOT_COUNTED, Standing.PRESIDENT_NOT_COUNTED)

_VotesByPerson = dict[str, int]


def _count(entries: Iterable[Entry], votes_each: int) -> tuple[_VotesByPerson, _VotesByPerson]:
    """Add up ballots for the two offices."""
    first: Counter[str | None] = Counter()
    second: Counter[str | None] = Counter()
    alike = Counter(entry.counted for entry in entries)
    for ballot, number in alike.items():
        if ballot is not None:
            first[ballot.president] += number
            second[ballot.vice_president] += number
    return (_ranked(first), _ranked(second)) if votes_each == 1 else (_ranked(first + second), {})


def _blank(entry: Entry) -> bool:
    """Whether an elector cast no vote for president and had no substitute."""
    return entry.cast is not None and entry.cast.president is None and not entry.replaced


def _usual(entry: Entry) -> bool:
    """Whether a seat is counted without exception; nearly all are, and this test is the fastest."""
    return entry.standing is Standing.COUNTED


def _ranked(votes: Mapping[str | None, int]) -> _VotesByPerson:
    """Sort persons by votes, then by id, so that equal scenarios give equal lists."""
    named = ((person, count) for person, count in votes.items() if person is not None)
    return dict(sorted(named, key=lambda item: (-item[1], item[0])))


def _outcome(
    president: _VotesByPerson, vice_president: _VotesByPerson, undecided: int, majority: int
) -> Outcome:
    """Decide the two offices separately (Amendment XII)."""
    return Outcome(
        _result(president, undecided, majority, HOUSE_CHOICES),
        _result(vice_president, undecided, majority, SENATE_CHOICES),
    )


def _result(votes: _VotesByPerson, undecided: int, majority: int, choices: int) -> Result:
    """Decide one office from ranked votes."""
    leader, most = next(iter(votes.items()), (None, 0))
    if most >= majority:
        return Result(Verdict.ELECTED, leader)
    if most + undecided >= majority:
        return Result(Verdict.OPEN)
    return Result(Verdict.NO_MAJORITY, choices=() if undecided else _highest(votes, choices))


def _highest(votes: _VotesByPerson, number: int) -> tuple[str, ...]:
    """List the persons with the most votes, and all who tie with the last of them."""
    last = min(sorted(votes.values(), reverse=True)[:number], default=0)
    return tuple(person for person in votes if votes[person] >= last)


def _outcome_before_1804(
    votes: _VotesByPerson, _: _VotesByPerson, undecided: int, majority: int
) -> Outcome:
    """Decide both offices from one list of votes (Article II, section 1)."""
    first = _first_before_1804(votes, undecided, majority)
    match first.verdict:
        case Verdict.ELECTED:
            rest = {person: count for person, count in votes.items() if person != first.person}
            return Outcome(first, _second_before_1804(rest, undecided))
        case Verdict.TIE:
            return Outcome(first, first)
        case _:
            # The vice president comes from those the House does not choose, so it is still open.
            return Outcome(first, Result(Verdict.OPEN))


def _first_before_1804(votes: _VotesByPerson, undecided: int, majority: int) -> Result:
    """Decide who is first; an undecided elector can still give anybody one vote."""
    most, next_most = _two_highest(votes)
    if most + undecided < majority:
        choices = () if undecided else _highest(votes, HOUSE_CHOICES_BEFORE_1804)
        return Result(Verdict.NO_MAJORITY, choices=choices)
    if most >= majority and most > next_most + undecided:
        return Result(Verdict.ELECTED, next(iter(votes)))
    return Result(Verdict.OPEN) if undecided else Result(Verdict.TIE, choices=_highest(votes, 1))


def _second_before_1804(rest: _VotesByPerson, undecided: int) -> Result:
    """Decide who is second; no majority is needed."""
    most, next_most = _two_highest(rest)
    if most > next_most + undecided:
        return Result(Verdict.ELECTED, next(iter(rest)))
    if undecided:
        return Result(Verdict.OPEN)
    return Result(Verdict.TIE, choices=_highest(rest, 1)) if rest else Result(Verdict.VACANT)


def _two_highest(votes: _VotesByPerson) -> tuple[int, int]:
    """Return the two highest numbers of ranked votes, 0 where there are none."""
    most, next_most, *_ = *votes.values(), 0, 0
    return most, next_most
