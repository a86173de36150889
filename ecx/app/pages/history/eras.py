"""The ages of the parties: elections whose maps share the meaning of their main colors."""

from dataclasses import dataclass
from typing import Final

from ecx.figures.palette import looks
from ecx.record.elections import cycles, election
from ecx.say import _, phrase


@dataclass(frozen=True, slots=True)
class Era:
    """Elections with the same two large parties.

    Attributes
    ----------
    first, last : int
        The first and the last election year.
    title : str
        What it is called.
    codes : tuple of str
        The codes of its large parties.
    """

    first: int
    last: int
    title: str
    codes: tuple[str, ...]

    @property
    def cycles(self) -> range:
        """The years of the era."""
        return range(self.first, self.last + 1)


ERAS: Final = (
    Era(1856, 2024, phrase("Democrats and Republicans, since 1856"), ("D", "R")),
    Era(1836, 1852, phrase("Democrats and Whigs, 1836 to 1852"), ("D", "W")),
    Era(1828, 1832, phrase("Democrats and National Republicans, 1828 and 1832"), ("D", "NR")),
    Era(
        1796,
        1824,
        phrase("Federalists and Democratic-Republicans, 1796 to 1824"),
        ("F", "DR"),
    ),
    Era(1789, 1792, phrase("Before there were parties, 1789 and 1792"), ("NP",)),
)
"""All eras, the latest first. Between them they have every election held."""


def color_key(era: Era) -> list[tuple[str, str]]:
    """Name the large parties of an era in full, with their colors.

    Parameters
    ----------
    era : Era
        One of `ERAS`.

    Returns
    -------
    list of (str, str)
        Party and color, in the order of `Era.codes`.

    Examples
    --------
    >>> [party for party, _ in color_key(ERAS[0])]
    ['Democratic', 'Republican']
    """
    found: dict[str, tuple[str, str]] = {}
    for cycle in reversed(cycles()):
        if cycle in era.cycles:
            tickets = election(cycle).tickets.values()
            coats = looks(tickets)
            for ticket in tickets:
                found.setdefault(ticket.code, (_(ticket.party), coats[ticket.id].colour))
    return [found[code] for code in era.codes]
