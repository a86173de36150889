"""The query of a page's address, as keys and values."""

from typing import Final
from urllib.parse import parse_qsl

LONGEST_ADDRESS: Final = 65_536
"""Characters of an address that servers take."""


def pairs(query: str, longest: int) -> list[tuple[str, str]]:
    """Split a query into keys and values.

    Parameters
    ----------
    query : str
        Any text: a query with or without its question mark, or a whole address.
    longest : int
        Characters that are read.

    Returns
    -------
    list of (str, str)
        Names and values in the order in which they stand.

    Examples
    --------
    >>> pairs("http://127.0.0.1/explorer?cycle=2016&view=electors#map", 16_000)
    [('cycle', '2016'), ('view', 'electors')]
    >>> pairs("cycle=2016", 16_000)
    [('cycle', '2016')]
    """
    text = query[query.find("?") + 1 :].partition("#")[0]
    return parse_qsl(text[:longest], keep_blank_values=True, errors="replace")


def kept(query: str) -> str:
    """Return the visitor's query as it was; one that is too long becomes empty.

    Parameters
    ----------
    query : str
        Any text.

    Returns
    -------
    str
        The same; empty if it is longer than an address can be.

    Examples
    --------
    >>> kept("?cycle=2016&call=ZZ:trump"), kept("?" * 100_000)
    ('?cycle=2016&call=ZZ:trump', '')
    """
    return query if len(query) <= LONGEST_ADDRESS else ""
