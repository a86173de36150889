"""The map of each cycle: which outlines it is drawn from, where labels and call-out boxes stand."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from record.gathered import Gathered
from record.outlines import Division, Grid, layer, with_corners
from record.people import Rows
from record.topology import Layer, Point, tidy, topology

STATES: Final = "states"


def drawing(x: float, y: float) -> Point:
    """Lay the projected frame on tenths of a unit of the drawing: x from 0, y downwards."""
    return round((x + 9.6) * 1000), round((6 - y) * 1000)


def nad83(x: float, y: float) -> Point:
    """Lay degrees on ten-thousandths, some 11 metres of latitude."""
    return round(x * 10_000), round(y * 10_000)


FRAMES: Final[dict[str, tuple[str, Grid, float, float]]] = {
    "drawing": ("pp", drawing, 0.1, 70.0),
    "nad83": ("ll", nad83, 0.0001, 0.0),
}
"""By name: the gathered frame, its grid, a step of it, and the squares a corner may be worth."""


def topologies(gathered: Gathered, geo: Path) -> dict[str, str]:
    """Make the topologies of all layers, as text, by name.

    Raises
    ------
    BadInputError
        If an outline is missing, or a district gets no land.
    """
    files = {row["layer"]: row["file"] for row in gathered.tables["by_hand/layers"]}
    made = {}
    for name, (frame, grid, step, blunt) in FRAMES.items():
        layers = _layers(files, geo, frame, grid)
        head = {"type": "Topology", "transform": {"scale": [step, step], "translate": [0, 0]}}
        made[name] = json.dumps(head | topology(layers, blunt), separators=(",", ":")) + "\n"
    return made


def _layers(files: Mapping[str, str], geo: Path, frame: str, grid: Grid) -> dict[str, Layer]:
    """Read the places, and divide those that have districts, once for each set of lines."""
    whole = layer(geo / f"{files[STATES]}.{frame}.topo.json", STATES, grid)
    divisions = {
        name: Division(geo / f"{file}.{frame}.geojson", grid)
        for name, file in files.items()
        if name != STATES
    }
    for division in divisions.values():
        whole = with_corners(whole, division.place, division.ends())
    layers = {STATES: whole} | {
        name: division.divide(whole[division.place]) for name, division in divisions.items()
    }
    return {
        name: {key: tidy(outline) for key, outline in found.items()}
        for name, found in layers.items()
    }


def maps(gathered: Gathered, units: Rows) -> Rows:
    """List the layers of every cycle."""
    divided = {(row["cycle"], row["place"]) for row in units if row["unit"] != row["place"]}
    return [
        {
            "cycle": str(cycle),
            "layer": row["layer"],
            "place": row["place"],
            "note": row["note"],
            "source": row["source"],
        }
        for cycle in gathered.cycles
        for row in gathered.tables["by_hand/layers"]
        if row.number("first_cycle") <= cycle <= row.number("last_cycle")
        and (not row["place"] or (str(cycle), row["place"]) in divided)
    ]


def labels(gathered: Gathered) -> Rows:
    """List where labels stand."""
    return [{**row, "source": "computed"} for row in gathered.tables["by_hand/labels"]]


def boxes(gathered: Gathered) -> Rows:
    """List the call-out boxes."""
    return [{**row, "source": "edited"} for row in gathered.tables["by_hand/boxes"]]
