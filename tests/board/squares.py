"""Boards on which every unit is one elector, and a square."""

from typing import NamedTuple

from board.board_page import mark, ticket, unit
from ecx.board.content import OF_PLACES, Caption, Content, UnitLabel, Wording

OF_ELECTORS: Wording = {
    **OF_PLACES,
    "map": "Map with {number} electors",
    "elector": "",
    "electors": "",
    "set": "votes for {name}",
    "none": "blank",
    "none_title": "Blank",
    "letter": "",
    "open": "Undecided",
    "share": "{name}",
    "share_other": "other",
    "share_idle": "not counted",
    "share_none": "blank",
    "share_open": "undecided",
}
SIDE, PITCH = 15, 16  # of a square, and from one to the next, in map units


Clumps = dict[str, tuple[str | None, list[tuple[int, int]]]]
"""The ticket of each place, and its cells: column and row."""


class Square(NamedTuple):
    """One elector: its id, its unit, and the outline of it."""

    id: str
    unit: UnitLabel
    path: str


def seat(place: str, number: int, column: int, row: int) -> Square:
    """Describe one square: its unit, and where it lies."""
    path = f"M{PITCH * column},{PITCH * row}h{SIDE}v{SIDE}h-{SIDE}z"
    return Square(f"{place}.{number}", unit(place, f"{place}, elector {number}", 1), path)


def squares(clumps: Clumps) -> Content:
    """Make a board of electors from each place's ticket and its cells, column and row."""
    seats = [
        (seat(place, number, *cell), carrier)
        for place, (carrier, cells) in clumps.items()
        for number, cell in enumerate(cells, start=1)
    ]
    columns = 1 + max(column for _, cells in clumps.values() for column, _ in cells)
    rows = 1 + max(row for _, cells in clumps.values() for _, row in cells)
    return {
        "map": {
            "frame": [-8, -8, PITCH * columns + 16, PITCH * rows + 16],
            "outlines": {seat.id: seat.path for seat, _ in seats},
            "borders": "",
            "inner": "",
            "labels": {},
            "boxes": {},
            "ground": {},
            "captions": {place: caption(place, cells) for place, (_, cells) in clumps.items()},
            "note": "",
        },
        "units": {seat.id: seat.unit for seat, _ in seats},
        "tickets": [ticket("alder", "A", "#1f5fbf"), ticket("birch", "B", "#b3261e")],
        "marks": {seat.id: mark(carrier, 1, edge=carrier) for seat, carrier in seats},
        "words": OF_ELECTORS,
        "majority": len(seats) // 2 + 1,
        "selected": None,
        "sweep": True,
    }


def caption(place: str, cells: list[tuple[int, int]]) -> Caption:
    """Letter a place over the middle of its squares."""
    x, y = (PITCH * (sum(cell[axis] for cell in cells) / len(cells) + 0.5) for axis in (0, 1))
    return {"text": place, "x": x, "y": y, "room": PITCH * len(cells) ** 0.5 / 2}


def few_squares() -> Content:
    """Two places side by side: three electors of Alder's over five of Birch's and a gap.

    ::

        P P P
        Q Q Q Q
        Q
    """
    places: Clumps = {
        "PP": ("alder", [(0, 0), (1, 0), (2, 0)]),
        "QQ": ("birch", [(0, 1), (1, 1), (2, 1), (3, 1), (0, 2)]),
    }
    return squares(places)


def many_squares() -> Content:
    """Lay out 538 electors of 54 places, in a grid of 30 by 18 squares and a place apart."""
    grid = [(column, row) for row in range(18) for column in range(30)][:534]
    clumps: Clumps = {
        f"P{chr(65 + number // 26)}{chr(65 + number % 26)}": (
            ("alder", "birch", None)[number % 3],
            grid[10 * number : 10 * number + 10],
        )
        for number in range(54)
    }
    return squares(clumps | {"ZZ": ("alder", [(34, 20), (35, 20), (34, 21), (35, 21)])})
