"""The map of a cycle: SVG paths for the board, and longitude and latitude for analysts.

States of an earlier day are joined from today's and from pieces of them; ``data/holdings.csv`` says
what each belonged to, and since when.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from ecx.college.election import Election
from ecx.college.house_rules import Addition
from ecx.maps.svg import Pen
from ecx.maps.topology import Ring, Topology, shared
from ecx.record.csv_rows import Row, read_rows
from ecx.record.elections import election

if TYPE_CHECKING:
    import geopandas as gpd

FRAME_PADDING: Final = 6
"""Space between the call-out boxes of a divided place and the line around them, in units."""

JOINED: Final = 0.04375, 0.028125, 0.0115
"""Width and height of the box of a state that is added, as wide as the others of a map, and the
gap around it: shares of the width that is shown."""

PIECES: Final = "pieces"
"""The layer of states, some cut into pieces; the other layers divide one place each."""

Outline = list[list[Ring]]


def board_map(cycle: int, added: Sequence[Addition] = ()) -> dict[str, Any]:
    """Draw the map of a cycle as SVG path data, for the board.

    Parameters
    ----------
    cycle : int
        An election year of the record.
    added : sequence of Addition, optional
        States that a scenario adds: ``scenario.house_rules.added``.

    Returns
    -------
    dict
        Ready for JSON, in units of the drawing:

        ``frame``
            Left, top, width, height of what is shown; land may go on beyond it.
        ``outlines``
            Path by unit id. An at-large part has none, nor has a place that is divided.
        ``ground``
            Land where nobody chose electors, by key: ``path``, ``name`` and ``note``. Keys are
            postal codes of places that took no part, and words for other land.
        ``borders``, ``inner``
            Path of the lines between places, and of those between districts of a place.
        ``labels``
            ``[x, y, room]`` by unit id: where its text goes, and the radius of free space.
        ``boxes``
            Call-out boxes by unit id: ``x``, ``y``, ``w``, ``h``, and ``leader``, the two ends
            of the line to its place, or None. A state that is added has nothing but its box.
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
    >>> drawing["outlines"]["KS"][:12], sorted(drawing["frames"])
    ('M784.1 661.6', ['ME', 'NE'])
    >>> board_map(2016, [Addition("PR", 3_285_874)])["boxes"]["PR"]["leader"] is None
    True
    """
    record, layers = election(cycle), read_rows("maps", cycle)
    topology = Topology("drawing")
    pen = Pen(topology)
    lands = {key: topology.joined(parts) for key, parts in _lands(topology, cycle).items()}
    districts = _districts(topology, record, layers)
    drawn = {unit: _rings(outline) for unit, outline in districts.items()}
    drawn |= {key: rings for key, rings in lands.items() if key in record.units}
    boxes = {row["unit"]: _box(row) for row in _in_force("boxes", cycle)}
    boxes = {unit: box for unit, box in boxes.items() if unit in record.units}
    frame = _frame(cycle)
    return {
        "frame": frame,
        "outlines": {unit: pen.outline(rings) for unit, rings in drawn.items()},
        "ground": {
            key: {"path": pen.outline(lands[key]), "name": name, "note": note}
            for key, (name, note) in _grounds(record, lands).items()
        },
        "borders": pen.lines(shared(ring for key in record.places for ring in lands[key])),
        "inner": pen.lines(_inner(districts)),
        "labels": {
            row["unit"]: [int(row[name]) for name in ("x", "y", "room")]
            for row in _in_force("labels", cycle)
            if row["unit"] in drawn
        },
        "boxes": {**boxes, **_joined(frame, added)},
        "frames": _frames(record, boxes),
        "note": " ".join(row["note"] for row in layers if row["note"]),
    }


def shapes(cycle: int) -> "gpd.GeoDataFrame":
    """Return the outlines of a cycle's units in longitude and latitude.

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
    from shapely import union_all  # noqa: PLC0415 - likewise
    from shapely.geometry import shape  # noqa: PLC0415 - likewise

    record = election(cycle)
    topology = Topology("nad83")
    found: dict[str, list[Outline]] = dict(_lands(topology, cycle))
    for unit, outline in _districts(topology, record, read_rows("maps", cycle)).items():
        found[unit] = [outline]
    lines = [_absolute(arc, topology.step) for arc in topology.arcs]

    def area(outlines: list[Outline]) -> Any:  # noqa: ANN401 - shapely is imported above only
        parts = [[_corners(lines, ring) for ring in part] for whole in outlines for part in whole]
        return union_all([shape({"type": "Polygon", "coordinates": part}) for part in parts])

    units = list(record.units.values())
    return gpd.GeoDataFrame(
        {
            "place": [unit.place for unit in units],
            "name": [unit.name for unit in units],
            "electors": [unit.electors for unit in units],
        },
        index=[unit.id for unit in units],
        geometry=[area(found[unit.id]) if unit.id in found else None for unit in units],
        crs="EPSG:4269",
    )


def _in_force(table: str, cycle: int) -> list[Row]:
    """Return the rows of a table that apply to a cycle."""
    return [
        row
        for row in read_rows(table)
        if int(row["first_cycle"]) <= cycle <= int(row["last_cycle"])
    ]


def _lands(topology: Topology, cycle: int) -> dict[str, list[Outline]]:
    """Return the outlines that make up each place and each ground."""
    held = {row["piece"]: row["belongs_to"] for row in _in_force("holdings", cycle)}
    found: dict[str, list[Outline]] = defaultdict(list)
    for piece, outline in topology.layer(PIECES).items():
        if owner := held.get(piece, piece[:2]):
            found[owner].append(outline)
    return found


def _districts(topology: Topology, record: Election, layers: list[Row]) -> dict[str, Outline]:
    """Return the outlines of districts that are units."""
    return {
        unit: outline
        for row in layers
        if row["place"]
        for unit, outline in topology.layer(row["layer"]).items()
        if unit in record.units
    }


def _inner(districts: dict[str, Outline]) -> set[int]:
    """Find the borders between districts of one place."""
    places = {unit[:2] for unit in districts}
    return {
        arc
        for place in places
        for arc in shared(
            ring
            for unit, outline in districts.items()
            if unit.startswith(place)
            for ring in _rings(outline)
        )
    }


def _rings(outline: Outline) -> list[Ring]:
    """List the rings of all parts of an outline."""
    return [ring for part in outline for ring in part]


def _grounds(record: Election, lands: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Name the areas that chose no electors, with a note."""
    names = {row["place"]: row["name"] for row in read_rows("places")}
    told = {
        row["ground"]: (row["name"], row["note"]) for row in _in_force("grounds", record.cycle)
    } | {place: (names[place], reason) for place, reason in record.absences.items()}
    return {key: told[key] for key in sorted(lands) if key not in record.places}


def _frame(cycle: int) -> list[int]:
    """Return the part of the drawing that is shown."""
    (row,) = _in_force("frames", cycle)
    return [int(row[name]) for name in ("x", "y", "width", "height")]


def _box(row: Row) -> dict[str, Any]:
    """Position a call-out box and its line; the line starts at the middle of the facing edge."""
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


def _joined(frame: Sequence[int], added: Sequence[Addition]) -> dict[str, dict[str, Any]]:
    """Add boxes for added states along the lower edge, since no map has their outline."""
    left, top, wide, high = frame
    width, height, gap = (round(share * wide) for share in JOINED)
    return {
        new.place: {
            "x": left + wide - (number + 1) * (width + gap),
            "y": top + high - height - gap,
            "w": width,
            "h": height,
            "leader": None,
        }
        for number, new in enumerate(added)
    }


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


def _absolute(arc: list[list[int]], step: float) -> list[tuple[float, float]]:
    """Convert the steps of an arc to corners in degrees."""
    x = y = 0
    corners = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        corners.append((x * step, y * step))
    return corners


def _corners(lines: list[list[tuple[float, float]]], arcs: Ring) -> list[tuple[float, float]]:
    """Join arcs into a closed line."""
    corners: list[tuple[float, float]] = []
    for arc in arcs:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        corners += line[1:] if corners else line
    return corners
