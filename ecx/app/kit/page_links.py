"""Links from page to page that take along what is on the screen."""

from ecx.app.kit.cycle import beside
from ecx.college.scenario import Scenario
from ecx.link import house
from ecx.link.address import Href, PageName, comparison, href, written_query
from ecx.link.query import link, record_link


def page_link(page: PageName, scenario: Scenario) -> Href:
    """Return a link to another page, with what is on the screen of this one.

    Parameters
    ----------
    page : PageName
        Where it leads.
    scenario : Scenario
        What is on the screen.

    Returns
    -------
    Href
        An address relative to this page. A comparison has the scenario on the right, and on the
        left the record of `compared_cycle`.

    Examples
    --------
    >>> import ecx
    >>> page_link(PageName.HISTORY, ecx.scenario(2016).call("PA", None))
    'history?cycle=2016'
    >>> page_link(PageName.COMPARE, ecx.scenario(2016))
    'compare?left=cycle%3D2012&right=cycle%3D2016'
    >>> page_link(PageName.APPORTIONMENT, ecx.scenario(2000).with_house(ecx.HouseRules(size=492)))
    'apportionment?census=1990&house=492'
    """
    match page:
        case PageName.HISTORY:
            return href(page, record_link(scenario.cycle))
        case PageName.COMPARE:
            left = record_link(compared_cycle(scenario))
            return href(page, comparison(left, link(scenario)))
        case PageName.APPORTIONMENT:
            return href(page, _apportionment(scenario))
        case _:
            return href(page, link(scenario))


def compared_cycle(scenario: Scenario) -> int:
    """Choose the election with whose record a scenario is compared first.

    Parameters
    ----------
    scenario : Scenario
        What is on the screen.

    Returns
    -------
    int
        The scenario's own cycle if it is changed; else the cycle before it, if there is one.

    Examples
    --------
    >>> import ecx
    >>> compared_cycle(ecx.scenario(2016)), compared_cycle(ecx.scenario(2016).call("PA", None))
    (2012, 2016)
    """
    return scenario.cycle if scenario.changed else beside(scenario.cycle, -1)


def _apportionment(scenario: Scenario) -> str:
    """Write the census, and the House rules that differ from its law, as a query."""
    census = scenario.house_rules.census or scenario.record.census
    if census is None:
        return ""
    changed = dict(house.parts(scenario.house_rules))
    told = [(key, changed[key]) for key in ("house", "apportion") if key in changed]
    return written_query([("census", census), *told])
