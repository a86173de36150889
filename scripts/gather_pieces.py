"""Cut today's states where the states of an earlier day ended: ``python scripts/gather_pieces.py``.

Reads ``data/raw/by_hand/pieces.csv``, today's outlines, and the counties of the npm package
us-atlas (ISC licence; the 1:10,000,000 boundary files of the Census Bureau, 2017), and writes
``data/raw/geo/pieces.*.geojson``: of each state that is cut the lines inside it, and roughly where
its pieces lie. The build needs only these files; run this again when a piece is added:

    npm pack us-atlas@3.0.1 && tar -xzf us-atlas-3.0.1.tgz
    python scripts/gather_pieces.py package/counties-10m.json
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyproj
from shapely import segmentize, transform
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, mapping
from shapely.geometry import Polygon as Area
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, nearest_points, unary_union

RAW: Final = Path(__file__).resolve().parent.parent / "data" / "raw"

STEP: Final = 0.25
"""Degrees between the corners of a line along a parallel, which is curved on the drawing."""

SMOOTH: Final = 0.01
"""Degrees by which the line between two counties may be straightened."""

EDGE: Final = 0.03
"""Degrees from the edge of a state inside which outlines of another scale cannot be trusted."""

ROUGH: Final = 0.05
"""Degrees by which an area that only names its piece may be off."""

Lines = list[list[tuple[float, float]]]
Numbers = npt.NDArray[np.float64]
Project = Callable[[Numbers, Numbers], tuple[Numbers, Numbers]]

_CORNERS: Final = 4
"""The fewest corners of a ring, the first counted twice."""

_ALBERS: Final = pyproj.Proj(
    "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=37.5 +lon_0=-96 +ellps=GRS80"
)


def projected(x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """Project degrees as the gathered outlines are: Albers, in units of 250 km."""
    east, north = _ALBERS(x, y)
    return np.round(east / 250_000 + 0.37, 4), np.round(north / 250_000 - 0.4569, 4)


def degrees(x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
    """Keep degrees, to ten metres."""
    return np.round(x, 4), np.round(y, 4)


class Topology:
    """The areas of a TopoJSON file.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    """

    def __init__(self, path: Path) -> None:
        self._content = json.loads(path.read_text(encoding="utf-8"))
        scale, move = (self._content["transform"][key] for key in ("scale", "translate"))
        self._lines: Lines = []
        for arc in self._content["arcs"]:
            x = y = 0
            line = []
            for step_x, step_y in arc:
                x, y = x + step_x, y + step_y
                line.append((x * scale[0] + move[0], y * scale[1] + move[1]))
            self._lines.append(line)

    def names(self, layer: str) -> dict[str, str]:
        """Read the names of a layer by id."""
        shapes = self._content["objects"][layer]["geometries"]
        return {shape["id"]: shape["properties"]["name"] for shape in shapes}

    def areas(self, layer: str) -> dict[str, BaseGeometry]:
        """Read the areas of a layer by id."""
        found: dict[str, BaseGeometry] = {}
        for shape in self._content["objects"][layer]["geometries"]:
            parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            rings = [[self._ring(arcs) for arcs in part] for part in parts]
            large = [[ring for ring in part if len(ring) >= _CORNERS] for part in rings]
            areas = [Area(part[0], part[1:]) for part in large if part]
            found[shape["id"]] = MultiPolygon(areas).buffer(0)
        return found

    def _ring(self, arcs: list[int]) -> list[tuple[float, float]]:
        corners: list[tuple[float, float]] = []
        for arc in arcs:
            line = self._lines[arc] if arc >= 0 else self._lines[~arc][::-1]
            corners += line[1:] if corners else line
        return corners


class Cutter:
    """Cuts one state.

    Parameters
    ----------
    whole : shapely geometry
        The state as the map draws it.
    counties : mapping of str to shapely geometry
        Its counties by name, from outlines of another scale.
    """

    def __init__(self, whole: BaseGeometry, counties: Mapping[str, BaseGeometry]) -> None:
        self._whole = whole
        self._counties = counties
        self._lines: list[BaseGeometry] = []
        self.areas: dict[str, BaseGeometry] = {}

    def by_corners(self, piece: str, corners: str) -> None:
        """Cut along the sides of an area given by its corners."""
        area = Area([tuple(map(float, corner.split())) for corner in corners.split(";")])
        sides = segmentize(area.exterior, STEP)
        self._lines.append(sides.intersection(self._whole))
        self.areas[piece] = area

    def by_counties(self, piece: str, names: str) -> None:
        """Cut along the lines between the counties named and the others.

        Raises
        ------
        SystemExit
            If there is no such county.
        """
        unknown = [name for name in names.split(";") if name not in self._counties]
        if unknown:
            raise SystemExit(f"by_hand/pieces.csv, {piece}: no county {unknown[0]!r}; correct it")
        area = unary_union([self._counties[name] for name in names.split(";")])
        rest = unary_union([v for k, v in self._counties.items() if k not in names.split(";")])
        shared = _merged(area.boundary.intersection(rest.boundary))
        self._lines += [
            self._to_edge(line.simplify(SMOOTH))
            for part in shared
            for line in _merged(part.intersection(self._whole.buffer(-EDGE)))
            if line.length > 2 * EDGE and not line.is_ring
        ]
        self.areas[piece] = area.simplify(ROUGH)

    def _to_edge(self, line: LineString) -> LineString:
        """Lengthen a line to the edge of the state, where it ends close to it."""
        corners = list(line.coords)
        for end in (-1, 0):
            edge = nearest_points(self._whole.boundary, Point(corners[end]))[0]
            if edge.distance(Point(corners[end])) < 2 * EDGE:
                corners.insert(0 if end == 0 else len(corners), (edge.x, edge.y))
        return LineString(corners)

    def features(self, place: str, project: Project) -> list[dict[str, Any]]:
        """Write the lines and areas as GeoJSON."""
        rest = self._whole.difference(unary_union(list(self.areas.values()))).simplify(ROUGH)
        lines = MultiLineString(_merged(unary_union(self._lines)))
        areas = {place: _large(rest)} | self.areas
        return [
            {
                "type": "Feature",
                "id": key,
                "geometry": mapping(transform(shape, project, interleaved=False)),
            }
            for key, shape in [(f"{place} lines", lines), *sorted(areas.items())]
        ]


def _large(area: BaseGeometry) -> BaseGeometry:
    """Leave out islands and slivers, but never everything."""
    parts = sorted(getattr(area, "geoms", [area]), key=lambda part: -part.area)
    return MultiPolygon([part for part in parts if part.area > parts[0].area / 50])


def _merged(lines: BaseGeometry) -> list[LineString]:
    """Join lines as far as they run on, leaving points out."""
    parts = getattr(lines, "geoms", [lines])
    found = [part for part in parts if part.geom_type in ("LineString", "LinearRing")]
    found = [LineString(part.coords) for part in found if part.length > 0]
    if not found:
        return []
    merged = linemerge(found)
    return list(getattr(merged, "geoms", [merged]))


def main() -> None:
    """Write the lines of every state that is cut, in degrees and projected."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("atlas", type=Path, help="counties-10m.json of the npm package us-atlas")
    atlas = Topology(parser.parse_args().atlas)
    states = atlas.names("states")
    today = Topology(RAW / "geo" / "states.ll.topo.json").areas("states")
    postal = {row["name"]: row["state"] for row in _rows("elections/states")}
    counties: dict[str, dict[str, BaseGeometry]] = defaultdict(dict)
    names = atlas.names("counties")
    for code, area in atlas.areas("counties").items():
        counties[postal.get(states[code[:2]], "")][names[code]] = area
    cutters: dict[str, Cutter] = {}
    for row in _rows("by_hand/pieces"):
        place = row["piece"][:2]
        cutter = cutters.setdefault(place, Cutter(today[place], counties[place]))
        if row["corners"]:
            cutter.by_corners(row["piece"], row["corners"])
        else:
            cutter.by_counties(row["piece"], row["counties"])
    for frame, project in (("ll", degrees), ("pp", projected)):
        features = [
            feature
            for place, cutter in sorted(cutters.items())
            for feature in cutter.features(place, project)
        ]
        content = {"type": "FeatureCollection", "features": features}
        path = RAW / "geo" / f"pieces.{frame}.geojson"
        path.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")


def _rows(table: str) -> list[dict[str, str]]:
    """Read a gathered table."""
    with (RAW / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
