"""The map of each cycle: outlines, owners of each area, and positions of labels."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from build_data.divisions import Division, districts, pieces, with_corners
from build_data.gathered import Gathered, union
from build_data.outlines import Grid, layer
from build_data.people import Rows
from build_data.raw import RawRow
from build_data.topology import Layer, Point, tidy, topology

PIECES: Final = "pieces"
"""The layer that every map is drawn from: places, some of them cut."""


_HOLD_STILL: Final = {"boxes", "frames", "labels", "layers"}
"""Tables whose rows may have no last cycle. A territory became a state at some time."""


def drawing(x: float, y: float) -> Point:
    """Round projected coordinates to tenths of a unit of the drawing: x from 0, y down."""
    return round((x + 9.6) * 1000), round((6 - y) * 1000)


def nad83(x: float, y: float) -> Point:
    """Round degrees to ten-thousandths, about 11 meters of latitude."""
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
        If an outline is missing, or a district or a piece gets no land.
    """
    files = {row["layer"]: row["file"] for row in gathered.tables["by_hand/layers"]}
    made = {}
    for name, (frame, grid, step, blunt) in FRAMES.items():
        layers = _layers(files, geo, frame, grid)
        head = {"type": "Topology", "transform": {"scale": [step, step], "translate": [0, 0]}}
        made[name] = json.dumps(head | topology(layers, blunt), separators=(",", ":")) + "\n"
    return made


def _layers(files: Mapping[str, str], geo: Path, frame: str, grid: Grid) -> dict[str, Layer]:
    """Read the places, cut them, and divide those with districts, for each set of lines."""
    whole = layer(geo / f"{files[PIECES]}.{frame}.topo.json", "states", grid)
    cuts = pieces(geo / f"{PIECES}.{frame}.geojson", grid)
    divisions = {
        name: districts(geo / f"{file}.{frame}.geojson", grid)
        for name, file in files.items()
        if name != PIECES
    }
    for division in (*divisions.values(), *cuts):
        whole = with_corners(whole, division.place, division.ends())
    layers = {PIECES: _cut(whole, cuts)} | {
        name: division.divide(whole[division.place]) for name, division in divisions.items()
    }
    return {
        name: {key: tidy(outline) for key, outline in found.items()}
        for name, found in layers.items()
    }


def _cut(whole: Layer, cuts: list[Division]) -> Layer:
    """Replace a place by its pieces; what is left keeps its code."""
    cut = dict(whole)
    for division in cuts:
        cut.update(division.divide(whole[division.place]))
    return cut


def maps(gathered: Gathered, units: Rows) -> Rows:
    """List the layers of every cycle; notes on the whole map are with the first."""
    divided = {(row["cycle"], row["place"]) for row in units if row["unit"] != row["place"]}
    rows = []
    for cycle in gathered.cycles:
        notes = list(_in_force(gathered, "map_notes", cycle))
        for row in _in_force(gathered, "layers", cycle):
            if row["place"] and (str(cycle), row["place"]) not in divided:
                continue
            told = [row, *(notes if row["layer"] == PIECES else [])]
            rows.append(
                {
                    "cycle": str(cycle),
                    "layer": row["layer"],
                    "place": row["place"],
                    "note": " ".join(said["note"] for said in told if said["note"]),
                    "source": union(*(said["source"] for said in told)),
                }
            )
    return rows


def _in_force(gathered: Gathered, table: str, cycle: int) -> Iterator[RawRow]:
    """Pick the rows that hold in a cycle."""
    for row in _to_now(gathered, table):
        if row.number("first_cycle") <= cycle <= row.number("last_cycle"):
            yield row


def _to_now(gathered: Gathered, table: str) -> list[RawRow]:
    """Let the rows without a last cycle hold to the newest one, where such rows may be."""
    if table not in _HOLD_STILL:
        return gathered.tables[f"by_hand/{table}"]
    newest = str(gathered.named[-1])
    return [
        row if row["last_cycle"] else RawRow(row | {"last_cycle": newest}, row.place)
        for row in gathered.tables[f"by_hand/{table}"]
    ]


def holdings(gathered: Gathered) -> Rows:
    """List areas that belonged to another place than today.

    Raises
    ------
    BadInputError
        If a piece is unknown, two rows hold at once, or what it belonged to has no name then.
    """
    places = {row["state"] for row in gathered.tables["elections/states"]}
    known = places | {row["piece"] for row in gathered.tables["by_hand/pieces"]}
    for row in gathered.tables["by_hand/holdings"]:
        row.one_of("piece", known, "by_hand/pieces.csv")
    for cycle in gathered.cycles:
        grounds = {row["ground"] for row in _in_force(gathered, "grounds", cycle)}
        seen: dict[str, RawRow] = {}
        for row in _in_force(gathered, "holdings", cycle):
            if row["belongs_to"]:
                row.one_of("belongs_to", places | grounds, f"by_hand/grounds.csv for {cycle}")
            if row["piece"] in seen:
                row.refuse(
                    f"{row['piece']} belongs to something else in {cycle} already, by "
                    f"{seen[row['piece']].place}",
                    "let one of the two end before the other begins",
                )
            seen[row["piece"]] = row
    return [*_to_now(gathered, "holdings")]


def grounds(gathered: Gathered) -> Rows:
    """List the names of land that chose no electors."""
    return [*_to_now(gathered, "grounds")]


def cut_places(gathered: Gathered) -> Rows:
    """List the pieces of places that are cut."""
    return list(gathered.tables["by_hand/pieces"])


def frames(gathered: Gathered) -> Rows:
    """List what part of the drawing is shown."""
    return [{**row, "source": "edited"} for row in _to_now(gathered, "frames")]


def labels(gathered: Gathered) -> Rows:
    """List where labels stand."""
    return [{**row, "source": "computed"} for row in _to_now(gathered, "labels")]


def boxes(gathered: Gathered) -> Rows:
    """List the call-out boxes."""
    return [{**row, "source": "edited"} for row in _to_now(gathered, "boxes")]
