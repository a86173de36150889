"""The tables that the map is drawn from."""

from typing import Final

from record.table import (
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

LABELS: Final = Table(
    "labels",
    "where the text of one outline stands",
    (
        Column("layer", "Layer in shapes/*.topo.json.", pattern=r"[a-zA-Z0-9-]+"),
        Column("unit", "The outline.", pattern=UNIT),
        Column("x", "Middle of the text, in units of the drawing.", "integer"),
        Column("y", "Likewise; y runs down.", "integer"),
        Column("room", "Radius of the free space around it.", "integer", least=1),
        SOURCE,
    ),
    key=("layer", "unit"),
    order=("layer", "unit"),
)

BOXES: Final = Table(
    "boxes",
    "one call-out box beside the map, drawn where its unit occurs",
    (
        Column("unit", "Unit it shows.", pattern=UNIT),
        Column("x", "Left edge, in units of the drawing.", "integer"),
        Column("y", "Upper edge; y runs down.", "integer"),
        Column("width", "Width.", "integer", least=1),
        Column("height", "Height.", "integer", least=1),
        Column(
            "to_x",
            "Where its line ends, in its place; empty without a line.",
            "integer",
            required=False,
        ),
        Column("to_y", "Likewise.", "integer", required=False),
        SOURCE,
    ),
    key=("unit",),
    order=("unit",),
)
