"""Pack one land of a cartogram: trade cells until every clump has its number and its shape."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from ecx.maps.cartogram.dealing import deal
from ecx.maps.cartogram.grid import FREE, Grid
from ecx.maps.cartogram.guides import Guide
from ecx.maps.cartogram.trades import LEAST, Step, Wishes, bargains, cheapest_chain

Cell = tuple[int, int]
"""Column and row."""

_ABROAD: Final = 40.0
"""What a cell off the land costs while land is free."""

_SEA: Final = 2.0
"""What it costs once all clumps have their number."""

_COAST: Final = 3.0
"""What a side between a clump and a free cell costs; a step beyond an outline costs about 2."""

_BORDER: Final = 1.5
"""What a side between neighbours costs."""

_STRANGERS: Final = 2.5
"""What a side between clumps costs that are no neighbours on the map."""

_TRADES: Final = 20
"""Rounds of trade at most, after each move of the guides."""

_MOVES: Final = 2
"""How often the guides are moved to their clumps."""

_PULL: Final = 0.5
"""How far, of the whole way."""

_WIDER: Final = 1.25
"""How much farther apart guides are put whose clumps hem each other in.

A quarter puts those whose middles are four cells apart one cell farther: enough to free a clump,
and too little to part neighbours. Where it is not enough, it is done again.
"""


def pack(guides: Sequence[Guide], neighbours: Collection[tuple[int, int]]) -> list[list[Cell]]:
    """Make a clump of cells for each guide.

    Parameters
    ----------
    guides : sequence of Guide
        The guides in their places, one at least.
    neighbours : collection of (int, int)
        Pairs of guides whose clumps should touch, either way round.

    Returns
    -------
    list of list of (int, int)
        Column and row of each cell, by guide: as many as it has electors, in one piece, in
        reading order. No cell is in two clumps.

    Examples
    --------
    >>> from ecx.maps.cartogram.guides import DISC
    >>> pack([Guide.of(DISC, 4).moved(0.5, 0.5), Guide.of(DISC, 1).moved(2, 0)], {(0, 1), (1, 0)})
    [[(0, 0), (1, 0), (0, 1), (1, 1)], [(2, 0)]]
    """
    # If clumps are too close to be separated, try again farther apart, until there is room
    # around each.
    wider = 1.0
    while not (market := _spread(guides, neighbours, wider)).fill():
        wider *= _WIDER
    market.improve()
    return [[market.grid.position(cell) for cell in cells] for cells in market.grid.clumps()]


def _spread(
    guides: Sequence[Guide], neighbours: Collection[tuple[int, int]], wider: float
) -> "_Market":
    """Divide land among the guides after moving them apart by a factor."""
    return _Market([guide.moved(guide.x * wider, guide.y * wider) for guide in guides], neighbours)


class _Market:
    """Clumps that trade cells with each other."""

    def __init__(self, guides: Sequence[Guide], neighbours: Collection[tuple[int, int]]) -> None:
        self.grid = Grid(guides)
        self._land = deal(self.grid)
        self._abroad = _ABROAD
        self._strains: list[dict[int, float]] = [{} for _ in guides]
        numbers = range(len(guides))
        # FREE is -1, so it indexes the last row and column, which hold the free cells.
        self._sides = [
            [
                0.0 if one == other else _BORDER if (one, other) in neighbours else _STRANGERS
                for other in numbers
            ]
            + [_COAST]
            for one in numbers
        ] + [[_COAST] * len(guides) + [0.0]]

    def fill(self) -> bool:
        """Give each clump its number of cells, by chains of trades from clumps with too many."""
        grid = self.grid
        while True:
            lacking = [n for n, g in enumerate(grid.guides) if grid.held[n] < g.electors]
            crowded = [n for n, g in enumerate(grid.guides) if grid.held[n] > g.electors]
            if not lacking and not crowded:
                return True
            wishes = dict(self._wishes())
            wants = [([FREE, *crowded], [clump]) for clump in lacking]
            wants += [([clump], [FREE, *lacking]) for clump in crowded]
            made = [self._chain(wishes, givers, takers) for givers, takers in wants]
            if not any(made):
                return False

    def improve(self) -> None:
        """Trade cells as long as the total cost falls; the guides follow."""
        self._abroad = _SEA
        for turn in range(_MOVES + 1):
            if turn:
                self._follow()
            self._strains = [{} for _ in self.grid.guides]
            for _ in range(_TRADES):
                if not self._trade():
                    break

    def _follow(self) -> None:
        """Move each guide toward the middle of its clump."""
        for number, cells in enumerate(self.grid.clumps()):
            guide = self.grid.guides[number]
            columns, rows = zip(*map(self.grid.position, cells), strict=True)
            x, y = sum(columns) / len(cells), sum(rows) / len(cells)
            self.grid.guides[number] = guide.moved(
                guide.x + _PULL * (x - guide.x), guide.y + _PULL * (y - guide.y)
            )

    def _strain(self, clump: int, cell: int) -> float:
        """Return the cost of a clump's holding a cell."""
        if clump == FREE:
            return 0.0
        known = self._strains[clump]
        if cell not in known:
            strain = self.grid.guides[clump].strain(*self.grid.position(cell))
            known[cell] = strain if cell in self._land else strain + self._abroad
        return known[cell]

    def _cost(self, cell: int, to: int) -> float:
        """Return the cost of a trade; a negative number is a gain."""
        holder = self.grid.holder
        before, after = self._sides[holder[cell]], self._sides[to]
        cost = self._strain(to, cell) - self._strain(holder[cell], cell)
        for side in self.grid.sides:
            beside = holder[cell + side]
            cost += after[beside] - before[beside]
        return cost

    def _wishes(self) -> Wishes:
        """Find the cheapest cell that each clump could give to each neighbor."""
        holder, width = self.grid.holder, self.grid.width
        best: dict[tuple[int, int], tuple[float, int]] = {}
        for cell in self.grid.inside:
            here = holder[cell]
            beside = (
                holder[cell + 1],
                holder[cell + width],
                holder[cell - 1],
                holder[cell - width],
            )
            if beside == (here, here, here, here) or not self.grid.can_leave(cell):
                continue
            for to in dict.fromkeys(beside):
                if to != here:
                    cost = self._cost(cell, to)
                    if (here, to) not in best or cost < best[here, to][0]:
                        best[here, to] = (cost, cell)
        return best

    def _chain(
        self,
        wishes: dict[tuple[int, int], tuple[float, int]],
        givers: Iterable[int],
        takers: Iterable[int],
    ) -> bool:
        """Move one cell from clumps with too many to clumps with too few, if possible."""
        grid = self.grid
        givers = [n for n in givers if n == FREE or grid.held[n] > grid.guides[n].electors]
        takers = {n for n in takers if n == FREE or grid.held[n] < grid.guides[n].electors}
        while steps := cheapest_chain(wishes, givers, takers):
            done = self._hand(steps)
            if len(done) == len(steps):
                return True
            self._take_back(done)
            del wishes[steps[len(done)][1:]]
        return False

    def _hand(self, steps: Sequence[Step]) -> list[tuple[Step, float]]:
        """Trade cells one by one, with their costs; stop at the first trade that is impossible."""
        done: list[tuple[Step, float]] = []
        for cell, giver, to in steps:
            if (
                self.grid.holder[cell] != giver
                or not self.grid.can_leave(cell)
                or not (to == FREE or self.grid.touches(cell, to))
            ):
                break
            done.append(((cell, giver, to), self._cost(cell, to)))
            self.grid.hand(cell, to)
        return done

    def _take_back(self, done: Iterable[tuple[Step, float]]) -> None:
        """Undo trades."""
        for (cell, giver, _), _cost in reversed(list(done)):
            self.grid.hand(cell, giver)

    def _trade(self) -> bool:
        """Make the best trades among two or three clumps; each clump takes part in one at most."""
        busy: set[int] = set()
        for _, steps in sorted(bargains(self._wishes())):
            traders = {giver for _, giver, _ in steps} - {FREE}
            if busy.isdisjoint(traders) and (self._gains(steps) or self._gains(steps[::-1])):
                busy |= traders
        return bool(busy)

    def _gains(self, steps: Sequence[Step]) -> bool:
        """Trade cells if that is possible and lowers the cost."""
        done = self._hand(steps)
        if len(done) == len(steps) and sum(cost for _, cost in done) < -LEAST:
            return True
        self._take_back(done)
        return False
