"""The table of all units: the map as rows that can be sorted and changed."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, NamedTuple

from markupsafe import Markup

from ecx.app.kit import from_text
from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.forms import options
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.sorting import Order
from ecx.app.kit.state import AppState
from ecx.college.election import Election
from ecx.college.votes import Margin
from ecx.figures.marks import ticket_name
from ecx.link.calls import written_call
from ecx.say import _, phrase


class UnitRow(NamedTuple):
    """One row of the table: a unit.

    Attributes
    ----------
    name : str
        As it is spoken.
    electors : int
        Electors it appoints.
    carrier : str
        Name of the ticket that carries it.
    margin : float
        Lead of the first in the popular vote over the second, in points; -1 if not recorded.
    unit : str
        Its id.
    """

    name: str
    electors: int
    carrier: str
    margin: float
    unit: str


_COLUMNS = (
    ("name", phrase("State")),
    ("electors", phrase("Electors")),
    ("carrier", phrase("Winner")),
    ("margin", phrase("Popular vote lead, points")),
)


class UnitTable(Pane):
    """Lists every unit with a choice of ticket; it can be opened and sorted."""

    css_class: ClassVar = "ecx-unit-table"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "call": from_text.call,
        "select": lambda state, value: state.select(value),
    }

    def __init__(self, state: AppState) -> None:
        self._open = False
        self._order = Order("name")
        super().__init__(state)

    def view(self, screen: Screen) -> Markup:
        """Render the switch, and the table if it is open."""
        switch = Markup(
            '<button type="button" class="page-button" data-do="toggle" aria-expanded="{}"'
            ' aria-keyshortcuts="Alt+T" title="{}">'
            "{}</button>"
        ).format(
            "true" if self._open else "false",
            _("Every state in a table (Alt+T)"),
            _("Hide the table") if self._open else _("Show as table"),
        )
        return switch + (self._table(screen) if self._open else Markup(""))

    def toggle(self) -> None:
        """Open or close the table."""
        self._open = not self._open

    def sort(self, column: str) -> None:
        """Sort by a column: numbers largest first; a second click reverses the order."""
        if column in UnitRow._fields:
            self._order = self._order.clicked(column, text=column == "name")

    local_intents: ClassVar[Mapping[str, Callable[[Any, str], None]]] = {
        "toggle": lambda table, _: table.toggle(),
        "sort": lambda table, column: table.sort(column),
    }

    def _table(self, screen: Screen) -> Markup:
        column, falls = self._order
        key = UnitRow._fields.index(column)
        rows = sorted(_rows(screen), key=lambda row: row[key], reverse=falls)
        body = Markup("").join(_line(screen, row) for row in rows)
        return Markup(
            '<div class="page-scroll" tabindex="0" role="region" aria-label="{}">'
            '<table class="page-units"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
        ).format(
            _("All states"),
            self._order.heads((name, _(title)) for name, title in _COLUMNS),
            body,
        ) + csv_button(_("{election}: every state").format(election=screen.scenario.election.label))


def _rows(screen: Screen) -> list[UnitRow]:
    """Collect the rows of the table."""
    election = screen.scenario.election
    return [
        UnitRow(
            _(unit.name),
            unit.electors,
            ticket_name(election, screen.scenario.carrier(unit.id)),
            margin.points if (margin := _margin(election, unit.id)) else -1.0,
            unit.id,
        )
        for unit in election.units.values()
    ]


def _margin(election: Election, unit: str) -> Margin | None:
    votes = election.votes.get(unit)
    return votes.margin if votes else None


def _led(election: Election, row: UnitRow) -> str:
    """Say which ticket led on record, and by how much; another may carry the unit here."""
    margin = _margin(election, row.unit)
    return f"{ticket_name(election, margin.first)} +{margin.points:.1f}" if margin else ""


def _line(screen: Screen, row: UnitRow) -> Markup:
    """Render the row of one unit, with its choice of ticket."""
    election = screen.scenario.election
    carrier = screen.scenario.carrier(row.unit)
    choices = (
        (written_call(row.unit, ticket), ticket_name(election, ticket))
        for ticket in (*election.tickets, None)
    )
    changed = row.unit in screen.scenario.calls
    return Markup(
        '<tr id="ecx-row-{unit}"{mark}><th scope="row"><button type="button" class="page-text"'
        ' data-do="select" data-value="{unit}">{name}</button></th><td>{electors}</td>'
        '<td><select data-do="call" aria-label="{who}">{options}</select>{note}</td>'
        "<td>{lead}</td></tr>"
    ).format(
        unit=row.unit,
        name=row.name,
        who=_("Who wins {state}").format(state=row.name),
        electors=row.electors,
        options=options(choices, written_call(row.unit, carrier)),
        mark=Markup(' class="page-changed"') if changed else "",
        note=f" {_('changed')}" if changed else "",
        lead=_led(election, row),
    )
