"""The table of a comparison: place by place, sorted by any column."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

from markupsafe import Markup

from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.pane import Pane
from ecx.app.kit.sorting import Order
from ecx.app.kit.widget import PageState
from ecx.app.pages.compare.place_pairs import Part, PlacePair, favour, rivals, signed
from ecx.app.pages.compare.state import Comparison
from ecx.say import _

_Key = Callable[[PlacePair], Any]
_COLUMNS: Final[dict[str, _Key]] = {
    "name": lambda row: row.name,
    "before": lambda row: row.left.name if row.left else "",
    "after": lambda row: row.right.name if row.right else "",
    "flipped": lambda row: row.flipped,
    "change": lambda row: row.change,
    "left": lambda row: row.left.lead if row.left and row.left.lead is not None else -1000,
    "right": lambda row: row.right.lead if row.right and row.right.lead is not None else -1000,
    "shift": lambda row: row.shift if row.shift is not None else -1000,
}


class CompareTable(Pane):
    """Lists for every place the tickets that carry it, electors, leads and shift.

    Parameters
    ----------
    state : CompareState
        The state of the page.
    """

    css_class: ClassVar = "ecx-compare-table"

    def __init__(self, state: PageState) -> None:
        self._order = Order("name")
        super().__init__(state)

    def view(self, screen: Comparison) -> Markup:
        """Render the table."""
        column, falls = self._order
        rows = sorted(screen.rows, key=_COLUMNS[column], reverse=falls)
        two = rivals(screen.left.scenario.election, screen.right.scenario.election)
        sides = (two.first.code, two.second.code) if two else None
        heads = self._order.heads(_titles(screen, compared=two is not None))
        body = Markup("").join(_line(row, sides) for row in rows)
        return Markup(
            "<h2>Place by place</h2>"
            '<div class="page-scroll" tabindex="0" role="region" aria-label="Place by place">'
            '<table class="page-units compare-table"><thead><tr>{}</tr>'
            "</thead><tbody>{}</tbody></table></div>"
        ).format(heads, body) + csv_button(_compared(screen))

    def sort(self, column: str) -> None:
        """Sort by a column: numbers largest first; a second click reverses the order."""
        if column in _COLUMNS:
            text = column in ("name", "before", "after")
            self._order = self._order.clicked(column, text=text)

    local_intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = {
        "sort": lambda table, column: table.sort(column),
    }


def _compared(screen: Comparison) -> str:
    """Name the two elections that the table compares."""
    return _("{left} and {right}, state by state").format(
        left=screen.left.scenario.election.label, right=screen.right.scenario.election.label
    )


def _titles(screen: Comparison, *, compared: bool) -> list[tuple[str, str]]:
    """Name the columns; leads are shown only if two parties ran on both sides."""
    labels = [side.scenario.election.label for side in (screen.left, screen.right)]
    titles = [
        ("name", "Place"),
        ("before", f"{labels[0]}, left"),
        ("after", f"{labels[1]}, right"),
        ("flipped", "Changed hands"),
        ("change", "Electors"),
    ]
    leads = [("left", f"Lead {labels[0]}"), ("right", f"Lead {labels[1]}"), ("shift", "Shift")]
    return titles + leads if compared else titles


def _line(row: PlacePair, sides: tuple[str, str] | None) -> Markup:
    """Render the row of one place."""
    cells = [
        _part(row.left),
        _part(row.right),
        "yes" if row.flipped else "",
        signed(row.change) if row.change else "",
    ]
    if sides:
        cells += [favour(part.lead if part else None, sides) for part in (row.left, row.right)]
        cells.append(favour(row.shift, sides))
    return Markup('<tr{}><th scope="row">{}</th>{}</tr>').format(
        Markup(' class="page-changed"') if row.flipped else "",
        row.name,
        Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells),
    )


def _part(part: Part | None) -> str:
    return f"{part.name} {part.electors}" if part else "–"
