"""The electors of a unit: their law, the ballots they can cast, and their seats."""

from typing import Final

from markupsafe import Markup, escape

from ecx.app.kit.glossary import term
from ecx.app.kit.screen import Screen
from ecx.app.pages.explorer.ballot_picker import ballot_picker
from ecx.app.pages.explorer.elector_buttons import seats
from ecx.college.laws import Law, Regime
from ecx.say import _, phrase

_SURE: Final = {
    "text silent": phrase("the law names no penalty"),
    "list": phrase("known only from lists of laws"),
    "inferred": phrase("worked out from other texts"),
    "memory": phrase("no source, not checked"),
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
        hint = _("Give this state to a candidate first. Then its electors can vote.")
        controls = Markup('<p class="page-hint">{}</p>').format(hint)
    else:
        controls = ballot_picker(screen, unit)
    return Markup('<section class="page-electors"><h3>{}</h3>{}{}{}</section>').format(
        term("elector", _("Electors"), where="unit"),
        _law(screen, screen.scenario.election.units[unit].place),
        controls,
        seats(screen, unit),
    )


def _law(screen: Screen, place: str) -> Markup:
    """Say what the law does with a ballot that breaks the pledge, and how certain that is."""
    regime, law = screen.scenario.regime, screen.scenario.election.laws.get(place)
    if regime is Regime.FREE:
        return _said(_("Votes count as if no state had a law on the {pledge}."))
    if regime is Regime.BIND:
        return _said(_("Votes count as if every state canceled a broken {pledge}."))
    if law is None:
        return _said(_("We list no law on the {pledge} for this election. All votes count."))
    return Markup("<p>{} {}</p>{}").format(_(law.words), _cited(law), _law_doubt(law))


def _said(sentence: str) -> Markup:
    """Render a sentence in which the pledge explains itself."""
    pledge = term("pledge", _("pledge"), where="unit")
    return Markup('<p class="page-hint">{}</p>').format(escape(sentence).format(pledge=pledge))


def _cited(law: Law) -> Markup:
    sure = _(_SURE[law.sureness]) if law.sureness in _SURE else ""
    cited = "; ".join(part for part in (law.statute, law.year, sure) if part)
    return Markup('<small class="page-cited">{}</small>').format(cited)


def _law_doubt(law: Law) -> Markup:
    if not law.doubt:
        return Markup("")
    return Markup('<details class="page-doubts"><summary>{}</summary><p>{}</p></details>').format(
        _("What we are not sure of"), _(law.doubt)
    )
