"""The drawing of a cycle: its outlines, and where labels and call-out boxes go."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from ecx.college.election import Election
from ecx.college.house_rules import Addition
from ecx.college.unit_id import place_of
from ecx.maps.outlines import Outlines, outlines
from ecx.record.csv_rows import Row, in_force, read_rows
from ecx.record.elections import election

FRAME_PADDING: Final = 6
"""Space between the call-out boxes of a divided place and the line around them, in units."""

JOINED: Final = 0.04375, 0.028125, 0.0115
"""Width and height of the box of a state that is added, as wide as the others of a map, and the
gap around it: shares of the width that is shown."""

Extent = tuple[float, float, float, float]
"""Left, top, width and height in units of the drawing; y runs down."""


@dataclass(frozen=True, slots=True)
class CalloutBox:
    """A call-out box, beside a place that is too small to click or without land of its own.

    Attributes
    ----------
    x, y, width, height : int
        Its upper left corner and its size, in units of the drawing.
    leader : tuple of tuple of int, or None
        The two ends of the line to its place; the line starts at the middle of the facing edge.
    """

    x: int
    y: int
    width: int
    height: int
    leader: tuple[tuple[int, int], tuple[int, int]] | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class GroundNote:
    """What is said of land where nobody chose electors.

    Attributes
    ----------
    name : str
        As it was called.
    note : str
        Why nobody there chose electors.
    """

    name: str
    note: str


@dataclass(frozen=True, eq=False, slots=True)
class Drawing:
    """The map of a cycle in coordinates, which the writers turn into SVG or GeoJSON.

    Attributes
    ----------
    extent : tuple of float
        What is shown; land may go on beyond it.
    outlines : Outlines
        Areas and borders.
    grounds : mapping of str to GroundNote
        Names and notes, by the ids of ``outlines.ground``.
    labels : mapping of str to tuple of int
        x, y and room by unit id: where its text goes, and the radius of free space.
    boxes : mapping of str to CalloutBox
        Call-out boxes by unit id. A state that is added has nothing but its box.
    frames : mapping of str to tuple of int
        Left, top, width and height by place: around the boxes of a divided place.
    note : str
        What is not exact about the lines, else empty.
    """

    extent: Extent
    outlines: Outlines
    grounds: Mapping[str, GroundNote]
    labels: Mapping[str, tuple[int, int, int]]
    boxes: Mapping[str, CalloutBox]
    frames: Mapping[str, tuple[int, int, int, int]]
    note: str


def drawing(cycle: int, added: Sequence[Addition] = ()) -> Drawing:
    """Lay out the map of a cycle.

    Parameters
    ----------
    cycle : int
        An election year of the record.
    added : sequence of Addition, optional
        States that a scenario adds: ``scenario.house_rules.added``.

    Returns
    -------
    Drawing
        The map, in units of the drawing. The outlines are those of every cycle with the same
        lines.

    Raises
    ------
    UnknownCycleError
        If the record has no such cycle.

    Examples
    --------
    >>> map_of_2016 = drawing(2016)
    >>> sorted(map_of_2016.frames), map_of_2016.labels["KS"]
    (['ME', 'NE'], (918, 600, 67))
    >>> drawing(2016, [Addition("PR", 3_285_874)]).boxes["PR"].leader is None
    True
    """
    plain = _drawing(cycle)
    if not added:
        return plain
    return replace(plain, boxes={**plain.boxes, **_joined(plain.extent, added)})


def joint_extent(*extents: Extent) -> Extent:
    """Find the extent that contains all others, so that two maps have the same scale.

    Parameters
    ----------
    *extents : tuple of float
        Left, top, width and height of each, in units of the drawing.

    Returns
    -------
    tuple of float
        Left, top, width and height.

    Examples
    --------
    >>> joint_extent((0, 0, 10, 10), (5, 2, 10, 4))
    (0, 0, 15, 10)
    """
    left, top = (min(extent[side] for extent in extents) for side in (0, 1))
    right, foot = (max(extent[side] + extent[side + 2] for extent in extents) for side in (0, 1))
    return (left, top, right - left, foot - top)


@lru_cache(maxsize=8)
def land_extent(lines: Outlines) -> Extent:
    """Find the extent of the units of a map that have land, without call-out boxes.

    Parameters
    ----------
    lines : Outlines
        The areas: ``drawing(cycle).outlines``.

    Returns
    -------
    tuple of float
        Left, top, width and height, in units of the drawing.

    Examples
    --------
    >>> [round(side) for side in land_extent(drawing(1789).outlines)]
    [1173, 84, 727, 843]
    """
    points = [
        point for unit in lines.units.features for line in lines.units.lines(unit) for point in line
    ]
    left, top = (min(point[way] for point in points) for way in (0, 1))
    right, foot = (max(point[way] for point in points) for way in (0, 1))
    return (left, top, right - left, foot - top)


@lru_cache(maxsize=8)
def _drawing(cycle: int) -> Drawing:
    """Lay out the map of a cycle without added states."""
    record, lines = election(cycle), outlines(cycle)
    boxes = {row["unit"]: _box(row) for row in in_force("boxes", cycle)}
    boxes = {unit: box for unit, box in boxes.items() if unit in record.units}
    [shown] = in_force("frames", cycle)
    return Drawing(
        extent=(int(shown["x"]), int(shown["y"]), int(shown["width"]), int(shown["height"])),
        outlines=lines,
        grounds=MappingProxyType(_grounds(record, lines.ground.features)),
        labels=MappingProxyType(
            {
                row["unit"]: (int(row["x"]), int(row["y"]), int(row["room"]))
                for row in in_force("labels", cycle)
                if row["unit"] in lines.units.features
            }
        ),
        boxes=MappingProxyType(boxes),
        frames=MappingProxyType(_frames(record, boxes)),
        note=" ".join(row["note"] for row in read_rows("maps", cycle) if row["note"]),
    )


def _grounds(record: Election, keys: Iterable[str]) -> dict[str, GroundNote]:
    """Name the areas that chose no electors, with a note."""
    names = {row["place"]: row["name"] for row in read_rows("places")}
    told = {
        row["ground"]: GroundNote(row["name"], row["note"])
        for row in in_force("grounds", record.cycle)
    } | {place: GroundNote(names[place], reason) for place, reason in record.absences.items()}
    return {key: told[key] for key in keys}


def _box(row: Row) -> CalloutBox:
    """Position a call-out box and its line; the line starts at the middle of the facing edge."""
    x, y, width, height = (int(row[name]) for name in ("x", "y", "width", "height"))
    if not row["to_x"]:
        return CalloutBox(x, y, width, height)
    to_x, to_y = int(row["to_x"]), int(row["to_y"])
    if x <= to_x <= x + width:
        start = (x + width // 2, y if to_y < y else y + height)
    else:
        start = (x if to_x < x else x + width, y + height // 2)
    return CalloutBox(x, y, width, height, (start, (to_x, to_y)))


def _joined(extent: Extent, added: Sequence[Addition]) -> dict[str, CalloutBox]:
    """Add boxes for added states along the lower edge, since no map has their outline."""
    left, top, wide, high = map(int, extent)
    width, height, gap = (round(share * wide) for share in JOINED)
    return {
        new.place: CalloutBox(
            left + wide - (number + 1) * (width + gap), top + high - height - gap, width, height
        )
        for number, new in enumerate(added)
    }


def _frames(
    record: Election, boxes: Mapping[str, CalloutBox]
) -> dict[str, tuple[int, int, int, int]]:
    """Draw a line around the boxes of each divided place."""
    frames = {}
    for place in record.places:
        own = [box for unit, box in boxes.items() if unit != place and place_of(unit) == place]
        if own:
            pad = FRAME_PADDING
            left, top = min(box.x for box in own) - pad, min(box.y for box in own) - pad
            right = max(box.x + box.width for box in own) + pad
            foot = max(box.y + box.height for box in own) + pad
            frames[place] = (left, top, right - left, foot - top)
    return frames
