"""Symbols and phrases that tell how one elector's ballot is counted."""

from ecx.app.kit import words
from ecx.college.election import Election
from ecx.college.elector import Standing
from ecx.college.laws import Effect
from ecx.college.ledger import Entry
from ecx.figures.marks import ticket_name


def sign(entry: Entry) -> str:
    """Return the symbol of an elector who strays: how the ballot is counted.

    Parameters
    ----------
    entry : Entry
        A line of the ledger.

    Returns
    -------
    str
        ``"×"`` where it is cancelled, ``"§"`` counted and punished, ``"✓"`` counted, ``"–"`` none
        was cast or Congress refused it; empty where the elector keeps the pledge.
    """
    if entry.replaced:
        return "×"
    if entry.standing is not Standing.COUNTED and entry.standing is not Standing.DISPUTED:
        return "–"
    if not entry.faithless:
        return ""
    return "§" if entry.law is Effect.PENALTY else "✓"


def fate(election: Election, entry: Entry, number: int = 1) -> str:
    """Say whom an elector is pledged to, what the elector casts, and how that is counted.

    Parameters
    ----------
    election : Election
        The cycle.
    entry : Entry
        A line of the ledger.
    number : int, default 1
        Of how many alike it is said.

    Returns
    -------
    str
        A phrase without full stop.
    """
    if entry.standing is Standing.VACANT:
        return "never appointed"
    if entry.pledged is None:
        return "undecided"
    if entry.cast is None:
        return "free to vote for anybody"
    pledge = f"pledged to {ticket_name(election, entry.pledged)}"
    if not entry.faithless and entry.standing is Standing.COUNTED and not entry.replaced:
        return f"{pledge}, {'keeps' if number == 1 else 'keep'} the pledge"
    return f"{pledge}, {_deed(election, entry, 's' if number == 1 else '')}; {answer(entry)}"


def _deed(election: Election, entry: Entry, s: str) -> str:
    """Say what electors do; `s` is the ending of the verb, empty for several electors."""
    cast = entry.cast
    if cast is None or not cast.attended or entry.standing is Standing.ABSENT:
        return f"stay{s} away"
    if not entry.faithless:
        return f"keep{s} the pledge"
    first, second = (words.short(election, who) for who in (cast.president, cast.vice_president))
    if election.votes_each > 1:
        return f"cast{s} {first} and {second}"
    return f"cast{s} {first} for president, {second} for vice president"


def answer(entry: Entry) -> str:
    """Say how a straying elector's ballot is counted.

    Parameters
    ----------
    entry : Entry
        A line of the ledger.

    Returns
    -------
    str
        A phrase without full stop.
    """
    if entry.replaced:
        by = f"{entry.substitute} votes" if entry.substitute else "a vote as pledged counts"
        return f"cancelled, {by} instead"
    if entry.standing is not Standing.COUNTED:
        return str(entry.standing)
    return "counted, with a penalty" if entry.law is Effect.PENALTY else "counted"
