"""The seats of one state after every census since 1790."""

from functools import cache
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit.chart import Numbers, Picture, StateChart
from ecx.app.kit.forms import select
from ecx.app.kit.pane import Pane
from ecx.app.kit.words import count
from ecx.app.pages.apportionment.calculator import Calculator, apportioned_populations, names
from ecx.app.pages.apportionment.state import calculator_intents
from ecx.figures.seats_by_census import Holding, seats_by_census
from ecx.record.censuses import censuses
from ecx.record.csv_rows import read_rows


@cache
def holdings(place: str) -> tuple[Holding, ...]:
    """List the seats that a state had by law after each census.

    Parameters
    ----------
    place : str
        Postal code.

    Returns
    -------
    tuple of Holding
        One for each census that gave it seats, earliest first; 1920 gave none to anybody.

    Examples
    --------
    >>> [(held.census, held.seats) for held in holdings("CA")][:2], holdings("CA")[-1].seats
    ([(1850, 2), (1860, 3)], 52)
    """
    return tuple(
        Holding(
            int(row["census"]),
            int(row["population"]) if row["population"] else None,
            int(row["seats"]),
            int(row["house"]),
        )
        for row in read_rows("populations")
        if row["place"] == place and row["seats"]
    )


class PlacePicker(Pane):
    """Chooses the state whose seats are drawn."""

    css_class: ClassVar = "ecx-place-picker"

    intents = calculator_intents("show_place")

    def view(self, screen: Calculator) -> Markup:
        """Render the choice."""
        places = ((place, names()[place]) for place in apportioned_populations(censuses()[-1]))
        return Markup("<h2>One state since 1790</h2>{}").format(
            select("show_place", "State ", places, screen.place)
        )


class SeatHistory(StateChart):
    """Draws the seats of a state.

    Parameters
    ----------
    state : CalculatorState
        The state of the page.
    """

    css_class: ClassVar = "ecx-seat-history"

    def draw(self, screen: Calculator) -> Picture:
        """Draw the seats of the chosen state after every census."""
        place: str = screen.place
        held = holdings(place)
        most = max(held, key=lambda holding: holding.seats)
        return Picture(
            seats_by_census(names()[place], held),
            f"{names()[place]} had {count(held[0].seats, 'seat')} after the census of "
            f"{held[0].census} and has {held[-1].seats} after that of {held[-1].census}; most, "
            f"{most.seats}, after that of {most.census}. After 1920 Congress did not apportion.",
            Numbers(
                ("Census", "People", "Seats", "Of", "Share, %", "People per seat"),
                tuple(_line(holding) for holding in held),
            ),
        )


def _line(held: Holding) -> tuple[object, ...]:
    known = held.people is not None
    return (
        held.census,
        f"{held.people:,}" if known else "not counted by itself",
        held.seats,
        held.house,
        f"{held.share:.1f}",
        f"{(held.people or 0) / held.seats:,.0f}" if known else "–",
    )
