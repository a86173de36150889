"""People per House seat and per elector, as a map and a ranking."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, NamedTuple

from markupsafe import Markup

from ecx.app.kit.chart import Numbers, Picture, StateChart
from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.jump_list import heading
from ecx.app.kit.pane import Pane
from ecx.app.kit.sorting import Order
from ecx.app.kit.widget import PageState
from ecx.app.pages.apportionment.calculator import Calculator, cycle_of
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.college.house_rules import CAPITAL, SENATORS
from ecx.figures.density import density
from ecx.maps.drawing import drawing
from ecx.record.censuses import district_people
from ecx.say import _, phrase


@dataclass(frozen=True, slots=True)
class Representation:
    """A place with its people, seats and electors.

    Attributes
    ----------
    place, name : str
        Its code, or its name in a made-up country, and as it is spoken.
    people : int
        Persons.
    seats : int
        Its seats; none in the District of Columbia.
    electors : int
        Its seats and two.
    """

    place: str
    name: str
    people: int
    seats: int
    electors: int

    @property
    def per_seat(self) -> float | None:
        """People per seat."""
        return self.people / self.seats if self.seats else None

    @property
    def per_elector(self) -> float:
        """People per elector."""
        return self.people / self.electors


def representations(screen: Calculator) -> list[Representation]:
    """List all places with their people, seats and electors.

    Parameters
    ----------
    screen : Calculator
        What is on the screen.

    Returns
    -------
    list of Representation
        In the order of the populations; since 1960 with the District of Columbia, which has as
        many electors as the least populous state (Amendment XXIII).

    Examples
    --------
    >>> from ecx.app.pages.apportionment.calculator import opened_census
    >>> found = {row.place: row for row in representations(opened_census(2020))}
    >>> round(found["WY"].per_seat), round(found["WY"].per_elector), found["DC"].electors
    (577719, 192573, 3)
    """
    seats = screen.apportionment.seats
    rows = [
        Representation(place, screen.name(place), people, seats[place], seats[place] + SENATORS)
        for place, people in screen.populations.items()
    ]
    if not screen.made_up and (district := district_people(screen.census).get(CAPITAL)):
        least = min(rows, key=lambda row: row.people)
        rows.append(Representation(CAPITAL, screen.name(CAPITAL), district, 0, least.electors))
    return rows


class _Words(NamedTuple):
    """What the map of one number says.

    Attributes
    ----------
    title, unit, column : str
        Of the map, of its scale, and of the column of its table.
    summary : str
        Where the number is lowest and highest.
    """

    title: str
    unit: str
    column: str
    summary: str


_WORDS: Final = {
    "seat": _Words(
        phrase("People per House seat: {house} seats, census of {census}"),
        phrase("people per seat"),
        phrase("People per seat"),
        phrase(
            "{low} has the fewest people for each seat: {fewest}. {high} has the most: {most}. "
            "That is {ratio} times as many."
        ),
    ),
    "elector": _Words(
        phrase("People per elector: {house} House seats, census of {census}"),
        phrase("people per elector"),
        phrase("People per elector"),
        phrase(
            "{low} has the fewest people for each elector: {fewest}. {high} has the most: {most}. "
            "That is {ratio} times as many."
        ),
    ),
}


class PeopleMap(StateChart):
    """Colors each state by its people per seat or per elector.

    Parameters
    ----------
    state : CalculatorState
        The state of the page.
    per_elector : bool
        Whether people are counted per elector.
    """

    css_class: ClassVar = "ecx-people-map"

    def __init__(self, state: CalculatorState, *, per_elector: bool = False) -> None:
        self._per = "elector" if per_elector else "seat"
        super().__init__(state)

    def draw(self, screen: Calculator) -> Picture | None:
        """Draw the map for the chosen number."""
        # The map is slow to draw, so it waits until the slider is released. A made-up country
        # has no outlines: the page hides the map of the previous census.
        if screen.sliding or screen.made_up:
            return None
        rows = [row for row in representations(screen) if self._value(row) is not None]
        words = _WORDS[self._per]
        values = {row.place: float(self._value(row) or 0) for row in rows}
        figure = density(
            values,
            drawing(cycle_of(screen.census)),
            _(words.title).format(house=screen.house, census=screen.census),
            _(words.unit),
        )
        return Picture(figure, self._summary(rows), self._numbers(rows))

    def _value(self, row: Representation) -> float | None:
        return row.per_elector if self._per == "elector" else row.per_seat

    def _summary(self, rows: list[Representation]) -> str:
        """Name the states with the highest and the lowest number."""
        ordered = sorted(rows, key=lambda row: self._value(row) or 0)
        few, many = ordered[0], ordered[-1]
        ratio = (self._value(many) or 0) / (self._value(few) or 1)
        return _(_WORDS[self._per].summary).format(
            low=few.name,
            fewest=f"{self._value(few):,.0f}",
            high=many.name,
            most=f"{self._value(many):,.0f}",
            ratio=f"{ratio:.1f}",
        )

    def _numbers(self, rows: list[Representation]) -> Numbers:
        return Numbers(
            (_("State"), _(_WORDS[self._per].column)),
            tuple((row.name, f"{self._value(row):,.0f}") for row in rows),
        )


_Key = Callable[[Representation], Any]
_COLUMNS: Final[Mapping[str, tuple[str, _Key]]] = {
    "name": (phrase("State"), lambda row: row.name),
    "people": (phrase("People"), lambda row: row.people),
    "seats": (phrase("Seats"), lambda row: row.seats),
    "per_seat": (phrase("People per seat"), lambda row: row.per_seat or 0),
    "electors": (phrase("Electors"), lambda row: row.electors),
    "per_elector": (phrase("People per elector"), lambda row: row.per_elector),
}


class Ranking(Pane):
    """Ranks the places by a column.

    Parameters
    ----------
    state : PageState
        The state of the page.
    """

    css_class: ClassVar = "ecx-ranking"

    local_intents: ClassVar = {"sort": lambda pane, value: pane.sort(value)}

    def __init__(self, state: PageState) -> None:
        self._order = Order("per_seat", falls=True)
        super().__init__(state)

    def sort(self, column: str) -> None:
        """Sort by a column: numbers largest first; a second click reverses the order."""
        if column in _COLUMNS:
            self._order = self._order.clicked(column, text=column == "name")

    def view(self, screen: Calculator) -> Markup:
        """Render the table."""
        column, falls = self._order
        rows = sorted(representations(screen), key=_COLUMNS[column][1], reverse=falls)
        heads = self._order.heads((name, _(title)) for name, (title, _key) in _COLUMNS.items())
        return Markup(
            "{3}"
            '<div class="page-scroll" tabindex="0" role="region" aria-label="{0}">'
            '<table class="page-units lab-ranking"><thead><tr><th scope="col">#</th>{1}</tr>'
            "</thead><tbody>{2}</tbody></table></div>"
        ).format(
            _("How many people share a seat or an elector?"),
            heads,
            Markup("").join(_row(n, row) for n, row in enumerate(rows, start=1)),
            heading(_("How many people share a seat or an elector?")),
        ) + csv_button(_("People for each seat and elector"))


def _row(number: int, row: Representation) -> Markup:
    """Render the row of one place."""
    per_seat = "–" if row.per_seat is None else f"{row.per_seat:,.0f}"
    cells = (f"{row.people:,}", row.seats, per_seat, row.electors, f"{row.per_elector:,.0f}")
    return Markup('<tr><td>{}</td><th scope="row">{}</th>{}</tr>').format(
        number, row.name, Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
    )
