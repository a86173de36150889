"""The controls at the top of the apportionment page: census, House size, method and minimum."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit.forms import house_size_control, select
from ecx.app.kit.intents import intent
from ecx.app.kit.pane import Pane
from ecx.app.pages.apportionment.calculator import Calculator, method_name
from ecx.app.pages.apportionment.calculator_link import read_number
from ecx.app.pages.apportionment.claim_words import number_of_seats
from ecx.app.pages.apportionment.paradox_cases import people_of
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.apportionment import Method
from ecx.apportionment.methods import method_named
from ecx.college.house_rules import LARGEST
from ecx.record.censuses import censuses
from ecx.say import _
from ecx.say.errors import EcxError

MOST_GUARANTEED = 3
"""Seats guaranteed to each place that the page offers; a link may ask for more."""


@intent
def _open_census(state: CalculatorState, text: str) -> None:
    state.open_census(read_number(text))


def _house(state: CalculatorState, text: str) -> None:
    try:
        seats = read_number(text)
    except EcxError as error:
        state.refuse(error)
    else:
        state.house(seats)


@intent
def _slide(state: CalculatorState, text: str) -> None:
    state.slide(read_number(text))


@intent
def _method(state: CalculatorState, text: str) -> None:
    state.method(method_named(text))


@intent
def _minimum(state: CalculatorState, text: str) -> None:
    state.minimum(read_number(text))


class Controls(Pane):
    """Sets census, House size, method and minimum."""

    css_class: ClassVar = "ecx-controls"

    intents: ClassVar[Mapping[str, Callable[[CalculatorState, str], None]]] = {
        "open_census": _open_census,
        "house": _house,
        "slide": _slide,
        "method": _method,
        "minimum": _minimum,
        "as_law": lambda state, _: state.as_law(),
        "leave_country": lambda state, _: state.leave_country(),
    }

    def view(self, screen: Calculator) -> Markup:
        """Render the controls in one line."""
        years: list[tuple[object, str]] = [(year, str(year)) for year in reversed(censuses())]
        if screen.made_up:
            years.insert(0, ("", people_of(screen)))
        methods = [(str(method), method_name(method)) for method in Method]
        guarantees = range(max(MOST_GUARANTEED, screen.minimum) + 1)
        return Markup(
            '<div class="page-form lab-controls" role="group" aria-label="{}"{}>{}{}{}{}{}</div>'
        ).format(
            _("The House"),
            Markup(" data-made-up") if screen.made_up else "",
            select("open_census", _("Census"), years, "" if screen.made_up else screen.census),
            house_size_control(screen.least, LARGEST, screen.house),
            select(
                "method",
                _("Method"),
                methods,
                str(screen.method),
            ),
            select(
                "minimum",
                _("Each state gets at least"),
                [(n, number_of_seats(n)) for n in guarantees],
                screen.minimum,
            ),
            _back(screen),
        )


def _back(screen: Calculator) -> Markup:
    """Render the button that restores the law's values."""
    if screen.made_up:
        return Markup(
            '<button type="button" class="page-button" data-do="leave_country">{}</button>'
        ).format(_("Back to {year}").format(year=screen.census))
    return Markup(
        '<button type="button" class="page-button" data-do="as_law"{}>{}</button>'
    ).format(Markup(' aria-disabled="true"') if screen.lawful else "", _("Use the law"))
