"""Read the gathered outlines and lay states and districts on one grid with common corners."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from shapely import Point as Spot
from shapely.geometry import LineString, MultiLineString, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, polygonize, unary_union

from record.raw import BadInputError
from record.topology import Layer, Point, Ring, Shape

Grid = Callable[[float, float], Point]


def load(path: Path) -> dict[str, Any]:
    """Read a JSON file.

    Raises
    ------
    BadInputError
        If it is missing or no JSON.
    """
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(
            f"geo/{path.name}", f"cannot be read: {error}", "put the file back"
        ) from error
    return content


def layer(path: Path, name: str, grid: Grid) -> Layer:
    """Read one layer of a topology and lay its outlines on a grid.

    Parameters
    ----------
    path : pathlib.Path
        TopoJSON.
    name : str
        The layer.
    grid : callable
        Takes two coordinates to a point of the grid.
    """
    topology = load(path)
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    lines: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        line: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            point = grid(x * scale[0] + move[0], y * scale[1] + move[1])
            if not line or point != line[-1]:
                line.append(point)
        lines.append(line)

    found: dict[str, Shape] = {}
    for geometry in topology["objects"][name]["geometries"]:
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        rings = [[_joined(lines, arcs) for arcs in part] for part in parts]
        # An island smaller than the grid has no area left.
        large = [[ring for ring in part if len(ring) >= _CORNERS] for part in rings]
        found[geometry["id"]] = [part for part in large if part]
    return found


_CORNERS: Final = 4
"""The fewest corners of a ring, the first counted twice."""


def _joined(lines: list[list[Point]], arcs: list[int]) -> Ring:
    """Join arcs to a ring; ``~n`` is arc n backwards."""
    ring: Ring = []
    for arc in arcs:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        ring += line[1:] if ring else line
    return ring


class Division:
    """The districts of one place as they were gathered.

    They were simplified apart from the states, so their outer edges differ from the place's by a
    hair. Only the lines between them are taken; the outer edge is that of the place.

    Parameters
    ----------
    path : pathlib.Path
        GeoJSON of the districts of one place.
    grid : callable
        Takes two coordinates to a point of the grid.
    """

    def __init__(self, path: Path, grid: Grid) -> None:
        self.name = path.name
        self._drawn = {
            f"{key[:2]}-{int(key[3:]):02}": _on_grid(feature["geometry"], grid)
            for feature in load(path)["features"]
            if (key := feature["id"])
        }
        self.place = next(iter(self._drawn))[:2]
        self._lines = _between(list(self._drawn.values()))

    def ends(self) -> list[Point]:
        """List the ends of lines that lie on the edge of the place, not on another line."""
        ends = Counter(end for line in self._lines for end in (line[0], line[-1]))
        return sorted(end for end, count in ends.items() if count == 1)

    def divide(self, outline: Shape) -> Layer:
        """Divide the outline of the place among the districts.

        Raises
        ------
        BadInputError
            If a district gets no land.
        """
        corners = {corner for part in outline for ring in part for corner in ring}
        moved = {end: _nearest(end, corners) for end in self.ends()}
        lines = [LineString(ring) for part in outline for ring in part]
        lines += [
            LineString([moved.get(p, p) for p in line if p in moved or p not in corners])
            for line in self._lines
        ]
        found: dict[str, Shape] = {name: [] for name in self._drawn}
        for face in polygonize(unary_union(MultiLineString(lines))):
            spot = face.representative_point()
            name = min(self._drawn, key=lambda key: (self._drawn[key].distance(spot), key))
            rings = [face.exterior, *face.interiors]
            found[name].append([[(round(x), round(y)) for x, y in ring.coords] for ring in rings])
        for name, parts in found.items():
            if not parts:
                raise BadInputError(
                    f"geo/{self.name}", f"{name} gets no land", "correct its outline"
                )
        return found


def with_corners(outlines: Layer, place: str, spots: Iterable[Point]) -> Layer:
    """Put a corner where a line between districts meets a long straight edge of its place.

    The neighbour across that edge gets the corner too, so that the border stays one line.

    Parameters
    ----------
    outlines : mapping of str to list
        Places by postal code.
    place : str
        The divided place.
    spots : iterable of tuple of int
        Where the lines end.
    """
    for spot in spots:
        edges = [pair for part in outlines[place] for ring in part for pair in pairwise(ring)]
        edge = min(edges, key=lambda pair: (LineString(pair).distance(Spot(spot)), pair))
        line = LineString(edge)
        on_edge = line.interpolate(line.project(Spot(spot)))
        corner = (round(on_edge.x), round(on_edge.y))
        if min(Spot(corner).distance(Spot(end)) for end in edge) > _NEAR:
            outlines = {key: _inserted(parts, edge, corner) for key, parts in outlines.items()}
    return outlines


_NEAR: Final = 5
"""A line that ends nearer than this to a corner, in steps of the grid, ends in it."""


def _inserted(outline: Shape, edge: tuple[Point, Point], corner: Point) -> Shape:
    """Put a corner into one edge, whichever way it runs."""
    found = {edge, edge[::-1]}
    return [
        [
            [
                ring[0],
                *(
                    p
                    for pair in pairwise(ring)
                    for p in ((corner, pair[1]) if pair in found else pair[1:])
                ),
            ]
            for ring in part
        ]
        for part in outline
    ]


def _on_grid(geometry: dict[str, Any], grid: Grid) -> BaseGeometry:
    """Lay a GeoJSON geometry on the grid."""
    polygons = (
        geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    )
    return shape(
        {
            "type": "MultiPolygon",
            "coordinates": [
                [[grid(*point) for point in ring] for ring in part] for part in polygons
            ],
        }
    )


def _between(drawn: list[BaseGeometry]) -> list[list[Point]]:
    """Find the lines two districts have in common, joined as far as they run on."""
    seen: dict[frozenset[Point], int] = {}
    for district in drawn:
        for part in district.geoms:
            for ring in (part.exterior, *part.interiors):
                points = [(round(x), round(y)) for x, y in ring.coords]
                for edge in {frozenset(pair) for pair in pairwise(points)}:
                    seen[edge] = seen.get(edge, 0) + 1
    shared = [tuple(sorted(edge)) for edge, count in seen.items() if count > 1 and len(edge) > 1]
    merged = linemerge(MultiLineString(sorted(shared)))
    lines = getattr(merged, "geoms", [merged])
    return sorted([(round(x), round(y)) for x, y in line.coords] for line in lines)


def _nearest(end: Point, corners: set[Point]) -> Point:
    """Find the corner of the outline that is nearest to the end of a line."""
    spot = Spot(end)
    return min(corners, key=lambda corner: (spot.distance(Spot(corner)), corner))
