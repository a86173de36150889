"""Maps of the day: what land belonged to whom, and no land lost or counted twice."""

from functools import cache
from pathlib import Path
from shutil import copy

import numpy as np
import pytest
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

import gather_pieces
from build_data import maps, raw
from build_data.gathered import Gathered
from build_data.map_inputs import MAP_INPUTS
from data.path_data import area
from data.spoiling import Edit, Rows, add, change, spoil
from ecx.maps.layer import Layer
from ecx.maps.outlines import PIECES
from ecx.maps.shapes import board_map, shapes
from ecx.record.csv_rows import read_rows
from ecx.record.elections import cycles, election
from some import some

BEFORE_STATES_ARE_TODAYS = tuple(cycle for cycle in cycles() if cycle < 1964)

OFF_SHORE = ("AK", "HI")


@cache
def land(cycle: int) -> dict[str, BaseGeometry]:
    """Give the areas of everything drawn, units and ground."""
    found = board_map(cycle)
    paths = found["outlines"] | {key: ground["path"] for key, ground in found["ground"].items()}
    return {key: area(path) for key, path in paths.items()}


def at(longitude: float, latitude: float) -> Point:
    """Find a spot on the drawing."""
    x, y = gather_pieces.projected(np.array([longitude]), np.array([latitude]))
    return Point((x[0] + 9.6) * 100, (6 - y[0]) * 100)


BELONGED = {
    "Louisville": ((-85.76, 38.25), {1789: "VA", 1792: "KY"}),
    "Charleston, West Virginia": ((-81.63, 38.35), {1789: "VA", 1860: "VA", 1864: "WV"}),
    "Bangor": ((-68.78, 44.80), {1789: "MA", 1816: "MA", 1820: "ME"}),
    "Nashville": ((-86.78, 36.16), {1789: "NC", 1792: "southwest", 1796: "TN"}),
    "Rutland": ((-72.97, 43.61), {1789: "vermont", 1792: "VT"}),
    "Huntsville": ((-86.59, 34.73), {1789: "GA", 1800: "GA", 1804: "mississippi", 1820: "AL"}),
    "Natchez": ((-91.30, 31.56), {1796: "yazoo", 1800: "mississippi", 1820: "MS"}),
    "Mobile": ((-88.1, 30.75), {1808: "west-florida", 1812: "mississippi", 1820: "AL"}),
    "Baton Rouge": ((-91.12, 30.48), {1808: "west-florida", 1812: "LA"}),
    "Shreveport": ((-93.75, 32.5), {1800: "louisiana", 1804: "orleans", 1812: "LA"}),
    "Akron": ((-81.52, 41.1), {1796: "CT", 1800: "northwest", 1804: "OH"}),
    "Cincinnati": ((-84.5, 39.2), {1800: "northwest", 1804: "OH"}),
    "Erie": ((-80.05, 42.07), {1789: "erie", 1792: "PA"}),
    "Alexandria": ((-77.08, 38.84), {1800: "VA", 1804: "district", 1844: "district", 1848: "VA"}),
    "Washington": ((-77.02, 38.91), {1800: "MD", 1804: "district", 1960: "district", 1964: "DC"}),
    "Marquette": ((-87.5, 46.45), {1832: "michigan", 1836: "upper-peninsula", 1840: "MI"}),
    "Saint Joseph": ((-94.8, 39.77), {1820: "unorganized", 1836: "unorganized", 1840: "MO"}),
    "Madison": ((-89.4, 43.07), {1808: "indiana", 1812: "illinois", 1836: "wisconsin", 1848: "WI"}),
    "Duluth": ((-92.3, 46.9), {1789: "northwest", 1848: "unorganized", 1852: "minnesota"}),
    "Mankato": ((-94.0, 44.2), {1789: "louisiana", 1840: "iowa", 1856: "minnesota", 1860: "MN"}),
    "Pierre": ((-100.1, 44.4), {1852: "minnesota", 1860: "unorganized", 1864: "dakota"}),
    "Rapid City": ((-103.2, 44.1), {1852: "unorganized", 1860: "nebraska", 1892: "SD"}),
    "Butte, Nebraska": ((-98.85, 42.91), {1868: "dakota", 1880: "dakota", 1884: "NE"}),
    "Oklahoma City": ((-97.5, 35.5), {1888: "indian", 1904: "oklahoma", 1908: "OK"}),
    "Reno": ((-119.8, 39.5), {1848: "cession", 1860: "utah", 1864: "NV"}),
    "Ely": ((-114.6, 39.25), {1864: "utah", 1868: "NV"}),
    "Las Vegas": ((-115.14, 36.17), {1860: "new-mexico", 1864: "arizona", 1868: "NV"}),
    "Denver": ((-104.9, 39.7), {1864: "colorado", 1872: "colorado", 1876: "CO"}),
    "Aspen": ((-106.8, 39.2), {1848: "cession", 1860: "utah", 1876: "CO"}),
    "Missoula": ((-114.0, 46.9), {1852: "oregon", 1860: "washington", 1864: "montana"}),
    "Houston": ((-95.4, 29.8), {1816: "spanish-west", 1844: "texas", 1848: "TX"}),
    "Orlando": ((-81.4, 28.5), {1820: "florida", 1844: "florida", 1848: "FL"}),
}


@pytest.mark.parametrize("town", BELONGED)
def test_towns_belonged_to_what_history_says(town: str) -> None:
    spot, owners = BELONGED[town]
    for cycle, owner in some(owners.items()):
        here = [key for key, part in land(cycle).items() if part.contains(at(*spot))]
        assert here == [owner], cycle


@pytest.mark.parametrize("cycle", BEFORE_STATES_ARE_TODAYS)
def test_all_land_is_drawn_once_in_every_cycle(cycle: int) -> None:
    drawn = land(cycle)
    today = unary_union([part for key, part in land(1964).items() if key not in OFF_SHORE])
    whole = unary_union([p for k, p in drawn.items() if k not in {*OFF_SHORE, "alaska", "hawaii"}])
    assert whole.symmetric_difference(today).area < 0.01
    overlap = sum(part.area for part in drawn.values()) - unary_union(list(drawn.values())).area
    assert overlap < 0.01


@pytest.mark.parametrize("name", ["drawing", "nad83"])
def test_pieces_are_those_that_the_table_lists_and_what_they_were_cut_from(name: str) -> None:
    listed = {row["piece"] for row in read_rows("pieces")}
    whole = {row["place"] for row in read_rows("places")}
    assert Layer.named(name, PIECES).features.keys() == listed | whole
    assert {row["piece"] for row in read_rows("holdings")} <= listed | whole


@pytest.mark.parametrize(
    ("cycle", "absent"),
    [
        (1789, {"NC", "NY", "RI"}),
        (1864, {"AL", "AR", "FL", "GA", "MS", "NC", "SC", "TX", "VA"}),
        (1868, {"MS", "TX", "VA"}),
    ],
)
def test_places_that_took_no_part_are_ground_and_say_why(cycle: int, absent: set[str]) -> None:
    ground = board_map(cycle)["ground"]
    assert {key for key in ground if key.isupper()} == absent
    assert ground[min(absent)]["note"] == election(cycle).absences[min(absent)]


@pytest.mark.parametrize("cycle", cycles())
def test_all_ground_has_a_name_and_a_note(cycle: int) -> None:
    grounds = board_map(cycle)["ground"]
    assert bool(grounds) == (cycle < 1964)  # since then all ground chooses electors
    for key, ground in grounds.items():
        assert ground["path"].endswith("z"), key
        assert ground["name"], key
        assert ground["note"].endswith("."), key


def test_ground_bears_the_name_it_had() -> None:
    names = {cycle: board_map(cycle)["ground"] for cycle in (1800, 1808, 1812, 1852, 1884)}
    assert names[1800]["louisiana"]["name"] == "Louisiana"
    assert names[1808]["louisiana"]["name"] == "Louisiana Territory"
    assert names[1812]["louisiana"]["name"] == "Missouri Territory"
    assert names[1852]["minnesota"]["name"] == "Minnesota Territory"
    assert names[1884]["alaska"]["name"] == "District of Alaska"


@pytest.mark.parametrize("cycle", cycles())
def test_the_frame_has_room_for_every_unit_at_a_handy_ratio(cycle: int) -> None:
    found = board_map(cycle)
    left, top, width, height = found["frame"]
    assert 1.35 <= width / height <= 1.65
    for unit, (x, y, _) in found["labels"].items():
        assert left < x < left + width, unit
        assert top < y < top + height, unit


def test_early_maps_are_drawn_larger() -> None:
    assert board_map(1789)["frame"][2] < board_map(1820)["frame"][2] < board_map(1848)["frame"][2]


@pytest.mark.parametrize("cycle", cycles())
def test_maps_with_approximate_borders_have_a_note(cycle: int) -> None:
    note = board_map(cycle)["note"]
    assert bool(note) == (cycle <= 1908 or 1972 <= cycle <= 1988 or cycle == 2028)
    assert note == "" or note.endswith(".")


def test_shapes_on_the_globe_are_those_of_the_day() -> None:
    virginia = {cycle: shapes(cycle).geometry["VA"].area for cycle in (1789, 1792, 1864 + 8)}
    assert virginia[1789] > 1.4 * virginia[1792] > 1.4 * 1.4 * virginia[1872]
    assert "NC" not in shapes(1789).index
    assert shapes(1796).geometry["CT"].contains(Point(-81.52, 41.1))


def test_a_place_joined_from_pieces_has_no_line_inside() -> None:
    assert board_map(1900)["outlines"]["CO"].count("M") == 1
    joined = shapes(1900).geometry["CO"]
    assert joined.geom_type == "Polygon"
    assert not joined.interiors


def held(**values: str) -> Edit:
    """Add a row to the holdings that is in force in 2016."""
    return add(**({"first_cycle": "2016", "last_cycle": "2016", "source": "memory"} | values))


def twice(rows: Rows) -> None:
    held(piece="OK", belongs_to="TX", first_cycle="2012")(rows)
    held(piece="OK", belongs_to="KS")(rows)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (
            held(piece="OK-panhandle", belongs_to="TX"),
            r"piece 'OK-panhandle' is unknown; add it to by_hand/pieces.csv, or mend it",
        ),
        (
            change("last_cycle", "2016", piece="OK", first_cycle="1892"),
            r"belongs_to 'oklahoma' is unknown; add it to by_hand/grounds.csv for 2016",
        ),
        (
            twice,
            r"OK belongs to something else in 2016 already, by by_hand/holdings.csv, row \d+; let",
        ),
        (
            change("last_cycle", "", piece="OK", first_cycle="1892"),
            r"last_cycle is ''; give a whole number of at least 0",
        ),
    ],
)
def test_a_wrong_holding_is_refused_with_row_and_mend(
    data: Path, tmp_path: Path, edit: Edit, message: str
) -> None:
    inputs = MAP_INPUTS | {"elections/states": (("state",), (), ("state",))}
    for name in inputs:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        copy(data / "raw" / f"{name}.csv", tmp_path / f"{name}.csv")
    spoil(tmp_path, "by_hand/holdings", edit)
    tables = {
        name: raw.read(tmp_path / f"{name}.csv", (*first, *more), key)
        for name, (first, more, key) in inputs.items()
    }
    with pytest.raises(raw.BadInputError, match=rf"by_hand/holdings.csv, row \d+: {message}"):
        maps.holdings(Gathered((2016,), tables))
