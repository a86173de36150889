"""What figures show of each unit: the ticket that carries it, its color, its electors."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from ecx.college.counted import Counted
from ecx.college.election import Election
from ecx.figures.palette import EMPTY, in_order, looks
from ecx.say import _, n_, phrase

UNDECIDED: Final = phrase("Undecided")


@dataclass(frozen=True, slots=True)
class FigureMark:
    """One unit in a figure.

    Attributes
    ----------
    unit : str
        Its id.
    ticket : str or None
        The ticket that carries it; None is undecided.
    electors : int
        Electors who are chosen for it and may be counted.
    words : str
        Its name and what its electors vote, as it is read: ``"Texas: Trump 36, Paul 1"``.
    """

    unit: str
    ticket: str | None
    electors: int
    words: str


@dataclass(frozen=True, slots=True)
class Side:
    """A ticket as the legend of a figure names it.

    Attributes
    ----------
    ticket : str or None
        Its id; None stands for undecided.
    name : str
        Short name of its candidate for president, with the letter of the ticket.
    colour, ink : str
        Fill, and the colour of text on it.
    """

    ticket: str | None
    name: str
    colour: str
    ink: str


def ticket_name(election: Election, ticket: str | None) -> str:
    """Return a ticket's short name: its candidate, or its party if it named nobody.

    Examples
    --------
    >>> import ecx
    >>> ticket_name(ecx.scenario(2016).election, "clinton-h")
    'Clinton'
    """
    if ticket is None:
        return _(UNDECIDED)
    pair = election.tickets[ticket]
    return _(pair.party) if pair.president is None else election.short(pair.president)


def sides(election: Election) -> list[Side]:
    """List the tickets of a cycle in display order, undecided last.

    Parameters
    ----------
    election : Election
        The record of the cycle.

    Returns
    -------
    list of Side
        One for each ticket, and one for undecided.

    Examples
    --------
    >>> import ecx
    >>> [side.name for side in sides(ecx.scenario(2016).election)][:2]
    ['Clinton (D)', 'Trump (R)']
    """
    coats = looks(election.tickets.values())
    found = [
        Side(
            ticket.id,
            f"{ticket_name(election, ticket.id)} ({coats[ticket.id].letter})",
            coats[ticket.id].colour,
            coats[ticket.id].ink,
        )
        for ticket in in_order(election.tickets.values())
    ]
    return [*found, Side(None, _(UNDECIDED), EMPTY.colour, EMPTY.ink)]


def marks(counted: Counted) -> list[FigureMark]:
    """Return what a figure shows of each unit.

    Parameters
    ----------
    counted : Counted
        A scenario with its ledger.

    Returns
    -------
    list of FigureMark
        One for each unit, in the order of the cycle's units.

    Examples
    --------
    >>> import ecx
    >>> {mark.unit: mark.words for mark in marks(Counted(ecx.scenario(2016)))}["TX"]
    'Texas: Trump 36, Kasich 1, Paul 1'
    """
    scenario, election = counted.scenario, counted.scenario.election
    votes: dict[str, Counter[str]] = {unit: Counter() for unit in election.units}
    seated: Counter[str] = Counter()
    for entry in counted.ledger:
        if not entry.standing.appointed:
            continue
        seated[entry.unit] += 1
        ballot = entry.counted if entry.replaced else entry.cast
        if ballot is not None:
            named = [ballot.president]
            named += [ballot.vice_president] if election.votes_each > 1 else []
            votes[entry.unit].update(
                _("no vote") if person is None else election.short(person) for person in named
            )
    return [
        FigureMark(
            unit.id,
            scenario.carrier(unit.id),
            seated[unit.id],
            _words(_(unit.name), seated[unit.id], votes[unit.id]),
        )
        for unit in election.units.values()
    ]


def _words(name: str, seats: int, votes: Counter[str]) -> str:
    """Say how the electors of a unit vote; undecided ones are only counted."""
    if not votes:
        return n_(
            "{state}: {number} elector, undecided", "{state}: {number} electors, undecided", seats
        ).format(state=name, number=seats)
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    cast = ", ".join(f"{person} {count}" for person, count in ranked)
    return f"{name}: {cast}"
