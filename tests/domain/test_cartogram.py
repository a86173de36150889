"""The cartogram: every elector has a cell, and places are where they are on the map."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecx.maps.cartogram.cartogram import Cartogram, cartogram
from ecx.maps.cartogram.guides import DISC, Area, Guide
from ecx.maps.cartogram.packing import Cell, pack

SIDES = ((1, 0), (0, 1), (-1, 0), (0, -1))
AROUND = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1)]


def area(left: float, top: float, width: float, height: float) -> Area:
    """Measure a rectangle."""
    right, foot = left + width, top + height
    return Area.of([[(left, top), (right, top), (right, foot), (left, foot)]])


def board(columns: int, rows: int) -> dict[str, Area]:
    """Measure a map of squares: A1, B1, … along the top."""
    return {
        f"{chr(65 + x)}{y + 1}": area(10 * x, 10 * y, 10, 10)
        for y in range(rows)
        for x in range(columns)
    }


def beside(cells: tuple[Cell, ...], others: tuple[Cell, ...]) -> bool:
    return any((x + a, y + b) in set(others) for x, y in cells for a, b in SIDES)


def middle(cells: tuple[Cell, ...]) -> tuple[float, float]:
    columns, rows = zip(*cells, strict=True)
    return sum(columns) / len(cells), sum(rows) / len(cells)


def pieces(cells: tuple[Cell, ...]) -> int:
    """Count the pieces a clump is in."""
    left, count = set(cells), 0
    while left:
        count += 1
        todo = [left.pop()]
        while todo:
            x, y = todo.pop()
            found = {(x + a, y + b) for a, b in SIDES} & left
            left -= found
            todo += found
    return count


def assert_whole(made: Cartogram, electors: dict[str, int]) -> None:
    """Every elector has one cell, no cell has two, clumps are in one piece and in order."""
    cells = [cell for clump in made.cells.values() for cell in clump]
    assert {place: len(clump) for place, clump in made.cells.items()} == electors
    assert len(set(cells)) == len(cells)
    assert {min(x for x, _ in cells), min(y for _, y in cells)} == {0}
    assert (max(x for x, _ in cells), max(y for _, y in cells)) == (
        made.columns - 1,
        made.rows - 1,
    )
    for clump in made.cells.values():
        assert pieces(clump) == 1
        assert list(clump) == sorted(clump, key=lambda cell: (cell[1], cell[0]))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 60), min_size=12, max_size=12), st.integers(0, 3))
def test_any_electors_make_whole_clumps(numbers: list[int], unmapped: int) -> None:
    places = [*board(4, 3)]
    electors = dict(zip(places, numbers, strict=True)) | dict.fromkeys("XYZ"[:unmapped], 5)
    assert_whole(cartogram(board(4, 3), electors), electors)


def test_a_tiny_place_among_giants_keeps_its_cells() -> None:
    areas = board(3, 3) | {"DC": area(19.5, 14.5, 1, 1)}
    electors = dict.fromkeys(board(3, 3), 50) | {"DC": 3}
    made = cartogram(areas, electors)
    assert_whole(made, electors)
    assert beside(made.cells["DC"], made.cells["B2"])
    assert beside(made.cells["DC"], made.cells["C2"])


def test_places_with_one_centre_both_have_their_cells() -> None:
    electors = {"MD": 10, "DC": 3}
    assert_whole(cartogram({"MD": area(0, 0, 9, 9), "DC": area(4, 4, 1, 1)}, electors), electors)


def test_guides_that_hem_each_other_in_are_put_farther_apart() -> None:
    guides = [Guide.of(DISC, 3).moved(-1, 0), Guide.of(DISC, 9).moved(-1, 0)]
    small, large = pack(guides, ())
    assert (len(small), len(large), len({*small, *large})) == (3, 9, 12)
    assert [pieces(tuple(small)), pieces(tuple(large))] == [1, 1]


def test_places_of_equal_weight_lie_as_on_the_map() -> None:
    made = cartogram(board(4, 3), dict.fromkeys(board(4, 3), 9))
    at = {place: middle(clump) for place, clump in made.cells.items()}
    for row in "123":
        assert at[f"A{row}"][0] < at[f"B{row}"][0] < at[f"C{row}"][0] < at[f"D{row}"][0]
    for column in "ABCD":
        assert at[f"{column}1"][1] < at[f"{column}2"][1] < at[f"{column}3"][1]
    for left, right in ("AB", "BC", "CD"):
        assert all(beside(made.cells[left + row], made.cells[right + row]) for row in "123")


@pytest.mark.parametrize("giant", [9, 20])
def test_no_hole_is_left_among_giants_around_dwarfs(giant: int) -> None:
    areas = board(5, 4)
    dwarfs = {"B2", "C2", "D2", "B3", "C3", "D3"}
    made = cartogram(areas, {place: 3 if place in dwarfs else giant for place in areas})
    taken = {cell for clump in made.cells.values() for cell in clump}
    free = {(x, y) for x in range(-1, made.columns + 1) for y in range(-1, made.rows + 1)} - taken
    assert pieces(tuple(free)) == 1


def test_a_clump_has_the_proportions_of_its_place() -> None:
    tall = cartogram({"A": area(0, 0, 10, 40)}, {"A": 16}).cells["A"]
    broad = cartogram({"A": area(0, 0, 40, 10)}, {"A": 16}).cells["A"]
    assert len({y for _, y in tall}) >= 2 * len({x for x, _ in tall})
    assert len({x for x, _ in broad}) >= 2 * len({y for _, y in broad})


def test_lands_that_do_not_touch_stay_apart() -> None:
    areas = board(3, 2) | {"AK": area(-20, 60, 8, 8)}
    made = cartogram(areas, dict.fromkeys(areas, 12))
    far = {(x + a, y + b) for x, y in made.cells["AK"] for a, b in AROUND}
    assert all(far.isdisjoint(clump) for place, clump in made.cells.items() if place != "AK")
    assert middle(made.cells["AK"])[0] < middle(made.cells["B1"])[0]
    assert min(y for _, y in made.cells["AK"]) > middle(made.cells["A2"])[1]


def test_a_place_on_no_map_stands_by_itself_in_a_corner() -> None:
    electors = dict.fromkeys(board(3, 2), 12) | {"PR": 7}
    made = cartogram(board(3, 2), electors)
    assert_whole(made, electors)
    far = {(x + a, y + b) for x, y in made.cells["PR"] for a, b in AROUND}
    assert all(far.isdisjoint(made.cells[place]) for place in board(3, 2))
    columns, rows = zip(*made.cells["PR"], strict=True)
    assert 0 in columns or made.columns - 1 in columns
    assert 0 in rows or made.rows - 1 in rows


def test_places_without_electors_are_left_out() -> None:
    assert set(cartogram(board(3, 2), {"A1": 4, "B1": 4}).cells) == {"A1", "B1"}


def test_the_same_input_gives_the_same_cells() -> None:
    electors = {place: 1 + number**2 % 23 for number, place in enumerate(board(4, 3))}
    assert cartogram(board(4, 3), electors) == cartogram(board(4, 3), electors)


def test_a_map_without_areas_still_seats_everybody() -> None:
    electors = {"A": 10, "B": 3}
    assert_whole(cartogram({}, electors), electors)


@pytest.mark.parametrize("number", [0, -3, 2.5])
def test_a_place_without_a_positive_whole_number_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=rf"B1 has {number} electors; .* 1 or more"):
        cartogram(board(3, 2), {"A1": 4, "B1": number})


def test_a_cartogram_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no place has electors"):
        cartogram(board(3, 2), {})


def test_an_outline_of_no_size_is_refused() -> None:
    with pytest.raises(ValueError, match="an outline of no size"):
        Area.of([[(0, 0), (5, 5), (2, 2)]])
