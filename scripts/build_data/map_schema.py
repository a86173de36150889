"""The tables from which the map is drawn."""

from typing import Final

from build_data.table import (
    CYCLE,
    NOTE,
    PLACE,
    SOURCE,
    TO_CYCLE,
    TO_PLACE,
    UNIT,
    Column,
    Table,
)

PIECE: Final = r"[A-Z]{2}(-[a-z]+)?"
GROUND: Final = r"[a-z]+(-[a-z]+)*"

FIRST: Final = Column("first_cycle", "First cycle the row holds for.", "integer", least=1789)
LAST: Final = Column("last_cycle", "Last cycle the row holds for.", "integer", least=1789)

_AREA: Final = (
    Column("x", "Left edge, in units of the drawing.", "integer"),
    Column("y", "Upper edge; y runs down.", "integer"),
    Column("width", "Width.", "integer", least=1),
    Column("height", "Height.", "integer", least=1),
)

MAPS: Final = Table(
    "maps",
    "one layer of outlines the map of a cycle is drawn from",
    (
        CYCLE,
        Column("layer", "Layer in shapes/*.topo.json.", pattern=r"[a-zA-Z0-9-]+"),
        Column(
            "place",
            "Place whose own outline the layer stands for; empty for all.",
            required=False,
            pattern=PLACE,
        ),
        NOTE,
        SOURCE,
    ),
    key=("cycle", "layer"),
    order=("cycle", "place", "layer"),
    references=(TO_CYCLE, TO_PLACE),
)

PIECES: Final = Table(
    "pieces",
    "one piece of a state of today that belonged elsewhere once; what is left of the state keeps "
    "its code",
    (
        Column("piece", "Outline in the layer pieces of shapes/*.topo.json.", pattern=PIECE),
        Column("meaning", "What land it is."),
        Column(
            "corners",
            "Longitude and latitude of the corners of an area, parted by semicolons, whose sides "
            "cut the state; empty where counties do.",
            required=False,
        ),
        Column(
            "counties",
            "Counties of today that make up the piece, parted by semicolons.",
            required=False,
        ),
        NOTE,
        SOURCE,
    ),
    key=("piece",),
    order=("piece",),
)

HOLDINGS: Final = Table(
    "holdings",
    "what a piece of land belonged to while that was not the state of today",
    (
        Column("piece", "A piece, or a whole state of today.", pattern=PIECE),
        Column(
            "belongs_to",
            "Postal code of a place, or a ground; empty where the land is not drawn.",
            required=False,
            pattern=f"{PLACE}|{GROUND}",
        ),
        FIRST,
        LAST,
        NOTE,
        SOURCE,
    ),
    key=("piece", "first_cycle"),
    order=("piece", "first_cycle"),
)

GROUNDS: Final = Table(
    "grounds",
    "the name of land that is drawn but chose no electors",
    (
        Column("ground", "What holdings.csv calls it.", pattern=GROUND),
        FIRST,
        LAST,
        Column("name", "Its name in those cycles."),
        NOTE,
        SOURCE,
    ),
    key=("ground", "first_cycle"),
    order=("ground", "first_cycle"),
)

FRAMES: Final = Table(
    "frames",
    "what part of the drawing is shown",
    (FIRST, LAST, *_AREA, SOURCE),
    key=("first_cycle",),
    order=("first_cycle",),
)

LABELS: Final = Table(
    "labels",
    "where the text of one outline stands",
    (
        Column("unit", "The outline.", pattern=UNIT),
        FIRST,
        LAST,
        Column("x", "Middle of the text, in units of the drawing.", "integer"),
        Column("y", "Likewise; y runs down.", "integer"),
        Column("room", "Radius of the free space around it.", "integer", least=1),
        SOURCE,
    ),
    key=("unit", "first_cycle"),
    order=("unit", "first_cycle"),
)

BOXES: Final = Table(
    "boxes",
    "one call-out box beside the map",
    (
        Column("unit", "Unit it shows, where that occurs.", pattern=UNIT),
        FIRST,
        LAST,
        *_AREA,
        Column(
            "to_x",
            "Where its line ends, in its place; empty without a line.",
            "integer",
            required=False,
        ),
        Column("to_y", "Likewise.", "integer", required=False),
        SOURCE,
    ),
    key=("unit", "first_cycle"),
    order=("unit", "first_cycle"),
)

MAP_TABLES: Final = (MAPS, PIECES, HOLDINGS, GROUNDS, FRAMES, LABELS, BOXES)
"""In the order of the data package."""
