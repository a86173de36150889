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
from ecx.app.kit.jump_list import heading
from ecx.app.kit.pane import Pane
from ecx.app.kit.widget import PageState
from ecx.app.kit.words import listed
from ecx.app.pages.apportionment.calculator import Calculator
from ecx.app.pages.apportionment.claim_words import number_of_seats
from ecx.college.house_rules import HouseRules
from ecx.college.scenario import Scenario
from ecx.link.address import Href, PageName, href
from ecx.link.query import record_link
from ecx.record.censuses import census_of
from ecx.record.elections import cycles, election
from ecx.say import _, n_

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
                '<p><button type="button" class="page-button" data-do="every">{}</button></p>'
            ).format(_("All {number} elections").format(number=len(voted())))
        )
        return Markup("{}<p>{}</p>{}{}{}").format(
            heading(_("Could a different House have changed an election?")),
            _(
                "What if the House had a different number of seats? We tried 50 to 1,000, shared "
                "by the law of the time. All votes stay as they were, and all electors keep their "
                "pledge. Click a size to see the map."
            ),
            more,
            _said(found, every=self._every),
            _table(found),
        )


def _said(found: list[WinnersByHouseSize], *, every: bool) -> Markup:
    """Say which elections depend on the size of the House."""
    turning = sorted(one.cycle for one in found if one.others)
    if not turning:
        return Markup("<p><b>{}</b></p>").format(
            _("No House size would have changed an election under this census.")
        )
    years = listed(str(cycle) for cycle in turning)
    said = (
        _("Of {number} elections, these could have ended differently: {years}.")
        if every
        else _("These elections could have ended differently: {years}.")
    )
    return Markup("<p><b>{}</b></p>").format(said.format(number=len(found), years=years))


def _table(found: Iterable[WinnersByHouseSize]) -> Markup:
    return Markup(
        '<div class="page-scroll" tabindex="0" role="region" aria-label="{}">'
        '<table class="page-votes lab-turns"><thead><tr><th scope="col">{}</th>'
        '<th scope="col">{}</th><th scope="col">{}</th>'
        '<th scope="col">{}</th></tr></thead><tbody>{}</tbody></table></div>'
    ).format(
        _("Elections by House size"),
        _("Election"),
        _("With all pledges kept"),
        _("Sizes that change it"),
        _("How many"),
        Markup("").join(_row(one) for one in found),
    ) + csv_button(_("Elections by House size"))


def _row(found: WinnersByHouseSize) -> Markup:
    """Render one election."""
    record = election(found.cycle)
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>').format(
        record.label,
        _("{seats}: {result}").format(
            seats=number_of_seats(found.was.house), result=_result(found.cycle, found.was)
        ),
        _sizes(found) if found.others else _("none"),
        _("{number} of {all}").format(number=found.number, all=found.sizes),
    )


def _sizes(found: WinnersByHouseSize) -> Markup:
    """Render the sizes; all but the first few are folded."""
    lines = list(_lines(found))
    first = Markup("<ul>{}</ul>").format(Markup("").join(lines[:SHOWN]))
    if len(lines) <= SHOWN:
        return first
    return Markup("{}<details><summary>{}</summary><ul>{}</ul></details>").format(
        first, _more(len(lines) - SHOWN), Markup("").join(lines[SHOWN:])
    )


def _more(number: int) -> str:
    return n_("{number} more range", "{number} more ranges", number).format(number=number)


def _lines(found: WinnersByHouseSize) -> Iterator[Markup]:
    for stretch in found.others:
        yield Markup('<li><a href="{}">{}</a> {}</li>').format(
            explorer_link(found.cycle, stretch.first.house),
            _range(stretch),
            _result(found.cycle, stretch.first),
        )


def _range(stretch: Stretch) -> str:
    low, high = stretch.first.house, stretch.last.house
    if low == high:
        return str(low)
    return _("{low} to {high}").format(low=low, high=f"{high:,}")


def _result(cycle: int, found: SizeResult) -> str:
    """Say who wins and with how many votes, or that nobody does."""
    short = election(cycle).short
    votes = "–".join(str(number) for _person, number in found.votes)
    if found.tie:
        return _("a tie, {votes}").format(votes=votes)
    if found.winner is None:
        return _("no majority, {name} ahead, {votes}").format(
            name=short(found.votes[0][0]), votes=votes
        )
    return _("{name} wins, {votes}").format(name=short(found.winner), votes=votes)
