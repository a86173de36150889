"""The ids of units: which state a unit belongs to, and which part of it the unit is.

An id is the postal code of a state (``"PA"``); for a part of a divided state a hyphen and the part
follow: ``"ME-AL"`` votes statewide, ``"ME-01"`` is a district. A piece of a state on an old map is
written likewise: ``"OH-reserve"``.
"""

from typing import Final

AT_LARGE: Final = "AL"
"""The part of a divided place that is chosen statewide: Maine's is ``"ME-AL"``."""

_HYPHEN: Final = "-"


def place_of(unit: str) -> str:
    """Return the code of the state that a unit belongs to.

    Parameters
    ----------
    unit : str
        Id of a unit, or of a piece of a state on a map.

    Returns
    -------
    str
        Its postal code, or the code of a state that a user added.

    Examples
    --------
    >>> place_of("PA"), place_of("ME-01"), place_of("GUA"), place_of("OH-reserve")
    ('PA', 'ME', 'GUA', 'OH')
    """
    return unit.partition(_HYPHEN)[0]


def part_of(unit: str) -> str:
    """Return which part of its state a unit is.

    Parameters
    ----------
    unit : str
        Id of a unit, or of a piece of a state on a map.

    Returns
    -------
    str
        What follows the hyphen: `AT_LARGE`, or the two digits of a district. Empty for a whole
        state.

    Examples
    --------
    >>> part_of("ME-AL"), part_of("ME-01"), part_of("PA")
    ('AL', '01', '')
    """
    return unit.partition(_HYPHEN)[2]


def at_large(place: str) -> str:
    """Return the id of the part of a divided state that votes statewide.

    Parameters
    ----------
    place : str
        Code of the state.

    Returns
    -------
    str
        The id; a state that is not divided has no such unit.

    Examples
    --------
    >>> at_large("ME")
    'ME-AL'
    """
    return f"{place}{_HYPHEN}{AT_LARGE}"


def code_of(unit: str) -> str:
    """Return the short code of a unit, as maps write it.

    Parameters
    ----------
    unit : str
        Id of the unit.

    Returns
    -------
    str
        The code of its state, with the number of a district behind it.

    Examples
    --------
    >>> code_of("PA"), code_of("ME-AL"), code_of("ME-01")
    ('PA', 'ME', 'ME1')
    """
    part = part_of(unit)
    return f"{place_of(unit)}{int(part) if part.isdigit() else ''}"
