"""The paradox finder: finds places that lose a seat where they should not."""

from collections.abc import Iterator
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.app.kit.buttons import Button, group
from ecx.app.kit.forms import fields, options
from ecx.app.kit.jump_list import heading
from ecx.app.kit.pane import Pane
from ecx.app.pages.apportionment.calculator import (
    Calculator,
    CalculatorError,
    Search,
    apportioned_populations,
    method_name,
)
from ecx.app.pages.apportionment.calculator_link import read_number
from ecx.app.pages.apportionment.claim_words import number_of_seats
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
from ecx.record.censuses import censuses
from ecx.say import _, phrase
from ecx.say.errors import EcxError, shown

_KINDS: Final = {
    "sizes": phrase("A bigger House can cost a state a seat"),
    "state": phrase("A new state can move other states’ seats"),
    "growth": phrase("A state can grow faster and still lose a seat"),
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
            _("You chose Hamilton’s method above. With it, all of these can happen.")
            if method is Method.HAMILTON
            else _(
                "{method} is a divisor method. None of these can happen with it. Choose Hamilton "
                "above to find them."
            ).format(method=method_name(method))
        )
        found, problem = _found(screen)
        return Markup(
            "{}<p>{}</p>"
            "{}"
            '<div class="lab-forms">{}</div>'
            '<div class="lab-found" role="status"><h3>{}</h3>{}</div>'
        ).format(
            heading(_("Paradoxes")),
            said,
            _cases(),
            _forms(screen, problem),
            _looked_for(screen.search),
            found,
        )


def _cases() -> Markup:
    buttons = (Button(_(case.title), "show_case", key) for key, case in CASES.items())
    return group(_("Examples from history"), buttons, "page-group lab-cases")


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
        '<form class="page-form" data-do="{0}" aria-label="{1}"><b>{1}</b>{2}'
        '<button class="page-button">{3}</button>{4}</form>'
    ).format(
        do,
        _(_KINDS[do]),
        body,
        _("Find"),
        Markup('<p role="alert" class="page-lines">{}</p>').format(problem) if problem else "",
    )


def _field(name: str, label: str, value: object) -> Markup:
    return Markup(
        '<label>{}<input name="{}" value="{}" required autocomplete="off"></label>'
    ).format(label, name, value)


def _sizes_fields(search: Search) -> Markup:
    return _field("low", _("From (seats)"), search.low) + _field(
        "high", _("To (seats)"), search.high
    )


def _state_fields(search: Search) -> Markup:
    return _field("joining", _("New state"), search.joining) + _field(
        "people", _("Its people"), search.people
    )


def _growth_fields(screen: Calculator) -> Markup:
    """Render the choice of the earlier census; without one there is nothing to choose."""
    earlier = [(year, str(year)) for year in reversed(_earlier(screen))]
    if not earlier:
        return Markup("")
    return Markup('<label>{}<select name="since">{}</select></label>').format(
        _("Since the census of"), options(earlier, _since(screen))
    )


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
        return _("A bigger House can cost a state a seat: {low} to {high} seats").format(
            low=search.low, high=search.high
        )
    if search.kind == "state":
        return _("A new state can move other states’ seats: {state}, {people} people").format(
            state=search.joining, people=search.people
        )
    return _(_KINDS["growth"])


def _found(screen: Calculator) -> tuple[Markup, str]:
    """Return the results of the search, and its error; one of the two is empty."""
    if screen.search.kind == "growth" and not _earlier(screen):
        return Markup("<p>{}</p>").format(_("There is no earlier census to compare with.")), ""
    try:
        lines = list(_FINDERS[screen.search.kind](screen))
    except EcxError as error:
        words = str(error)
        return Markup("<p>{}</p>").format(
            _("Nothing was searched.")
        ), f"{words[0].upper()}{words[1:]}."
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    if not lines:
        return Markup("<p>{}</p>").format(_("None found.")), ""
    return Markup("<ul>{}</ul>").format(items), ""


def _alabama(screen: Calculator) -> Iterator[str]:
    search = screen.search
    low, high = read_number(search.low), read_number(search.high)
    if not screen.least <= low < high <= LARGEST:
        raise CalculatorError(
            _("give two House sizes from {least} to {most}, the smaller one first").format(
                least=screen.least, most=f"{LARGEST:,}"
            )
        )
    sizes = range(low, high + 1)
    yield from (
        _("{state}: {before} of {smaller} seats, but {after} of {larger}.").format(
            state=screen.name(found.loser.place),
            before=found.loser.before,
            smaller=found.smaller,
            after=found.loser.after,
            larger=found.larger,
        )
        for found in alabama_paradoxes(screen.populations, sizes, screen.method, screen.minimum)
    )


def _new_state(screen: Calculator) -> Iterator[str]:
    search = screen.search
    people = read_number(search.people)
    if not search.joining or people < 1:
        raise CalculatorError(_("a new state needs a name and people; give both"))
    if len(search.joining) > LONGEST_NAME:
        raise CalculatorError(
            _("the name {name} is too long; give at most {most} characters").format(
                name=shown(search.joining), most=LONGEST_NAME
            )
        )
    found = new_state_paradox(
        screen.populations, {search.joining: people}, screen.house, screen.method, screen.minimum
    )
    if found is not None:
        joined = _("{state} joins with {seats}. The House now has {size}.").format(
            state=screen.name(found.place), seats=number_of_seats(found.added), size=found.size
        )
        yield f"{joined} {_changes(screen, (*found.losers, *found.gainers))}"


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
        " ".join(
            _("{state} grew by {percent} percent and went from {before} to {after} seats.").format(
                state=screen.name(change.place),
                percent=f"{100 * float(growth - 1):.2f}",
                before=change.before,
                after=change.after,
            )
            for change, growth in (
                (one.loser, one.loser_growth),
                (one.gainer, one.gainer_growth),
            )
        )
        for one in found
    )


def _changes(screen: Calculator, changes: tuple[SeatChange, ...]) -> str:
    """Say of each place how its seats change."""
    return " ".join(
        _("{state} has {after} instead of {before}.").format(
            state=screen.name(change.place), after=change.after, before=change.before
        )
        for change in changes
    )


_FINDERS: Final = {"sizes": _alabama, "state": _new_state, "growth": _growth}
