"""A cartogram with one cell per elector: a place's cells are connected, and near where it lies.

Read `cartogram`, which asks `layout` where places go (`guides` are their shapes, drawn to the
size of their electors), and `packing` to fill a `grid`: `dealing` gives every place its cells,
`trades` between places improve them. Plain Python, without the board and without elections.
"""

from ecx.maps.cartogram.cartogram import Cartogram, cartogram

__all__ = ["Cartogram", "cartogram"]
