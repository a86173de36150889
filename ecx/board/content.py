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
    land : list of float
        x, y, width and height of what is shown without the boxes. Where it is given, boxes stand
        in a strip under the map, however large it is: maps that have it alike have one scale.
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
    land: NotRequired[list[float]]
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
        What it adds to the total of each ticket or person, or of ``"other"``, ``"idle"`` or
        ``"open"``.
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
    ring : bool
        Whether the unit has a ring; the words say what it means.
    """

    ticket: str | None
    adds: dict[str, int]
    changed: bool
    note: str
    edge: NotRequired[str | None]
    sign: NotRequired[str]
    given: NotRequired[str | None]
    value: NotRequired[str]
    ring: NotRequired[bool]


class StillWording(TypedDict):
    """The sentences of a board that is only looked at, whole, in the visitor's language.

    Words in braces are filled in: ``{name}`` of a ticket or person, ``{unit}``, ``{number}``.

    Attributes
    ----------
    map, totals : str
        What the map and the bar are called.
    none, none_title, letter : str
        What a unit is that is set to no ticket, in a sentence, in the legend, and as a letter.
    others, idle, open : str
        Rows of the totals: votes for persons without a name, votes that are not counted, and
        votes still open. An empty one is left out.
    to_win, total, said : str
        The goal of the bar, one total, and all ``{totals}`` in a sentence.
    elector, electors : str
        How many votes a unit has, for 1 and for other numbers. Empty ones leave it unsaid.
    set, edge, other, changed : str
        What a unit is set to, what its edge means, a vote for somebody without a name, and that
        the unit is not as it was.
    share, share_other, share_idle, share_none, share_open : str
        Parts of a unit's votes.
    keys : str
        What the keys do; on a board that is set, ``{digits}`` in it is the list of digits.
    ring : str
        What a ring means. Explained under the map if there is one.
    signs : dict of str to str
        What the signs on the map mean; those that occur are explained under it.
    """

    map: str
    totals: str
    none: str
    none_title: str
    letter: str
    others: str
    idle: str
    open: str
    to_win: str
    total: str
    said: str
    elector: str
    electors: str
    set: str
    edge: str
    other: str
    changed: str
    share: str
    share_other: str
    share_idle: str
    share_none: str
    share_open: str
    keys: str
    ring: str
    signs: Mapping[str, str]


class Wording(StillWording):
    """The sentences of a board on which somebody sets units.

    Attributes
    ----------
    choose : str
        What the choice between neighbors is called.
    pills, pills_touch : str
        What the legend is called, for a mouse and for fingers, as all that ends on ``_touch``.
    flip, look : str
        The brush that switches a unit, and the one that only opens it.
    clicked, clicked_many, opened : str
        What a screen reader hears after one click, after several, and after opening.
    hint_two, hint_turn, hint_give, hint_none, hint_look, hint_drag : str
        What a click does: switch between two tickets, go through more, and what brushes do.
    hint_two_touch, hint_turn_touch, hint_give_touch, hint_none_touch, hint_look_touch : str
        The same for a tap.
    key : str
        One digit of the list that ``keys`` has.
    """

    choose: str
    pills: str
    pills_touch: str
    flip: str
    look: str
    clicked: str
    clicked_many: str
    opened: str
    hint_two: str
    hint_turn: str
    hint_give: str
    hint_none: str
    hint_look: str
    hint_drag: str
    hint_two_touch: str
    hint_turn_touch: str
    hint_give_touch: str
    hint_none_touch: str
    hint_look_touch: str
    key: str


class Content(TypedDict, total=False):
    """All content of a board; `Board` says what each part means."""

    map: Map
    units: Mapping[str, UnitLabel]
    tickets: list[TicketStyle]
    marks: Mapping[str, Mark]
    words: Wording | StillWording
    majority: int
    selected: str | None
    brush: str | None
    patterns: bool
    sweep: bool
    none_turns: bool
    persons: list[TicketStyle]
    still: bool


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
    "map": "Map with {number} states and districts",
    "totals": "Totals",
    "choose": "Which one do you mean?",
    "pills": "What a click does",
    "pills_touch": "What a tap does",
    "flip": "Flip",
    "look": "Look",
    "none": "undecided",
    "none_title": "Undecided",
    "letter": "?",
    "others": "Others",
    "idle": "Not counted",
    "open": "",
    "to_win": "{number} to win",
    "total": "{name} {number}",
    "said": "{totals}; {number} to win.",
    "elector": "{number} elector",
    "electors": "{number} electors",
    "set": "{name}",
    "edge": "pledged to {name}",
    "other": "other",
    "changed": "changed",
    "share": "{number} for {name}",
    "share_other": "{number} for others",
    "share_idle": "{number} not counted",
    "share_none": "{number} undecided",
    "share_open": "{number} open",
    "clicked": "{unit}: {value}. {totals}",
    "clicked_many": "{number} changes. The last is {unit}: {value}. {totals}",
    "opened": "{unit} opened. Press Tab for its details.",
    "hint_two": "Click a state to change its winner. Backspace clears it.",
    "hint_turn": "Click a state to change its winner: {names}.",
    "hint_give": "Click a state to give it to {name}.",
    "hint_none": "Click a state to make it undecided.",
    "hint_look": "Click a state to see its details. Nothing changes.",
    "hint_drag": "Drag to change many.",
    "hint_two_touch": "Tap a state to change its winner. Hold it to clear it.",
    "hint_turn_touch": "Tap a state to change its winner: {names}.",
    "hint_give_touch": "Tap a state to give it to {name}.",
    "hint_none_touch": "Tap a state to make it undecided.",
    "hint_look_touch": "Tap a state to see its details. Nothing changes.",
    "keys": "Arrow keys move. Enter switches. Space opens. Backspace "
    "clears. Or type a name, or a number: {digits}.",
    "key": "{number} {name}",
    "ring": "",
    "signs": {},
}
"""The words of a map whose units are states."""
