"""Layers: the features that a map draws together, each an area with an id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ecx.maps.topology import Feature, Line, Point, Topology, shared, topology


@dataclass(frozen=True, eq=False, slots=True)
class Layer:
    """Areas by id, with the topology whose arcs they are made of.

    Every writer takes a layer: `ecx.maps.svg` writes paths, `ecx.maps.geojson` features for plotly.

    Attributes
    ----------
    topology : Topology
        Where the points are.
    features : mapping of str to tuple
        Rings by id, in the order in which they are drawn.

    Examples
    --------
    >>> square = Layer.of({"A": [[(0, 0), (4, 0), (4, 4), (0, 0)]]})
    >>> square.rings("A")
    [[(0, 0), (4, 0), (4, 4), (0, 0)]]
    """

    topology: Topology
    features: Mapping[str, Feature]

    def __post_init__(self) -> None:
        object.__setattr__(self, "features", MappingProxyType(dict(self.features)))

    @classmethod
    def named(cls, source: str, name: str) -> "Layer":
        """Return a layer of a file in ``data/shapes/``.

        Parameters
        ----------
        source : str
            The file: ``"drawing"`` or ``"nad83"``. It is opened at the first call only.
        name : str
            The layer in it.

        Returns
        -------
        Layer
            Its areas.

        Raises
        ------
        KeyError
            If the file has no such layer.

        Examples
        --------
        >>> sorted(Layer.named("drawing", "NE-118").features)
        ['NE-01', 'NE-02', 'NE-03']
        """
        found = topology(source)
        return cls(found, found.layers[name])

    @classmethod
    def of(cls, outlines: Mapping[str, Sequence[Sequence[Point]]]) -> "Layer":
        """Make a layer of areas that share no arcs, such as boxes.

        Parameters
        ----------
        outlines : mapping of str to sequence of sequence of (int, int)
            By id, closed lines in units of the drawing.

        Returns
        -------
        Layer
            The areas; each line is one arc.

        Examples
        --------
        >>> Layer.of({"A": [[(0, 0), (4, 0), (4, 4), (0, 0)]]}).features["A"]
        ((0,),)
        """
        arcs: list[Sequence[Point]] = []
        features: dict[str, Feature] = {}
        for key, lines in outlines.items():
            features[key] = tuple((len(arcs) + place,) for place in range(len(lines)))
            arcs += lines
        return cls(Topology(arcs, {}, 1), features)

    def rings(self, key: str) -> list[Line]:
        """Return the closed lines around an area.

        Parameters
        ----------
        key : str
            Id of the area.

        Returns
        -------
        list of list of (int, int)
            Their points, in steps of the topology's grid: ``topology.per_unit`` to a unit.

        Examples
        --------
        >>> Layer.named("drawing", "pieces").rings("KS")[0][0]
        (7841, 6616)
        """
        return [self.topology.ring(ring) for ring in self.features[key]]

    def lines(self, key: str) -> list[list[tuple[float, float]]]:
        """Return the closed lines around an area in units: of the drawing, or degrees.

        Parameters
        ----------
        key : str
            Id of the area.

        Returns
        -------
        list of list of (float, float)
            Their points; lines around holes turn against the others.

        Examples
        --------
        >>> Layer.named("drawing", "pieces").lines("KS")[0][0]
        (784.1, 661.6)
        """
        return self.topology.lines(self.features[key])

    def merged(self, groups: Mapping[str, Iterable[str]]) -> "Layer":
        """Merge areas into larger ones.

        Parameters
        ----------
        groups : mapping of str to iterable of str
            By new id, the ids of what is merged.

        Returns
        -------
        Layer
            An area for each group.

        Examples
        --------
        >>> list(Layer.named("drawing", "NE-118").merged({"NE": ["NE-01", "NE-02"]}).features)
        ['NE']
        """
        return Layer(
            self.topology,
            {
                key: self.topology.merge(self.features[part] for part in parts)
                for key, parts in groups.items()
            },
        )

    def only(self, keys: Iterable[str]) -> "Layer":
        """Return the areas with these ids, in their order here.

        Parameters
        ----------
        keys : iterable of str
            Ids; those that are not in the layer are passed over.

        Returns
        -------
        Layer
            Some of the areas.

        Examples
        --------
        >>> list(Layer.named("drawing", "NE-118").only(["NE-02", "PA"]).features)
        ['NE-02']
        """
        wanted = set(keys)
        return Layer(self.topology, {k: v for k, v in self.features.items() if k in wanted})

    def prefixed(self, prefix: str) -> "Layer":
        """Return the same areas under longer ids.

        Parameters
        ----------
        prefix : str
            What is put before each id.

        Returns
        -------
        Layer
            The areas.

        Examples
        --------
        >>> list(Layer.of({"A": [[(0, 0), (4, 0), (4, 4), (0, 0)]]}).prefixed("box ").features)
        ['box A']
        """
        return Layer(self.topology, {f"{prefix}{k}": v for k, v in self.features.items()})

    def mesh(self) -> frozenset[int]:
        """Return the arcs between two areas of the layer.

        Returns
        -------
        frozenset of int
            Numbers of arcs of the topology: each border once.

        Examples
        --------
        >>> layer = Layer.named("drawing", "ME-118")
        >>> len(layer.mesh()) > 0, len(layer.only(["ME-01"]).mesh())
        (True, 0)
        """
        return frozenset(shared(ring for rings in self.features.values() for ring in rings))
