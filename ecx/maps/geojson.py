"""Write the areas of a layer as GeoJSON, for plotly and for shapely.

A map that is already projected must not be projected again. Near the equator and the meridian an
equirectangular map is flat, so the drawing is laid there, a hundred of its units to a degree.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from ecx.maps.layer import Layer
from ecx.maps.topology import Feature, Topology

Position = tuple[float, float]
Ring = Sequence[Position]
"""A closed line: it ends where it starts."""
Projection = Callable[[float, float], Position]
"""Converts a point of a map to longitude and latitude, in degrees."""

DEGREE: Final = 100
"""Units of the drawing to one degree."""

_CORNERS: Final = 3
_REMEMBERED: Final = 1024
"""Areas that stay converted: those of all cycles, on both grids, and some boxes."""


def geojson(*layers: Layer, grid: float = 0) -> dict[str, Any]:
    """Write layers of the drawing as one collection of features.

    Parameters
    ----------
    *layers : Layer
        Areas of the drawing, those of the first layer first.
    grid : float, default 0
        Corners are moved to the nearest point of a grid this wide, in units of the drawing;
        neighbors move alike, so no gap opens between them. With 0 they stay.

    Returns
    -------
    dict
        A feature collection with one feature per area, its id the area's. Outer rings turn
        clockwise and holes the other way, as plotly's maps want them.

    Examples
    --------
    >>> layer = Layer.of({"A": [[(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]]})
    >>> square = geojson(layer)["features"][0]
    >>> square["id"], square["geometry"]["coordinates"][0][0][:3]
    ('A', [[0.0, 0.0], [1.0, 0.0], [1.0, -1.0]])
    """
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "id": key, "geometry": _of_drawing(layer.topology, rings, grid)}
            for layer in layers
            for key, rings in layer.features.items()
        ],
    }


def geometry(
    lines: Sequence[Sequence[Position]], projection: Projection, grid: float = 0
) -> dict[str, Any]:
    """Write an area as a GeoJSON geometry.

    Parameters
    ----------
    lines : sequence of sequence of (float, float)
        The closed lines around it, as `Layer.lines` gives them.
    projection : callable
        Converts x and y of a point to longitude and latitude.
    grid : float, default 0
        Width of the grid for its corners, in units of the lines; with 0 they stay.

    Returns
    -------
    dict
        A multipolygon. An area smaller than the grid keeps its largest ring.

    Examples
    --------
    >>> geometry([[(0, 0), (9, 0), (9, 9), (0, 0)]], lambda x, y: (x, 9 - y))["coordinates"]
    [[[[0, 9], [9, 9], [9, 0], [0, 9]]]]
    """
    rings = [_snapped(line, grid) for line in lines]
    rings = [ring for ring in rings if len(ring) > _CORNERS and _area(ring)] or [
        max(lines, key=lambda line: abs(_area(line)))  # smaller than the grid, but still drawn
    ]
    return {
        "type": "MultiPolygon",
        "coordinates": [
            [[list(projection(x, y)) for x, y in ring] for ring in polygon]
            for polygon in _polygons(rings)
        ],
    }


def degrees(x: float, y: float) -> Position:
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


@lru_cache(maxsize=_REMEMBERED)
def _of_drawing(topology: Topology, feature: Feature, grid: float) -> dict[str, Any]:
    """Write an area of the drawing; most are the same on the maps of many cycles."""
    return geometry(topology.lines(feature), degrees, grid)


def _polygons(rings: list[Ring]) -> list[list[Ring]]:
    """Sort rings into polygons: each outer ring clockwise with its holes, the largest first."""
    rings = sorted(rings, key=lambda ring: -abs(_area(ring)))
    clockwise = _area(rings[0]) > 0
    outer = [ring for ring in rings if (_area(ring) > 0) is clockwise]
    polygons = [[_wound(ring, clockwise=True)] for ring in outer]
    for hole in rings:
        if (_area(hole) > 0) is not clockwise:
            owner = next((n for n, ring in enumerate(outer) if _holds(ring, hole[0])), 0)
            polygons[owner].append(_wound(hole, clockwise=False))
    return polygons


def _snapped(ring: Ring, grid: float) -> Ring:
    """Move a ring's corners to the grid, and drop those where the line no longer bends."""
    if not grid:
        return ring
    corners: list[Position] = []
    for x, y in ring:
        point = (round(x / grid) * grid, round(y / grid) * grid)
        while corners and (corners[-1] == point or _straight(corners, point)):
            corners.pop()
        corners.append(point)
    return corners


def _straight(corners: list[Position], point: Position) -> bool:
    """Tell whether the last corner lies on the straight line to a point."""
    if len(corners) < _CORNERS - 1:
        return False
    (x0, y0), (x1, y1) = corners[-2:]
    return (x1 - x0) * (point[1] - y0) == (point[0] - x0) * (y1 - y0)


def _area(ring: Ring) -> float:
    """Return twice the area of a ring in square units; positive if clockwise where y runs down."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


def _holds(ring: Ring, point: Position) -> bool:
    """Tell whether a point lies inside a ring."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in pairwise(ring):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def _wound(ring: Ring, *, clockwise: bool) -> Ring:
    """Return a ring that turns in the given direction."""
    return ring if (_area(ring) > 0) is clockwise else ring[::-1]
