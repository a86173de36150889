"""The explorer page: a map on which a visitor can change an election."""

from pathlib import Path

from ecx.app.kit.boxes import Box
from ecx.app.kit.counters import Counters
from ecx.app.kit.frame import Frame, sheets
from ecx.app.kit.nav import Nav
from ecx.app.kit.notices import Notices
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.headline import Headline
from ecx.app.pages.explorer.map_panel import MapPanel
from ecx.app.pages.explorer.origins_panel import OriginsPanel
from ecx.app.pages.explorer.presets_panel import PresetsPanel
from ecx.app.pages.explorer.print_panel import PrintPanel
from ecx.app.pages.explorer.rules_panel import RulesPanel
from ecx.app.pages.explorer.toolbar import Toolbar
from ecx.app.pages.explorer.unit_panel import UnitPanel
from ecx.app.pages.explorer.unit_table import UnitTable
from ecx.college.scenario import Scenario
from ecx.link.address import PageName


class ExplorerFrame(Frame):
    """The frame of this page, with its style sheets."""

    _css = sheets(Path(__file__).parent)


def explorer(scenario: Scenario | None = None) -> Box:
    """Build the explorer page; a notebook displays the returned widget.

    Parameters
    ----------
    scenario : Scenario, optional
        What is on the map first. Left out, it is what the address of the page says, or the
        latest election held.

    Returns
    -------
    Box
        The page: toolbar, link, rules, headline, map, counters, particulars of a unit, table.

    Examples
    --------
    >>> import ecx
    >>> page = explorer(ecx.scenario(2000))
    >>> any("George W. Bush is elected" in getattr(part, "html", "") for part in page.children)
    True
    """
    state = AppState(scenario)
    top = Box([Toolbar(state), PrintPanel(state), ExplorerFrame(state)], "ecx-top")
    side = Box([PresetsPanel(state), UnitPanel(state), OriginsPanel(state)], "ecx-side")
    panels = (RulesPanel(state), Notices(state), Headline(state), MapPanel(state), Counters(state))
    parts = [Nav(state, PageName.EXPLORER), top, *panels, side, UnitTable(state)]
    return Box(parts, "ecx-page", "ecx-explorer")
