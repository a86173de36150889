"""The paradox finder: finds places that lose a seat where they should not."""

from collections.abc import Iterator
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.app.kit.buttons import Button, group
from ecx.app.kit.forms import fields, options
from ecx.app.kit.pane import Pane
from ecx.app.kit.words import count, listed
from ecx.app.pages.apportionment.calculator import (
    Calculator,
    CalculatorError,
    Search,
    apportioned_populations,
    method_name,
)
from ecx.app.pages.apportionment.calculator_link import read_number
from ecx.app.pages.apportionment.country import LONGEST_NAME, place_name
from ecx.app.pages.apportionment.paradox_cases import CASES
from ecx.app.pages.apportionment.state import CalculatorState, calculator_intents
from ecx.apportionment import (
    Method,
    SeatChange,
    alabama_paradoxes,
    new_state_paradox,
    population_paradoxes,
)
from ecx.college.house_rules import LARGEST
from ecx.errors import EcxError, shown
from ecx.record.censuses import censuses

_KINDS: Final = {
    "sizes": "A larger House, a seat less (Alabama)",
    "state": "A state joins, others trade seats",
    "growth": "More growth, a seat less",
}


def _search_sizes(state: CalculatorState, query: str) -> None:
    """Search a range of House sizes, from a form."""
    low, high = fields(query, "low", "high")
    state.search("sizes", low=low, high=high)


def _search_state(state: CalculatorState, query: str) -> None:
    """Search the effect of a new state, from a form."""
    place, people = fields(query, "joining", "people")
    state.search("state", joining=place_name(place), people=people)


def _search_growth(state: CalculatorState, query: str) -> None:
    """Compare the census with the earlier one chosen in a form."""
    (since,) = fields(query, "since")
    state.search("growth", since=since)


class Paradoxes(Pane):
    """Finds the three paradoxes for the census or country on the screen."""

    css_class: ClassVar = "ecx-paradoxes"

    intents: ClassVar = calculator_intents("show_case") | {
        "sizes": _search_sizes,
        "state": _search_state,
        "growth": _search_growth,
    }

    def view(self, screen: Calculator) -> Markup:
        """Render the historical cases, the three forms, and the results."""
        method = screen.method
        said = (
            f"By {method_name(method)}, as chosen above."
            if method is Method.HAMILTON
            else f"{method_name(method)} is a divisor method, and none of these can happen under "
            "it. Choose Hamilton above to find them."
        )
        found, problem = _found(screen)
        return Markup(
            "<h2>Paradoxes</h2><p>{}</p>"
            "{}"
            '<div class="lab-forms">{}</div>'
            '<div class="lab-found" role="status"><h3>{}</h3>{}</div>'
        ).format(said, _cases(), _forms(screen, problem), _looked_for(screen.search), found)


def _cases() -> Markup:
    buttons = (Button(case.title, "show_case", key) for key, case in CASES.items())
    return group("Cases of history", buttons, "page-group lab-cases")


def _forms(screen: Calculator, problem: str) -> Markup:
    """Render the forms; the submitted one shows its error."""
    bodies = {
        "sizes": _sizes_fields(screen.search),
        "state": _state_fields(screen.search),
        "growth": _growth_fields(screen),
    }
    return Markup("").join(
        _form(do, body, problem if do == screen.search.kind else "")
        for do, body in bodies.items()
        if body
    )


def _form(do: str, body: Markup, problem: str) -> Markup:
    """Render a form."""
    return Markup(
        '<form class="page-form" data-do="{}" aria-label="{}"><b>{}</b>{}'
        '<button class="page-button">Find</button>{}</form>'
    ).format(
        do,
        _KINDS[do],
        _KINDS[do],
        body,
        Markup('<p role="alert" class="page-lines">{}</p>').format(problem) if problem else "",
    )


def _field(name: str, label: str, value: object) -> Markup:
    return Markup(
        '<label>{}<input name="{}" value="{}" required autocomplete="off"></label>'
    ).format(label, name, value)


def _sizes_fields(search: Search) -> Markup:
    return _field("low", "Seats from", search.low) + _field("high", "to", search.high)


def _state_fields(search: Search) -> Markup:
    return _field("joining", "Joins", search.joining) + _field(
        "people", "its people", search.people
    )


def _growth_fields(screen: Calculator) -> Markup:
    """Render the choice of the earlier census; without one there is nothing to choose."""
    earlier = [(year, str(year)) for year in reversed(_earlier(screen))]
    label = Markup('<label>Since the census of<select name="since">{}</select></label>')
    return label.format(options(earlier, _since(screen))) if earlier else Markup("")


def _earlier(screen: Calculator) -> list[int]:
    """List the earlier censuses to compare with; a made-up country has none."""
    return [] if screen.made_up else [year for year in censuses() if year < screen.census]


def _since(screen: Calculator) -> int:
    """Return the earlier census: the chosen one, or else the one before."""
    earlier = _earlier(screen)
    asked = [year for year in earlier if str(year) == screen.search.since]
    return (asked or [max(earlier, default=0)])[0]


def _looked_for(search: Search) -> str:
    """Describe the search, so that its results are not taken for those of another."""
    if search.kind == "sizes":
        return f"{_KINDS['sizes']}: {search.low} to {search.high} seats"
    if search.kind == "state":
        return f"{_KINDS['state']}: {search.joining}, {search.people} people"
    return _KINDS["growth"]


def _found(screen: Calculator) -> tuple[Markup, str]:
    """Return the results of the search, and its error; one of the two is empty."""
    if screen.search.kind == "growth" and not _earlier(screen):
        return Markup("<p>There is no census before, from which places could have grown.</p>"), ""
    try:
        lines = list(_FINDERS[screen.search.kind](screen))
    except EcxError as error:
        words = str(error)
        return Markup("<p>Not searched.</p>"), f"{words[0].upper()}{words[1:]}."
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<ul>{}</ul>").format(items) if lines else Markup("<p>None.</p>"), ""


def _alabama(screen: Calculator) -> Iterator[str]:
    search = screen.search
    low, high = read_number(search.low, "from"), read_number(search.high, "to")
    if not screen.least <= low < high <= LARGEST:
        raise CalculatorError(
            f"sizes from {low:,} to {high:,}; give two, rising, from {screen.least} to {LARGEST:,}"
        )
    sizes = range(low, high + 1)
    yield from (
        f"{screen.name(found.loser.place)}: {found.loser.before} of {found.smaller} seats, "
        f"{found.loser.after} of {found.larger}."
        for found in alabama_paradoxes(screen.populations, sizes, screen.method, screen.minimum)
    )


def _new_state(screen: Calculator) -> Iterator[str]:
    search = screen.search
    people = read_number(search.people, "its people")
    if not search.joining or people < 1:
        raise CalculatorError("a place that joins needs a name and people; give both")
    if len(search.joining) > LONGEST_NAME:
        raise CalculatorError(
            f"the name {shown(search.joining)} is too long; give at most {LONGEST_NAME} characters"
        )
    found = new_state_paradox(
        screen.populations, {search.joining: people}, screen.house, screen.method, screen.minimum
    )
    if found is not None:
        yield (
            f"{screen.name(found.place)} joins with {count(found.added, 'seat')} more, "
            f"{found.size} in all: {_changes(screen, found.losers)}; "
            f"{_changes(screen, found.gainers)}."
        )


def _growth(screen: Calculator) -> Iterator[str]:
    after, before = screen.populations, apportioned_populations(_since(screen))
    both = [place for place in after if place in before]
    found = population_paradoxes(
        {place: before[place] for place in both},
        {place: after[place] for place in both},
        screen.house,
        screen.method,
        screen.minimum,
    )
    yield from (
        f"{_changes(screen, (one.loser,))}, though it grew by "
        f"{100 * float(one.loser_growth - 1):.2f} percent; {_changes(screen, (one.gainer,))}, "
        f"with {100 * float(one.gainer_growth - 1):.2f} percent."
        for one in found
    )


def _changes(screen: Calculator, changes: tuple[SeatChange, ...]) -> str:
    """List the places whose seats change."""
    return listed(
        f"{screen.name(change.place)} has {change.after} instead of {change.before}"
        for change in changes
    )


_FINDERS: Final = {"sizes": _alabama, "state": _new_state, "growth": _growth}
