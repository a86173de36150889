"""The palette: every color of the figures, and a letter and a pattern for every ticket.

Blue and red keep the meaning readers expect. All colours that carry places together differ enough
for every kind of colour-blind eye (a test sees them as such eyes do), text on each has a contrast
of at least 4.5, and the letters and patterns say the same without colour.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from ecx.college.election import Ticket

Pattern = Literal["solid", "diagonal", "cross", "lines", "columns", "dots"]

Coat = tuple[str, str, Pattern]
"""Fill, ink and pattern."""

WHITE: Final = "#ffffff"
"""Colour of text on dark fills, of lines between fills, and of what lies behind."""

INK: Final = "#16181d"
"""Colour of text on white and on light fills."""

CLEAR: Final = "rgba(0,0,0,0)"
"""No colour at all."""

QUIET: Final = "#565c66"
"""Color of secondary lines and words."""

RULE: Final = "#dfe3e8"
"""Colour of the lines of a grid, and of bars behind others."""

GREY: Final = "#ccd3db"
"""Fill of undecided units."""

GROUND: Final = "#e9ecf0"
"""Fill of land that took no part."""

SCALE: Final = ("#eef3f8", "#b3cbe3", "#6a97c6", "#2b5f9e", "#0f2f5c")
"""Scale of one hue, light for small and dark for large numbers, also for color-blind readers."""

BOUND: Final = (
    ("#e6e3ee", INK),
    ("#bcaedb", INK),
    ("#7659ad", WHITE),
    ("#321a66", WHITE),
)
"""Fill and ink of what the law makes of electors, the darker the less they may do."""


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


EMPTY: Final = Look(GREY, INK, "?", "solid")
"""The look of an undecided unit."""

_BLUE: Final[Coat] = ("#1f5fbf", WHITE, "diagonal")
_RED: Final[Coat] = ("#d6403a", WHITE, "solid")
_AMBER: Final[Coat] = ("#f2c94c", INK, "dots")
_GREEN: Final[Coat] = ("#4fb98a", INK, "cross")
_ORANGE: Final[Coat] = ("#e2813b", INK, "lines")

_PARTIES: Final[dict[str, Coat]] = {
    "D": _BLUE,
    "ND": _BLUE,  # the Democratic ticket of the North in 1860
    "LR": _BLUE,  # in 1872 the Democratic party supported this ticket
    "R": _RED,
    "DR": _GREEN,
    "F": _ORANGE,
    "NR": _AMBER,
    "W": _AMBER,
}
_OTHERS: Final[tuple[Coat, ...]] = (
    _AMBER,
    _GREEN,
    ("#9c4683", WHITE, "lines"),
    ("#6b6425", WHITE, "columns"),
    ("#63b8e8", INK, "dots"),
    ("#6b5bd2", WHITE, "cross"),
)
_NO_PARTY: Final = "NP"
_SIDES: Final = (("D", "ND", "LR"), ("R",))
"""Party codes that keep the first place and the second, in every cycle."""


def looks(tickets: Iterable[Ticket]) -> dict[str, Look]:
    """Return the look of every ticket of a cycle.

    Parameters
    ----------
    tickets : iterable of Ticket
        The tickets of one cycle, in the order they are offered.

    Returns
    -------
    dict of str to Look
        Looks by ticket id. Large parties keep theirs in every cycle; the others take the
        remaining colours in order, and no two letters are alike.

    Examples
    --------
    >>> tickets = [Ticket("a", "a", None, "Democratic", "D"), Ticket("b", "b", None, "Green", "G")]
    >>> [(look.letter, look.pattern) for look in looks(tickets).values()]
    [('D', 'diagonal'), ('G', 'dots')]
    """
    tickets = list(tickets)
    taken: list[Coat] = []
    letters: set[str] = set()
    found: dict[str, Look] = {}
    codes = Counter(ticket.code for ticket in tickets)
    for ticket in tickets:
        own = _PARTIES.get(ticket.code)
        coat = own if own and own not in taken else _spare(tickets, taken)
        taken.append(coat)
        # If a party has several candidates, its name does not tell them apart.
        alone = codes[ticket.code] == 1 and ticket.code != _NO_PARTY
        letter = _letter(f"{ticket.code}{ticket.party}" if alone else "", ticket.id, letters)
        letters.add(letter)
        colour, ink, pattern = coat
        found[ticket.id] = Look(colour, ink, letter, pattern)
    return found


def _spare(tickets: list[Ticket], taken: list[Coat]) -> Coat:
    """Take the next color that no party of the cycle has as its own."""
    reserved = [_PARTIES.get(ticket.code) for ticket in tickets]
    free = [coat for coat in _OTHERS if coat not in taken and coat not in reserved]
    return free[0] if free else _OTHERS[len(taken) % len(_OTHERS)]


def in_order(tickets: Iterable[Ticket]) -> list[Ticket]:
    """Sort tickets in display order: the two large parties keep their sides.

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

    def side(ticket: Ticket) -> int:
        return next((n for n, codes in enumerate(_SIDES) if ticket.code in codes), len(_SIDES))

    return sorted(tickets, key=side)


def _letter(party: str, ticket: str, taken: set[str]) -> str:
    """Pick the first unused letter of a party, or of the candidate's id."""
    letters = [c.upper() for c in f"{party}{ticket}" if c.isalpha()]
    for letter in letters:
        if letter not in taken:
            return letter
    return next(pair for n in range(2, 100) if (pair := f"{letters[0]}{n}") not in taken)


NEUTRAL: Final = "#7b8794"
"""Color of ordinary marks that belong to no ticket."""

ACCENTS: Final = ("#c2570c", "#00795a", "#6b5bd2", "#8f5e20")
"""Colors of marks that stand out and belong to no ticket, the most striking first."""
