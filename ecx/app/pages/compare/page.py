"""The comparison page: two elections, or two versions of one, side by side."""

from ecx.app.kit.boxes import Box
from ecx.app.kit.frame import Frame
from ecx.app.kit.nav import Nav
from ecx.app.kit.notices import Notices
from ecx.app.pages.compare.comparison_table import CompareTable
from ecx.app.pages.compare.shift_chart import ShiftChart
from ecx.app.pages.compare.sides import SideMap, SidePicker
from ecx.app.pages.compare.state import SIDES, CompareState
from ecx.app.pages.compare.switches import CompareWords
from ecx.college.scenario import Scenario
from ecx.link.address import Page


def compare(left: Scenario | None = None, right: Scenario | None = None) -> Box:
    """Build the comparison page; a notebook displays the returned widget.

    Parameters
    ----------
    left, right : Scenario, optional
        What is compared first. Left out, it is what the address of the page says, or the latest
        election held and the one before it.

    Returns
    -------
    Box
        The page: two maps, what changed hands, gains and losses, the shift, place by place.

    Examples
    --------
    >>> import ecx
    >>> len(compare(ecx.scenario(1888), ecx.scenario(1892)).children)
    10
    """
    state = CompareState(left, right)
    top = Box([Frame(state)])
    top.add_class("ecx-top")
    pickers = [SidePicker(state, side) for side in SIDES]
    maps = [SideMap(state, side) for side in SIDES]
    for side, *widgets in zip(SIDES, pickers, maps, strict=True):
        for widget in widgets:
            widget.add_class(f"compare-{side}")
    page = Box(
        [
            Nav(state, Page.COMPARE),
            top,
            Notices(state),
            *(widget for pair in zip(pickers, maps, strict=True) for widget in pair),
            CompareWords(state),
            ShiftChart(state),
            CompareTable(state),
        ]
    )
    page.add_class("ecx-explorer")
    page.add_class("ecx-compare")
    return page
