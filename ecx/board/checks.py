"""Checks of a board's content before it is shown."""

from collections.abc import Iterable, Mapping

from ecx.board.content import IDLE, OF_PLACES, OPEN, OTHER, Map, Mark, StillWording


def check_drawn(board_map: Map, units: Iterable[str]) -> None:
    """Refuse a map on which a unit could not be seen or clicked.

    Parameters
    ----------
    board_map : Map
        Where everything stands.
    units : iterable of str
        Ids of the units to be drawn.

    Raises
    ------
    ValueError
        If a unit has neither outline nor box.

    Examples
    --------
    >>> from ecx.board.content import NOTHING
    >>> check_drawn({**NOTHING, "outlines": {"DC": "M0,0h9v9z"}}, ["DC"])
    >>> check_drawn(NOTHING, ["DC"])
    Traceback (most recent call last):
        ...
    ValueError: no outline and no box for DC; give each unit one of them in the map
    """
    drawn = {*board_map["outlines"], *board_map["boxes"]}
    if nowhere := [unit for unit in units if unit not in drawn]:
        raise ValueError(
            f"no outline and no box for {', '.join(nowhere)}; give each unit one of them in the map"
        )


def check_marks(marks: Mapping[str, Mark], units: Iterable[str], tickets: Iterable[str]) -> None:
    """Refuse marks that the board could not show correctly.

    Parameters
    ----------
    marks : mapping of str to Mark
        What each unit shows.
    units, tickets : iterable of str
        Ids of the units and of the tickets.

    Raises
    ------
    ValueError
        If a mark is of no unit, or names no ticket.

    Examples
    --------
    >>> mark: Mark = {"ticket": "x", "adds": {"x": 3}, "changed": False, "note": ""}
    >>> check_marks({"DC": mark}, ["DC"], ["x", "y"])
    >>> check_marks({"DC": mark}, ["DC"], ["y"])
    Traceback (most recent call last):
        ...
    ValueError: the mark of DC names x; the tickets are y
    """
    known_units, known = set(units), {None, OTHER, IDLE, OPEN, *tickets}
    if strangers := [unit for unit in marks if unit not in known_units]:
        raise ValueError(f"marks for {', '.join(strangers)}; the units are {', '.join(units)}")
    for unit, mark in marks.items():
        names = {mark["ticket"], mark.get("edge"), mark.get("given"), *mark["adds"]}
        if unknown := sorted(str(name) for name in names - known):
            raise ValueError(
                f"the mark of {unit} names {', '.join(unknown)}; the tickets are "
                f"{', '.join(tickets)}"
            )


def check_words(words: Mapping[str, object], *, still: bool = False) -> None:
    """Refuse words that would leave the board's sentences incomplete.

    Parameters
    ----------
    words : mapping of str to object
        What the board calls things: an `ecx.board.content.Wording`.
    still : bool, default False
        Whether the board is only looked at: it needs no more than a `StillWording`.

    Raises
    ------
    ValueError
        If one of them is missing, or is none of them.

    Examples
    --------
    >>> check_words({**OF_PLACES, "flip": "Switch"})
    >>> check_words({**OF_PLACES, "unit": "a county"})
    Traceback (most recent call last):
        ...
    ValueError: words have no 'unit' on a board
    """
    needed = StillWording.__annotations__ if still else OF_PLACES
    if missing := [key for key in needed if key not in words]:
        raise ValueError(f"words lack {', '.join(missing)}; give all of {', '.join(needed)}")
    if strange := [key for key in words if key not in OF_PLACES]:
        raise ValueError(f"words have no {strange[0]!r} on a board")
