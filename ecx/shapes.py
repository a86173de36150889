"""Outlines of places and districts: as the board draws them, and on the globe for analysts.

Both come from topologies, in which a border that two units share is stored once. So the lines
between places are known without geometry, and no gap can open between neighbours.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from ecx.election import Election
from ecx.files import folder
from ecx.tables import Row, election, read_rows

if TYPE_CHECKING:
    import geopandas as gpd

FRAME: Final = (22, 6, 1920, 1186)
"""Left, top, width and height of the drawing, in its own units; y runs down."""

FRAME_PADDING: Final = 6
"""Space between the call-out boxes of a divided place and the line around them, in units."""


def board_map(cycle: int) -> dict[str, Any]:
    """Draw the map of a cycle as SVG path data, for the board.

    Parameters
    ----------
    cycle : int
        An election year of the record.

    Returns
    -------
    dict
        Ready for JSON, in units of the drawing:

        ``frame``
            Left, top, width, height.
        ``outlines``
            Path by unit id. An at-large part has none, nor has a place that is divided.
        ``borders``, ``inner``
            Path of the lines between places, and of those between districts of a place.
        ``labels``
            ``[x, y, room]`` by unit id: where its text goes, and the radius of free space.
        ``boxes``
            Call-out boxes by unit id: ``x``, ``y``, ``w``, ``h``, and ``leader``, the two ends
            of the line to its place, or None.
        ``frames``
            ``[x, y, width, height]`` by place: around the boxes of a divided place.
        ``note``
            What is not exact about the lines, else empty.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Examples
    --------
    >>> drawing = board_map(2016)
    >>> sorted(unit for unit in drawing["outlines"] if unit.startswith("ME"))
    ['ME-01', 'ME-02']
    >>> drawing["outlines"]["CO"][:12], sorted(drawing["frames"])
    ('M538.4 636.6', ['ME', 'NE'])
    """
    record, layers = election(cycle), read_rows("maps", cycle)
    topology = _topology("drawing")
    pen = _Pen(topology["arcs"])
    outlines: dict[str, str] = {}
    borders: set[int] = set()
    inner: set[int] = set()
    for layer, shapes in _layers(topology, record, layers):
        drawn = [shape for shape in shapes if shape["id"] in record.units]
        outlines.update({shape["id"]: pen.outline(shape) for shape in drawn})
        (inner if layer["place"] else borders).update(_shared(shapes))
    boxes = {row["unit"]: _box(row) for row in read_rows("boxes") if row["unit"] in record.units}
    names = {row["layer"] for row in layers}
    return {
        "frame": list(FRAME),
        "outlines": outlines,
        "borders": pen.lines(borders),
        "inner": pen.lines(inner),
        "labels": {
            row["unit"]: [int(row["x"]), int(row["y"]), int(row["room"])]
            for row in read_rows("labels")
            if row["layer"] in names and row["unit"] in outlines
        },
        "boxes": boxes,
        "frames": _frames(record, boxes),
        "note": " ".join(row["note"] for row in layers if row["note"]),
    }


def shapes(cycle: int) -> "gpd.GeoDataFrame":
    """Give the outlines of a cycle's units on the globe.

    Parameters
    ----------
    cycle : int
        An election year of the record.

    Returns
    -------
    geopandas.GeoDataFrame
        One row per unit, indexed by unit id, with the columns place (postal code), name,
        electors and geometry: longitude and latitude in degrees, NAD83 (EPSG:4269). At-large
        parts have no outline of their own, so theirs is None; electors sum to the whole College.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Examples
    --------
    >>> frame = shapes(2024)
    >>> frame.loc["ME-02", "name"], int(frame.electors.sum()), frame.crs.to_epsg()
    ('Maine district 2', 538, 4269)
    """
    import geopandas as gpd  # noqa: PLC0415 - pages open without geopandas
    from shapely.geometry import shape  # noqa: PLC0415 - likewise

    record = election(cycle)
    topology = _topology("nad83")
    lines = [_absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    found = {}
    for _, layer in _layers(topology, record, read_rows("maps", cycle)):
        for outline in layer:
            parts = [[_ring(lines, arcs) for arcs in part] for part in outline["arcs"]]
            found[outline["id"]] = shape({"type": "MultiPolygon", "coordinates": parts})
    units = list(record.units.values())
    return gpd.GeoDataFrame(
        {
            "place": [unit.place for unit in units],
            "name": [unit.name for unit in units],
            "electors": [unit.electors for unit in units],
        },
        index=[unit.id for unit in units],
        geometry=[found.get(unit.id) for unit in units],
        crs="EPSG:4269",
    )


class _Pen:
    """Writes arcs as SVG path data, each arc once for each direction.

    Parameters
    ----------
    arcs : list
        Arcs of a topology in tenths of a unit of the drawing: a corner, then steps.
    """

    def __init__(self, arcs: list[list[list[int]]]) -> None:
        self._arcs = arcs
        self._tenths = _Tenths()

    def outline(self, shape: dict[str, Any]) -> str:
        """Write the closed lines of a shape."""
        return "".join(self._ring(ring) for part in shape["arcs"] for ring in part)

    def lines(self, arcs: Iterable[int]) -> str:
        """Write arcs as open lines."""
        return "".join(self._start(arc) + "l" + self._steps(arc) for arc in sorted(arcs))

    def _ring(self, arcs: list[int]) -> str:
        steps = "".join([self._steps(arc) for arc in arcs])
        return f"{self._start(arcs[0])}l{steps}z"

    def _start(self, arc: int) -> str:
        """Move to the first corner of an arc."""
        line = self._arcs[arc if arc >= 0 else ~arc]
        x, y = line[0] if arc >= 0 else map(sum, zip(*line, strict=True))
        return "M" + (self._tenths[x] + self._tenths[y]).lstrip()

    def _steps(self, arc: int) -> str:
        """Step from corner to corner along an arc."""
        tenths = self._tenths
        if arc >= 0:
            return "".join([tenths[x] + tenths[y] for x, y in self._arcs[arc][1:]])
        return "".join([tenths[-x] + tenths[-y] for x, y in self._arcs[~arc][:0:-1]])


class _Tenths(dict[int, str]):
    """Tenths of a unit as short decimals that can follow one another: ``7`` is `` .7``."""

    def __missing__(self, tenths: int) -> str:
        whole, part = divmod(abs(tenths), 10)
        digits = f"{whole or ''}.{part}" if part else f"{whole}"
        self[tenths] = f"{'-' if tenths < 0 else ' '}{digits}"
        return self[tenths]


def _topology(name: str) -> dict[str, Any]:
    """Read a topology."""
    path = folder("data") / "shapes" / f"{name}.topo.json"
    topology: dict[str, Any] = json.loads(path.read_bytes())
    return topology


def _layers(
    topology: dict[str, Any], record: Election, layers: list[Row]
) -> list[tuple[Row, list[dict[str, Any]]]]:
    """Pick the layers a cycle is drawn from, and of each the shapes of places that took part."""
    return [
        (
            layer,
            [
                shape
                for shape in topology["objects"][layer["layer"]]["geometries"]
                if shape["id"][:2] in record.places
            ],
        )
        for layer in layers
    ]


def _shared(shapes: list[dict[str, Any]]) -> list[int]:
    """Find the arcs that two shapes have in common."""
    uses = Counter(
        arc if arc >= 0 else ~arc
        for shape in shapes
        for part in shape["arcs"]
        for ring in part
        for arc in ring
    )
    return [arc for arc, count in uses.items() if count > 1]


def _box(row: Row) -> dict[str, Any]:
    """Place one call-out box; its line starts in the middle of the edge that faces its end."""
    x, y, width, height = (int(row[name]) for name in ("x", "y", "width", "height"))
    leader = None
    if row["to_x"]:
        to_x, to_y = int(row["to_x"]), int(row["to_y"])
        if x <= to_x <= x + width:
            start = [x + width // 2, y if to_y < y else y + height]
        else:
            start = [x if to_x < x else x + width, y + height // 2]
        leader = [start, [to_x, to_y]]
    return {"x": x, "y": y, "w": width, "h": height, "leader": leader}


def _frames(record: Election, boxes: dict[str, dict[str, Any]]) -> dict[str, list[int]]:
    """Draw a line around the boxes of each divided place."""
    frames = {}
    for place in record.places:
        own = [box for unit, box in boxes.items() if unit.startswith(f"{place}-")]
        if own:
            left, top = min(box["x"] for box in own), min(box["y"] for box in own)
            right = max(box["x"] + box["w"] for box in own)
            foot = max(box["y"] + box["h"] for box in own)
            pad = FRAME_PADDING
            frames[place] = [left - pad, top - pad, right - left + 2 * pad, foot - top + 2 * pad]
    return frames


def _absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Turn the steps of an arc into corners in degrees."""
    scale, move = transform["scale"], transform["translate"]
    x = y = 0
    corners = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        corners.append((x * scale[0] + move[0], y * scale[1] + move[1]))
    return corners


def _ring(lines: list[list[tuple[float, float]]], arcs: list[int]) -> list[tuple[float, float]]:
    """Join arcs to a closed line."""
    corners: list[tuple[float, float]] = []
    for arc in arcs:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        corners += line[1:] if corners else line
    return corners
