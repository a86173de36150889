"""What a board is given to draw: the shapes of its records, and what must be true of them.

The board knows nothing of elections. It draws *units* that somebody sets to one of several
*tickets* or to none, and adds up what the units say they add.
"""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypedDict

UNDECIDED: Final = "undecided"
"""The brush that makes a unit undecided."""

LOOK: Final = "look"
"""The brush that only opens a unit."""

OTHER: Final = "other"
"""The key under which a mark adds to nobody on a ticket."""

Pattern = Literal["solid", "diagonal", "cross", "lines", "columns", "dots"]


class Box(TypedDict):
    """A call-out box on the map.

    Attributes
    ----------
    x, y, w, h : float
        Its place and size, in map units.
    leader : list of list of float or None
        Points of the line from the box to the unit's outline; None draws no line.
    """

    x: float
    y: float
    w: float
    h: float
    leader: list[list[float]] | None


class Ground(TypedDict):
    """A shape that is only looked at.

    Attributes
    ----------
    path : str
        SVG path.
    name, note : str
        What it is, and what is to be known of it; either may be empty.
    """

    path: str
    name: str
    note: str


class Map(TypedDict):
    """Where everything stands, in map units: x to the right, y down.

    Attributes
    ----------
    frame : list of float
        x, y, width and height of the whole.
    outlines : dict of str to str
        SVG path of each unit that has an outline.
    borders, inner : str
        SVG paths of the lines between places, and of the thinner ones within a place.
    labels : dict of str to list of float
        x, y and room of each unit's label; room is the radius of the free circle around it.
    boxes : dict of str to Box
        Call-out boxes. Where a unit has both, the box speaks for it.
    ground : dict of str to Ground
        Shapes under the units, which cannot be set, by key.
    note : str
        What a reader should know of the lines, shown under the map.
    """

    frame: list[float]
    outlines: dict[str, str]
    borders: str
    inner: str
    labels: dict[str, list[float]]
    boxes: dict[str, Box]
    ground: dict[str, Ground]
    note: str


class Unit(TypedDict):
    """A unit as it is written and spoken.

    Attributes
    ----------
    code : str
        What is written on it, ``"PA"``.
    name : str
        What is said, ``"Pennsylvania"``.
    electors : int
        What it has to give.
    group : str or None
        Units of one group have their boxes framed together.
    """

    code: str
    name: str
    electors: int
    group: str | None


class Ticket(TypedDict):
    """What a unit can be set to.

    Attributes
    ----------
    id, name, full : str
        Key, short name, and the name in full.
    letter : str
        Tells it apart where colours do not, ``"D"``.
    colour, ink : str
        CSS colours of its fill and of the writing on it; their contrast should be at least 4.5.
    pattern : str
        Drawn over the fill while patterns are on: one of `Pattern`.
    turn : bool
        Whether flipping comes to it in turn; a brush and a digit set it anyhow.
    """

    id: str
    name: str
    full: str
    letter: str
    colour: str
    ink: str
    pattern: Pattern
    turn: bool


class Mark(TypedDict):
    """What a unit shows.

    Attributes
    ----------
    ticket : str or None
        The ticket it is set to; None is undecided.
    adds : dict of str to int
        What it adds to the total of each ticket, or of ``"other"``.
    changed : bool
        Whether it differs from how it was found.
    note : str
        One more thing to say of it.
    """

    ticket: str | None
    adds: dict[str, int]
    changed: bool
    note: str


class Content(TypedDict, total=False):
    """All that a board can be given; `Board` says what each part means."""

    map: Map
    units: Mapping[str, Unit]
    tickets: list[Ticket]
    marks: Mapping[str, Mark]
    majority: int
    selected: str | None
    brush: str | None
    patterns: bool


NOTHING: Final[Map] = {
    "frame": [0, 0, 16, 10],
    "outlines": {},
    "borders": "",
    "inner": "",
    "labels": {},
    "boxes": {},
    "ground": {},
    "note": "",
}
"""The map of a board that was given none."""


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
    """Refuse marks that the board could not show faithfully.

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
    known_units, known = set(units), {None, OTHER, *tickets}
    if strangers := [unit for unit in marks if unit not in known_units]:
        raise ValueError(f"marks for {', '.join(strangers)}; the units are {', '.join(units)}")
    for unit, mark in marks.items():
        if unknown := sorted(str(name) for name in {mark["ticket"], *mark["adds"]} - known):
            raise ValueError(
                f"the mark of {unit} names {', '.join(unknown)}; the tickets are "
                f"{', '.join(tickets)}"
            )
