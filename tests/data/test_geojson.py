"""GeoJSON of outlines: rings, holes, grids and extents."""

import pytest

from ecx.maps.drawing import joint_extent
from ecx.maps.geojson import geojson
from ecx.maps.layer import Layer
from ecx.maps.topology import Line

SQUARE = [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]


def polygons(*lines: Line, grid: float = 0) -> list[list[list[list[float]]]]:
    [feature] = geojson(Layer.of({"A": lines}), grid=grid)["features"]
    found: list[list[list[list[float]]]] = feature["geometry"]["coordinates"]
    return found


def test_a_ring_within_another_that_turns_the_other_way_is_its_hole() -> None:
    hole = [(20, 20), (20, 40), (40, 40), (40, 20), (20, 20)]
    island = [(200, 0), (210, 0), (210, 10), (200, 10), (200, 0)]
    found = polygons(island, SQUARE, hole)
    assert [len(rings) for rings in found] == [2, 1]
    assert found[0][1][0] == [0.2, -0.2]


@pytest.mark.parametrize("line", [SQUARE, SQUARE[::-1]])
def test_a_ring_is_closed_once_and_turns_clockwise_whichever_way_it_was_drawn(line: Line) -> None:
    [[ring]] = polygons(line)
    assert ring == [[0, 0], [1, 0], [1, -1], [0, -1], [0, 0]]


def test_neighbors_that_share_corners_share_them_on_a_grid_too() -> None:
    left = polygons([(0, 0), (53, 0), (57, 51), (0, 101), (0, 0)], grid=10)[0][0]
    right = polygons([(53, 0), (113, 0), (113, 90), (57, 51), (53, 0)], grid=10)[0][0]
    shared = {tuple(point) for point in left} & {tuple(point) for point in right}
    assert shared == {(0.5, 0.0), (0.6, -0.5)}


def test_an_outline_smaller_than_the_grid_is_kept() -> None:
    assert len(polygons([(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)], grid=50)) == 1


def test_corners_on_a_straight_line_are_left_out_on_a_grid() -> None:
    bent = [(0, 0), (50, 1), (100, 0), (100, 100), (0, 100), (0, 0)]
    assert len(polygons(bent, grid=10)[0][0]) == 5


def test_a_joint_extent_holds_both() -> None:
    assert joint_extent((10, 10, 5, 5), (0, 12, 4, 20)) == (0, 10, 15, 22)
