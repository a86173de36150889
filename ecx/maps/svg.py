"""Write the lines of a topology as short SVG path data."""

from collections.abc import Iterable

from ecx.maps.topology import Ring, Topology, number


class Pen:
    """A writer of arcs; each is converted once for each direction.

    Parameters
    ----------
    topology : Topology
        Lines in tenths of a unit of the drawing.

    Examples
    --------
    >>> drawing = Topology("drawing")
    >>> (outline,) = drawing.layer("pieces")["KS"]
    >>> Pen(drawing).outline(outline)[:12]
    'M784.1 661.6'
    """

    def __init__(self, topology: Topology) -> None:
        self._arcs = topology.arcs
        self._tenths = _Tenths()

    def outline(self, rings: Iterable[Ring]) -> str:
        """Write closed lines."""
        return "".join([self._ring(ring) for ring in rings])

    def lines(self, arcs: Iterable[int]) -> str:
        """Write arcs as open lines."""
        return "".join([self._start(arc) + "l" + self._steps(arc) for arc in sorted(arcs)])

    def _ring(self, arcs: Ring) -> str:
        steps = "".join([self._steps(arc) for arc in arcs])
        return f"{self._start(arcs[0])}l{steps}z"

    def _start(self, arc: int) -> str:
        """Move to the first corner of an arc."""
        line = self._arcs[number(arc)]
        x, y = line[0] if arc >= 0 else map(sum, zip(*line, strict=True))
        return "M" + (self._tenths[x] + self._tenths[y]).lstrip()

    def _steps(self, arc: int) -> str:
        """Step from corner to corner along an arc."""
        tenths = self._tenths
        if arc >= 0:
            return "".join([tenths[x] + tenths[y] for x, y in self._arcs[arc][1:]])
        return "".join([tenths[-x] + tenths[-y] for x, y in self._arcs[~arc][:0:-1]])


class _Tenths(dict[int, str]):
    """Tenths of a unit as short decimals that can follow one another: ``7`` is `` .7``."""

    def __missing__(self, tenths: int) -> str:
        whole, part = divmod(abs(tenths), 10)
        digits = f"{whole or ''}.{part}" if part else f"{whole}"
        self[tenths] = f"{'-' if tenths < 0 else ' '}{digits}"
        return self[tenths]
