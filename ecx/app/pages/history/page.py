"""The history page: a small map of every election, and a large one to step through."""

from pathlib import Path
from typing import Final

from ecx.app.kit.boxes import Box, Prose
from ecx.app.kit.citation import Citation, election_citation
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.frame import Frame, sheets
from ecx.app.kit.jump_list import heading, jump_list
from ecx.app.kit.nav import Nav
from ecx.app.kit.notices import Notices
from ecx.app.kit.outcome import SITE
from ecx.app.kit.pledges_chart import pledges_chart
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.history.atlas import Atlas
from ecx.app.pages.history.charts import deciding_chart, shares_chart
from ecx.app.pages.history.cycle_words import HistoryWords
from ecx.app.pages.history.history_map import HistoryMap, HistoryNumbers
from ecx.app.pages.history.stepper import Stepper
from ecx.link.address import PageName
from ecx.record.opening import scenario
from ecx.say import _, phrase

_SECTIONS: Final = (
    phrase("Every election"),
    phrase("What the elections share"),
    phrase("## How it works"),
    phrase("## What to try"),
    phrase("## What it means"),
    phrase("## Where the numbers are from"),
)


class HistoryFrame(Frame):
    """The frame of this page, with its style sheets."""

    _css = sheets(Path(__file__).parent)

    def citation(self, screen: Screen) -> Citation:
        """Return the citation of the large map."""
        return election_citation(screen.counted)

    def titled(self, screen: Screen) -> str:
        """Name the election on the large map."""
        year = screen.scenario.election.label
        return _("{year} · Election history – {site}").format(year=year, site=_(SITE))


def history(cycle: int | None = None) -> Box:
    """Build the history page; a notebook displays the returned widget.

    Parameters
    ----------
    cycle : int, optional
        The election on the large map first. Left out, it is what the address of the page says,
        or the latest election held.

    Returns
    -------
    Box
        The page: slider and large map of one cycle, small maps of all, charts over all.

    Raises
    ------
    UnknownCycleError
        If there was no election in that year.

    Examples
    --------
    >>> len(history(1876).children)
    11
    """
    state = AppState(None if cycle is None else scenario(cycle))
    seen = cycle_summaries()
    top = Box([Stepper(state), HistoryFrame(state)], "ecx-top")
    return Box(
        [
            Nav(state, PageName.HISTORY),
            top,
            Notices(state),
            jump_list(_(title).removeprefix("## ") for title in _SECTIONS),
            Box([HistoryWords(state), HistoryMap(state), HistoryNumbers(state)], "ecx-stage"),
            _heading(_("Every election")),
            Atlas(),
            _heading(_("What the elections share")),
            shares_chart(seen),
            deciding_chart(seen),
            pledges_chart(seen),
        ],
        "ecx-page",
        "ecx-history",
    )


def _heading(text: str) -> Prose:
    return Prose(str(heading(text)))
