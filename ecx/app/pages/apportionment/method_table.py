"""A comparison of six methods: where they differ from the law, and who violates quota."""

from collections.abc import Mapping
from typing import ClassVar, Final, NamedTuple

from markupsafe import Markup

from ecx.app.kit.buttons import Button, group
from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.jump_list import heading
from ecx.app.kit.pane import Pane
from ecx.app.kit.widget import PageState
from ecx.app.pages.apportionment.calculator import Calculator, law_of, method_name
from ecx.app.pages.apportionment.claim_words import number_of_states
from ecx.apportionment import Apportionment, Method
from ecx.say import _, n_

ORDER: Final = (
    Method.JEFFERSON,
    Method.WEBSTER,
    Method.HUNTINGTON_HILL,
    Method.DEAN,
    Method.ADAMS,
    Method.HAMILTON,
)
"""Divisor methods from the most favorable to large places to the least, then Hamilton's."""


class Methods(Pane):
    """Compares the methods for this census or country and this House.

    Parameters
    ----------
    state : PageState
        The state of the page.
    """

    css_class: ClassVar = "ecx-methods"

    local_intents: ClassVar = {"which": lambda pane, value: pane.choose(value)}

    def __init__(self, state: PageState) -> None:
        self._all = False
        super().__init__(state)

    def choose(self, which: str) -> None:
        """Show all places, or only those on which the methods differ."""
        self._all = which == "all"

    def view(self, screen: Calculator) -> Markup:
        """Render the table."""
        found = {method: _column(screen, method) for method in ORDER}
        base = screen.method if screen.made_up else law_of(screen.census)[1]
        rows = [place for place in screen.populations if self._all or _differ(found, place)]
        heads = Markup("").join(_head(method, base) for method in ORDER)
        body = Markup("").join(_row(screen, found, place, base) for place in rows)
        return Markup(
            "{10}<p>{1} {2} {3}</p>{4}"
            '<div class="page-scroll" tabindex="0" role="region" aria-label="{0}">'
            '<table class="page-votes lab-methods"><thead><tr><th scope="col">{5}</th>'
            '<th scope="col">{6}</th>{7}</tr></thead><tbody>{8}</tbody>'
            "<tfoot>{9}</tfoot></table></div>"
        ).format(
            _("Methods side by side"),
            _differing(
                sum(_differ(found, place) for place in found[base].seats), len(found[base].seats)
            ),
            (
                _("Colored: not the same as under your method, {method}.")
                if screen.made_up
                else _("Colored: not the same as under the law’s method, {method}.")
            ).format(method=method_name(base)),
            _(
                "A dagger (†) marks a state outside its quota. It has fewer seats than the quota "
                "rounded down, or more than the quota rounded up."
            ),
            self._switch(),
            _("State"),
            _("Quota"),
            heads,
            body,
            _foot(found),
            heading(_("Methods side by side")),
        ) + csv_button(_("Methods side by side"))

    def _switch(self) -> Markup:
        """Render the buttons that choose the rows."""
        choices = (("differ", _("Where methods differ")), ("all", _("All states")))
        return group(
            _("Rows"),
            (
                Button(text, "which", value, pressed=(value == "all") is self._all)
                for value, text in choices
            ),
        )


class _Column(NamedTuple):
    """The results of one method.

    Attributes
    ----------
    seats : mapping of str to str
        Seats by place as they are read; a tie for one more is a question mark.
    outside : frozenset of str
        Places outside their quota.
    """

    seats: Mapping[str, str]
    outside: frozenset[str]


_Table = Mapping[Method, _Column]


def _column(screen: Calculator, method: Method) -> _Column:
    """Apportion by one method, once for all cells."""
    found = (
        screen.apportionment
        if method is screen.method
        else Apportionment(screen.populations, screen.house, method, screen.minimum)
    )
    tied = found.tie.places if found.tie else ()
    return _Column(
        {place: f"{n}{' ?' if place in tied else ''}" for place, n in found.seats.items()},
        frozenset(violation.place for violation in found.violations),
    )


def _differ(found: _Table, place: str) -> bool:
    """Tell whether two of the methods give a place different seats."""
    return len({column.seats[place] for column in found.values()}) > 1


def _differing(some: int, places: int) -> str:
    """Say how many places have other seats under another method."""
    if not some:
        return _("All methods give every state the same seats.")
    return n_(
        "{number} of {states} states gets a different number of seats under another method.",
        "{number} of {states} states get a different number of seats under another method.",
        some,
    ).format(number=some, states=places)


def _head(method: Method, base: Method) -> Markup:
    return Markup('<th scope="col"{}>{}</th>').format(
        Markup(' class="lab-base"') if method is base else "", method_name(method)
    )


def _row(screen: Calculator, found: _Table, place: str, base: Method) -> Markup:
    """Render the row of one place."""
    lawful = found[base].seats[place]
    cells = Markup("").join(_cell(found[method], place, lawful) for method in ORDER)
    return Markup('<tr><th scope="row">{}</th><td>{}</td>{}</tr>').format(
        screen.name(place), f"{float(screen.apportionment.quotas[place]):.3f}", cells
    )


def _cell(column: _Column, place: str, lawful: str) -> Markup:
    """Render the seats that a method gives, marked if they differ from the base method's."""
    return Markup("<td{}>{}{}</td>").format(
        Markup(' class="lab-other"') if column.seats[place] != lawful else "",
        column.seats[place],
        Markup('<abbr title="{}">†</abbr>').format(_("outside its quota"))
        if place in column.outside
        else "",
    )


def _foot(found: _Table) -> Markup:
    """Render how many places violate quota under each method."""
    return Markup('<tr><th scope="row">{}</th><td></td>{}</tr>').format(
        _("Outside the quota"),
        Markup("").join(
            Markup("<td>{}</td>").format(
                number_of_states(len(found[method].outside)) if found[method].outside else _("none")
            )
            for method in ORDER
        ),
    )
