"""Symbols and phrases that tell how one elector's ballot is counted."""

from typing import Final

from ecx.app.kit import words
from ecx.college.election import Election
from ecx.college.elector import Standing
from ecx.college.laws import Effect
from ecx.college.ledger import Entry
from ecx.figures.marks import ticket_name
from ecx.say import _, n_, phrase

STANDINGS: Final = {
    Standing.COUNTED: phrase("counted"),
    Standing.DISPUTED: phrase("disputed"),
    Standing.NOT_COUNTED: phrase("not counted"),
    Standing.PRESIDENT_NOT_COUNTED: phrase("not counted for president"),
    Standing.EXCLUDED: phrase("not allowed"),
    Standing.ABSENT: phrase("did not vote"),
    Standing.VACANT: phrase("never chosen"),
}
"""What is said of each standing."""


def sign(entry: Entry) -> str:
    """Return the symbol of an elector who strays: how the ballot is counted.

    Parameters
    ----------
    entry : Entry
        A line of the ledger.

    Returns
    -------
    str
        ``"×"`` where it is canceled, ``"§"`` counted and punished, ``"✓"`` counted, ``"–"`` none
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
    """Say whom an elector is pledged to, how the elector votes, and how that is counted.

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
        return _("never chosen")
    if entry.pledged is None:
        return _("undecided")
    if entry.cast is None:
        return _("free to choose")
    pledge = _("pledged to {name}").format(name=ticket_name(election, entry.pledged))
    deed = _deed(election, entry, number)
    if not entry.faithless and entry.standing is Standing.COUNTED and not entry.replaced:
        return _("{pledge}, {deed}").format(pledge=pledge, deed=deed)
    return _("{pledge}, {deed}; {answer}").format(pledge=pledge, deed=deed, answer=answer(entry))


def _deed(election: Election, entry: Entry, number: int) -> str:
    """Say what so many electors do."""
    cast = entry.cast
    if cast is None or not cast.attended or entry.standing is Standing.ABSENT:
        return n_("doesn’t vote", "don’t vote", number)
    if not entry.faithless:
        return n_("keeps the pledge", "keep the pledge", number)
    first, second = (words.short(election, who) for who in (cast.president, cast.vice_president))
    if election.votes_each > 1:
        said = n_("votes for {first} and {second}", "vote for {first} and {second}", number)
    else:
        said = n_(
            "votes for {first} for president and {second} for vice president",
            "vote for {first} for president and {second} for vice president",
            number,
        )
    return said.format(first=first, second=second)


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
    if entry.replaced and entry.substitute:
        return _("canceled; {name} votes instead").format(name=_(entry.substitute))
    if entry.replaced:
        return _("canceled; a vote that keeps the pledge counts instead")
    if entry.standing is not Standing.COUNTED:
        return _(STANDINGS[entry.standing])
    return _("counted, with a penalty") if entry.law is Effect.PENALTY else _("counted")
