"""The electors of a unit: their law, the ballots they can cast, and their seats."""

from typing import Final

from markupsafe import Markup

from ecx.app.kit.screen import Screen
from ecx.app.pages.explorer.ballot_picker import ballot_picker
from ecx.app.pages.explorer.elector_buttons import seats
from ecx.college.laws import Law, Regime

_SURE: Final = {
    "text silent": "the section names no consequence",
    "list": "from lists of laws only",
    "inferred": "inferred from other texts",
    "memory": "from memory, not checked",
}


def electors(screen: Screen, unit: str) -> Markup:
    """Render the electors of a unit, with the controls that set their ballots.

    Parameters
    ----------
    screen : Screen
        What the page shows.
    unit : str
        Unit id.

    Returns
    -------
    markupsafe.Markup
        The law of the place, the ballots to pick from, a seat each, and what calls for a word.
    """
    if screen.scenario.carrier(unit) is None:
        hint = "They can cast ballots when a ticket carries the place."
        controls = Markup('<p class="page-hint">{}</p>').format(hint)
    else:
        controls = ballot_picker(screen, unit)
    return Markup('<section class="page-electors"><h3>Electors</h3>{}{}{}</section>').format(
        _law(screen, screen.scenario.election.units[unit].place), controls, seats(screen, unit)
    )


def _law(screen: Screen, place: str) -> Markup:
    """Say what the law does with a ballot that breaks the pledge, and how certain that is."""
    regime, law = screen.scenario.regime, screen.scenario.election.laws.get(place)
    if regime is Regime.FREE:
        return Markup("<p>Ballots count as if no state bound its electors.</p>")
    if regime is Regime.BIND:
        return Markup("<p>Ballots count as if every state cancelled a broken pledge.</p>")
    if law is None:
        return Markup(
            '<p class="page-hint">No law on the pledge is recorded for this election: '
            "ballots count as cast.</p>"
        )
    return Markup("<p>{} {}</p>{}").format(law.words, _cited(law), _law_doubt(law))


def _cited(law: Law) -> Markup:
    sure = _SURE.get(law.sureness, "")
    cited = "; ".join(part for part in (law.statute, law.year, sure) if part)
    return Markup('<small class="page-cited">{}</small>').format(cited)


def _law_doubt(law: Law) -> Markup:
    if not law.doubt:
        return Markup("")
    return Markup(
        '<details class="page-doubts"><summary>A doubt about this law</summary><p>{}</p></details>'
    ).format(law.doubt)
