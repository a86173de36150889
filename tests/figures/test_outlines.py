"""Outlines: rings, holes, grids and frames."""

from ecx.figures.outlines import geojson, joint_frame

SQUARE = "M0 0l100 0 0 100-100 0z"


def polygons(path: str, grid: float = 0) -> list[list[list[list[float]]]]:
    found: list[list[list[list[float]]]] = geojson({"A": path}, grid)["features"][0]["geometry"][
        "coordinates"
    ]
    return found


def test_a_ring_within_another_that_turns_the_other_way_is_its_hole() -> None:
    hole = "M20 20l0 20 20 0 0-20z"
    island = "M200 0l10 0 0 10-10 0z"
    found = polygons(island + SQUARE + hole)
    assert [len(rings) for rings in found] == [2, 1]
    assert found[0][1][0] == [0.2, -0.2]


def test_either_direction_of_drawing_gives_the_same_outline() -> None:
    backward = "M0 0l0 100 100 0 0-100z"
    assert sorted(map(tuple, polygons(SQUARE)[0][0])) == sorted(
        map(tuple, polygons(backward)[0][0])
    )


def test_neighbours_that_share_corners_share_them_on_a_grid_too() -> None:
    left = polygons("M0 0l53 0 4 51-57 50z", 10)[0][0]
    right = polygons("M53 0l60 0 0 90-56-39z", 10)[0][0]
    shared = {tuple(point) for point in left} & {tuple(point) for point in right}
    assert shared == {(0.5, 0.0), (0.6, -0.5)}


def test_an_outline_smaller_than_the_grid_is_kept() -> None:
    assert len(polygons("M0 0l2 0 0 2-2 0z", 50)) == 1


def test_corners_on_a_straight_line_are_left_out_on_a_grid() -> None:
    assert len(polygons("M0 0l50 1 50-1 0 100-100 0z", 10)[0][0]) == 5


def test_a_joint_frame_holds_both() -> None:
    assert joint_frame((10, 10, 5, 5), (0, 12, 4, 20)) == (0, 10, 15, 22)
