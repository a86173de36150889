"""The paradox finder: a place loses a seat where it should not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.allotment import LARGEST
from ecx.app.apportionment_page.cases import CASES
from ecx.app.apportionment_page.lab import Lab, LabError, Search, counted, method_name
from ecx.app.apportionment_page.link import number
from ecx.app.apportionment_page.state import LabState, lab_intents
from ecx.app.forms import fields
from ecx.app.pane import Pane
from ecx.app.words import count, listed
from ecx.apportionment import (
    Change,
    Method,
    alabama_paradoxes,
    new_state_paradox,
    population_paradoxes,
)
from ecx.errors import EcxError
from ecx.tables import censuses

_KINDS: Final = {
    "sizes": "A larger House, a seat less (Alabama)",
    "state": "A state joins, others trade seats",
    "growth": "More growth, a seat less",
}


def _search_sizes(state: LabState, query: str) -> None:
    """Look through the House sizes of a form."""
    low, high = fields(query, "low", "high")
    state.search(lambda lab: _sizes(lab, number(low, "from"), number(high, "to")))


def _search_state(state: LabState, query: str) -> None:
    """Let the place of a form join."""
    place, people = fields(query, "joining", "people")
    state.search(lambda lab: _joined(lab, place.strip(), number(people, "its people")))


def _search_growth(state: LabState, query: str) -> None:
    """Set the census beside the earlier one of a form."""
    (since,) = fields(query, "since")
    state.search(lambda lab: replace(lab.search, kind="growth", since=number(since, "census")))


class Paradoxes(Pane):
    """Finds the three paradoxes in what is on the screen."""

    intents: ClassVar = lab_intents("show_case") | {
        "sizes": _search_sizes,
        "state": _search_state,
        "growth": _search_growth,
    }

    def view(self, screen: Lab) -> Markup:
        """Render the cases of history, the three forms, and what is found."""
        method = screen.method
        said = (
            f"By {method_name(method)}, as chosen above."
            if method is Method.HAMILTON
            else f"{method_name(method)} is a divisor method, and none of these can happen under "
            "it. Choose Hamilton above to find them."
        )
        return Markup(
            "<h2>Paradoxes</h2><p>{}</p>"
            '<div class="page-group lab-cases" role="group" aria-label="Cases of history">{}</div>'
            '<div class="lab-forms">{}{}{}</div>'
            '<div class="lab-found" role="status"><h3>{}</h3>{}</div>'
        ).format(
            said,
            _cases(),
            _sizes_form(screen.search),
            _state_form(screen.search),
            _growth_form(screen),
            _KINDS[screen.search.kind],
            _found(screen),
        )


def _sizes(lab: Lab, low: int, high: int) -> Search:
    """Take a range of House sizes."""
    if not lab.least <= low < high <= LARGEST:
        raise LabError(
            f"sizes from {low} to {high}; give two, rising, from {lab.least} to {LARGEST:,}"
        )
    return replace(lab.search, kind="sizes", low=low, high=high)


def _joined(lab: Lab, place: str, people: int) -> Search:
    """Take a place that joins."""
    if not place or people < 1:
        raise LabError("a place that joins needs a name and people; give both")
    return replace(lab.search, kind="state", joining=place, people=people)


def _cases() -> Markup:
    return Markup("").join(
        Markup(
            '<button type="button" class="page-button" data-do="show_case" data-value="{}">'
            "{}</button>"
        ).format(key, case.title)
        for key, case in CASES.items()
    )


def _form(do: str, body: Markup) -> Markup:
    return Markup(
        '<form class="page-form" data-do="{}" aria-label="{}"><b>{}</b>{}'
        '<button class="page-button">Find</button></form>'
    ).format(do, _KINDS[do], _KINDS[do], body)


def _field(name: str, label: str, value: object) -> Markup:
    return Markup(
        '<label>{}<input name="{}" value="{}" required autocomplete="off"></label>'
    ).format(label, name, value)


def _sizes_form(search: Search) -> Markup:
    return _form(
        "sizes",
        _field("low", "Seats from", search.low) + _field("high", "to", search.high),
    )


def _state_form(search: Search) -> Markup:
    return _form(
        "state",
        _field("joining", "Joins", search.joining)
        + _field("people", "its people", f"{search.people:,}"),
    )


def _growth_form(screen: Lab) -> Markup:
    """Render the choice of the census before; a made-up country has none."""
    if screen.made_up:
        return Markup("")
    years = [year for year in censuses() if year < screen.census]
    options = Markup("").join(
        Markup('<option value="{0}"{1}>{0}</option>').format(
            year, Markup(" selected") if year == _since(screen) else ""
        )
        for year in reversed(years)
    )
    label = Markup('<label>Since the census of<select name="since">{}</select></label>')
    return _form("growth", label.format(options)) if years else Markup("")


def _since(screen: Lab) -> int:
    """Tell from which census places grew: the one looked for, or the one before."""
    earlier = [year for year in censuses() if year < screen.census]
    return screen.search.since if screen.search.since in earlier else max(earlier, default=0)


def _found(screen: Lab) -> Markup:
    """Render what the search finds, or why it cannot be made."""
    try:
        lines = list(_FINDERS[screen.search.kind](screen))
    except EcxError as error:
        return Markup("<p>{}.</p>").format(error)
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<ul>{}</ul>").format(items) if lines else Markup("<p>None.</p>")


def _alabama(screen: Lab) -> Iterator[str]:
    search = screen.search
    sizes = range(max(screen.least, search.low), max(screen.least, search.high) + 1)
    yield from (
        f"{screen.name(found.loser.place)}: {found.loser.before} of {found.smaller} seats, "
        f"{found.loser.after} of {found.larger}."
        for found in alabama_paradoxes(screen.populations, sizes, screen.method, screen.minimum)
    )


def _new_state(screen: Lab) -> Iterator[str]:
    search = screen.search
    joining = {search.joining: search.people}
    found = new_state_paradox(
        screen.populations, joining, screen.house, screen.method, screen.minimum
    )
    if found is not None:
        yield (
            f"{screen.name(found.place)} joins with {count(found.added, 'seat')} more, "
            f"{found.size} in all: {_changes(screen, found.losers)}; "
            f"{_changes(screen, found.gainers)}."
        )


def _growth(screen: Lab) -> Iterator[str]:
    if screen.made_up:
        raise LabError("a made-up country has no census before; go back to a census")
    after, before = screen.populations, counted(_since(screen))
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


def _changes(screen: Lab, changes: tuple[Change, ...]) -> str:
    """Say whose seats change."""
    return listed(
        f"{screen.name(change.place)} has {change.after} instead of {change.before}"
        for change in changes
    )


_FINDERS: Final = {"sizes": _alabama, "state": _new_state, "growth": _growth}
