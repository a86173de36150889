"""The one palette: a colour, a letter and a pattern for every ticket.

Blue and red keep the meaning readers expect. They also differ in lightness, so that they stay
apart for eyes that do not tell hues apart; the letters and patterns say the same without colour.
The colours for other tickets are taken from the palette of Okabe and Ito, "Color Universal
Design" (2008), darkened where white or black text on them would fall under a contrast of 4.5.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from ecx.election import Ticket

Pattern = Literal["solid", "diagonal", "cross", "lines", "columns", "dots"]

_WHITE: Final = "#ffffff"
_BLACK: Final = "#16181d"


@dataclass(frozen=True, slots=True)
class Look:
    """How a ticket is shown.

    Attributes
    ----------
    colour : str
        Fill, as ``#rrggbb``.
    ink : str
        Colour of text on that fill.
    letter : str
        One or two characters, unique within the cycle.
    pattern : str
        What is drawn over the fill where patterns are on.
    """

    colour: str
    ink: str
    letter: str
    pattern: Pattern


_PARTIES: Final[dict[str, tuple[str, str, Pattern]]] = {
    "D": ("#1f5fbf", _WHITE, "diagonal"),
    "R": ("#d6403a", _WHITE, "solid"),
}
_OTHERS: Final[tuple[tuple[str, str, Pattern], ...]] = (
    ("#e8b419", _BLACK, "dots"),
    ("#00795a", _WHITE, "cross"),
    ("#c77aa8", _BLACK, "lines"),
    ("#8a5a1e", _WHITE, "columns"),
    ("#63b8e8", _BLACK, "dots"),
    ("#6b5bd2", _WHITE, "cross"),
)


def looks(tickets: Iterable[Ticket]) -> dict[str, Look]:
    """Give every ticket of a cycle its look.

    Parameters
    ----------
    tickets : iterable of Ticket
        The tickets of one cycle, in the order they are offered.

    Returns
    -------
    dict of str to Look
        Looks by ticket id. The two large parties of our time keep theirs in every cycle; the
        others take the remaining colours in order, and no two letters are alike.

    Examples
    --------
    >>> tickets = [Ticket("a", "a", None, "Democratic", "D"), Ticket("b", "b", None, "Green", "G")]
    >>> [(look.letter, look.pattern) for look in looks(tickets).values()]
    [('D', 'diagonal'), ('G', 'dots')]
    """
    found: dict[str, Look] = {}
    taken: set[str] = set()
    parties = dict(_PARTIES)
    spare = 0
    for ticket in tickets:
        if ticket.code in parties:
            colour, ink, pattern = parties.pop(ticket.code)
        else:
            colour, ink, pattern = _OTHERS[spare % len(_OTHERS)]
            spare += 1
        letter = _letter(ticket, taken)
        taken.add(letter)
        found[ticket.id] = Look(colour, ink, letter, pattern)
    return found


def in_order(tickets: Iterable[Ticket]) -> list[Ticket]:
    """Put tickets in the order they are shown: the two large parties keep their sides.

    Parameters
    ----------
    tickets : iterable of Ticket
        The tickets of one cycle, in the order of the record.

    Returns
    -------
    list of Ticket
        A Democratic ticket first and a Republican second, as on most maps of our time, so that
        stepping through cycles does not swap the ends of the bar; the others as they came.

    Examples
    --------
    >>> tickets = [Ticket("a", "a", None, "Republican", "R"), Ticket("b", "b", None, "Whig", "W")]
    >>> [ticket.id for ticket in in_order([*tickets, Ticket("c", "c", None, "Democratic", "D")])]
    ['c', 'a', 'b']
    """
    sides = list(_PARTIES)
    return sorted(tickets, key=lambda t: sides.index(t.code) if t.code in sides else len(sides))


def _letter(ticket: Ticket, taken: set[str]) -> str:
    """Pick the first unused letter of the party's code, its name, or the candidate's id."""
    letters = [c.upper() for c in f"{ticket.code}{ticket.party}{ticket.id}" if c.isalpha()]
    for letter in letters:
        if letter not in taken:
            return letter
    return next(pair for n in range(2, 100) if (pair := f"{letters[0]}{n}") not in taken)
