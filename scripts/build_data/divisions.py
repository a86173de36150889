"""Divide a place's outline by lines inside it, into districts or historical pieces."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from shapely import Point as Spot
from shapely.geometry import LineString, MultiLineString, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, polygonize, unary_union

from build_data.outlines import Grid, load
from build_data.raw import BadInputError
from build_data.topology import Layer, Point, Shape

LINES: Final = " lines"
"""Ends the id of the lines inside a place, in a file of pieces: ``"NV lines"``."""


class Division:
    """One place, the lines inside it, and the approximate positions of its parts.

    Lines were simplified apart from the outlines, so the parts' outer edges differ from the
    place's by a hair. Only the lines are taken; the outer edge is that of the place.

    Parameters
    ----------
    name : str
        File the division is from.
    areas : mapping of str to shapely geometry
        Parts by id, on the grid.
    lines : list of list
        Lines inside the place, as points of the grid.
    """

    def __init__(
        self, name: str, areas: Mapping[str, BaseGeometry], lines: list[list[Point]]
    ) -> None:
        self.name = name
        self.place = next(iter(areas))[:2]
        self._areas = areas
        self._lines = lines

    def ends(self) -> list[Point]:
        """List the ends of lines that lie on the edge of the place, not on another line."""
        ends = Counter(end for line in self._lines for end in (line[0], line[-1]))
        return sorted(end for end, count in ends.items() if count == 1)

    def divide(self, outline: Shape) -> Layer:
        """Divide the outline of the place among its parts.

        Raises
        ------
        BadInputError
            If a part gets no land.
        """
        corners = {corner for part in outline for ring in part for corner in ring}
        moved = {end: _nearest(end, corners) for end in self.ends()}
        lines = [LineString(ring) for part in outline for ring in part]
        lines += [
            LineString([moved.get(p, p) for p in line if p in moved or p not in corners])
            for line in self._lines
        ]
        whole = shape({"type": "MultiPolygon", "coordinates": outline})
        found: dict[str, Shape] = {name: [] for name in self._areas}
        for face in polygonize(unary_union(MultiLineString(lines))):
            spot = face.representative_point()
            if not whole.contains(spot):
                continue
            name = min(self._areas, key=lambda key: (self._areas[key].distance(spot), key))
            rings = [face.exterior, *face.interiors]
            found[name].append([[(round(x), round(y)) for x, y in ring.coords] for ring in rings])
        for name, parts in found.items():
            if not parts:
                raise BadInputError(
                    f"geo/{self.name}", f"{name} gets no land", "correct its outline"
                )
        return found


def districts(path: Path, grid: Grid) -> Division:
    """Read the districts of one place.

    Parameters
    ----------
    path : pathlib.Path
        GeoJSON of its districts.
    grid : callable
        Takes two coordinates to a point of the grid.
    """
    areas = {
        f"{key[:2]}-{int(key[3:]):02}": _on_grid(feature["geometry"], grid)
        for feature in load(path)["features"]
        if (key := feature["id"])
    }
    return Division(path.name, areas, _between(list(areas.values())))


def pieces(path: Path, grid: Grid) -> list[Division]:
    """Read the pieces of every divided area, by place.

    Parameters
    ----------
    path : pathlib.Path
        GeoJSON: of each place the lines inside it, and areas that name its pieces.
    grid : callable
        Takes two coordinates to a point of the grid.
    """
    areas: dict[str, dict[str, BaseGeometry]] = defaultdict(dict)
    lines: dict[str, list[list[Point]]] = {}
    for feature in load(path)["features"]:
        key: str = feature["id"]
        if key.endswith(LINES):
            drawn = [
                [grid(*point) for point in line] for line in feature["geometry"]["coordinates"]
            ]
            lines[key.removesuffix(LINES)] = [_without_repeats(line) for line in drawn]
        else:
            areas[key[:2]][key] = _on_grid(feature["geometry"], grid)
    return [Division(path.name, areas[place], lines[place]) for place in sorted(areas)]


def with_corners(outlines: Layer, place: str, spots: Iterable[Point]) -> Layer:
    """Add a corner where a line inside a place meets a long straight edge of it.

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
    """Add a corner to one edge, in either direction."""
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
    """Round a GeoJSON geometry to the grid."""
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
    """Find the lines that two districts share, joined as far as they continue."""
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


def _without_repeats(line: list[Point]) -> list[Point]:
    """Drop a corner that equals the one before it."""
    return [line[0], *(here for before, here in pairwise(line) if here != before)]


def _nearest(end: Point, corners: set[Point]) -> Point:
    """Find the corner of the outline that is nearest to the end of a line."""
    spot = Spot(end)
    return min(corners, key=lambda corner: (spot.distance(Spot(corner)), corner))
