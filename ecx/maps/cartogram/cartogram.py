"""Lay out a cartogram: one cell per elector, each place's cells connected, near where it lies.

Made from the number of electors, so any cycle and any House will do. A place that is on no map
stands in a corner that is free.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import Final

from ecx.maps.cartogram.guides import DISC, Area, Guide
from ecx.maps.cartogram.layout import lay_out
from ecx.maps.cartogram.packing import Cell, pack

_AROUND: Final = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]


@dataclass(frozen=True, slots=True)
class Cartogram:
    """The cells of each place, by column and row.

    Attributes
    ----------
    cells : mapping of str to tuple of (int, int)
        Column and row of each cell, from 0, by place; in reading order, so that the first is
        for seat 1.
    columns, rows : int
        Size of the whole.
    """

    cells: Mapping[str, tuple[Cell, ...]]
    columns: int
    rows: int


def cartogram(areas: Mapping[str, Area], electors: Mapping[str, int]) -> Cartogram:
    """Lay out one cell for every elector.

    Parameters
    ----------
    areas : mapping of str to Area
        Where places lie on the map of their day; those without electors are left out.
    electors : mapping of str to int
        Electors by place. A place without an area gets a square clump in a free corner.

    Returns
    -------
    Cartogram
        As many cells for each place as it has electors, in one piece. Lands that do not touch
        have a free cell between them at least. The same input gives the same cells.

    Raises
    ------
    ValueError
        If there is no place at all, or one has no positive whole number of electors.

    Notes
    -----
    Each outline is drawn to the size of its electors and laid out by springs (`layout`), the land
    is dealt by bids (`dealing`), and clumps trade cells for shape (`packing`). There is no chance
    in it: a page that is opened twice shows the same.

    Examples
    --------
    >>> west = Area.of([[(0, 0), (2, 0), (2, 2), (0, 2)]])
    >>> east = Area.of([[(2, 0), (4, 0), (4, 2), (2, 2)]])
    >>> made = cartogram({"W": west, "E": east}, {"W": 2, "E": 1})
    >>> dict(made.cells), made.columns, made.rows
    ({'W': ((0, 0), (0, 1)), 'E': ((1, 1),)}, 2, 2)
    >>> cartogram({}, {"PR": 0})
    Traceback (most recent call last):
        ...
    ValueError: PR has 0 electors; a place of a cartogram has 1 or more
    """
    if not electors:
        raise ValueError("no place has electors; a cartogram is of 1 place or more")
    for place, number in electors.items():
        if not isinstance(number, int) or number < 1:
            raise ValueError(f"{place} has {number} electors; a place of a cartogram has 1 or more")
    found: dict[str, list[Cell]] = {}
    for land in _lands(areas, {place: electors[place] for place in electors if place in areas}):
        _add(found, land, [(0, 0)])
    for place in electors:
        if place not in areas:
            (clump,) = pack([Guide.of(DISC, electors[place])], ())
            _add(found, {place: clump}, _corners(found, clump))
    left, top, right, foot = _bounds(found)
    return Cartogram(
        MappingProxyType(
            {place: tuple((x - left, y - top) for x, y in found[place]) for place in electors}
        ),
        right - left + 1,
        foot - top + 1,
    )


def _lands(areas: Mapping[str, Area], electors: Mapping[str, int]) -> list[dict[str, list[Cell]]]:
    """Pack each connected group of places (a land), and put the lands where they lie."""
    if not electors:
        return []
    layout = lay_out(areas, electors)
    packed = []
    for land in layout.lands:
        number = {place: n for n, place in enumerate(land)}
        neighbours = {(number[a], number[b]) for a, b in layout.neighbours if {a, b} <= {*land}}
        clumps = pack([layout.guides[place] for place in land], neighbours)
        packed.append(dict(zip(land, clumps, strict=True)))
    return packed


def _add(found: dict[str, list[Cell]], land: Mapping[str, list[Cell]], starts: list[Cell]) -> None:
    """Add a land where it touches no other, as near to one of the starts as possible."""
    near = {(x + a, y + b) for cells in found.values() for x, y in cells for a, b in _AROUND}
    cells = [cell for clump in land.values() for cell in clump]
    for shift_x, shift_y in _shifts(starts):
        if not any((x + shift_x, y + shift_y) in near for x, y in cells):
            for place, clump in land.items():
                found[place] = [(x + shift_x, y + shift_y) for x, y in clump]
            return


def _shifts(starts: list[Cell]) -> Iterator[Cell]:
    """List ways to shift a land, the shortest from any start first."""
    for far in count():
        ring = [(x, y) for x in range(-far, far + 1) for y in range(-far, far + 1)]
        for x, y in sorted(ring, key=lambda step: step[0] ** 2 + step[1] ** 2):
            if max(abs(x), abs(y)) == far:
                yield from ((from_x + x, from_y + y) for from_x, from_y in starts)


def _corners(found: Mapping[str, list[Cell]], clump: list[Cell]) -> list[Cell]:
    """Return the shifts that move a clump into each corner of the others' bounding box."""
    left, top, right, foot = _bounds(found or {"": clump})
    own_left, own_top, own_right, own_foot = _bounds({"": clump})
    columns, rows = (right - own_right, left - own_left), (foot - own_foot, top - own_top)
    return [(x, y) for y in rows for x in columns]


def _bounds(found: Mapping[str, list[Cell]]) -> tuple[int, int, int, int]:
    """Return the first and last column and row: left, top, right, bottom."""
    columns, rows = zip(*(cell for cells in found.values() for cell in cells), strict=True)
    return min(columns), min(rows), max(columns), max(rows)
