"""The navigation bar: links to the other pages that keep what is on the screen."""

from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from ecx.app.kit.pane import PageState, Pane
from ecx.college.scenario import Scenario
from ecx.link.house import parts
from ecx.link.query import link
from ecx.record.elections import cycles

PAGES: Final = {
    "explorer": "Explorer",
    "history": "History",
    "compare": "Compare",
    "faithless": "Faithless",
    "apportionment": "Apportionment",
}
"""The pages' titles, by their names in an address."""


def page_link(page: str, scenario: Scenario) -> str:
    """Return a link to another page, with what is on the screen of this one.

    Parameters
    ----------
    page : str
        One of `PAGES`.
    scenario : Scenario
        What is on the screen.

    Returns
    -------
    str
        An address relative to this page. A comparison sets a changed scenario beside the record
        of its cycle, and the record beside that of the cycle before.

    Examples
    --------
    >>> import ecx
    >>> page_link("history", ecx.scenario(2016).call("PA", None))
    'history?cycle=2016'
    >>> page_link("compare", ecx.scenario(2016))
    'compare?left=cycle%3D2012&right=cycle%3D2016'
    >>> page_link("apportionment", ecx.scenario(2000).with_house(ecx.HouseRules(size=492)))
    'apportionment?census=1990&house=492'
    """
    match page:
        case "history":
            return f"history{link(scenario.reset())}"
        case "compare":
            earlier = [cycle for cycle in cycles() if cycle < scenario.cycle]
            alone = not scenario.changed and bool(earlier)
            left = f"cycle={earlier[-1]}" if alone else link(scenario.reset())[1:]
            return f"compare?left={written(left)}&right={written(link(scenario)[1:])}"
        case "apportionment":
            return f"apportionment{_house(scenario)}"
        case _:
            return f"{page}{link(scenario)}"


def _house(scenario: Scenario) -> str:
    """Write the census, and the House rules that differ from its law, as a query."""
    census = scenario.house_rules.census or scenario.record.census
    if census is None:
        return ""
    changed = dict(parts(scenario.house_rules))
    wish = {"census": str(census)} | {k: changed[k] for k in ("house", "apportion") if k in changed}
    return "?" + "&".join(f"{key}={value}" for key, value in wish.items())


def written(query: str) -> str:
    """Escape a query so that it can be a value in another query, as readable as possible.

    Examples
    --------
    >>> written("cycle=2016&call=PA:clinton-h,MI:undecided")
    'cycle%3D2016%26call%3DPA:clinton-h,MI:undecided'
    """
    return quote(query, safe=":,/.")


def nav(current: str, scenario: Scenario) -> Markup:
    """Render the navigation bar.

    Parameters
    ----------
    current : str
        The page that shows the line, one of `PAGES`.
    scenario : Scenario
        What is on its screen.

    Returns
    -------
    markupsafe.Markup
        A navigation landmark with a link for each page.

    Examples
    --------
    >>> import ecx
    >>> "aria-current" in nav("explorer", ecx.scenario(2016))
    True
    """
    links = Markup("").join(
        Markup('<a href="{}"{}>{}</a>').format(
            page_link(page, scenario),
            Markup(' aria-current="page"') if page == current else "",
            title,
        )
        for page, title in PAGES.items()
    )
    return Markup('<nav class="page-nav" aria-label="Pages">{}</nav>').format(links)


class Nav(Pane):
    """Links to the other pages; its `screen` has a `scenario`.

    Parameters
    ----------
    state : PageState
        The state of the page.
    current : str
        The page it stands on, one of `PAGES`.
    """

    _css = (
        ".ecx-nav { overflow: visible; inline-size: 100%; }"
        ".page-nav { display: none; flex-wrap: wrap; gap: 0.25rem 1.25rem; }"
        # Shown only on our own pages: in JupyterLab these links would not work.
        ':root:has(meta[name="ecx-page"]) .page-nav { display: flex; }'
        ".page-nav a { padding: 0.15rem 0; color: var(--ecx-accent); }"
        ".page-nav a[aria-current] { color: inherit; font-weight: 650; text-decoration: none; }"
        ".page-nav a:focus-visible { outline: 3px solid var(--ecx-accent); outline-offset: 2px; }"
        "@media (max-width: 40rem) {"
        " .page-nav { gap: 0.25rem 0.5rem; font-size: min(0.9em, 3.2vw); } }"
        ".ecx-projector .ecx-nav { display: none; }"
    )

    def __init__(self, state: PageState, current: str) -> None:
        self._current = current
        super().__init__(state)

    def view(self, screen: object) -> Markup:
        """Render the navigation bar."""
        return nav(self._current, screen.scenario)  # type: ignore[attr-defined]
