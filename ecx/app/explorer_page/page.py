"""The explorer: one page on which the map can be flipped."""

from ecx.app.boxes import Box
from ecx.app.counters import Counters
from ecx.app.explorer_page.headline import Headline
from ecx.app.explorer_page.map_panel import MapPanel
from ecx.app.explorer_page.origins_panel import OriginsPanel
from ecx.app.explorer_page.presets_panel import PresetsPanel
from ecx.app.explorer_page.rules_panel import RulesPanel
from ecx.app.explorer_page.toolbar import Toolbar
from ecx.app.explorer_page.unit_panel import UnitPanel
from ecx.app.explorer_page.unit_table import UnitTable
from ecx.app.frame import Frame
from ecx.app.nav import Nav
from ecx.app.notices import Notices
from ecx.app.state import AppState
from ecx.scenario import Scenario


def explorer(scenario: Scenario | None = None) -> Box:
    """Build the explorer; a notebook shows what is returned.

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
    >>> len(page.children)
    9
    """
    state = AppState(scenario)
    top = Box([Toolbar(state), Frame(state)])
    top.add_class("ecx-top")
    side = Box([PresetsPanel(state), UnitPanel(state), OriginsPanel(state)])
    side.add_class("ecx-side")
    panels = (RulesPanel(state), Notices(state), Headline(state), MapPanel(state), Counters(state))
    page = Box([Nav(state, "explorer"), top, *panels, side, UnitTable(state)])
    page.add_class("ecx-explorer")
    return page
