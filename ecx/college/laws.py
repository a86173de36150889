"""State laws on faithless electors, and what they do with a ballot that breaks the pledge.

A state may bind its electors and enforce that: by a fine (*Ray v. Blair*, 343 U.S. 214, 1952, and
*Chiafalo v. Washington*, 591 U.S. 578, 2020) or by cancelling the vote and naming another elector
(*Colorado Department of State v. Baca*, decided with it). What each law says is in
``data/laws.csv``; the record of laws begins in 2016.
"""

from dataclasses import dataclass
from enum import StrEnum

from ecx.say.errors import UnknownNameError


class Effect(StrEnum):
    """What the law does with a ballot that breaks the pledge."""

    FREE = "free"
    """No law binds the elector: the ballot is counted."""
    PLEDGE = "pledge"
    """The elector is bound and the law names no consequence: the ballot is counted."""
    PENALTY = "penalty"
    """The ballot is counted, and the elector is punished."""
    VOID = "void"
    """The ballot is cancelled, and another is cast as pledged."""


class Regime(StrEnum):
    """The law that a scenario applies to ballots that break the pledge."""

    DAY = "day"
    """The law of each place on the day its electors met."""
    FREE = "free"
    """As if no state bound its electors."""
    BIND = "bind"
    """As if every state cancelled a ballot against the pledge."""


@dataclass(frozen=True, slots=True)
class Law:
    """A place's law on faithless electors, at one election.

    Attributes
    ----------
    place : str
        Postal code.
    effect : Effect
        What becomes of a ballot against the pledge.
    words : str
        A plain sentence on it.
    statute : str
        Its citation; empty where no law was found.
    year : str
        When it was made, as far as that is known.
    sureness : str
        How well the effect is known: ``"sourced"``, ``"text silent"`` (the section was read and
        names no consequence), ``"list"``, ``"inferred"`` or ``"memory"``.
    doubt : str
        What is not certain of it, else empty.
    source : str
        Codes of the sources, divided by semicolons.
    """

    place: str
    effect: Effect
    words: str
    statute: str = ""
    year: str = ""
    sureness: str = ""
    doubt: str = ""
    source: str = ""


def effect(law: Law | None, regime: Regime) -> Effect | None:
    """Return what the law does with a ballot that breaks the pledge.

    Parameters
    ----------
    law : Law or None
        The law of the place on the day; None where none is recorded.
    regime : Regime
        Under which law ballots are counted.

    Returns
    -------
    Effect or None
        None if the law of the day is asked for and none is recorded: ballots are counted as cast.

    Examples
    --------
    >>> effect(Law("MN", Effect.VOID, "Void, and the elector is replaced."), Regime.DAY)
    <Effect.VOID: 'void'>
    >>> effect(None, Regime.BIND), effect(None, Regime.DAY)
    (<Effect.VOID: 'void'>, None)
    """
    match regime:
        case Regime.FREE:
            return Effect.FREE
        case Regime.BIND:
            return Effect.VOID
        case Regime.DAY:
            return None if law is None else law.effect


def read_regime(word: str) -> Regime:
    """Read the name of a regime.

    Parameters
    ----------
    word : str
        ``"day"``, ``"free"`` or ``"bind"``; a regime is its own name.

    Returns
    -------
    Regime
        The regime.

    Raises
    ------
    UnknownNameError
        If there is none of that name.
    """
    try:
        return Regime(word)
    except ValueError:
        raise UnknownNameError("law", word, Regime, "a scenario") from None
