"""Trades between the clumps of a cartogram: which clump gives which cell to which, and the gain."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from heapq import heappop, heappush
from typing import Final

LEAST: Final = 0.05
"""A trade that saves less is not made, so that trading ends."""

Step = tuple[int, int, int]
"""A cell, who hands it over, and to whom."""

Wishes = Mapping[tuple[int, int], tuple[float, int]]
"""The cheapest cell that one could hand to another, with its cost, by both of them."""


def bargains(wishes: Wishes) -> Iterable[tuple[float, tuple[Step, ...]]]:
    """List the trades among two or three clumps that lower the cost.

    Parameters
    ----------
    wishes : mapping
        The cheapest cell that each could hand to each.

    Yields
    ------
    tuple of (float, tuple of Step)
        What a trade costs, which is less than nothing, and its steps.

    Examples
    --------
    >>> list(bargains({(0, 1): (-2.0, 7), (1, 0): (1.0, 9)}))
    [(-1.0, ((7, 0, 1), (9, 1, 0)))]
    """
    takers = defaultdict(list)
    for giver, to in wishes:
        takers[giver].append(to)
    for (one, other), (cost, cell) in wishes.items():
        first = (cell, one, other)
        for third in takers[other]:
            there, across = wishes[other, third]
            second = (across, other, third)
            if third == one and one < other and cost + there < -LEAST:
                yield cost + there, (first, second)
            elif one < min(other, third) and (third, one) in wishes:
                back, last = wishes[third, one]
                if cost + there + back < -LEAST:
                    yield cost + there + back, (first, second, (last, third, one))


def cheapest_chain(
    wishes: Wishes, givers: Iterable[int], takers: Collection[int]
) -> tuple[Step, ...]:
    """Find the chain of trades with the lowest cost, by Dijkstra's method.

    Parameters
    ----------
    wishes : mapping
        The cheapest cell that each could hand to each; one that saves counts as free.
    givers : iterable of int
        Where the chain may begin.
    takers : collection of int
        Where it may end.

    Returns
    -------
    tuple of Step
        The steps in order, or none where no chain leads there.

    Examples
    --------
    >>> cheapest_chain({(0, 1): (1.0, 7), (1, 2): (1.0, 9), (0, 2): (5.0, 4)}, [0], {2})
    ((7, 0, 1), (9, 1, 2))
    """
    ways = defaultdict(list)
    for (giver, to), (cost, cell) in wishes.items():
        ways[giver].append((max(cost, 0.0) + LEAST, (cell, giver, to)))
    heap: list[tuple[float, int, tuple[Step, ...]]] = [(0.0, giver, ()) for giver in givers]
    seen = set()
    while heap:
        total, at, steps = heappop(heap)
        if at in takers:
            return steps
        if at not in seen:
            seen.add(at)
            for cost, step in ways[at]:
                heappush(heap, (total + cost, step[2], (*steps, step)))
    return ()
