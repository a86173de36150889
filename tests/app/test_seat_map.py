"""The map of seats: a square for every elector, lettered and bordered by place."""

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from ecx.app.pages.explorer.seat_map import seat_map
from ecx.board.checks import check_drawn
from ecx.college.election import Unit
from ecx.college.elector import BLANK, Elector
from ecx.record.elections import election
from some import some

CYCLES = (1789, 1824, 1876, 1960, 2024)
CELL = re.compile(r"M(\d+) (\d+)h(\d+)v(\d+)h-(\d+)z")

Square = tuple[float, float, float, float]


@cache
def squares(cycle: int) -> dict[str, Square]:
    """Read left, top, right and foot of every elector's square."""
    found: dict[str, Square] = {}
    for seat, path in seat_map(election(cycle))["outlines"].items():
        cell = CELL.fullmatch(path)
        assert cell, f"the outline of {seat} is no square: {path}"
        left, top, wide, high = (int(part) for part in cell.groups()[:4])
        found[seat] = (left, top, left + wide, top + high)
    return found


def middle(cycle: int, place: str) -> tuple[float, float]:
    own = [square for seat, square in squares(cycle).items() if seat.startswith(f"{place}.")]
    return (
        sum(left + right for left, _, right, _ in own) / (2 * len(own)),
        sum(top + foot for _, top, _, foot in own) / (2 * len(own)),
    )


def facing(one: Square, other: Square) -> bool:
    """Whether squares lie in one row or one column."""
    return any(one[n] < other[n + 2] and other[n] < one[n + 2] for n in (0, 1))


def gap(one: Square, other: Square) -> float:
    """Measure how far apart two squares are, along the axis on which they are farther."""
    across = max(other[0] - one[2], one[0] - other[2])
    down = max(other[1] - one[3], one[1] - other[3])
    return max(across, down)


@pytest.mark.parametrize("cycle", CYCLES)
def test_every_elector_has_a_square_of_its_own(cycle: int) -> None:
    record, drawing = election(cycle), seat_map(election(cycle))
    check_drawn(drawing, [elector.id for elector in record.electors])
    assert set(drawing["outlines"]) == {elector.id for elector in record.electors}
    every = list(squares(cycle).values())
    assert min(gap(a, b) for n, a in enumerate(every) for b in every[:n]) >= 1
    x, y, width, height = drawing["frame"]
    assert all(x <= left and y <= top for left, top, _, _ in every)
    assert all(right <= x + width and foot <= y + height for _, _, right, foot in every)
    assert width >= 1.29 * height


@pytest.mark.parametrize("cycle", CYCLES)
def test_places_are_parted_by_a_wider_gap_than_their_cells(cycle: int) -> None:
    every = list(squares(cycle).items())
    apart = {True: 99.0, False: 99.0}
    for number, (seat, square) in enumerate(every):
        for other, beside in every[:number]:
            if not facing(square, beside):
                continue
            alike = seat.split(".")[0] == other.split(".")[0]
            apart[alike] = min(apart[alike], gap(square, beside))
    assert apart == {True: 1, False: 4}


def test_places_are_where_a_reader_looks_for_them() -> None:
    at = {place: middle(2024, place) for place in election(2024).places}
    _, _, width, height = seat_map(election(2024))["frame"]
    assert at["FL"][0] > 0.6 * width
    lowest = max(squares(2024), key=lambda seat: squares(2024)[seat][3])
    assert lowest.startswith("FL.")
    assert at["ME"][0] == pytest.approx(max(x for x, _ in at.values()), abs=30)
    assert at["ME"][1] == min(y for _, y in at.values())
    assert at["CA"][0] < 0.2 * width
    assert at["TX"][1] > 0.6 * height
    assert at["WA"][1] < at["OR"][1] < at["CA"][1]
    assert at["AK"][1] > at["CA"][1]
    assert at["HI"][1] > at["AZ"][1]
    assert at["MN"][1] < at["IA"][1] < at["MO"][1] < at["AR"][1] < at["LA"][1]
    assert at["NV"][0] < at["UT"][0] < at["CO"][0] < at["KS"][0] < at["MO"][0] < at["KY"][0]
    assert gap_between("DC", "MD") == gap_between("DC", "VA") == 4


def gap_between(one: str, other: str) -> float:
    by_place: dict[str, list[Square]] = {one: [], other: []}
    for seat, square in squares(2024).items():
        by_place.get(seat.split(".")[0], []).append(square)
    return min(gap(a, b) for a in by_place[one] for b in by_place[other] if facing(a, b))


@pytest.mark.parametrize("cycle", CYCLES)
def test_seats_of_an_undivided_place_are_in_reading_order(cycle: int) -> None:
    record = election(cycle)
    whole = [unit for unit in record.units.values() if unit.id == unit.place and unit.electors > 1]
    for unit in some(whole):
        seats = sorted((e for e in record.electors if e.unit == unit.id), key=lambda e: e.seat)
        # A square's inset depends on its neighbours, so rows are told by the grid.
        cells = [squares(cycle)[seat.id] for seat in seats]
        rows = [(top // 20, left // 20) for left, top, _, _ in cells]
        assert rows == sorted(rows), unit.id


@pytest.mark.parametrize(("cycle", "place"), [(2024, "ME"), (2024, "NE"), (1972, "ME")])
def test_electors_of_one_unit_sit_together(cycle: int, place: str) -> None:
    units: dict[str, list[Square]] = {}
    for elector in election(cycle).electors:
        if elector.place == place:
            units.setdefault(elector.unit, []).append(squares(cycle)[elector.id])
    assert len(units) > 1
    for own in units.values():
        reached, left = [own[0]], own[1:]
        for square in reached:
            near = [other for other in left if gap(square, other) <= 2 and facing(square, other)]
            reached += near
            left = [other for other in left if other not in near]
        assert not left


def test_units_of_a_divided_place_are_parted_by_inner_lines() -> None:
    assert seat_map(election(2024))["inner"]
    assert not seat_map(election(1960))["inner"]


@pytest.mark.parametrize("cycle", CYCLES)
def test_places_are_lettered_over_their_own_cells(cycle: int) -> None:
    drawing = seat_map(election(cycle))
    assert set(drawing["captions"]) == {elector.place for elector in election(cycle).electors}
    for place, caption in drawing["captions"].items():
        spot = (caption["x"], caption["y"], caption["x"], caption["y"])
        assert min(gap(spot, s) for seat, s in squares(cycle).items() if seat.startswith(place)) < 2
        strange = [s for seat, s in squares(cycle).items() if seat.split(".")[0] != place]
        assert min(gap(spot, square) for square in strange) >= caption["room"] / 1.5
        assert caption["room"] > 5


def test_the_map_of_538_is_small_on_the_wire() -> None:
    assert len(json.dumps(seat_map(election(2024)))) < 40_000


def test_a_state_that_was_added_is_drawn_and_lettered() -> None:
    record = election(2024)
    added = replace(
        record,
        places={**record.places, "PR": "Puerto Rico"},
        units={**record.units, "PR": Unit("PR", "PR", "Puerto Rico", 6)},
        electors=(
            *record.electors,
            *(Elector(f"PR.{n}", "PR", "PR", n, None, BLANK) for n in range(1, 7)),
        ),
    )
    drawing = seat_map(added)
    drawn = Counter(seat.split(".")[0] for seat in drawing["outlines"])
    assert drawn == Counter(elector.place for elector in added.electors)
    assert drawing["captions"]["PR"]["text"] == "PR"
