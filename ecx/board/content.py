"""Types of the content that a board draws.

The board knows nothing of elections. It draws *units* that somebody sets to one of several
*tickets* or to none, and adds up what the units say they add.
"""

from collections.abc import Mapping
from typing import Final, Literal, NotRequired, TypedDict

UNDECIDED: Final = "undecided"
"""The brush that makes a unit undecided."""

LOOK: Final = "look"
"""The brush that only opens a unit."""

OTHER: Final = "other"
"""The key for votes that a mark adds for persons on no ticket."""

IDLE: Final = "idle"
"""The key for votes of a mark that are not counted."""

OPEN: Final = "open"
"""The key for votes of a mark that are still open."""

FillPattern = Literal["solid", "diagonal", "cross", "lines", "columns", "dots"]


class Callout(TypedDict):
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
    """A shape that can be seen but not clicked.

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


class Caption(TypedDict):
    """Words drawn on the map, which screen readers skip.

    Attributes
    ----------
    text : str
        What is written.
    x, y, room : float
        Its middle, and the radius of the space it may take, in map units.
    """

    text: str
    x: float
    y: float
    room: float


class Map(TypedDict):
    """The shapes of a map and their positions, in map units: x to the right, y down.

    Attributes
    ----------
    frame : list of float
        x, y, width and height of the whole.
    outlines : dict of str to str
        SVG path of each unit that has an outline.
    borders, inner : str
        SVG paths of the lines between places, and of the thinner ones within a place.
    labels : dict of str to list of float
        x, y and room of each unit's label; room is the radius of the free circle around it. A unit
        that is left out is not lettered.
    boxes : dict of str to Callout
        Call-out boxes. Where a unit has both, the box speaks for it.
    ground : dict of str to Ground
        Shapes under the units, which cannot be set, by key.
    captions : dict of str to Caption
        Words over the units, by key.
    note : str
        What a reader should know of the lines, shown under the map.
    """

    frame: list[float]
    outlines: dict[str, str]
    borders: str
    inner: str
    labels: dict[str, list[float]]
    boxes: dict[str, Callout]
    ground: dict[str, Ground]
    captions: NotRequired[dict[str, Caption]]
    note: str


class UnitLabel(TypedDict):
    """How a unit is written and spoken.

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


class TicketStyle(TypedDict):
    """A ticket that a unit can be set to.

    Attributes
    ----------
    id, name, full : str
        Key, short name, and the name in full.
    letter : str
        Tells it apart where colours do not, ``"D"``.
    colour, ink : str
        CSS colours of its fill and of the writing on it; their contrast should be at least 4.5.
    pattern : str
        Drawn over the fill while patterns are on: one of `FillPattern`.
    turn : bool
        Whether flipping comes to it in turn; a brush and a digit set it anyhow.
    """

    id: str
    name: str
    full: str
    letter: str
    colour: str
    ink: str
    pattern: FillPattern
    turn: bool


class Mark(TypedDict):
    """What a unit shows.

    Attributes
    ----------
    ticket : str or None
        The ticket whose colour fills it; None is no ticket.
    adds : dict of str to int
        What it adds to the total of each ticket, or of ``"other"``, ``"idle"`` or ``"open"``.
        Electors it does not speak of are not counted, or those of no ticket where it has none.
    changed : bool
        Whether it differs from how it was found.
    note : str
        One more thing to say of it.
    edge : str or None
        A ticket whose colour frames the unit inside, if that is another than fills it. It stays
        while a click waits for its answer.
    sign : str
        A character or two, written at the label or box of the unit; where it has neither, in it.
    given : str or None
        The ticket it is set to, if that is another than it shows: the next in turn is counted
        from here.
    value : str
        What is said in place of the name of the ticket it is set to, for what no ticket names:
        ``"casts Kasich"``. Setting such a unit to any ticket, or to none, is a change.
    """

    ticket: str | None
    adds: dict[str, int]
    changed: bool
    note: str
    edge: NotRequired[str | None]
    sign: NotRequired[str]
    given: NotRequired[str | None]
    value: NotRequired[str]


class Wording(TypedDict):
    """The words that the board uses in its sentences.

    Attributes
    ----------
    unit : str
        What a click changes: "A click gives *a place* to Clinton."
    units : str
        What there are many of: "Map of 51 *units*".
    elector : str
        What a unit gives, in the singular: "1 *elector*". Empty leaves their number unsaid.
    verb : str
        Said before the ticket a unit is set to: "*casts* Clinton". It may be empty.
    edge : str
        Said before the ticket of its edge: "*pledged to* Clinton".
    none : str
        What a unit is that is set to no ticket: "A click makes a place *undecided*."
    letter : str
        Stands for that in the legend, as the tickets' letters do for them: "*?*".
    open : str
        What electors are that a mark adds to ``"open"``; empty where there are none.
    """

    unit: str
    units: str
    elector: str
    verb: str
    edge: str
    none: str
    letter: str
    open: str


class Content(TypedDict, total=False):
    """All content of a board; `Board` says what each part means."""

    map: Map
    units: Mapping[str, UnitLabel]
    tickets: list[TicketStyle]
    marks: Mapping[str, Mark]
    words: Wording
    majority: int
    selected: str | None
    brush: str | None
    patterns: bool
    sweep: bool
    none_turns: bool


NOTHING: Final[Map] = {
    "frame": [0, 0, 16, 10],
    "outlines": {},
    "borders": "",
    "inner": "",
    "labels": {},
    "boxes": {},
    "ground": {},
    "captions": {},
    "note": "",
}
"""The map of a board that was given none."""

OF_PLACES: Final[Wording] = {
    "unit": "a place",
    "units": "units",
    "elector": "elector",
    "verb": "",
    "edge": "pledged to",
    "none": "undecided",
    "letter": "?",
    "open": "",
}
"""The words of a map whose units are places."""
