"""The navigation bar: links to the other pages that keep what is on the screen."""

from typing import ClassVar, Final

from markupsafe import Markup

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

_BRIEF: Final = {
    PageName.FAITHLESS: phrase("Faithless"),
    PageName.APPORTIONMENT: phrase("Seats"),
}
"""Titles for a phone, where all are to stand in one row."""

_HOUSE: Final = Markup(
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" '
    'd="M12 3 2 11.5h3V21h5.5v-6h3v6H19v-9.5h3z"/></svg>'
)


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
            _named(_(title), _(_BRIEF[page]) if page in _BRIEF else ""),
        )
        for page, title in TITLES.items()
    )
    home = Markup('<a class="page-home" href="{}">{}<span>{}</span></a>').format(
        HOME, _HOUSE, _("Home")
    )
    return Markup('<nav class="page-nav" aria-label="{}">{}{}</nav>').format(
        _("Pages"), home, links
    )


def _named(title: str, brief: str) -> Markup:
    """Write a title, and where there is one, the word that takes its place on a phone."""
    if not brief:
        return Markup("{}").format(title)
    return Markup('<span class="page-full">{}</span><span class="page-brief">{}</span>').format(
        title, brief
    )


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
