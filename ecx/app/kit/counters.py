"""The counters: how many electors must switch to change the result, with laws and without."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.analysis.defections import Defections
from ecx.app.kit import from_text
from ecx.app.kit.forms import select
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.kit.words import count
from ecx.college.counted import Counted
from ecx.college.election import Election
from ecx.college.laws import Regime
from ecx.college.meeting import meeting
from ecx.college.scenario import Scenario
from ecx.college.tally import Tally

_REGIMES: Final = {
    Regime.DAY: "the law of the day",
    Regime.FREE: "no law: every elector is free",
    Regime.BIND: "every state binds its electors",
}


class Counters(Pane):
    """Shows how many electors deny a majority, tie, or elect the rival; sets the law."""

    css_class: ClassVar = "ecx-counters"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "under": from_text.under,
    }

    def view(self, screen: Screen) -> Markup:
        """Render the numbers under the chosen law and under none, and the choice of law."""
        return Markup('<section aria-label="If electors leave">{}{}</section>').format(
            _numbers(screen.counted), _law(screen.scenario)
        )


def _numbers(counted: Counted) -> Markup:
    election, chosen = counted.scenario.election, Defections.of(counted)
    if chosen.leader is None:
        why = (
            "Before 1804 each elector voted for two persons; these numbers need one."
            if election.votes_each > 1
            else "Nobody has a vote yet."
        )
        return Markup('<p class="page-hint">{}</p>').format(why)
    leader, open_ = election.short(chosen.leader), counted.tally.undecided
    if open_ and not chosen.deny:
        waits = f"{leader} has no majority yet; {count(open_, 'elector')} can still settle it."
        return Markup('<p class="page-hint">{}</p>').format(waits)
    free = Defections.of(Counted(counted.scenario.under(Regime.FREE)))
    goals: list[tuple[str, int | None, int | None]] = []
    if chosen.deny:
        goals += [(f"deny {leader} a majority", chosen.deny, free.deny)]
    if chosen.rival is not None:
        rival = election.short(chosen.rival)
        goals += [(f"tie, if they go to {rival}", chosen.tie, free.tie)]
        goals += [(f"elect {rival}, if they go there", chosen.elect, free.elect)]
    other = _other_lead(election, chosen, free)
    cards = Markup("").join(
        _card(goal, _said(chosen, lawful), other or _said(free, lawless))
        for goal, lawful, lawless in goals
    )
    nobody = "" if chosen.deny else f"{leader} leads without a majority. "
    return Markup('<h2>Electors of {} it takes</h2><dl>{}</dl><p class="page-hint">{}</p>').format(
        leader, cards, nobody + _room(counted.tally, chosen, leader)
    )


def _other_lead(election: Election, chosen: Defections, free: Defections) -> str:
    """Say who leads without any law, if that is another candidate."""
    if (free.leader, free.rival) == (chosen.leader, chosen.rival):
        return ""
    if free.leader is None:
        return "nobody has a vote"
    ahead = [person for person in (free.leader, free.rival) if person is not None]
    return " before ".join(election.short(person) for person in ahead)


def _card(goal: str, lawful: str, lawless: str) -> Markup:
    """Render one number, with the number under no law if it differs."""
    other = Markup(" <span>no law: {}</span>").format(lawless) if lawless != lawful else ""
    return Markup("<div><dt>to {}</dt><dd><b>{}</b>{}</dd></div>").format(goal, lawful, other)


def _said(found: Defections, number: int | None) -> str:
    """Write a number; say so if it cannot be reached."""
    if number is None:
        return "never"
    return str(number) if found.possible(number) else f"{number}: too many"


def _room(tally: Tally, found: Defections, leader: str) -> str:
    """Say how many of the leader's electors may switch by law, and how many would be punished."""
    votes = tally.president[found.leader or ""]
    if found.available == votes:
        said = f"The ballot of each of the {count(votes, 'elector')} of {leader} would count."
    else:
        kept = found.available
        said = f"Of the {count(votes, 'elector')} of {leader}, " + (
            f"the ballots of {kept} would count; the law cancels the others."
            if kept
            else "none could leave to any effect: the law cancels their ballots."
        )
    fined = f" {found.penalised} would be punished." if found.penalised else ""
    return said + fined


def _law(scenario: Scenario) -> Markup:
    """Render the choice of law, and the day on which the electors meet."""
    met = meeting(scenario.cycle)
    return Markup(
        '<div class="page-law">{}</div><p class="page-hint">The electors meet on {}: {} ({}).</p>'
    ).format(
        select("under", "Ballots count under ", _REGIMES.items(), scenario.regime),
        f"{met.day:%A}, {met.day.day} {met.day:%B %Y}",
        met.rule,
        met.statute,
    )
