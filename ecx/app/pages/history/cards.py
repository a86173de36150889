"""What stands on the card of an election: who won and lost, how far ahead, what was special."""

from dataclasses import dataclass
from typing import Final

from ecx.app.kit.words import listed, short
from ecx.college.counted import Counted
from ecx.college.tally import Verdict
from ecx.figures.cycle_summary import CycleSummary, Decision
from ecx.figures.palette import NEUTRAL, in_order, looks
from ecx.say import _, phrase

_SETTLED: Final = {
    Decision.HOUSE: phrase("The House chose"),
    Decision.SENATE: phrase("The Senate chose the vice president"),
    Decision.COMMISSION: phrase("A commission settled disputed votes"),
}
_DIED: Final = {1872: phrase("Greeley died before the electors met")}
"""Why a candidate has no votes, by cycle; ``notes.csv`` tells more."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person on a card.

    Attributes
    ----------
    name : str
        Short name, with the votes where they are told.
    color : str
        Color on the map.
    """

    name: str
    color: str


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the bar of votes.

    Attributes
    ----------
    color : str
        Color on the map.
    votes : int
        Electoral votes.
    """

    color: str
    votes: int


@dataclass(frozen=True, slots=True)
class Card:
    """The texts of the card of an election, and its bar.

    Attributes
    ----------
    cycle : int
        Election year.
    label : str
        The cycle as it is written.
    winner : Candidate
        Who became president.
    score : str
        With how many votes, and how far ahead or behind.
    against : str
        What stands before the losers, or that there was none.
    losers : tuple of Candidate
        Who lost, most votes first.
    special : tuple of str
        Who decided the election, if not the electors alone; a lost popular vote.
    link : str
        Opens the election in the explorer.
    bar : tuple of Share
        The votes of each candidate, in display order.
    """

    cycle: int
    label: str
    winner: Candidate
    score: str
    against: str
    losers: tuple[Candidate, ...]
    special: tuple[str, ...]
    link: str
    bar: tuple[Share, ...]


def card(summary: CycleSummary, counted: Counted) -> Card:
    """Write the card of an election.

    Parameters
    ----------
    summary : CycleSummary
        The facts about it.
    counted : Counted
        The election as it was, with its ledger and totals.

    Returns
    -------
    Card
        Its texts, in the visitor's language.

    Examples
    --------
    >>> import ecx
    >>> from ecx.app.kit.cycle_summaries import cycle_summaries
    >>> of_2016 = next(one for one in cycle_summaries() if one.cycle == 2016)
    >>> written = card(of_2016, Counted(ecx.scenario(2016)))
    >>> written.score, [loser.name for loser in written.losers]
    ('304 of 538 votes, 77 ahead', ['Clinton 227', 'others 7'])
    """
    record, votes = counted.scenario.election, counted.tally.president
    coats = looks(record.tickets.values())
    colors = {
        ticket.president: coats[ticket.id].colour
        for ticket in in_order(record.tickets.values())
        if ticket.president
    }
    won = next(person for person, name in record.people.items() if name == summary.president)
    with_electors = votes.keys() | counted.tally.pledged.keys()
    rivals = [person for person in colors if person != won and person in with_electors]
    rivals.sort(key=lambda person: -votes.get(person, 0))
    losers = [Candidate(_with_votes(counted, person), colors[person]) for person in rivals]
    bar = [Share(color, votes[person]) for person, color in colors.items() if person in votes]
    # While each elector had two votes, those for others were meant for vice president.
    others = {p: n for p, n in votes.items() if p not in colors and record.votes_each == 1}
    if others:
        number = sum(others.values())
        # Electors whose party named nobody have its color on the map.
        unnamed = [t.id for t in record.tickets.values() if t.president is None]
        color = coats[unnamed[0]].colour if unnamed else NEUTRAL
        bar.append(Share(color, number))
        losers.append(Candidate(_("others {number}").format(number=number), color))
    best = [votes.get(person, 0) for person in [*rivals, *others]]
    return Card(
        cycle=summary.cycle,
        label=summary.label,
        winner=Candidate(summary.name, colors[won]),
        score=_score(counted, summary.votes, max(best) if rivals else None),
        against=_("Defeated:") if rivals else _("Nobody ran against him"),
        losers=tuple(losers) if rivals else (),
        special=tuple(_special(summary, counted, won)),
        link=summary.link,
        bar=tuple(bar),
    )


def _with_votes(counted: Counted, person: str) -> str:
    """Return a candidate's short name with the votes, if there are any."""
    name, votes = short(counted.scenario.election, person), counted.tally.president.get(person)
    return f"{name} {votes}" if votes else name


def _score(counted: Counted, votes: int, best: int | None) -> str:
    """Say how many votes the president had, and how many more or fewer than the next candidate."""
    two_each = counted.scenario.election.votes_each > 1
    if best is None and two_each:
        said = _("{votes} of {all} electors")
    elif best is None:
        said = _("{votes} of {all} votes")
    elif two_each:
        said = _("{votes} of {all} electors, {number} ahead")
    elif votes >= best:
        said = _("{votes} of {all} votes, {number} ahead")
    else:
        said = _("{votes} of {all} votes, {number} behind")
    return said.format(votes=votes, all=counted.tally.appointed, number=abs(votes - (best or 0)))


def _special(summary: CycleSummary, counted: Counted, won: str) -> list[str]:
    """Say who decided the election if not the electors alone, and what else was special."""
    tied = [
        short(counted.scenario.election, person)
        for person in counted.tally.outcome.president.choices
        if counted.tally.outcome.president.verdict is Verdict.TIE and person != won
    ]
    said = [_(_SETTLED[summary.decision])] if summary.decision in _SETTLED else []
    if tied:
        said.insert(0, _("Tied with {names}").format(names=listed(tied)))
    if summary.cycle in _DIED:
        said.append(_(_DIED[summary.cycle]))
    if summary.inverted:
        said.append(_("Lost the popular vote"))
    return said
