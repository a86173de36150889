"""Read outlines that store each shared border once, and join pieces into larger outlines.

In a topology a line that two outlines share is one arc. So what lies between two of them is known
without geometry, pieces are joined by leaving out the arcs they share, and no gap can open.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from ecx.record.files import folder

Point = tuple[int, int]
Ring = list[int]
"""Numbers of arcs that follow one another and close; ``~n`` is arc n backwards."""


class Topology:
    """One of the files in ``data/shapes/``.

    Parameters
    ----------
    name : str
        ``"drawing"`` or ``"nad83"``.

    Attributes
    ----------
    arcs : list
        Lines on a grid of whole numbers, each as a corner and then steps.
    step : float
        Size of a step of the grid: units of the drawing, or degrees.

    Examples
    --------
    >>> drawing = Topology("drawing")
    >>> sorted(drawing.layer("ME-113"))
    ['ME-01', 'ME-02']
    """

    def __init__(self, name: str) -> None:
        content = json.loads((folder("data") / "shapes" / f"{name}.topo.json").read_bytes())
        self.arcs: list[list[list[int]]] = content["arcs"]
        self.step: float = content["transform"]["scale"][0]
        self._objects: dict[str, Any] = content["objects"]

    def layer(self, name: str) -> dict[str, list[list[Ring]]]:
        """Return the outlines of a layer.

        Parameters
        ----------
        name : str
            The layer.

        Returns
        -------
        dict of str to list
            By id, the parts of an outline; of a part the rings, outer first.
        """
        return {shape["id"]: shape["arcs"] for shape in self._objects[name]["geometries"]}

    def joined(self, outlines: Iterable[list[list[Ring]]]) -> list[Ring]:
        """Join outlines into one.

        Parameters
        ----------
        outlines : iterable of list
            Outlines out of `layer`.

        Returns
        -------
        list of list of int
            Its rings, holes turning against the others; lines between the outlines are gone.
        """
        rings = [ring for outline in outlines for part in outline for ring in part]
        within = shared(rings)
        if not within:
            return rings
        kept = [ring for ring in rings if within.isdisjoint(map(number, ring))]
        cut = [arc for ring in rings for arc in ring if not within.isdisjoint(map(number, ring))]
        return kept + self._closed([arc for arc in cut if number(arc) not in within])

    def _closed(self, arcs: list[int]) -> list[Ring]:
        """Connect arcs end to end until each line is closed."""
        begin: dict[Point, list[int]] = defaultdict(list)
        for arc in arcs:
            begin[self._start(arc)].append(arc)
        rings: list[Ring] = []
        for corner in list(begin):
            while begin[corner]:
                ring = [begin[corner].pop(0)]
                while begin[end := self._start(~ring[-1])]:
                    ring.append(begin[end].pop(0))
                rings.append(ring)
        return rings

    def _start(self, arc: int) -> Point:
        """Find the first corner of an arc; for an arc that runs backward, its last."""
        line = self.arcs[number(arc)]
        if arc >= 0:
            return line[0][0], line[0][1]
        return sum(step[0] for step in line), sum(step[1] for step in line)


def number(arc: int) -> int:
    """Return the number of an arc, regardless of its direction.

    Examples
    --------
    >>> number(7), number(~7)
    (7, 7)
    """
    return arc if arc >= 0 else ~arc


def shared(rings: Iterable[Ring]) -> set[int]:
    """Find the arcs that occur in rings more than once.

    Examples
    --------
    >>> shared([[0, 1, 2], [~1, 3]])
    {1}
    """
    uses = Counter(number(arc) for ring in rings for arc in ring)
    return {arc for arc, count in uses.items() if count > 1}
