"""One geometry, written two ways: paths and features agree, and a file is opened once."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from data.path_data import rings
from ecx.college.unit_id import at_large, code_of, part_of, place_of
from ecx.maps import svg
from ecx.maps.drawing import drawing
from ecx.maps.geojson import degrees, geojson
from ecx.maps.layer import Layer
from ecx.maps.outlines import outlines
from ecx.record.elections import cycles, election
from some import some

Cycle = frozenset[tuple[tuple[float, float], tuple[float, float]]]

TOP = Path(__file__).resolve().parents[2]

DRAW = """
import sys
opened = []
sys.addaudithook(lambda event, at: opened.append(str(at[0])) if event == "open" else None)
from ecx.app.pages.explorer.seat_map import seat_map
from ecx.figures.density import density
from ecx.maps.drawing import drawing
from ecx.maps.shapes import board_map
from ecx.record.elections import election
for cycle in (1860, 2012, 2016):
    board_map(cycle)
    seat_map(election(cycle))
    density({"PA": 1.0}, drawing(cycle), "People", "people")
print(*(path for path in opened if path.endswith(".topo.json")), sep="\\n")
"""


def edges(ring: list[tuple[float, float]]) -> Cycle:
    """Give a ring as its edges, so that neither start nor direction counts."""
    return frozenset((min(ends), max(ends)) for ends in pairwise(ring))


def test_both_writers_give_the_same_rings_of_every_area_of_every_cycle() -> None:
    seen = set()
    for cycle in cycles():
        both = outlines(cycle)
        for layer in (both.units, both.ground):
            new = layer.only(key for key, rings in layer.features.items() if rings not in seen)
            seen |= {*new.features.values()}
            paths = svg.outline_paths(new)
            for feature in geojson(new)["features"]:
                written = [
                    edges([degrees(x, y) for x, y in ring]) for ring in rings(paths[feature["id"]])
                ]
                found = [
                    edges([(x, y) for x, y in ring])
                    for polygon in feature["geometry"]["coordinates"]
                    for ring in polygon
                ]
                assert sorted(map(sorted, found)) == sorted(map(sorted, written)), feature["id"]
    assert len(seen) > len(election(2024).places)


def test_the_file_of_the_drawing_is_opened_once_whatever_is_drawn() -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", DRAW], capture_output=True, text=True, check=True, cwd=TOP
    )
    assert [Path(path).name for path in done.stdout.split()] == ["drawing.topo.json"]


def test_cycles_with_the_same_lines_share_their_outlines() -> None:
    assert outlines(1964) is outlines(1968)
    assert drawing(2016).outlines is drawing(2020).outlines is outlines(2012)
    assert outlines(2020) is not outlines(2024)


def test_a_map_of_the_board_is_a_value_of_its_own() -> None:
    first, second = drawing(2016), drawing(2016)
    assert first is second
    with pytest.raises(TypeError, match="does not support item assignment"):
        first.labels["PA"] = (0, 0, 0)  # type: ignore[index] # as a caller may err


def test_a_new_layer_needs_no_new_reader() -> None:
    pieces = Layer.named("drawing", "pieces")
    south = pieces.merged({"south": ["AL", "AL-gulf", "GA"]})
    assert json.dumps(geojson(south))
    assert svg.outline_paths(south)["south"].count("M") < sum(
        path.count("M") for path in svg.outline_paths(pieces.only(["AL", "AL-gulf", "GA"])).values()
    )


def test_ids_of_units_say_their_place_and_their_part() -> None:
    for cycle in some(cycles()):
        for unit in election(cycle).units.values():
            assert place_of(unit.id) == unit.place
            assert bool(part_of(unit.id)) == (unit.id != unit.place)
            assert code_of(unit.id).startswith(unit.place)
            if part_of(unit.id):
                assert at_large(unit.place) in election(cycle).units
