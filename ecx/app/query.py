"""The query of a page's address, as names and values."""

from urllib.parse import parse_qsl


def pairs(query: str, longest: int) -> list[tuple[str, str]]:
    """Read a query.

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
