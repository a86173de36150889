"""The map of a cycle, written: SVG paths for the board, longitude and latitude for analysts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ecx.college.house_rules import Addition
from ecx.maps import svg
from ecx.maps.drawing import CalloutBox, drawing
from ecx.maps.geojson import Position, geometry
from ecx.maps.outlines import outlines
from ecx.record.elections import election

if TYPE_CHECKING:
    import geopandas as gpd


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
        ``outline_paths``
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
    >>> drawn = board_map(2016)
    >>> sorted(unit for unit in drawn["outlines"] if unit.startswith("ME"))
    ['ME-01', 'ME-02']
    >>> drawn["outlines"]["KS"][:12], sorted(drawn["frames"])
    ('M784.1 661.6', ['ME', 'NE'])
    >>> board_map(2016, [Addition("PR", 3_285_874)])["boxes"]["PR"]["leader"] is None
    True
    """
    drawn = drawing(cycle, added)
    lines = drawn.outlines
    paths = svg.outline_paths(lines.ground)
    return {
        "frame": list(drawn.extent),
        "outlines": svg.outline_paths(lines.units),
        "ground": {
            key: {"path": paths[key], "name": ground.name, "note": ground.note}
            for key, ground in drawn.grounds.items()
        },
        "borders": svg.lines(lines.units.topology, lines.borders),
        "inner": svg.lines(lines.units.topology, lines.inner),
        "labels": {unit: list(spot) for unit, spot in drawn.labels.items()},
        "boxes": {unit: _box(box) for unit, box in drawn.boxes.items()},
        "frames": {place: list(frame) for place, frame in drawn.frames.items()},
        "note": drawn.note,
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

    units = list(election(cycle).units.values())
    layer = outlines(cycle, "nad83").units
    areas = {
        unit: union_all(shape(geometry(layer.lines(unit), _as_it_is))) for unit in layer.features
    }
    return gpd.GeoDataFrame(
        {
            "place": [unit.place for unit in units],
            "name": [unit.name for unit in units],
            "electors": [unit.electors for unit in units],
        },
        index=[unit.id for unit in units],
        geometry=[areas.get(unit.id) for unit in units],
        crs="EPSG:4269",
    )


def _as_it_is(longitude: float, latitude: float) -> Position:
    """Keep degrees as they are."""
    return longitude, latitude


def _box(box: CalloutBox) -> dict[str, Any]:
    """Write a call-out box as the board reads it."""
    leader = box.leader and [list(end) for end in box.leader]
    return {"x": box.x, "y": box.y, "w": box.width, "h": box.height, "leader": leader}
