"""The history: all elections at a glance, and each of them large."""

from ecx.app.boxes import Box, Prose
from ecx.app.frame import Frame
from ecx.app.history_page.atlas import Atlas
from ecx.app.history_page.charts import deciding_chart, pledges_chart, shares_chart
from ecx.app.history_page.map import HistoryMap
from ecx.app.history_page.record import glances
from ecx.app.history_page.stepper import Stepper
from ecx.app.history_page.words import HistoryWords
from ecx.app.nav import Nav
from ecx.app.notices import Notices
from ecx.app.state import AppState
from ecx.face import scenario


def history(cycle: int | None = None) -> Box:
    """Build the history page; a notebook shows what is returned.

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
    10
    """
    state = AppState(None if cycle is None else scenario(cycle))
    seen = glances()
    top = Box([Stepper(state), Frame(state)])
    top.add_class("ecx-top")
    page = Box(
        [
            Nav(state, "history"),
            top,
            Notices(state),
            HistoryWords(state),
            HistoryMap(state),
            Prose("<h2>Every election</h2>"),
            Atlas(),
            shares_chart(seen),
            deciding_chart(seen),
            pledges_chart(seen),
        ]
    )
    page.add_class("ecx-explorer")
    page.add_class("ecx-history")
    return page
