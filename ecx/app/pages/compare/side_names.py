"""What the two maps are called, and in what they differ besides the winners of states."""

from ecx.app.pages.compare.state import Comparison, SideName
from ecx.college.scenario import Scenario
from ecx.say import _


def side_names(screen: Comparison) -> tuple[str, str]:
    """Name the two maps, so that no two names are alike.

    Parameters
    ----------
    screen : Comparison
        What the page shows.

    Returns
    -------
    tuple of str
        The years, or where both maps are of one election, left and right.
    """
    years = (screen.left.scenario.election.label, screen.right.scenario.election.label)
    return (_("Left map"), _("Right map")) if screen.same else years


def side_title(screen: Comparison, side: SideName) -> str:
    """Write the title of a map.

    Parameters
    ----------
    screen : Comparison
        What the page shows.
    side : str
        ``"left"`` or ``"right"``.

    Returns
    -------
    str
        Its year, and whether it is changed; the side where both are of one election.
    """
    scenario = screen.side(side).scenario
    if not screen.same:
        said = _("{year}, changed") if scenario.changed else "{year}"
    elif side == "left":
        said = _("Left map: {year}, changed") if scenario.changed else _("Left map: {year}")
    else:
        said = _("Right map: {year}, changed") if scenario.changed else _("Right map: {year}")
    return said.format(year=scenario.election.label)


def differences(screen: Comparison) -> list[str]:
    """Say in what two maps of one election differ besides the winners of states.

    Parameters
    ----------
    screen : Comparison
        What the page shows.

    Returns
    -------
    list of str
        A sentence each; none if the maps are of two elections.
    """
    left, right = screen.left.scenario, screen.right.scenario
    if not screen.same:
        return []
    if left == right:
        return [_("The two maps are the same.")]
    said = []
    if _votes(left) != _votes(right):
        said.append(_("Some electors vote differently on the two maps."))
    if left.regime != right.regime:
        said.append(_("The two maps use different laws for faithless electors."))
    if left.house_rules != right.house_rules:
        said.append(_("The two maps use different rules for sharing out electors."))
    return said


def _votes(scenario: Scenario) -> tuple[object, ...]:
    return dict(scenario.ballots), scenario.faithful
