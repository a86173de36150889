"""Write the lines of a layer as short SVG path data, for the board."""

from collections.abc import Iterable
from itertools import pairwise

from ecx.maps.layer import Layer
from ecx.maps.topology import Line, Topology


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
