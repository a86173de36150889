"""The seats of one state after every census since 1790."""

from functools import cache
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.app.kit.chart import Numbers, Picture, StateChart
from ecx.app.kit.forms import select
from ecx.app.kit.jump_list import heading
from ecx.app.kit.pane import Pane
from ecx.app.pages.apportionment.calculator import Calculator, apportioned_populations, names
from ecx.app.pages.apportionment.claim_words import number_of_seats
from ecx.app.pages.apportionment.state import calculator_intents
from ecx.figures.seats_by_census import Holding, seats_by_census
from ecx.record.censuses import censuses
from ecx.record.csv_rows import read_rows
from ecx.say import _, phrase


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


_COLUMNS: Final = (
    phrase("Census"),
    phrase("People"),
    phrase("Seats"),
    phrase("House size"),
    phrase("Share (%)"),
    phrase("People per seat"),
)


class PlacePicker(Pane):
    """Chooses the state whose seats are drawn."""

    css_class: ClassVar = "ecx-place-picker"

    intents = calculator_intents("show_place")

    def view(self, screen: Calculator) -> Markup:
        """Render the choice."""
        places = ((place, _(names()[place])) for place in apportioned_populations(censuses()[-1]))
        return Markup("{}{}").format(
            heading(_("One state since 1790")),
            select("show_place", _("State"), places, screen.place),
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
            seats_by_census(_(names()[place]), held),
            _(
                "{state} had {first} after the census of {then}. After the census of {now} it has "
                "{last}. It had the most, {most}, after the census of {peak}. After 1920 Congress "
                "did not share the seats again."
            ).format(
                state=_(names()[place]),
                first=number_of_seats(held[0].seats),
                then=held[0].census,
                now=held[-1].census,
                last=number_of_seats(held[-1].seats),
                most=number_of_seats(most.seats),
                peak=most.census,
            ),
            Numbers(
                tuple(map(_, _COLUMNS)),
                tuple(_line(holding) for holding in held),
            ),
        )


def _line(held: Holding) -> tuple[object, ...]:
    known = held.people is not None
    return (
        held.census,
        f"{held.people:,}" if known else _("not counted separately"),
        held.seats,
        held.house,
        f"{held.share:.1f}",
        f"{(held.people or 0) / held.seats:,.0f}" if known else "–",
    )
