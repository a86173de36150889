"""The counters: how many electors must switch to change the result, with laws and without."""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Final, NamedTuple

from markupsafe import Markup, escape

from ecx.analysis.defections import Defections
from ecx.app.kit import from_text
from ecx.app.kit.forms import select
from ecx.app.kit.glossary import term
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.kit.words import spelled, weekday_words
from ecx.college.counted import Counted
from ecx.college.election import Election
from ecx.college.laws import Regime
from ecx.college.meeting import meeting
from ecx.college.scenario import Scenario
from ecx.college.tally import Tally
from ecx.say import _, n_, phrase

_REGIMES: Final = {
    Regime.DAY: phrase("the laws of that year"),
    Regime.FREE: phrase("no law: electors are free"),
    Regime.BIND: phrase("a strict law in every state"),
}


class Counters(Pane):
    """Says how many electors would have to switch to change the result; sets the law."""

    css_class: ClassVar = "ecx-counters"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "under": from_text.under,
    }

    def view(self, screen: Screen) -> Markup:
        """Render the sentences under the chosen law and under none, and the choice of law."""
        return Markup('<section aria-label="{}">{}{}</section>').format(
            _("If electors switched"), _numbers(screen.counted), _law(screen.scenario)
        )


class _Goal(NamedTuple):
    """What electors could bring about by switching.

    Attributes
    ----------
    number : int
        How many it takes under the chosen law.
    lawless : int
        How many it takes where no law binds them.
    reached, never : str
        What is said where enough may switch, and where too few may; each has ``{number}``, and may
        have ``{name}``, the rival.
    """

    number: int
    lawless: int
    reached: str
    never: str


def _numbers(counted: Counted) -> Markup:
    election, chosen = counted.scenario.election, Defections.of(counted)
    if chosen.leader is None:
        return _hint(
            _("Before 1804, each elector cast two votes for president. We can’t count this here.")
            if election.votes_each > 1
            else _("Nobody has a vote yet.")
        )
    leader, open_ = election.short(chosen.leader), counted.tally.undecided
    if open_ and not chosen.deny:
        waits = n_(
            "{leader} has no majority yet. {number} elector can still decide it.",
            "{leader} has no majority yet. {number} electors can still decide it.",
            open_,
        )
        return _hint(waits.format(leader=leader, number=spelled(open_, first=True)))
    free = Defections.of(Counted(counted.scenario.under(Regime.FREE)))
    rival = election.short(chosen.rival) if chosen.rival is not None else ""
    items = [_told(goal, rival, chosen, free) for goal in _goals(chosen, free)]
    if chosen.rival is not None and chosen.tie is None:
        items.append(escape(_no_tie(counted.tally, chosen)))
    heading = escape(_("How many {leader} {electors} would have to switch?")).format(
        leader=leader, electors=term("elector", _("electors"), where="counters")
    )
    hints = [
        _lead(chosen, leader, rival),
        _other_lead(election, chosen, free),
        *_room(counted.tally, chosen, leader),
    ]
    return Markup("<h2>{}</h2><ul>{}</ul>{}").format(
        heading,
        Markup("").join(Markup("<li>{}</li>").format(item) for item in items),
        _hint(" ".join(hint for hint in hints if hint)),
    )


def _lead(chosen: Defections, leader: str, rival: str) -> str:
    """Say that nobody has a majority to lose, where that is so."""
    if chosen.deny:
        return ""
    if chosen.tie == 0:
        return _("{leader} and {rival} tie now.").format(leader=leader, rival=rival)
    return _("{leader} leads without a majority.").format(leader=leader)


def _hint(said: str) -> Markup:
    return Markup('<p class="page-hint">{}</p>').format(said)


def _goals(chosen: Defections, free: Defections) -> Iterator[_Goal]:
    """List what electors could bring about, the least first."""
    if chosen.deny:
        yield _Goal(
            chosen.deny,
            free.deny or 0,
            _("{number} → nobody wins"),
            _("Nobody wins: not possible. It would take {number}."),
        )
    if chosen.tie:
        yield _Goal(
            chosen.tie,
            free.tie or 0,
            _("{number}, all to {name} → a tie"),
            _("A tie: not possible. It would take {number}."),
        )
    if chosen.elect is not None:
        yield _Goal(
            chosen.elect,
            free.elect or 0,
            _("{number}, all to {name} → {name} wins"),
            _("{name} wins: not possible. It would take {number}."),
        )


def _told(goal: _Goal, rival: str, chosen: Defections, free: Defections) -> Markup:
    """Say one goal under the chosen law, and under none if that differs."""
    possible = chosen.possible(goal.number)
    number = Markup("<b>{}</b>").format(goal.number) if possible else goal.number
    said = escape(goal.reached if possible else goal.never).format(number=number, name=rival)
    alike = possible == free.possible(goal.lawless) and goal.number == goal.lawless
    if alike or (free.leader, free.rival) != (chosen.leader, chosen.rival):
        return said
    other = (
        _("Without laws: {number}.").format(number=goal.lawless)
        if free.possible(goal.lawless)
        else _("Without laws: not possible.")
    )
    return Markup("{} <span>{}</span>").format(said, other)


def _no_tie(tally: Tally, found: Defections) -> str:
    """Say why the two who lead cannot tie."""
    both = tally.president[found.leader or ""] + tally.president[found.rival or ""]
    if both == tally.appointed:
        return _("A tie is impossible: the number of electors is odd.")
    return _("A tie is impossible: together, the two have an odd number of votes.")


def _other_lead(election: Election, chosen: Defections, free: Defections) -> str:
    """Say who leads without any law, if that is another candidate."""
    if free.leader is None or (free.leader, free.rival) == (chosen.leader, chosen.rival):
        return ""
    first = election.short(free.leader)
    if free.rival is None:
        return _("Without laws, {first} leads.").format(first=first)
    second = election.short(free.rival)
    return _("Without laws, {first} leads {second}.").format(first=first, second=second)


def _room(tally: Tally, found: Defections, leader: str) -> Iterator[str]:
    """Say how many of the leader's electors may switch by law, and how many are punished."""
    votes = tally.president[found.leader or ""]
    canceled = votes - found.available
    if not canceled:
        yield _("If all of {leader}’s electors switched, all of their votes would count.").format(
            leader=leader
        )
    elif not found.available:
        yield _(
            "If {leader}’s electors switched, no vote would count. State law would cancel all."
        ).format(leader=leader)
    else:
        yield n_(
            "If {leader}’s {votes} electors switched, {number} vote would count.",
            "If {leader}’s {votes} electors switched, {number} votes would count.",
            found.available,
        ).format(leader=leader, votes=votes, number=found.available)
        yield _("State law would cancel {number}.").format(number=canceled)
    if found.penalised:
        yield n_(
            "{number} elector could be fined or charged.",
            "{number} electors could be fined or charged.",
            found.penalised,
        ).format(number=spelled(found.penalised, first=True))


def _law(scenario: Scenario) -> Markup:
    """Render the choice of law, and the day on which the electors meet."""
    met = meeting(scenario.cycle)
    regimes = [(regime, _(words)) for regime, words in _REGIMES.items()]
    said = _("The electors meet on {day}: {rule}.").format(
        day=weekday_words(met.day), rule=_(met.rule)
    )
    return Markup(
        '<div class="page-law">{}</div><p class="page-hint">{} <small>{}</small></p>'
    ).format(
        select("under", _("Count votes under "), regimes, scenario.regime),
        said,
        _(met.statute),
    )
