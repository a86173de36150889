"""Divide a land's cells among the clumps: about as many as each needs, near its guide.

Every clump bids for the cells around its guide and the lowest bid has the cell. A clump with too
few bids lower the next time, one with too many higher, and the borders move until they are about
right.
"""

from collections import defaultdict
from collections.abc import Mapping
from math import ceil, floor, inf
from typing import Final

from ecx.maps.cartogram.grid import FREE, Grid

_ROUNDS: Final = 8
_HASTE: Final = 0.6
"""How much of what a clump lacks it tries to win in one round."""

_FAR: Final = 2.6
"""A clump bids for cells up to so many times as far out as its outline."""

_STRAIT: Final = 6
"""Gaps in the land up to one cell narrower than this are land too."""

_RAGGED: Final = 0.3
"""How much sooner a cell of the coast is given up for each cell of sea around it."""

Bids = Mapping[int, list[tuple[float, int]]]
"""Strain and clump by cell."""


def deal(grid: Grid) -> set[int]:
    """Find a land without holes, with a cell for every elector, and divide it among the clumps.

    Parameters
    ----------
    grid : Grid
        An empty grid.

    Returns
    -------
    set of int
        The cells of the land. Each clump holds at least one cell and hangs together; some have
        too few cells of the land, or too many, and some of it may still be free.

    Examples
    --------
    >>> from ecx.maps.cartogram.guides import DISC, Guide
    >>> grid = Grid([Guide.of(DISC, 9), Guide.of(DISC, 9).moved(3, 0)])
    >>> len(deal(grid)), sum(grid.held)
    (18, 18)
    """
    discounts = [guide.radius for guide in grid.guides]
    bids = _bids(grid)
    margins = _bargain(grid, bids, discounts, nobody=0.0)
    land = _land(grid, margins, sum(guide.electors for guide in grid.guides))
    offered = {cell: bids.get(cell) or _all_bids(grid, cell) for cell in sorted(land)}
    _bargain(grid, offered, discounts, nobody=inf)
    _settle_everybody(grid)
    grid.keep_largest()
    return land


def _bids(grid: Grid) -> Bids:
    """Let one clump bid for the cells around its guide."""
    bids: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for clump, guide in enumerate(grid.guides):
        room = 1.5 * max(guide.reach) + 2
        most = guide.radius * _FAR * _FAR
        for row in range(floor(guide.y - room), ceil(guide.y + room)):
            for column in range(floor(guide.x - room), ceil(guide.x + room)):
                strain = guide.strain(column, row)
                if strain < most:
                    bids[grid.cell(column, row)].append((strain, clump))
    return bids


def _all_bids(grid: Grid, cell: int) -> list[tuple[float, int]]:
    """Let every clump bid for a cell."""
    column, row = grid.position(cell)
    return [(guide.strain(column, row), clump) for clump, guide in enumerate(grid.guides)]


def _bargain(grid: Grid, bids: Bids, discounts: list[float], nobody: float) -> dict[int, float]:
    """Give cells to the lowest bids until each clump has about its number."""
    for _ in range(_ROUNDS):
        prices: dict[int, float] = {}
        grid.holder = [FREE] * len(grid.holder)
        grid.held = [0] * len(grid.guides)
        for cell, offers in bids.items():
            lowest, clump = nobody, FREE
            for strain, bidder in offers:
                if strain - discounts[bidder] < lowest:
                    lowest, clump = strain - discounts[bidder], bidder
            if clump != FREE:
                prices[cell] = lowest
                grid.holder[cell] = clump
                grid.held[clump] += 1
        for clump, guide in enumerate(grid.guides):
            lacking = guide.electors - grid.held[clump]
            discounts[clump] += _HASTE * lacking * guide.radius / guide.electors
    return prices


def _land(grid: Grid, prices: Mapping[int, float], size: int) -> set[int]:
    """Fill holes and narrow straits, and trim the coast until the land has its size."""
    filled = {cell for cell in grid.inside if cell not in prices and _enclosed(grid, cell)}
    land = filled | prices.keys()
    while len(land) > size:
        coast = [cell for cell in land if any(cell + side not in land for side in grid.sides)]
        loss = {cell: prices.get(cell, -inf) + _bare(grid, land, cell) for cell in coast}
        land.remove(max(coast, key=lambda cell: (loss[cell], cell)))
    while len(land) < size:
        shore = {cell + side for cell in land for side in grid.sides} - land
        land.add(min(shore, key=lambda cell: (_bare(grid, land, cell), cell)))
    return land


def _enclosed(grid: Grid, cell: int) -> bool:
    """Tell whether a free cell lies in a hole or a strait."""
    right, down, left, up = (_to_land(grid, cell, side) for side in grid.sides)
    return max(right, down, left, up) < inf or min(right + left, down + up) <= _STRAIT


def _to_land(grid: Grid, cell: int, side: int) -> float:
    """Count the steps in one direction to the first cell that is taken."""
    way = 1
    if side in (1, -1):
        row = cell // grid.width
        last = (row + 1) * grid.width - 1 if side == 1 else row * grid.width
    else:
        last = cell % grid.width + (len(grid.holder) - grid.width if side > 0 else 0)
    for at in range(cell + side, last, side):
        if grid.holder[at] != FREE:
            return way
        way += 1
    return inf


def _bare(grid: Grid, land: set[int], cell: int) -> float:
    """Return how weakly a coastal cell is attached to the land."""
    return _RAGGED * sum(cell + step not in land for step in grid.around)


def _settle_everybody(grid: Grid) -> None:
    """Give each clump without cells the nearest cell that another can spare."""
    for clump, held in enumerate(grid.held):
        if not held:
            guide = grid.guides[clump]
            spare = [
                c for c in grid.inside if grid.holder[c] == FREE or grid.held[grid.holder[c]] > 1
            ]
            grid.hand(min(spare, key=lambda cell: guide.strain(*grid.position(cell))), clump)
