"""Convert the drawing's paths to GeoJSON for plotly, in small degrees around 0°.

A map that is already projected must not be projected again. Near the equator and the meridian an
equirectangular map is flat, so the drawing is laid there, a hundred of its units to a degree.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Final

Point = tuple[float, float]
Ring = tuple[Point, ...]
Frame = tuple[float, float, float, float]
"""Left, top, width and height in units of the drawing; y runs down."""

DEGREE: Final = 100
"""Units of the drawing to one degree."""

COARSE: Final = 12
"""Grid, in units of the drawing, for a map as large as a stamp: about one of its pixels."""

_START = re.compile(r"M\s*([-\d.]+)[ ,]*([-\d.]+)\s*l([^zM]*)z")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_CORNERS: Final = 3


def geojson(outlines: Mapping[str, str], grid: float = 0) -> dict[str, Any]:
    """Convert outlines to GeoJSON.

    Parameters
    ----------
    outlines : mapping of str to str
        Closed SVG paths by unit id, as ``ecx.maps.shapes.board_map`` writes them, in units of the
        drawing.
    grid : float, default 0
        Corners are moved to the nearest point of a grid this wide, in units of the drawing;
        neighbours move alike, so no gap opens between them. With 0 they stay.

    Returns
    -------
    dict
        A feature collection with one feature per outline, its id the unit's. Outer rings turn
        clockwise and holes the other way, as plotly's maps want them.

    Examples
    --------
    >>> square = geojson({"A": "M0 0l100 0 0 100-100 0z"})["features"][0]
    >>> square["id"], square["geometry"]["coordinates"][0][0][:3]
    ('A', [[0.0, 0.0], [1.0, 0.0], [1.0, -1.0]])
    """
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": unit,
                "geometry": {"type": "MultiPolygon", "coordinates": _polygons(path, grid)},
            }
            for unit, path in outlines.items()
        ],
    }


def degrees(x: float, y: float) -> Point:
    """Convert a point of the drawing to longitude and latitude.

    Parameters
    ----------
    x, y : float
        In units of the drawing; y runs down.

    Returns
    -------
    tuple of float
        Longitude and latitude in degrees.

    Examples
    --------
    >>> degrees(960, 600)
    (9.6, -6.0)
    """
    return (round(x / DEGREE, 3), round(-y / DEGREE, 3) + 0.0)  # + 0.0: no negative zero


def joint_frame(*frames: Frame) -> Frame:
    """Find the frame that contains all others, so that two maps have the same scale.

    Parameters
    ----------
    *frames : tuple of float
        Left, top, width and height of each, in units of the drawing.

    Returns
    -------
    tuple of float
        Left, top, width and height.

    Examples
    --------
    >>> joint_frame((0, 0, 10, 10), (5, 2, 10, 4))
    (0, 0, 15, 10)
    """
    left, top = (min(frame[side] for frame in frames) for side in (0, 1))
    right, foot = (max(frame[side] + frame[side + 2] for frame in frames) for side in (0, 1))
    return (left, top, right - left, foot - top)


@cache
def _polygons(path: str, grid: float) -> list[list[list[list[float]]]]:
    """Convert a path to polygons: each outer ring with its holes."""
    rings = [_snapped(ring, grid) for ring in _rings(path)]
    rings = [ring for ring in rings if len(ring) > _CORNERS and _area(ring)] or [
        max(
            _rings(path), key=lambda ring: abs(_area(ring))
        )  # smaller than the grid, but still drawn
    ]
    rings.sort(key=lambda ring: -abs(_area(ring)))
    turn = _area(rings[0]) > 0
    outer = [ring for ring in rings if (_area(ring) > 0) is turn]
    polygons = [[_turned(ring, clockwise=True)] for ring in outer]
    for hole in rings:
        if (_area(hole) > 0) is not turn:
            owner = next((n for n, ring in enumerate(outer) if _holds(ring, hole[0])), 0)
            polygons[owner].append(_turned(hole, clockwise=False))
    return polygons


def _rings(path: str) -> list[Ring]:
    """Read the closed lines of a path; each ends where it starts."""
    found = []
    for x, y, steps in _START.findall(path):
        point = (float(x), float(y))
        ring = [point]
        numbers = [float(number) for number in _NUMBER.findall(steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            point = (point[0] + dx, point[1] + dy)
            ring.append(point)
        found.append((*ring, ring[0]))
    return found


def _snapped(ring: Ring, grid: float) -> Ring:
    """Move a ring's corners to the grid, and drop those where the line no longer bends."""
    if not grid:
        return ring
    corners: list[Point] = []
    for x, y in ring:
        point = (round(x / grid) * grid, round(y / grid) * grid)
        while corners and (corners[-1] == point or _straight(corners, point)):
            corners.pop()
        corners.append(point)
    return tuple(corners)


def _straight(corners: list[Point], point: Point) -> bool:
    """Tell whether the last corner lies on the straight line to a point."""
    if len(corners) < _CORNERS - 1:
        return False
    (x0, y0), (x1, y1) = corners[-2:]
    return (x1 - x0) * (point[1] - y0) == (point[0] - x0) * (y1 - y0)


def _area(ring: Ring) -> float:
    """Return twice the area of a ring in square units of the drawing; positive if clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


def _holds(ring: Ring, point: Point) -> bool:
    """Tell whether a point lies inside a ring."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def _turned(ring: Ring, *, clockwise: bool) -> list[list[float]]:
    """Convert a ring to degrees, in the given direction."""
    points = ring if (_area(ring) > 0) is clockwise else ring[::-1]
    return [list(degrees(x, y)) for x, y in points]
