"""Place the guides of a cartogram relative to each other, before there is a grid.

Springs between neighbours hold each guide where its place lies from them on the map, as far off as
the two outlines reach now that they are drawn to the size of their electors.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import hypot, sqrt
from typing import Final

from ecx.maps.cartogram.guides import DIRECTIONS, Area, Guide, ray

_NEAR: Final = 1.35
"""Two places are held by a spring if their centres are no farther than this, in reaches."""

_TOUCHING: Final = 1.1
"""Likewise for taking them as neighbours."""

_TIGHT: Final = 0.9
"""Springs are this much shorter, so that guides overlap a little and no hole is left between."""

_STIFF: Final = 9
"""A spring resists being pressed this much more than being drawn."""

_GAP: Final = 2
"""Cells between lands that do not touch, when they are laid out."""

_LEADS: Final = 3
"""Springs that hold one land to another that it does not touch."""

_LOOSE: Final = 0.3
"""Strength of those; that of the others is at most 1."""

_ROUNDS: Final = 150


@dataclass(frozen=True, slots=True)
class Layout:
    """Guides in their final positions.

    Attributes
    ----------
    guides : mapping of str to Guide
        By place.
    lands : list of list of str
        Places that hang together, the land with most electors first.
    neighbours : frozenset of (str, str)
        Pairs of places that touch on the map, either way round.
    """

    guides: Mapping[str, Guide]
    lands: list[list[str]]
    neighbours: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two places on the map: the vector between them, and how far both reach along it."""

    one: str
    other: str
    x: float
    y: float
    reach: float
    grown: float

    @property
    def apart(self) -> float:
        """Distance of the centers in reaches: 1 where the outlines meet between them."""
        return hypot(self.x, self.y) / self.reach


_Pull = tuple[str, float, float, float]
"""A spring seen from one end: what holds it, the vector from there, and its strength."""


def lay_out(areas: Mapping[str, Area], electors: Mapping[str, int]) -> Layout:
    """Position the guides of all places on the map.

    Parameters
    ----------
    areas : mapping of str to Area
        Where each place lies on the map.
    electors : mapping of str to int
        Electors by place, each at least one; every one of these places has an area.

    Returns
    -------
    Layout
        The guides, in cells; where all places have as many electors for their size, they lie as
        on the map.

    Examples
    --------
    >>> square = Area.of([[(0, 0), (2, 0), (2, 2), (0, 2)]])
    >>> beside = Area.of([[(2, 0), (4, 0), (4, 2), (2, 2)]])
    >>> layout = lay_out({"A": square, "B": beside}, {"A": 9, "B": 4})
    >>> layout.lands, layout.guides["A"].x < layout.guides["B"].x
    ([['A', 'B']], True)
    """
    drawn = {place: Guide.of(areas[place], count) for place, count in electors.items()}
    pairs = [_pair(areas, drawn, one, other) for one, other in combinations(drawn, 2)]
    lands = _lands(drawn, pairs)
    springs = _springs(
        pairs, {place: number for number, land in enumerate(lands) for place in land}
    )
    scale = sqrt(sum(electors.values()) / sum(areas[place].size for place in electors))
    at = {place: (areas[place].x * scale, areas[place].y * scale) for place in electors}
    for number in range(_ROUNDS):
        stiff = _STIFF if 3 * number > _ROUNDS else 1
        for place, pulls in springs.items():
            at[place] = _rest(at, at[place], pulls, stiff)
    touching = [(pair.one, pair.other) for pair in pairs if pair.apart <= _TOUCHING]
    return Layout(
        {place: guide.moved(*at[place]) for place, guide in drawn.items()},
        sorted(lands, key=lambda land: -sum(electors[place] for place in land)),
        frozenset(touching + [(other, one) for one, other in touching]),
    )


def _pair(areas: Mapping[str, Area], drawn: Mapping[str, Guide], one: str, other: str) -> _Pair:
    """Measure the relative position of two places."""
    x, y = areas[other].x - areas[one].x, areas[other].y - areas[one].y
    there = ray(x, y)
    back = (there + DIRECTIONS // 2) % DIRECTIONS
    reach = areas[one].reach[there] + areas[other].reach[back]
    return _Pair(one, other, x, y, reach, drawn[one].reach[there] + drawn[other].reach[back])


def _lands(places: Mapping[str, Guide], pairs: list[_Pair]) -> list[list[str]]:
    """Group places that are connected."""
    land = {place: [place] for place in places}
    for pair in pairs:
        one, other = land[pair.one], land[pair.other]
        if pair.apart <= _NEAR and one is not other:
            one += other
            land.update(dict.fromkeys(other, one))
    return list({id(members): members for members in land.values()}.values())


def _springs(pairs: list[_Pair], land: Mapping[str, int]) -> dict[str, list[_Pull]]:
    """Make springs between near places, and a few between lands that do not touch."""
    springs: dict[str, list[_Pull]] = {place: [] for place in land}
    leads: dict[frozenset[int], int] = {}
    for pair in sorted(pairs, key=lambda pair: hypot(pair.x, pair.y) - pair.reach):
        between = frozenset((land[pair.one], land[pair.other]))
        if pair.apart <= _NEAR:
            scale, strength = _TIGHT * pair.grown / pair.reach, 1 / max(1.0, pair.apart)
        elif len(between) > 1 and leads.get(between, 0) < _LEADS:
            leads[between] = leads.get(between, 0) + 1
            scale, strength = (pair.grown + _GAP) / hypot(pair.x, pair.y), _LOOSE
        else:
            continue
        x, y = pair.x * scale, pair.y * scale
        springs[pair.other].append((pair.one, x, y, strength))
        springs[pair.one].append((pair.other, -x, -y, strength))
    return springs


def _rest(
    at: Mapping[str, tuple[float, float]],
    here: tuple[float, float],
    pulls: list[_Pull],
    stiff: float,
) -> tuple[float, float]:
    """Find the position at which a place's springs are in balance."""
    total = sum_x = sum_y = 0.0
    for holder, x, y, strength in pulls:
        from_x, from_y = at[holder]
        pressed = (here[0] - from_x) * x + (here[1] - from_y) * y < x * x + y * y
        force = strength * stiff if pressed else strength
        total += force
        sum_x += force * (from_x + x)
        sum_y += force * (from_y + y)
    return (sum_x / total, sum_y / total) if total else here
