"""Write the lines of a layer as short SVG path data, for the board."""

from collections.abc import Iterable
from itertools import pairwise

from ecx.maps.layer import Layer
from ecx.maps.topology import Line, Topology

_CORNERS = 3


def outline_paths(layer: Layer) -> dict[str, str]:
    """Write the areas of a layer as closed paths.

    Parameters
    ----------
    layer : Layer
        Areas whose grid has ten steps to a unit.

    Returns
    -------
    dict of str to str
        Path data by id, in units of the drawing.

    Examples
    --------
    >>> outline_paths(Layer.named("drawing", "pieces"))["KS"][:12]
    'M784.1 661.6'
    """
    return {
        key: "".join([f"{_path(line)}z" for line in layer.rings(key)]) for key in layer.features
    }


def coarse_outlines(layer: Layer, grid: int) -> dict[str, str]:
    """Write the areas of a layer as closed paths with few corners, for a map as large as a stamp.

    Parameters
    ----------
    layer : Layer
        Areas whose grid has ten steps to a unit.
    grid : int
        Corners are moved to the nearest point of a grid this wide, in units of the drawing;
        neighbors move alike, so no gap opens between them.

    Returns
    -------
    dict of str to str
        Path data by id, in steps of the grid. An area smaller than the grid has an empty path.

    Examples
    --------
    >>> square = Layer.of({"A": [[(0, 0), (90, 0), (1000, 20), (1000, 1000), (0, 0)]]})
    >>> coarse_outlines(square, 50)
    {'A': 'M0 0l2 0 0 2z'}
    """
    return {
        key: "".join([_coarse(line, 10 * grid) for line in layer.rings(key)])
        for key in layer.features
    }


def _coarse(line: Line, step: int) -> str:
    """Write a closed line on a coarse grid, or nothing if little is left of it."""
    points = [(round(x / step), round(y / step)) for x, y in line]
    moves = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b]
    if len(moves) < _CORNERS:
        return ""
    steps = " ".join(f"{dx} {dy}" for dx, dy in moves[:-1])
    return f"M{points[0][0]} {points[0][1]}l{steps}z"


def lines(topology: Topology, arcs: Iterable[int]) -> str:
    """Write arcs as one path of open lines.

    Parameters
    ----------
    topology : Topology
        Arcs on a grid that has ten steps to a unit.
    arcs : iterable of int
        Their numbers, in any order.

    Returns
    -------
    str
        Path data, in units of the drawing.

    Examples
    --------
    >>> layer = Layer.named("drawing", "ME-118")
    >>> lines(layer.topology, layer.mesh())[:1], lines(layer.topology, ())
    ('M', '')
    """
    return "".join([_path(topology.line(arc)) for arc in sorted(arcs)])


def _path(line: Line) -> str:
    """Write a line: where it starts, then step by step."""
    x, y = line[0]
    steps = [_TENTHS[b[0] - a[0]] + _TENTHS[b[1] - a[1]] for a, b in pairwise(line)]
    return f"M{(_TENTHS[x] + _TENTHS[y]).lstrip()}l{''.join(steps)}"


class _Tenths(dict[int, str]):
    """Tenths of a unit as short decimals that can follow one another: ``7`` is `` .7``."""

    def __missing__(self, tenths: int) -> str:
        whole, part = divmod(abs(tenths), 10)
        digits = f"{whole or ''}.{part}" if part else f"{whole}"
        self[tenths] = f"{'-' if tenths < 0 else ' '}{digits}"
        return self[tenths]


_TENTHS = _Tenths()
