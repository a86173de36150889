"""Read TopoJSON: areas that share borders, each border stored once, as an arc.

What lies between two areas is known without geometry, and areas are merged by leaving out the arcs
they share, so no gap can open. A file is opened once in the life of a program; its coordinates are
held in 32-bit arrays, which take a tenth of the memory of Python's lists.
"""

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate, chain
from typing import Any, Final

from ecx.record.files import folder

Point = tuple[int, int]
"""A position in whole steps of the topology's grid."""
Line = list[Point]
"""Points in order; a closed line ends in the point where it starts."""
ArcRing = tuple[int, ...]
"""Numbers of arcs that follow one another and close; ``~n`` is arc n backward."""
Feature = tuple[ArcRing, ...]
"""The rings around an area; those of holes turn against the others."""

_CORNER: Final = 2
"""Numbers for each point: x and y."""


class Topology:
    """Arcs, and layers of features that are made of them.

    Parameters
    ----------
    arcs : iterable of iterable of (int, int)
        Lines, in steps of the grid.
    layers : mapping of str to mapping of str to tuple
        By name of the layer, features by id.
    per_unit : int
        Steps of the grid to one unit: of the drawing, or one degree.

    Attributes
    ----------
    layers : mapping of str to mapping of str to tuple
        As given.
    per_unit : int
        As given.

    Examples
    --------
    >>> drawing = topology("drawing")
    >>> sorted(drawing.layers["ME-113"]), drawing.per_unit
    (['ME-01', 'ME-02'], 10)
    """

    def __init__(
        self,
        arcs: Iterable[Iterable[Point]],
        layers: Mapping[str, Mapping[str, Feature]],
        per_unit: int,
    ) -> None:
        self._arcs = [array("i", chain.from_iterable(arc)) for arc in arcs]
        self.layers = layers
        self.per_unit = per_unit

    def line(self, arc: int) -> Line:
        """Return the points of an arc.

        Parameters
        ----------
        arc : int
            Its number; ``~n`` for arc n backward.

        Returns
        -------
        list of (int, int)
            Its points, in steps of the grid.

        Examples
        --------
        >>> Topology([[(0, 0), (4, 0)]], {}, 1).line(~0)
        [(4, 0), (0, 0)]
        """
        flat = self._arcs[number(arc)]
        points = list(zip(flat[::_CORNER], flat[1::_CORNER], strict=True))
        return points if arc >= 0 else points[::-1]

    def ring(self, ring: ArcRing) -> Line:
        """Return the points of a ring, the first again at the end.

        Parameters
        ----------
        ring : tuple of int
            Its arcs.

        Returns
        -------
        list of (int, int)
            Its points, in steps of the grid.

        Examples
        --------
        >>> Topology([[(0, 0), (4, 0)], [(0, 0), (2, 3), (4, 0)]], {}, 1).ring((0, ~1))
        [(0, 0), (4, 0), (2, 3), (0, 0)]
        """
        points = self.line(ring[0])
        for arc in ring[1:]:
            points += self.line(arc)[1:]
        return points

    def lines(self, feature: Feature) -> list[list[tuple[float, float]]]:
        """Return the closed lines around an area in units: of the drawing, or degrees.

        Parameters
        ----------
        feature : tuple of tuple of int
            Its rings.

        Returns
        -------
        list of list of (float, float)
            Their points; lines around holes turn against the others.

        Examples
        --------
        >>> Topology([[(0, 0), (4, 0), (4, 4), (0, 0)]], {}, 10).lines(((0,),))
        [[(0.0, 0.0), (0.4, 0.0), (0.4, 0.4), (0.0, 0.0)]]
        """
        size = self.per_unit
        return [[(x / size, y / size) for x, y in self.ring(ring)] for ring in feature]

    def merge(self, features: Iterable[Feature]) -> Feature:
        """Merge features into one; the lines between them are gone.

        Parameters
        ----------
        features : iterable of tuple
            Features of this topology that do not overlap.

        Returns
        -------
        tuple of tuple of int
            The rings around what they cover together.

        Examples
        --------
        >>> drawing = topology("drawing")
        >>> maine = drawing.layers["ME-113"]
        >>> len(drawing.merge(maine.values())) < sum(len(rings) for rings in maine.values())
        True
        """
        rings = [ring for feature in features for ring in feature]
        within = shared(rings)
        kept = [ring for ring in rings if within.isdisjoint(map(number, ring))]
        cut = [arc for ring in rings for arc in ring if not within.isdisjoint(map(number, ring))]
        return (*kept, *self._closed([arc for arc in cut if number(arc) not in within]))

    def _closed(self, arcs: list[int]) -> list[ArcRing]:
        """Connect arcs end to end until each line is closed."""
        begin: dict[Point, list[int]] = defaultdict(list)
        for arc in arcs:
            begin[self._start(arc)].append(arc)
        rings: list[ArcRing] = []
        for corner in list(begin):
            while begin[corner]:
                ring = [begin[corner].pop(0)]
                while begin[end := self._start(~ring[-1])]:
                    ring.append(begin[end].pop(0))
                rings.append(tuple(ring))
        return rings

    def _start(self, arc: int) -> Point:
        """Return the first point of an arc; of an arc that runs backward, its last."""
        flat = self._arcs[number(arc)]
        return (flat[0], flat[1]) if arc >= 0 else (flat[-2], flat[-1])


@cache
def topology(name: str) -> Topology:
    """Read one of the files in ``data/shapes/``; each is read once.

    Parameters
    ----------
    name : str
        ``"drawing"`` (units of the drawing, y down) or ``"nad83"`` (degrees, y up).

    Returns
    -------
    Topology
        Its arcs and layers.

    Examples
    --------
    >>> topology("nad83").per_unit
    10000
    """
    content = json.loads((folder("data") / "shapes" / f"{name}.topo.json").read_bytes())
    return Topology(
        (_absolute(steps) for steps in content["arcs"]),
        {
            layer: {shape["id"]: _flat(shape["arcs"]) for shape in collection["geometries"]}
            for layer, collection in content["objects"].items()
        },
        round(1 / content["transform"]["scale"][0]),
    )


def number(arc: int) -> int:
    """Return the number of an arc, regardless of its direction.

    Parameters
    ----------
    arc : int
        A number, or ``~n`` for arc n backward.

    Returns
    -------
    int
        The number of the arc.

    Examples
    --------
    >>> number(7), number(~7)
    (7, 7)
    """
    return arc if arc >= 0 else ~arc


def shared(rings: Iterable[ArcRing]) -> set[int]:
    """Find the arcs that occur in rings more than once.

    Parameters
    ----------
    rings : iterable of tuple
        Rings of one topology.

    Returns
    -------
    set of int
        Numbers of arcs.

    Examples
    --------
    >>> shared([(0, 1, 2), (~1, 3)])
    {1}
    """
    uses = Counter(number(arc) for ring in rings for arc in ring)
    return {arc for arc, count in uses.items() if count > 1}


def _absolute(steps: list[list[int]]) -> Iterable[Point]:
    """Convert a first point and the steps from point to point to points."""
    across, down = zip(*steps, strict=True)
    return zip(accumulate(across), accumulate(down), strict=True)


def _flat(polygons: Any) -> Feature:  # noqa: ANN401 - as json gives it
    """List the rings of all polygons of a shape."""
    return tuple(tuple(ring) for polygon in polygons for ring in polygon)
