"""The lines of each cycle: states of its day and districts, as layers.

States of an earlier day are merged from today's and from pieces of them; ``data/holdings.csv`` says
what each belonged to, and since when.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Final

from ecx.college.unit_id import place_of
from ecx.maps.layer import Layer
from ecx.record.csv_rows import in_force, read_rows
from ecx.record.elections import election

PIECES: Final = "pieces"
"""The layer of states, some cut into pieces; the other layers divide one place each."""


@dataclass(frozen=True, eq=False, slots=True)
class Outlines:
    """The areas on the map of a cycle, and the lines between them.

    Attributes
    ----------
    units : Layer
        Each unit that has land: districts, and places that are not divided.
    ground : Layer
        Land where nobody chose electors. Ids are postal codes of places that took no part, and
        words for other land.
    borders, inner : frozenset of int
        Arcs between places, and arcs between districts of one place.
    """

    units: Layer
    ground: Layer
    borders: frozenset[int]
    inner: frozenset[int]


def outlines(cycle: int, source: str = "drawing") -> Outlines:
    """Return the lines of a cycle.

    Parameters
    ----------
    cycle : int
        An election year of the record.
    source : str, default "drawing"
        A file in ``data/shapes/``: ``"drawing"``, or ``"nad83"`` for degrees on the globe.

    Returns
    -------
    Outlines
        Areas and borders. Cycles with the same lines have the same object.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Examples
    --------
    >>> sorted(unit for unit in outlines(2016).units.features if unit.startswith("ME"))
    ['ME-01', 'ME-02']
    >>> outlines(2016) is outlines(2020)
    True
    """
    record = election(cycle)
    return _outlines(
        source,
        tuple((row["piece"], row["belongs_to"]) for row in in_force("holdings", cycle)),
        tuple(row["layer"] for row in read_rows("maps", cycle) if row["place"]),
        frozenset(record.units),
        frozenset(record.places),
    )


@cache
def _outlines(
    source: str,
    held: tuple[tuple[str, str], ...],
    divisions: tuple[str, ...],
    units: frozenset[str],
    places: frozenset[str],
) -> Outlines:
    """Merge pieces into the places that held them, and put the districts of some beside them."""
    pieces, owners = Layer.named(source, PIECES), dict(held)
    parts: dict[str, list[str]] = defaultdict(list)
    for piece in pieces.features:
        if owner := owners.get(piece, place_of(piece)):
            parts[owner].append(piece)
    lands = pieces.merged(parts)
    districts = [Layer.named(source, name).only(units) for name in divisions]
    drawn = {key: rings for layer in districts for key, rings in layer.features.items()}
    return Outlines(
        Layer(pieces.topology, drawn | dict(lands.only(units).features)),
        Layer(pieces.topology, {key: lands.features[key] for key in sorted(parts.keys() - places)}),
        lands.only(places).mesh(),
        frozenset().union(*(layer.mesh() for layer in districts)),
    )
