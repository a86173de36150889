"""The gathered tables of the map, and the columns of them that the build needs."""

from typing import Final

MAP_INPUTS: Final = {
    "by_hand/boxes": (
        ("unit", "first_cycle", "last_cycle", "x", "y", "width", "height"),
        ("to_x", "to_y"),
        ("unit", "first_cycle"),
    ),
    "by_hand/frames": (
        ("first_cycle", "last_cycle", "x", "y", "width", "height"),
        (),
        ("first_cycle",),
    ),
    "by_hand/grounds": (
        ("ground", "first_cycle", "last_cycle", "name", "note"),
        ("source",),
        ("ground", "first_cycle"),
    ),
    "by_hand/holdings": (
        ("piece", "belongs_to", "first_cycle", "last_cycle"),
        ("note", "source"),
        ("piece", "first_cycle"),
    ),
    "by_hand/labels": (
        ("unit", "first_cycle", "last_cycle", "x", "y", "room"),
        (),
        ("unit", "first_cycle"),
    ),
    "by_hand/layers": (
        ("layer", "place", "file", "first_cycle", "last_cycle"),
        ("note", "source"),
        ("layer", "first_cycle"),
    ),
    "by_hand/map_notes": (
        ("first_cycle", "last_cycle", "note"),
        ("source",),
        ("first_cycle", "note"),
    ),
    "by_hand/pieces": (
        ("piece", "meaning"),
        ("corners", "counties", "note", "source"),
        ("piece",),
    ),
}
"""Columns the build needs of each table (in two parts), and the columns that tell rows apart.

A row with `first_cycle` and `last_cycle` holds from the one to the other; without `last_cycle` it
holds still, to the newest cycle of the gathered tables.
"""
