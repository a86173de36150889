"""The grid of a cartogram: which clump holds each cell, and which cells a clump can give up."""

from collections import defaultdict
from collections.abc import Sequence
from math import ceil, floor
from typing import Final

from ecx.maps.cartogram.guides import Guide

FREE: Final = -1
"""Holder of cells that nobody holds."""

_MARGIN: Final = 4
"""Cells around all that a clump may want, which is half as far again as its outline."""


class Grid:
    """Square cells, numbered row by row, each free or held by a clump.

    Parameters
    ----------
    guides : sequence of Guide
        The guide of each clump; a clump goes by its number in this order.

    Attributes
    ----------
    guides : list of Guide
        The guides, which may be moved.
    holder : list of int
        The clump that holds each cell, or `FREE`.
    held : list of int
        Cells that each clump holds.
    sides : tuple of int
        Steps from a cell to those beside it: right, down, left, up.

    Examples
    --------
    >>> from ecx.maps.cartogram.guides import DISC
    >>> grid = Grid([Guide.of(DISC, 4)])
    >>> here = grid.cell(0, 0)
    >>> grid.hand(here, 0)
    >>> grid.position(here), grid.held, grid.can_leave(here)
    ((0, 0), [1], False)
    """

    def __init__(self, guides: Sequence[Guide]) -> None:
        self.guides = list(guides)
        far = [1.5 * max(guide.reach) + _MARGIN for guide in guides]
        ends = list(zip(guides, far, strict=True))
        self._left = floor(min(guide.x - room for guide, room in ends))
        self._top = floor(min(guide.y - room for guide, room in ends))
        self.width = ceil(max(guide.x + room for guide, room in ends)) - self._left
        height = ceil(max(guide.y + room for guide, room in ends)) - self._top
        self.holder = [FREE] * (self.width * height)
        self.held = [0] * len(guides)
        width = self.width
        self.sides = (1, width, -1, -width)
        self.around = (1, width + 1, width, width - 1, -1, -width - 1, -width, 1 - width)
        # Cells of the outermost ring stay free, so that every other cell has all its neighbours.
        rows = range(width, len(self.holder) - width, width)
        self.inside = [row + column for row in rows for column in range(1, width - 1)]

    def cell(self, column: int, row: int) -> int:
        """Return the number of a cell.

        Parameters
        ----------
        column, row : int
            Where it is, as the guides count.

        Returns
        -------
        int
            Its number.
        """
        return (row - self._top) * self.width + column - self._left

    def position(self, cell: int) -> tuple[int, int]:
        """Return the column and row of a cell."""
        row, column = divmod(cell, self.width)
        return column + self._left, row + self._top

    def hand(self, cell: int, to: int) -> None:
        """Assign a cell to a clump, or free it.

        Parameters
        ----------
        cell : int
            Its number.
        to : int
            The clump, or `FREE`.
        """
        holder = self.holder[cell]
        if holder != FREE:
            self.held[holder] -= 1
        if to != FREE:
            self.held[to] += 1
        self.holder[cell] = to

    def touches(self, cell: int, clump: int) -> bool:
        """Tell whether a cell is next to a clump.

        Parameters
        ----------
        cell : int
            Its number.
        clump : int
            The clump, or `FREE`.

        Returns
        -------
        bool
            Whether one of its four sides is the clump's.
        """
        return any(self.holder[cell + side] == clump for side in self.sides)

    def can_leave(self, cell: int) -> bool:
        """Tell whether a clump stays connected without a cell.

        Only the eight cells around are looked at: a clump that would hang together by a detour
        keeps the cell too.
        """
        holder, clump = self.holder, self.holder[cell]
        if clump == FREE:
            return True
        if self.held[clump] == 1:
            return False
        own = [holder[cell + step] == clump for step in self.around]
        # Neighbors are connected if every cell between them on the way around is of the clump.
        pieces = [own[n] and not (own[n - 1] and own[n - 2]) for n in (0, 2, 4, 6)]
        return sum(pieces) <= 1

    def clumps(self) -> list[list[int]]:
        """List the cells of each clump, row by row."""
        found: dict[int, list[int]] = defaultdict(list)
        for cell, clump in enumerate(self.holder):
            found[clump].append(cell)
        return [found[number] for number in range(len(self.guides))]

    def keep_largest(self) -> None:
        """Free all cells outside the largest connected piece of their clump."""
        for cells in self.clumps():
            pieces = self._pieces(cells)
            kept = max(pieces, key=len, default=[])
            for cell in set(cells).difference(kept):
                self.hand(cell, FREE)

    def _pieces(self, cells: list[int]) -> list[list[int]]:
        """Split cells into connected pieces."""
        left = dict.fromkeys(cells)
        pieces = []
        while left:
            piece = [left.popitem()[0]]
            for cell in piece:
                for side in self.sides:
                    if cell + side in left:
                        del left[cell + side]
                        piece.append(cell + side)
            pieces.append(piece)
        return pieces
