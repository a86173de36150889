"""Among whom seats are dealt, how many, how: the controls on top of the apportionment page."""

from collections.abc import Iterable

from markupsafe import Markup

from ecx.allotment import LARGEST
from ecx.app.apportionment_lab import Lab, method_name
from ecx.app.apportionment_state import lab_intents
from ecx.app.pane import Pane
from ecx.apportionment import Method
from ecx.tables import censuses

MOST_GUARANTEED = 3
"""Seats guaranteed to each place that the page offers; a link may ask for more."""


class Controls(Pane):
    """Sets census, House size, method and minimum."""

    intents = lab_intents("open_census", "house", "slide", "method", "minimum") | {
        "as_law": lambda state, _: state.as_law(),
        "leave_country": lambda state, _: state.leave_country(),
    }

    def view(self, screen: Lab) -> Markup:
        """Render the controls in one line."""
        years: list[tuple[object, str]] = [(year, str(year)) for year in reversed(censuses())]
        if screen.made_up:
            years.insert(0, ("", "a made-up country"))
        guarantees = range(max(MOST_GUARANTEED, screen.minimum) + 1)
        return Markup(
            '<div class="page-form lab-controls" role="group" aria-label="The House"{}>'
            "{}{}{}{}{}</div>"
        ).format(
            Markup(" data-made-up") if screen.made_up else "",
            _select("open_census", "Census", years, "" if screen.made_up else screen.census),
            _house(screen),
            _select(
                "method", "Method", [(str(m), method_name(m)) for m in Method], str(screen.method)
            ),
            _select(
                "minimum",
                "Each has at least",
                [(n, f"{n} seat{'' if n == 1 else 's'}") for n in guarantees],
                screen.minimum,
            ),
            _back(screen),
        )


def _house(screen: Lab) -> Markup:
    """Render the House size as a slider and as a number."""
    return Markup(
        '<label class="page-slider">House size<input type="range" data-do="house"'
        ' data-slide="slide" min="{0}" max="{1}" value="{2}"></label>'
        '<label class="lab-number">Seats<input type="number" inputmode="numeric" data-do="house"'
        ' min="{0}" max="{1}" value="{2}"></label>'
    ).format(screen.least, LARGEST, screen.house)


def _select(do: str, label: str, choices: Iterable[tuple[object, str]], chosen: object) -> Markup:
    options = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == chosen else "", name
        )
        for value, name in choices
    )
    return Markup('<label>{}<select data-do="{}">{}</select></label>').format(label, do, options)


def _back(screen: Lab) -> Markup:
    """Render the way back to what was."""
    if screen.made_up:
        return Markup(
            '<button type="button" class="page-button" data-do="leave_country">'
            "Back to the census of {}</button>"
        ).format(screen.census)
    return Markup(
        '<button type="button" class="page-button" data-do="as_law"{}>As the law had it</button>'
    ).format(Markup(' aria-disabled="true"') if screen.lawful else "")
