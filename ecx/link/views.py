"""How a page looks, as a link says it: the one list of the words of ``view=``."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

KEY: Final = "view"


class View(StrEnum):
    """What the map of a page has a mark for. The value is the word of a link."""

    PLACES = "places"
    """Each place or district. This is the default, which a link leaves out."""
    ELECTORS = "electors"
    """Each elector."""


DEFAULT: Final = View.PLACES

PROJECTOR: Final = "projector"
"""The word for large type, which only the browser reads and writes."""

WORDS: Final = (*(view.value for view in View if view is not DEFAULT), PROJECTOR)
"""The words that a link may have."""


def chosen(words: Iterable[str]) -> View:
    """Choose the map that a link asks for.

    Parameters
    ----------
    words : iterable of str
        The values of ``view=`` in a link, in any number; unknown ones count for nothing.

    Returns
    -------
    View
        The last one that is named, or the default.

    Examples
    --------
    >>> chosen(["electors", "projector"]), chosen([])
    (<View.ELECTORS: 'electors'>, <View.PLACES: 'places'>)
    """
    known = [View(word) for word in words if word in set(View)]
    return known[-1] if known else DEFAULT


def part(view: View) -> str:
    """Write the part of a link that asks for a map.

    Parameters
    ----------
    view : View
        What the map has a mark for.

    Returns
    -------
    str
        What is added to a query; empty for the default.

    Examples
    --------
    >>> part(View.ELECTORS), part(View.PLACES)
    ('&view=electors', '')
    """
    return "" if view is DEFAULT else f"&{KEY}={view}"
