"""What a visitor hands in with a form."""

from urllib.parse import parse_qs


def fields(query: str, *names: str) -> list[str]:
    """Read the fields of a form; one that is missing is empty.

    Parameters
    ----------
    query : str
        What the page sent: names and values, as in the query of a link.
    *names : str
        The fields.

    Returns
    -------
    list of str
        Their values, in the order of `names`.

    Examples
    --------
    >>> fields("unit=TX&number=5", "number", "unit", "other")
    ['5', 'TX', '']
    """
    given = parse_qs(query)
    return [given.get(name, [""])[-1] for name in names]
