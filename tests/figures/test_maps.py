"""Outlines as plotly draws them: each whole, its rings turned the way that plotly wants."""

from itertools import pairwise

import pytest

from ecx.figures.maps import choropleth, geo, ground_layer
from ecx.maps.drawing import drawing
from ecx.maps.geojson import geojson

CYCLES = (1789, 1824, 1876, 1960, 2016, 2028)


@pytest.mark.parametrize("cycle", CYCLES)
def test_every_shape_has_an_outline_and_its_outer_ring_turns_clockwise(cycle: int) -> None:
    drawn = drawing(cycle)
    shapes = geojson(ground_layer(drawn), drawn.outlines.units)
    wanted = [*ground_layer(drawn).features, *drawn.outlines.units.features]
    trace = choropleth(wanted, "red", shapes).to_plotly_json()
    found = {f["id"]: f["geometry"]["coordinates"] for f in trace["geojson"]["features"]}
    assert set(found) == set(trace["locations"]) == set(wanted)
    for polygons in found.values():
        for outer, *_ in polygons:
            assert outer[0] == outer[-1]
            assert turn(outer) < 0


def turn(ring: list[list[float]]) -> float:
    """Twice the area; negative where north is up and the ring turns clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


def test_a_frame_is_what_is_shown() -> None:
    shown = geo((0, 0, 2000, 1200))
    assert shown["lonaxis"] == {"range": [0, 20]}
    assert shown["lataxis"] == {"range": [-12, 0]}
