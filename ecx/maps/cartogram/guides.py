"""Guides for the cells of a cartogram: each place's outline, scaled to its number of electors.

An outline is measured by its reach: how far it goes from its centre in each of 64 directions. That
is enough to know Florida by, and makes the question "how far out is this cell?" one division.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, ceil, cos, floor, pi, sin, sqrt, tau
from typing import Final

MapPoint = tuple[float, float]

DIRECTIONS: Final = 64
"""Rays from a centre on which an outline is measured, the first to the right, then clockwise."""

_RAYS: Final = [(cos(tau * n / DIRECTIONS), sin(tau * n / DIRECTIONS)) for n in range(DIRECTIONS)]
_TURN: Final = DIRECTIONS / tau

_LEAST: Final = 0.3
"""Reach, of the mean, in directions where the outline begins only beyond its centre."""


def ray(x: float, y: float) -> int:
    """Return the number of the ray (direction) nearest to a vector.

    Parameters
    ----------
    x, y : float
        The vector; y runs down.

    Returns
    -------
    int
        Number of the direction, from 0.

    Examples
    --------
    >>> ray(5, 0), ray(0, 5), ray(-1, 0)
    (0, 16, 32)
    """
    return round(atan2(y, x) * _TURN) % DIRECTIONS


@dataclass(frozen=True, slots=True)
class Area:
    """A place's position, reach and proportions on the map of its day.

    Attributes
    ----------
    x, y : float
        The centre of its outline, in units of the map; y runs down.
    reach : tuple of float
        How far the outline goes from there in each of the `DIRECTIONS`, in units of the map.
    """

    x: float
    y: float
    reach: tuple[float, ...]

    @classmethod
    def of(cls, rings: Sequence[Sequence[MapPoint]]) -> "Area":
        """Measure an outline.

        Parameters
        ----------
        rings : sequence of sequence of (float, float)
            Corners of its closed lines, in units of the map; holes turn against the others.

        Returns
        -------
        Area
            Its centre of gravity, and its reach around that.

        Raises
        ------
        ValueError
            If the rings enclose nothing.

        Examples
        --------
        >>> area = Area.of([[(0, 0), (6, 0), (6, 2), (0, 2)]])
        >>> area.x, area.y, round(area.reach[0], 6), round(area.reach[16], 6)
        (3.0, 1.0, 3.0, 1.0)
        """
        x, y = _centre(rings)
        reach = [0.0] * DIRECTIONS
        for (ax, ay), (bx, by) in _edges(rings):
            for direction, distance in _crossed(ax - x, ay - y, bx - x, by - y):
                reach[direction] = max(reach[direction], distance)
        least = _LEAST * sum(reach) / DIRECTIONS
        return cls(x, y, tuple(max(distance, least) for distance in reach))

    @property
    def size(self) -> float:
        """The area that the reach encloses, in square units of the map."""
        return sum(distance * distance for distance in self.reach) * pi / DIRECTIONS


DISC: Final = Area(0.0, 0.0, (1.0,) * DIRECTIONS)
"""The area of a place that no map has."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The shape and position that a clump of cells should have.

    Attributes
    ----------
    electors : int
        Cells of the clump.
    reach : tuple of float
        Reach of the place's outline, drawn so that it encloses as many cells, in cells.
    radius : float
        Radius of a disc of that size, in cells.
    x, y : float
        Column and row of its centre.
    """

    electors: int
    reach: tuple[float, ...]
    radius: float
    x: float
    y: float

    @classmethod
    def of(cls, area: Area, electors: int) -> "Guide":
        """Scale an area to its number of electors, centered on column 0 and row 0.

        Parameters
        ----------
        area : Area
            Where the place lies on the map.
        electors : int
            Its electors, at least one.

        Returns
        -------
        Guide
            A guide that still is to be moved to its place.

        Examples
        --------
        >>> guide = Guide.of(DISC, 12)
        >>> round(guide.radius, 2), round(guide.reach[0], 2)
        (1.95, 1.95)
        """
        scale = sqrt(electors / area.size)
        reach = tuple(scale * distance for distance in area.reach)
        return cls(electors, reach, sqrt(electors / pi), 0.0, 0.0)

    def moved(self, x: float, y: float) -> "Guide":
        """Return the same guide around another center.

        Parameters
        ----------
        x, y : float
            Column and row of the centre.

        Returns
        -------
        Guide
            The new guide.
        """
        return replace(self, x=x, y=y)

    def strain(self, x: float, y: float) -> float:
        """Return how badly a cell fits the shape of its place.

        Parameters
        ----------
        x, y : float
            Column and row of the cell.

        Returns
        -------
        float
            0 in the centre, `radius` on the outline, four times that twice as far out. So one
            more step beyond the outline costs every place alike, however large it is.

        Examples
        --------
        >>> guide = Guide.of(DISC, 12)
        >>> guide.strain(0, 0), round(guide.strain(guide.radius, 0) / guide.radius, 6)
        (0.0, 1.0)
        """
        x -= self.x
        y -= self.y
        distance = self.reach[round(atan2(y, x) * _TURN) % DIRECTIONS]
        return (x * x + y * y) / (distance * distance) * self.radius


def _edges(rings: Iterable[Sequence[MapPoint]]) -> Iterator[tuple[MapPoint, MapPoint]]:
    """List the edges of closed lines."""
    for ring in rings:
        yield from pairwise([*ring, ring[0]])


def _centre(rings: Sequence[Sequence[MapPoint]]) -> MapPoint:
    """Find the center of gravity of an outline."""
    size = x = y = 0.0
    for (ax, ay), (bx, by) in _edges(rings):
        turn = ax * by - bx * ay
        size += turn
        x += (ax + bx) * turn
        y += (ay + by) * turn
    if not size:
        raise ValueError("an outline of no size has no centre; give rings that enclose something")
    return x / (3 * size), y / (3 * size)


def _crossed(ax: float, ay: float, bx: float, by: float) -> Iterator[tuple[int, float]]:
    """List the rays that an edge crosses, and the distances from the center."""
    turn = ax * by - ay * bx
    if turn < 0:
        ax, ay, bx, by, turn = bx, by, ax, ay, -turn
    if turn:
        first = atan2(ay, ax) * _TURN
        last = first + (atan2(by, bx) * _TURN - first) % DIRECTIONS
        for number in range(ceil(first), floor(last) + 1):
            x, y = _RAYS[number % DIRECTIONS]
            yield number % DIRECTIONS, turn / (x * (by - ay) - y * (bx - ax))
