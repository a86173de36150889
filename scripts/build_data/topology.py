"""Cut rings into arcs that neighbors share, so that each border is stored and drawn once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

Point = tuple[int, int]
Ring = list[Point]
"""Corners of a closed line, the first repeated at the end."""
Polygon = list[Ring]
"""Outer ring first, then holes."""
Shape = list[Polygon]
Layer = Mapping[str, Shape]


def tidy(shape: Shape) -> Shape:
    """Write a shape in a canonical way: outer rings clockwise on screen, holes the other way.

    Each ring begins in its smallest corner, and parts follow one another by it.
    """
    parts = []
    for part in shape:
        rings = [_turned(ring, clockwise=number == 0) for number, ring in enumerate(part)]
        parts.append([rings[0], *sorted(rings[1:])])
    return sorted(parts)


def _turned(ring: Ring, *, clockwise: bool) -> Ring:
    """Start a ring at its smallest corner, in the given direction."""
    twice_area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))
    corners = ring[:-1] if (twice_area > 0) == clockwise else ring[:0:-1]
    first = corners.index(min(corners))
    return [*corners[first:], *corners[:first], corners[first]]


def topology(layers: Mapping[str, Layer], blunt: float = 0.0) -> dict[str, object]:
    """Make a TopoJSON topology of layers whose shapes share corners.

    Parameters
    ----------
    layers : mapping of str to mapping of str to list
        Shapes by id, by name of the layer, on a grid of whole numbers.
    blunt : float, default 0
        Corners that would change no area by more than this many squares of the grid are left
        out, the same ones on both sides of a border.

    Returns
    -------
    dict
        A topology without ``transform``: its numbers are those of the grid.
    """
    arcs = _Arcs(
        ring
        for layer in layers.values()
        for shape in layer.values()
        for part in shape
        for ring in part
    )
    cuts = {
        name: {
            key: [[arcs.cut(ring) for ring in part] for part in shape]
            for key, shape in layer.items()
        }
        for name, layer in layers.items()
    }
    lines = [_blunted(list(line), blunt) for line in arcs.lines]
    objects = {
        name: {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "MultiPolygon", "id": key, "arcs": _with_area(shape, lines)}
                for key, shape in sorted(layer.items())
            ],
        }
        for name, layer in sorted(cuts.items())
    }
    return {"type": "Topology", "objects": objects, "arcs": [_delta(line) for line in lines]}


def _with_area(shape: list[list[list[int]]], lines: list[list[Point]]) -> list[list[list[int]]]:
    """Drop rings whose area became zero when they were simplified."""
    kept = [
        [ring for ring in part if len({p for arc in ring for p in lines[max(arc, ~arc)]}) > _FLAT]
        for part in shape
    ]
    return [part for part in kept if part]


_FLAT = 2
"""Corners that make no area."""


class _Arcs:
    """The arcs of a set of rings.

    Parameters
    ----------
    rings : iterable of list
        Every ring of every layer.
    """

    def __init__(self, rings: Iterable[Ring]) -> None:
        self.lines: list[tuple[Point, ...]] = []
        self._number: dict[tuple[Point, ...], int] = {}
        neighbours: dict[Point, set[frozenset[Point]]] = defaultdict(set)
        for ring in rings:
            for before, here, after in zip([ring[-2], *ring], ring[:-1], ring[1:], strict=False):
                neighbours[here].add(frozenset((before, after)))
        # Lines meet at a corner whose neighbors differ from ring to ring.
        self._junctions = {corner for corner, pairs in neighbours.items() if len(pairs) > 1}

    def cut(self, ring: Ring) -> list[int]:
        """List the arcs of a ring in order; ``~n`` is arc n in reverse."""
        corners = ring[:-1]
        starts = [i for i, corner in enumerate(corners) if corner in self._junctions]
        first = starts[0] if starts else corners.index(min(corners))
        turned = [*corners[first:], *corners[:first], corners[first]]
        ends = [i for i, corner in enumerate(turned) if corner in self._junctions] or [
            0,
            len(turned) - 1,
        ]
        return [self._named(tuple(turned[start : end + 1])) for start, end in pairwise(ends)]

    def _named(self, line: tuple[Point, ...]) -> int:
        """Return the number of an arc; the reverse of an arc has its complement."""
        if line in self._number:
            return self._number[line]
        if line[::-1] in self._number:
            return ~self._number[line[::-1]]
        self._number[line] = len(self.lines)
        self.lines.append(line)
        return self._number[line]


def _blunted(line: list[Point], area: float) -> list[Point]:
    """Drop the corners that matter least (Visvalingam and Whyatt 1993), never the ends."""
    least = 5 if line[0] == line[-1] else 2
    while len(line) > least:
        areas = [_area(*line[i - 1 : i + 2]) for i in range(1, len(line) - 1)]
        smallest = min(range(len(areas)), key=areas.__getitem__)
        if areas[smallest] > area:
            break
        del line[smallest + 1]
    return line


def _area(a: Point, b: Point, c: Point) -> float:
    """Return the area of a triangle of three corners."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _delta(line: list[Point]) -> list[list[int]]:
    """Write each corner as a step from the one before, as TopoJSON does."""
    steps = zip([(0, 0), *line], line, strict=False)
    return [[x - before_x, y - before_y] for (before_x, before_y), (x, y) in steps]
