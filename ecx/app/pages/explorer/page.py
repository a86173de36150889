"""The explorer page: a map on which a visitor can change an election."""

from pathlib import Path

from ecx.app.kit import outcome
from ecx.app.kit.boxes import Box
from ecx.app.kit.citation import Citation, election_citation
from ecx.app.kit.counters import Counters
from ecx.app.kit.frame import Frame, sheets
from ecx.app.kit.nav import Nav
from ecx.app.kit.notices import Notices
from ecx.app.kit.screen import Screen
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

    def citation(self, screen: Screen) -> Citation:
        """Return the citation of the map."""
        return election_citation(screen.counted)

    def titled(self, screen: Screen) -> str:
        """Name the election, whether it is changed, and who leads."""
        return outcome.title(screen.counted)


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
        The page: toolbar, link, map, headline, particulars of a unit, rules, counters, table.

    Examples
    --------
    >>> import ecx
    >>> page = explorer(ecx.scenario(2000))
    >>> [type(part).__name__ for part in page.children][:4]
    ['Nav', 'Box', 'Notices', 'MapPanel']
    """
    state = AppState(scenario)
    top = Box([Toolbar(state), PrintPanel(state), ExplorerFrame(state)], "ecx-top")
    said = [Headline(state), UnitPanel(state), PresetsPanel(state), OriginsPanel(state)]
    side = Box(said, "ecx-side")
    panels = (RulesPanel(state), Counters(state), UnitTable(state))
    parts = [Nav(state, PageName.EXPLORER), top, Notices(state), MapPanel(state), side, *panels]
    return Box(parts, "ecx-page", "ecx-explorer")
