"""The comparison page: two elections, or two versions of one, side by side."""

from pathlib import Path
from typing import Final

from ecx.app.kit.boxes import Box
from ecx.app.kit.citation import Citation
from ecx.app.kit.frame import Frame, sheets
from ecx.app.kit.jump_list import jump_list
from ecx.app.kit.nav import Nav
from ecx.app.kit.notices import Notices
from ecx.app.kit.outcome import SITE
from ecx.app.pages.compare.comparison_table import CompareTable
from ecx.app.pages.compare.shift_chart import ShiftChart
from ecx.app.pages.compare.side_names import side_title
from ecx.app.pages.compare.sides import SideMap, SideNumbers, SidePicker
from ecx.app.pages.compare.state import SIDES, CompareState, Comparison, SideName
from ecx.app.pages.compare.switches import CompareWords
from ecx.college.scenario import Scenario
from ecx.link.address import PageName
from ecx.record.origins import election_sources
from ecx.say import _, phrase

_SECTIONS: Final = (
    phrase("States that switched"),
    phrase("State by state"),
    phrase("## How it works"),
    phrase("## What to try"),
    phrase("## What it means"),
)

_COLUMNS: Final[dict[SideName, str]] = {"left": "compare-left", "right": "compare-right"}


class CompareFrame(Frame):
    """The frame of this page, with its style sheets."""

    _css = sheets(Path(__file__).parent)

    def citation(self, screen: Comparison) -> Citation:
        """Return the names of both maps, and the sources of both."""
        title = _("{left} and {right} compared").format(
            left=side_title(screen, "left"), right=side_title(screen, "right")
        )
        both = [election_sources(screen.side(side).scenario.cycle) for side in SIDES]
        return Citation(title, "", tuple(dict.fromkeys(source for one in both for source in one)))

    def titled(self, screen: Comparison) -> str:
        """Name both elections, and which of the maps are changed."""
        left, right = (_named(screen.side(side).scenario) for side in SIDES)
        said = _("{left} and {right} · Compare – {site}")
        return said.format(left=left, right=right, site=_(SITE))


def _named(scenario: Scenario) -> str:
    said = _("{year} (changed)") if scenario.changed else "{year}"
    return said.format(year=scenario.election.label)


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
    12
    """
    state = CompareState(left, right)
    jumps = jump_list(_(title).removeprefix("## ") for title in _SECTIONS)
    top = Box([jumps, CompareFrame(state)], "ecx-top")
    pickers = [SidePicker(state, side) for side in SIDES]
    maps = [SideMap(state, side) for side in SIDES]
    numbers = [SideNumbers(state, side) for side in SIDES]
    for side, *widgets in zip(SIDES, pickers, maps, numbers, strict=True):
        for widget in widgets:
            widget.add_class(_COLUMNS[side])
    return Box(
        [
            Nav(state, PageName.COMPARE),
            top,
            Notices(state),
            *(widget for own in zip(pickers, maps, numbers, strict=True) for widget in own),
            CompareWords(state),
            ShiftChart(state),
            CompareTable(state),
        ],
        "ecx-page",
        "ecx-compare",
    )
