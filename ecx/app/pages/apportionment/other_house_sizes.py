"""A table of House sizes that would have changed an election, with links to the explorer."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.analysis.winner_by_house_size import (
    SizeResult,
    Stretch,
    WinnersByHouseSize,
    winners_by_house_size,
)
from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.pane import Pane
from ecx.app.kit.widget import PageState
from ecx.app.kit.words import count, listed
from ecx.app.pages.apportionment.calculator import Calculator
from ecx.college.house_rules import HouseRules
from ecx.college.scenario import Scenario
from ecx.link.address import Href, PageName, href
from ecx.link.query import record_link
from ecx.record.censuses import census_of
from ecx.record.elections import cycles, election
from ecx.say import _

SHOWN: Final = 4
"""Stretches of sizes that are shown of each election; the others are folded."""


@cache
def voted() -> tuple[int, ...]:
    """List the elections that have popular votes on record.

    Returns
    -------
    tuple of int
        Election years, earliest first.

    Examples
    --------
    >>> voted()[0], voted()[-1], len(voted())
    (1824, 2024, 51)
    """
    return tuple(cycle for cycle in cycles() if election(cycle).popular.total)


@cache
def winners_of(cycle: int) -> WinnersByHouseSize:
    """Find the House sizes that would have changed an election; results are cached.

    Parameters
    ----------
    cycle : int
        An election year of `voted`.

    Returns
    -------
    WinnersByHouseSize
        As `ecx.analysis.winner_by_house_size.winners_by_house_size` finds them.
    """
    return winners_by_house_size(election(cycle))


def explorer_link(cycle: int, house: int) -> Href:
    """Return a link to an election with another House size, every elector faithful.

    Parameters
    ----------
    cycle : int
        The election year.
    house : int
        Seats of the House.

    Returns
    -------
    Href
        An address relative to this page.

    Examples
    --------
    >>> explorer_link(2000, 492)
    'explorer?cycle=2000&cast=pledged&house=492'
    """
    faithful = Scenario(election(cycle)).as_pledged().faithful
    query = record_link(cycle, faithful=faithful, rules=HouseRules(size=house))
    return href(PageName.EXPLORER, query)


class OtherHouseSizes(Pane):
    """Lists elections, with the House sizes that change the winner.

    Parameters
    ----------
    state : PageState
        The state of the page.
    """

    css_class: ClassVar = "ecx-other-house-sizes"

    local_intents: ClassVar = {"every": lambda pane, _: pane.show_every()}

    def __init__(self, state: PageState) -> None:
        self._every = False
        super().__init__(state)

    def show_every(self) -> None:
        """Show all elections, which takes a second or two."""
        self._every = True

    def view(self, screen: Calculator) -> Markup:
        """Render the table: elections under the chosen census, or all."""
        near = [cycle for cycle in voted() if census_of(cycle) == screen.census]
        found = [winners_of(cycle) for cycle in reversed(voted() if self._every else near)]
        found.sort(key=lambda one: not one.others)
        more = (
            ""
            if self._every
            else Markup(
                '<p><button type="button" class="page-button" data-do="every">'
                "All {} elections with votes</button></p>"
            ).format(len(voted()))
        )
        return Markup(
            "<h2>What House size would have changed an election?</h2>"
            "<p>Every vote and every census as it was, every elector faithful, and a House of 50 "
            "to 1,000 seats by the law of the day. A size opens in the explorer.</p>{}{}{}"
        ).format(more, _said(found, every=self._every), _table(found))


def _said(found: list[WinnersByHouseSize], *, every: bool) -> Markup:
    """Say which elections depend on the size of the House."""
    turning = sorted(one.cycle for one in found if one.others)
    if not turning:
        return Markup("<p><b>{}</b></p>").format(
            "No size would have changed an election that rests on this census."
        )
    years = listed(str(cycle) for cycle in turning)
    among = f"Of {len(found)} elections, " if every else ""
    return Markup("<p><b>{}{} would have had another result.</b></p>").format(among, years)


def _table(found: Iterable[WinnersByHouseSize]) -> Markup:
    return Markup(
        '<div class="page-scroll" tabindex="0" role="region" aria-label="Elections by House size">'
        '<table class="page-votes lab-turns"><thead><tr><th scope="col">Election</th>'
        '<th scope="col">As it was, all faithful</th><th scope="col">Sizes that change it</th>'
        '<th scope="col">How many</th></tr></thead><tbody>{}</tbody></table></div>'
    ).format(Markup("").join(_row(one) for one in found)) + csv_button(_("Elections by House size"))


def _row(found: WinnersByHouseSize) -> Markup:
    """Render one election."""
    record = election(found.cycle)
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>').format(
        record.label,
        f"{found.was.house} seats: {_result(found.cycle, found.was)}",
        _sizes(found) if found.others else "none",
        f"{found.number} of {found.sizes}",
    )


def _sizes(found: WinnersByHouseSize) -> Markup:
    """Render the sizes; all but the first few are folded."""
    lines = list(_lines(found))
    first = Markup("<ul>{}</ul>").format(Markup("").join(lines[:SHOWN]))
    if len(lines) <= SHOWN:
        return first
    return Markup("{}<details><summary>{}</summary><ul>{}</ul></details>").format(
        first, f"{count(len(lines) - SHOWN, 'range')} more", Markup("").join(lines[SHOWN:])
    )


def _lines(found: WinnersByHouseSize) -> Iterator[Markup]:
    for stretch in found.others:
        yield Markup('<li><a href="{}">{}</a> {}</li>').format(
            explorer_link(found.cycle, stretch.first.house),
            _range(stretch),
            _result(found.cycle, stretch.first),
        )


def _range(stretch: Stretch) -> str:
    low, high = stretch.first.house, stretch.last.house
    return str(low) if low == high else f"{low} to {high:,}"


def _result(cycle: int, found: SizeResult) -> str:
    """Say who wins and with how many votes, or that nobody does."""
    short = election(cycle).short
    votes = " to ".join(str(number) for _, number in found.votes)
    if found.tie:
        return f"a tie at {found.votes[0][1]}"
    if found.winner is None:
        return f"no majority ({short(found.votes[0][0])} ahead, {votes})"
    return f"{short(found.winner)}, {votes}"
