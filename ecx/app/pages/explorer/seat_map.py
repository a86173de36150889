"""Draw the map of electors for the board: one square for each elector."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby
from math import hypot
from typing import Final

from ecx.board.content import Caption, Map
from ecx.college.election import Election
from ecx.college.elector import Elector
from ecx.college.unit_id import place_of
from ecx.maps.cartogram import Cartogram, cartogram
from ecx.maps.cartogram.guides import Area
from ecx.maps.cartogram.packing import Cell
from ecx.maps.outlines import outlines
from ecx.say import _, phrase

_SIDE: Final = 20
"""Units of the drawing from one cell to the next."""

_SEAM: Final = 1
"""Gap between two cells of a place, in units of the drawing; it lies right of a cell and below."""

_PARTING: Final = 2
"""What a cell keeps free towards another place; half of the gap."""

_BROAD: Final = 1.3
"""Width of the drawing to its height, at least: the narrow map of 1789 would fill two screens."""

_NOTE: Final = phrase("Each square is one elector. A state is as big as its number of electors.")


@lru_cache(maxsize=8)
def seat_map(election: Election) -> Map:
    """Draw one square for every elector, for the board.

    Parameters
    ----------
    election : Election
        The record of a cycle, or one with other electors.

    Returns
    -------
    Map
        Its units are electors: outlines go by ``"TX.36"``. Borders run around places, inner lines
        around the units of a place that is divided. Places are lettered by captions. The same
        object for the same election, as long as it is remembered.

    Raises
    ------
    UnknownCycleError
        If the record has no map of that cycle.

    Examples
    --------
    >>> from ecx.record.elections import election
    >>> drawing = seat_map(election(2016))
    >>> len(drawing["outlines"]), drawing["captions"]["TX"]["text"], drawing["boxes"]
    (538, 'TX', {})
    """
    seats: dict[str, list[Elector]] = defaultdict(list)
    for elector in election.electors:
        seats[elector.place].append(elector)
    made = cartogram(_areas(election.cycle), {place: len(seats[place]) for place in seats})
    sitting: dict[Cell, Elector] = {}
    for place, electors in seats.items():
        sitting |= _seated(made.cells[place], electors)
    places = {cell: elector.place for cell, elector in sitting.items()}
    units = {cell: elector.unit for cell, elector in sitting.items()}
    borders = _lines(places, made)
    return {
        "frame": _frame(made),
        "outlines": {elector.id: _square(cell, units, places) for cell, elector in sitting.items()},
        "borders": _path(borders),
        "inner": _path(_lines(units, made) - borders),
        "labels": {},
        "boxes": {},
        "ground": {},
        "captions": {place: _caption(place, made.cells[place]) for place in seats},
        "note": _(_NOTE),
    }


def _frame(made: Cartogram) -> list[float]:
    """Return the frame of the map; a narrow map gets margins at both sides."""
    width, height = made.columns * _SIDE, made.rows * _SIDE
    beside = max(0, round((_BROAD * height - width) / 2))
    return [-beside, 0, width + 2 * beside, height]


@cache
def _areas(cycle: int) -> dict[str, Area]:
    """Measure the outlines on the map of a cycle; districts are joined to their place."""
    units = outlines(cycle).units
    rings: dict[str, list[list[tuple[float, float]]]] = defaultdict(list)
    for unit in units.features:
        rings[place_of(unit)] += units.lines(unit)
    return {place: Area.of(outline) for place, outline in rings.items()}


def _seated(cells: Sequence[Cell], electors: list[Elector]) -> dict[Cell, Elector]:
    """Assign a place's electors to cells in reading order; a unit's electors are neighbors.

    With several units, every other row is filled backward, so that no unit is split at the end of a
    row; within a unit, the seats are in reading order again.
    """
    electors = sorted(electors, key=lambda elector: elector.seat)
    parts = [list(part) for _, part in groupby(electors, key=lambda elector: elector.unit)]
    left = list(cells if len(parts) == 1 else _to_and_fro(cells))
    seated: dict[Cell, Elector] = {}
    for part in parts:
        own, left = left[: len(part)], left[len(part) :]
        own.sort(key=lambda cell: cell[::-1])
        seated |= dict(zip(own, part, strict=True))
    return seated


def _to_and_fro(cells: Sequence[Cell]) -> list[Cell]:
    """Yield cells row by row, every other row backward."""
    return sorted(cells, key=lambda cell: (cell[1], -cell[0] if cell[1] % 2 else cell[0]))


def _square(cell: Cell, units: Mapping[Cell, str], places: Mapping[Cell, str]) -> str:
    """Draw a cell; it is smaller on sides that face another place."""
    x, y = cell

    def inset(beside: Cell, seam: int) -> int:
        if places.get(beside) != places[cell]:
            return _PARTING
        return max(seam, int(units[beside] != units[cell]))

    left, top = inset((x - 1, y), 0), inset((x, y - 1), 0)
    wide = _SIDE - left - inset((x + 1, y), _SEAM)
    high = _SIDE - top - inset((x, y + 1), _SEAM)
    return f"M{x * _SIDE + left} {y * _SIDE + top}h{wide}v{high}h-{wide}z"


_Side = tuple[int, int, int]
"""A side of a cell: 0 for one that lies above a cell and 1 for one left of it, then the number of
that line and how far along it."""


def _lines(names: Mapping[Cell, str], made: Cartogram) -> set[_Side]:
    """Find the sides between cells of different owners."""
    found = set()
    for x in range(made.columns + 1):
        for y in range(made.rows + 1):
            own = names.get((x, y))
            if own != names.get((x, y - 1)):
                found.add((0, y, x))
            if own != names.get((x - 1, y)):
                found.add((1, x, y))
    return found


def _path(sides: set[_Side]) -> str:
    """Write sides as an SVG path; sides in a row become one line."""
    drawn = []
    ordered = enumerate(sorted(sides))
    for _way, run in groupby(ordered, key=lambda item: (*item[1][:2], item[1][2] - item[0])):
        along = [side for _, side in run]
        way, line, start = along[0]
        at = (line, start) if way else (start, line)
        drawn.append(f"M{at[0] * _SIDE} {at[1] * _SIDE}{'hv'[way]}{len(along) * _SIDE}")
    return "".join(drawn)


def _caption(place: str, cells: Sequence[Cell]) -> Caption:
    """Position a place's label where there is most room, near its middle."""
    own = set(cells)
    x, y = (sum(cell[way] + 0.5 for cell in cells) / len(cells) for way in (0, 1))
    around = {(x + a, y + b) for x, y in cells for a in (-1, 0, 1) for b in (-1, 0, 1)} - own
    spots = {(x + a / 2, y + b / 2) for x, y in cells for a in (0, 1, 2) for b in (0, 1, 2)}
    room, _, spot = max(
        (min(_away(spot, cell) for cell in around), -hypot(spot[0] - x, spot[1] - y), spot)
        for spot in spots
    )
    return {
        "text": place,
        "x": spot[0] * _SIDE,
        "y": spot[1] * _SIDE,
        "room": round(room * _SIDE - _PARTING, 1),
    }


def _away(spot: tuple[float, float], cell: Cell) -> float:
    """Measure the distance from a point to a cell."""
    across, down = (max(low - at, at - low - 1, 0.0) for at, low in zip(spot, cell, strict=True))
    return hypot(across, down)
