"""The lesson on faithless electors: widgets that a notebook displays between its text."""

from functools import cached_property
from pathlib import Path

from ipywidgets import DOMWidget
from markupsafe import Markup

from ecx.app.kit.boxes import Box, Prose
from ecx.app.kit.citation import Citation
from ecx.app.kit.counters import Counters
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.frame import Frame, sheets
from ecx.app.kit.nav import Nav
from ecx.app.kit.notices import Notices
from ecx.app.kit.outcome import SITE
from ecx.app.kit.pledges_chart import pledges_chart
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.faithless.cases import at_a_glance, case_table, how_many, why_they_did_it
from ecx.app.pages.faithless.contents import contents
from ecx.app.pages.faithless.election_picker import ElectionPicker
from ecx.app.pages.faithless.known_cases import LESSON
from ecx.app.pages.faithless.law import LawMap, LawTable, LawYears
from ecx.app.pages.faithless.preset_cards import preset_cards
from ecx.app.pages.faithless.questions import questions
from ecx.link.address import PageName
from ecx.record.opening import scenario
from ecx.record.origins import faithless_sources
from ecx.say import _


class LessonFrame(Frame):
    """The frame of this page, with its style sheets."""

    _css = sheets(Path(__file__).parent)

    def citation(self, screen: Screen) -> Citation:  # noqa: ARG002 - it is of all elections
        """Return the title of the lesson, and the sources of its cases."""
        return Citation(_("Faithless electors"), "", faithless_sources())

    def titled(self, screen: Screen) -> str:
        """Name the election whose law and counters are shown."""
        year = screen.scenario.election.label
        return _("{year} · Faithless electors – {site}").format(year=year, site=_(SITE))


def faithless(cycle: int = LESSON) -> "Lesson":
    """Build the lesson on faithless electors; a notebook shows its pieces one by one.

    Parameters
    ----------
    cycle : int, default 2016
        The election whose law and counters are shown first, its electors as pledged.

    Returns
    -------
    Lesson
        The pieces.

    Raises
    ------
    UnknownCycleError
        If there was no election in that year.

    Examples
    --------
    >>> lesson = faithless()
    >>> len(lesson.law.children)
    3
    """
    return Lesson(AppState(scenario(cycle).as_pledged()))


class Lesson:
    """The widgets of the lesson; all share one state.

    Each is built when it is asked for, so that the first is on the page before the last is made.

    Parameters
    ----------
    state : AppState
        The state of the page.
    """

    def __init__(self, state: AppState) -> None:
        self._state = state

    @cached_property
    def glance(self) -> Box:
        """The navigation bar, the link, the main numbers, and a link to each section."""
        top = Box([LessonFrame(self._state)], "ecx-top")
        return _piece(
            Nav(self._state, PageName.FAITHLESS),
            top,
            Notices(self._state),
            at_a_glance(),
            contents(),
        )

    @cached_property
    def cases(self) -> Box:
        """Every known case, a time line, the reasons, and folded, the published counts."""
        return _piece(case_table(), pledges_chart(cycle_summaries()), why_they_did_it(), how_many())

    @cached_property
    def law(self) -> Box:
        """Each place's law: the choice of the election, a map and a table."""
        return _piece(LawYears(self._state), LawMap(self._state), LawTable(self._state))

    @cached_property
    def questions(self) -> Box:
        """Questions for a class, with folded answers."""
        return _piece(questions())

    @cached_property
    def counters(self) -> Box:
        """How many electors can change the result, in any election."""
        return _piece(ElectionPicker(self._state), Counters(self._state))

    @cached_property
    def presets(self) -> Box:
        """Scenarios to open in the explorer."""
        return _piece(preset_cards())


def _piece(*parts: DOMWidget | Markup) -> Box:
    """Stack parts in a box; plain HTML becomes prose."""
    widgets = [Prose(str(part)) if isinstance(part, Markup) else part for part in parts]
    return Box(widgets, "ecx-page", "ecx-lesson")
