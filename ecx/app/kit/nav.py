"""The navigation bar: links to the other pages that keep what is on the screen."""

from typing import ClassVar, Final

from markupsafe import Markup

from ecx.app.kit.outcome import SITE
from ecx.app.kit.page_links import page_link
from ecx.app.kit.pane import Pane
from ecx.app.kit.widget import PageState
from ecx.college.scenario import Scenario
from ecx.link.address import HOME, PageName
from ecx.say import _, phrase

TITLES: Final = {
    PageName.EXPLORER: phrase("Explorer"),
    PageName.HISTORY: phrase("History"),
    PageName.COMPARE: phrase("Compare"),
    PageName.FAITHLESS: phrase("Faithless electors"),
    PageName.APPORTIONMENT: phrase("House seats"),
}
"""The pages' titles, in the order in which they are listed."""


def nav(current: PageName, scenario: Scenario) -> Markup:
    """Render the navigation bar.

    Parameters
    ----------
    current : PageName
        The page that shows the line.
    scenario : Scenario
        What is on its screen.

    Returns
    -------
    markupsafe.Markup
        A navigation landmark with a link to the first page of all, and one for each page.

    Examples
    --------
    >>> import ecx
    >>> "aria-current" in nav(PageName.EXPLORER, ecx.scenario(2016))
    True
    """
    links = Markup("").join(
        Markup('<a href="{}"{}>{}</a>').format(
            page_link(page, scenario),
            Markup(' aria-current="page"') if page is current else "",
            _(title),
        )
        for page, title in TITLES.items()
    )
    return Markup(
        '<nav class="page-nav" aria-label="{}"><a class="page-home" href="{}">{}</a>{}</nav>'
    ).format(_("Pages"), HOME, _(SITE), links)


class Nav(Pane):
    """Links to the other pages; its `screen` has a `scenario`.

    Parameters
    ----------
    state : PageState
        The state of the page.
    current : PageName
        The page it stands on.
    """

    css_class: ClassVar = "ecx-nav"

    def __init__(self, state: PageState, current: PageName) -> None:
        self._current = current
        super().__init__(state)

    def view(self, screen: object) -> Markup:
        """Render the navigation bar."""
        return nav(self._current, screen.scenario)  # type: ignore[attr-defined]
