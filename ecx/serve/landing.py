"""The first page: what the app is, a card for each page, lessons and puzzles."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from markupsafe import Markup

from ecx.college.counted import Counted
from ecx.college.scenario import Scenario
from ecx.college.unit_id import place_of
from ecx.figures.thumbnail import GRID, bars_thumbnail, electors_thumbnail, thumbnail
from ecx.link.address import Href, PageName, comparison, href
from ecx.link.query import record_link
from ecx.maps.drawing import drawing
from ecx.record.elections import cycles, election, latest
from ecx.say import _, phrase
from ecx.serve import pages


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """A lesson for a class.

    Attributes
    ----------
    title : str
        What it is called.
    minutes : int
        How long it takes.
    grades : str
        For whom, ``"7–12"``.
    text : str
        What students do.
    link : Href
        The page that it starts on.
    """

    title: str
    minutes: int
    grades: str
    text: str
    link: Href


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A question that a student answers on a map.

    Attributes
    ----------
    text : str
        The question.
    link : Href
        The map to start from.
    """

    text: str
    link: Href


def is_own(served: Iterable[pages.Page]) -> bool:
    """Whether the server has every page of the package, so that lessons may lead to them.

    Parameters
    ----------
    served : iterable of ecx.serve.pages.Page
        The pages of the server.

    Returns
    -------
    bool
        True if none is missing.

    Examples
    --------
    >>> is_own(())
    False
    """
    return {page.name for page in served} >= set(PageName)


def lessons() -> list[LessonPlan]:
    """List the lessons, the first one first.

    Returns
    -------
    list of LessonPlan
        Six, each on one page.

    Examples
    --------
    >>> [lesson.minutes for lesson in lessons()][:2]
    [20, 30]
    """
    now, before = latest(), _before()
    explorer, compare = PageName.EXPLORER, PageName.COMPARE
    changes = comparison(record_link(before), record_link(now))
    return [
        LessonPlan(
            _("The road to 270"),
            20,
            "5–8",
            _("Find three ways to win. Which states does every way need?"),
            href(explorer, record_link(now)),
        ),
        LessonPlan(
            _("A president who lost the popular vote"),
            30,
            "7–12",
            _("It has happened five times. Find the elections, and find out how."),
            href(PageName.HISTORY),
        ),
        LessonPlan(
            _("When nobody wins"),
            30,
            "7–12",
            _("In 1824 nobody got a majority. Count the votes and see who decided."),
            href(explorer, record_link(1824)),
        ),
        LessonPlan(
            _("A broken promise"),
            45,
            "8–12",
            _("Electors can break their pledge. Read the cases and the laws."),
            href(PageName.FAITHLESS),
        ),
        LessonPlan(
            _("Sharing the House"),
            45,
            "8–12",
            _("How many seats does each state get? Try six ways to round a number."),
            href(PageName.APPORTIONMENT),
        ),
        LessonPlan(
            _("What changed in four years?"),
            20,
            "6–12",
            _("Put the last two elections side by side. Which states switched?"),
            href(compare, changes),
        ),
    ]


def puzzles() -> list[Puzzle]:
    """List the puzzles.

    Returns
    -------
    list of Puzzle
        Each starts in the explorer.

    Examples
    --------
    >>> puzzles()[0].link.startswith("explorer?cycle=")
    True
    """
    return [
        Puzzle(_(text), href(PageName.EXPLORER, record_link(cycle or latest())))
        for text, cycle in _PUZZLES
    ]


_PUZZLES: Final = (
    (phrase("Make a map where nobody wins."), 0),
    (phrase("Win with the fewest states."), 0),
    (phrase("Change the winner of 2000 with one state."), 2000),
    (phrase("Find the one elector who did not vote for Monroe."), 1820),
    (phrase("Find the states that split their electors in 1860."), 1860),
)


def picture(page: str) -> Markup:
    """Draw the picture of a page's card, from the record.

    Parameters
    ----------
    page : str
        The name of a page; one that is not the package's own has no picture.

    Returns
    -------
    markupsafe.Markup
        SVG elements, or nothing.

    Examples
    --------
    >>> picture("explorer").count("<svg"), picture("compare").count("<svg"), picture("mine")
    (1, 2, Markup(''))
    """
    draw = _PICTURES.get(page)
    return draw() if draw else Markup()


def _before() -> int:
    """Return the election before the latest."""
    return cycles()[cycles().index(latest()) - 1]


@cache
def _map(cycle: int, grid: int = GRID) -> Markup:
    return thumbnail(Counted(Scenario(election(cycle))), drawing(cycle), grid)


def _maps(*wanted: int) -> Markup:
    return Markup("").join(_map(cycle) for cycle in wanted)


def _electors() -> Markup:
    """Draw the twelve electors of Washington in 2016, four of whom broke their pledge."""
    return electors_thumbnail(Counted(Scenario(election(2016))), "WA", 6)


def _seats() -> Markup:
    """Draw how many House seats each state has."""
    electors: Counter[str] = Counter()
    for unit, allotted in election(latest()).units.items():
        electors[place_of(unit)] += allotted.electors
    return bars_thumbnail([number - 2 for place, number in electors.items() if place != "DC"])


_FINE: Final = 3
"""Width of the grid for the large picture."""

_PICTURES: Final[Mapping[str, Callable[[], Markup]]] = {
    PageName.EXPLORER: lambda: _map(latest(), _FINE),
    PageName.HISTORY: lambda: _maps(1789, 1860, 1932, 1984),
    PageName.COMPARE: lambda: _maps(_before(), latest()),
    PageName.FAITHLESS: _electors,
    PageName.APPORTIONMENT: _seats,
}
