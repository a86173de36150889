"""The map: outlines that close and fit, labels and boxes where they belong, small and quick."""

import gzip
import json
from itertools import combinations
from typing import Any

import pytest
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from data.path_data import area, rings
from ecx.college.unit_id import AT_LARGE, place_of
from ecx.maps.shapes import board_map, shapes
from ecx.record.elections import cycles, election
from ecx.say.errors import UnknownCycleError
from some import some

EVERY = cycles()
DIVIDED = (1976, 1992, 1996, 2004, 2012, 2024)
"""A cycle of every set of district lines."""
KINDS = (1789, 1800, 1808, 1820, 1836, 1848, 1864, 1872, 1912, 1960, 1964, *DIVIDED)
"""A cycle of every kind of map."""

Drawn = dict[int, tuple[dict[str, Any], dict[str, BaseGeometry]]]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    """Draw each kind of map once, with its areas."""
    maps = {cycle: board_map(cycle) for cycle in KINDS}
    return {
        cycle: (found, {unit: area(path) for unit, path in found["outlines"].items()})
        for cycle, found in maps.items()
    }


@pytest.mark.parametrize("cycle", EVERY)
def test_every_unit_has_an_outline_or_a_box_and_nothing_else_has(cycle: int) -> None:
    found = board_map(cycle)
    units = election(cycle).units
    at_large = {unit for unit in units if unit.endswith(f"-{AT_LARGE}")}
    assert found["outlines"].keys() == units.keys() - at_large
    assert at_large <= found["boxes"].keys() <= units.keys()
    assert found["labels"].keys() == found["outlines"].keys()
    assert found["ground"].keys().isdisjoint({*units, *election(cycle).places})


@pytest.mark.parametrize("cycle", KINDS)
def test_every_outline_is_closed_and_crosses_itself_nowhere(cycle: int, drawn: Drawn) -> None:
    for unit, path in some(drawn[cycle][0]["outlines"].items()):
        assert path.endswith("z")
        for ring in rings(path):
            assert ring[0] == ring[-1], unit
            assert Polygon(ring).is_valid, unit


@pytest.mark.parametrize("cycle", KINDS)
def test_neighbours_do_not_overlap_by_a_hundredth_of_a_square_unit(
    cycle: int, drawn: Drawn
) -> None:
    areas = list(drawn[cycle][1].values())
    whole = unary_union(areas)
    assert sum(part.area for part in areas) - whole.area < 0.01
    assert all(part.is_valid and part.area > 0 for part in areas)


@pytest.mark.parametrize("cycle", KINDS)
def test_no_gap_opens_between_neighbours_inland(cycle: int, drawn: Drawn) -> None:
    whole = unary_union(list(drawn[cycle][1].values()))
    holes = [Polygon(ring) for part in whole.geoms for ring in part.interiors]
    assert all(hole.area > 1 for hole in holes), "only water may be left open"


@pytest.mark.parametrize("cycle", DIVIDED)
def test_districts_of_a_place_fill_exactly_the_place(cycle: int, drawn: Drawn) -> None:
    for place in ("ME", "NE"):
        parts = [part for unit, part in drawn[cycle][1].items() if unit.startswith(place)]
        assert unary_union(parts).equals(drawn[1964][1][place])


@pytest.mark.parametrize("cycle", KINDS)
def test_borders_run_along_the_edges_of_two_outlines(cycle: int, drawn: Drawn) -> None:
    found, areas = drawn[cycle]
    assert found["borders"] != ""
    for lines in ("borders", "inner"):
        for line in rings(found[lines]):
            middle = LineString(line[:2]).centroid
            touching = [unit for unit, part in areas.items() if part.distance(middle) < 0.01]
            assert len(touching) >= 2, (line[:2], touching)
            assert (len({place_of(unit) for unit in touching}) > 1) == (lines == "borders")


def test_only_divided_places_have_inner_lines(drawn: Drawn) -> None:
    assert drawn[1964][0]["inner"] == ""
    assert drawn[1976][0]["inner"].count("M") < drawn[1992][0]["inner"].count("M")


@pytest.mark.parametrize("cycle", KINDS)
def test_labels_stand_in_their_outlines_with_the_room_they_claim(cycle: int, drawn: Drawn) -> None:
    found, areas = drawn[cycle]
    for unit, (x, y, room) in some(found["labels"].items()):
        assert areas[unit].contains(Point(x, y)), unit
        assert areas[unit].boundary.distance(Point(x, y)) >= room - 2.5, unit


@pytest.mark.parametrize("cycle", KINDS)
def test_boxes_stand_in_the_frame_and_cover_nothing(cycle: int, drawn: Drawn) -> None:
    found, areas = drawn[cycle]
    left, top, width, height = found["frame"]
    frame = box(left, top, left + width, top + height)
    boxes = {
        unit: box(b["x"], b["y"], b["x"] + b["w"], b["y"] + b["h"])
        for unit, b in found["boxes"].items()
    }
    assert all(frame.contains(part) for part in (*areas.values(), *boxes.values()))
    assert all(one.distance(other) >= 4 for one, other in combinations(boxes.values(), 2))
    land = unary_union([*areas.values(), *(area(g["path"]) for g in found["ground"].values())])
    assert all(part.distance(land) > 2 for part in boxes.values())


@pytest.mark.parametrize("cycle", KINDS)
def test_leaders_begin_on_their_box_and_end_in_their_place(cycle: int, drawn: Drawn) -> None:
    found, areas = drawn[cycle]
    led = {unit: b for unit, b in found["boxes"].items() if b["leader"]}
    small = {"CT", "DE", "MA", "MD", "NJ", "RI"} | ({"NH", "VT"} if cycle >= 1848 else set())
    assert led.keys() == (small | {"DC", "HI"}) & election(cycle).units.keys()
    lines = {unit: LineString(b["leader"]) for unit, b in led.items()}
    for unit, b in led.items():
        start, end = (Point(corner) for corner in b["leader"])
        edge = box(b["x"], b["y"], b["x"] + b["w"], b["y"] + b["h"]).exterior
        assert edge.distance(start) == 0, unit
        assert lines[unit].intersection(Polygon(edge)).length == 0, unit
        assert areas[unit].contains(end), unit
    assert not any(one.crosses(other) for one, other in combinations(lines.values(), 2))


@pytest.mark.parametrize("cycle", EVERY)
def test_a_frame_holds_the_boxes_of_each_divided_place(cycle: int) -> None:
    found = board_map(cycle)
    divided = {place_of(unit) for unit in election(cycle).units if "-" in unit}
    assert found["frames"].keys() == divided
    for place, (x, y, width, height) in found["frames"].items():
        around = box(x, y, x + width, y + height)
        for unit, b in found["boxes"].items():
            inside = around.contains(box(b["x"], b["y"], b["x"] + b["w"], b["y"] + b["h"]))
            assert inside == unit.startswith(f"{place}-"), unit


@pytest.mark.parametrize("cycle", EVERY)
def test_a_map_is_small_on_the_wire(cycle: int) -> None:
    text = json.dumps(board_map(cycle), separators=(",", ":")).encode()
    assert len(text) <= 110_000
    assert len(gzip.compress(text)) <= 40_000


@pytest.mark.parametrize(
    ("cycle", "note"),
    [
        (1968, ""),
        (1972, "Maine’s districts are drawn on the lines of 1993."),
        (1988, "Maine’s districts are drawn on the lines of 1993."),
        (1992, ""),
        (2024, ""),
        (2028, "Maine’s districts are drawn on the lines of 2024. Nebraska’s"),
    ],
)
def test_lines_that_are_not_those_of_the_cycle_are_told(cycle: int, note: str) -> None:
    assert board_map(cycle)["note"].startswith(note)
    assert bool(board_map(cycle)["note"]) == bool(note)


def test_lines_change_when_they_were_redrawn() -> None:
    nebraska = {cycle: board_map(cycle)["outlines"]["NE-02"] for cycle in (1992, 2004, 2012, 2024)}
    assert len(set(nebraska.values())) == 4
    assert board_map(2016)["outlines"]["NE-02"] == nebraska[2012]


@pytest.mark.parametrize("cycle", KINDS)
def test_shapes_on_the_globe_are_valid_and_index_every_unit(cycle: int) -> None:
    frame = shapes(cycle)
    record = election(cycle)
    assert list(frame.index) == list(record.units)
    assert frame.crs.to_epsg() == 4269
    assert frame.electors.sum() == sum(unit.electors for unit in record.units.values())
    at_large = frame.index.str.endswith(f"-{AT_LARGE}")
    assert frame.geometry[at_large].isna().all()
    assert frame.geometry[~at_large].is_valid.all()


def test_shapes_on_the_globe_are_where_their_places_are() -> None:
    frame = shapes(2024)
    capitals = {
        "CO": (-104.99, 39.74),
        "HI": (-157.86, 21.31),
        "AK": (-134.42, 58.30),
        "ME-01": (-70.26, 43.66),
        "ME-02": (-68.77, 44.80),
        "NE-02": (-95.94, 41.26),
        "DC": (-77.04, 38.90),
    }
    for unit, (x, y) in capitals.items():
        assert frame.geometry[unit].buffer(0.05).contains(Point(x, y)), unit
        assert frame.geometry.drop(unit).dropna().contains(Point(x, y)).sum() == 0


def test_an_unknown_cycle_has_no_map() -> None:
    with pytest.raises(UnknownCycleError, match="1962"):
        board_map(1962)
    with pytest.raises(UnknownCycleError, match="1962"):
        shapes(1962)
