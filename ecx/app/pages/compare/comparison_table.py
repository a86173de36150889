"""The table of a comparison: place by place, sorted by any column."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

from markupsafe import Markup

from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.jump_list import heading
from ecx.app.kit.pane import Pane
from ecx.app.kit.sorting import Order
from ecx.app.kit.widget import PageState
from ecx.app.pages.compare.place_pairs import Part, PlacePair, favour, rivals, signed
from ecx.app.pages.compare.side_names import side_names
from ecx.app.pages.compare.state import Comparison
from ecx.say import _

_Key = Callable[[PlacePair], Any]
_COLUMNS: Final[dict[str, _Key]] = {
    "name": lambda row: _(row.name),
    "before": lambda row: row.left.name if row.left else "",
    "after": lambda row: row.right.name if row.right else "",
    "flipped": lambda row: row.flipped,
    "change": lambda row: row.change,
    "left": lambda row: row.left.lead if row.left and row.left.lead is not None else -1000,
    "right": lambda row: row.right.lead if row.right and row.right.lead is not None else -1000,
    "shift": lambda row: row.shift if row.shift is not None else -1000,
}


class CompareTable(Pane):
    """Lists for every place who won it, electors, margins and shift; what switched comes first.

    Columns that would say nothing are left out: the change of electors where there is none, and
    margins where both maps are of one election, or no two parties ran in both.

    Parameters
    ----------
    state : CompareState
        The state of the page.
    """

    css_class: ClassVar = "ecx-compare-table"

    def __init__(self, state: PageState) -> None:
        self._order = Order("flipped", falls=True)
        super().__init__(state)

    def view(self, screen: Comparison) -> Markup:
        """Render the table."""
        column, falls = self._order
        rows = sorted(screen.rows, key=_COLUMNS[column], reverse=falls)
        titles = _titles(screen)
        heads = self._order.heads(titles.items())
        codes = _codes(screen)
        body = Markup("").join(_line(row, codes, titles) for row in rows)
        return Markup(
            '{heading}<div class="page-scroll" tabindex="0" role="region"'
            ' aria-label="{title}"><table class="page-units compare-table"><thead><tr>{heads}</tr>'
            "</thead><tbody>{body}</tbody></table></div>"
        ).format(
            title=_("State by state"), heading=heading(_("State by state")), heads=heads, body=body
        ) + csv_button(_compared(screen))

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


def _codes(screen: Comparison) -> tuple[str, str] | None:
    """Return the codes of the two parties whose margin is compared."""
    two = rivals(screen.left.scenario.election, screen.right.scenario.election)
    return (two.first.code, two.second.code) if two and not screen.same else None


def _titles(screen: Comparison) -> dict[str, str]:
    """Name the columns that say something."""
    left, right = side_names(screen)
    titles = {"name": _("State"), "before": left, "after": right, "flipped": _("Switched")}
    if any(row.change for row in screen.rows):
        titles["change"] = _("Change in electors")
    if _codes(screen):
        titles["left"] = _("Margin {year}").format(year=left)
        titles["right"] = _("Margin {year}").format(year=right)
        titles["shift"] = _("Shift")
    return titles


def _line(row: PlacePair, codes: tuple[str, str] | None, titles: Mapping[str, str]) -> Markup:
    """Render the row of one place."""
    cells = {
        "before": _part(row.left),
        "after": _part(row.right),
        "flipped": _("yes") if row.flipped else "",
        "change": signed(row.change) if row.change else "",
    }
    if codes:
        cells["left"] = favour(row.left.lead if row.left else None, codes)
        cells["right"] = favour(row.right.lead if row.right else None, codes)
        cells["shift"] = favour(row.shift, codes)
    return Markup('<tr{}><th scope="row">{}</th>{}</tr>').format(
        Markup(' class="page-changed"') if row.flipped else "",
        _(row.name),
        Markup("").join(
            Markup('<td class="compare-{}">{}</td>').format(name, cells[name])
            for name in titles
            if name in cells
        ),
    )


def _part(part: Part | None) -> str:
    return f"{part.name} {part.electors}" if part else "–"
