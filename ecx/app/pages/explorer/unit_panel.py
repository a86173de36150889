"""The unit panel: all details of the selected unit, or of the nation if none is selected."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.app.kit import from_text, words
from ecx.app.kit.buttons import Button, group
from ecx.app.kit.forms import fields
from ecx.app.kit.glossary import all_terms
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.electors import electors
from ecx.college.election import Election, Unit
from ecx.college.votes import Votes
from ecx.figures.marks import ticket_name
from ecx.figures.palette import EMPTY, in_order, looks
from ecx.link.calls import written_call
from ecx.say import _, n_, phrase

_CHOSEN: Final = {
    "": phrase("We don’t know how its electors were chosen."),
    "statewide": phrase("Chosen by a statewide vote."),
    "legislature": phrase("Chosen by the state’s lawmakers."),
    "district": phrase("Chosen by districts."),
    "district and at large": phrase("Chosen by districts, and some by the whole state."),
    "district and legislature": phrase("Chosen by districts, and some by the state’s lawmakers."),
    "statewide, then legislature": phrase(
        "Chosen by a statewide vote, and then by the state’s lawmakers."
    ),
    "statewide with a runoff": phrase("Chosen by a statewide vote with a runoff."),
    "electors of counties": phrase("Chosen by electors of the counties."),
}
"""How electors were chosen, by the words of the record."""

_DIGITS: Final = 4
"""Digits of a number of electors, at most."""


class UnitPanel(Pane):
    """Shows a unit's electors, votes and margin, the ticket that carries it, and changes."""

    css_class: ClassVar = "ecx-unit-panel"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "call": from_text.call,
        "close": lambda state, _: state.select(None),
        "pick": from_text.choose_ballot,
        "person": lambda state, value: state.name_person(
            *fields(value, "president", "vice_president")
        ),
        "move": lambda state, value: _move(state, *fields(value, "unit", "number")),
        "seat": AppState.click_elector,
        "undo": lambda state, _: state.undo(),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the selected unit, or the nation."""
        return _nation(screen) if screen.selected is None else _unit(screen, screen.selected)


def _move(state: AppState, unit: str, number: str) -> None:
    """Move electors; text that is not a number counts as none."""
    plain = number.isascii() and number.isdigit() and len(number) <= _DIGITS
    state.move(unit, int(number) if plain else 0)


def _nation(screen: Screen) -> Markup:
    """Render the popular vote of the nation, and the notes on the cycle."""
    election = screen.scenario.election
    sayings = [*map(_, election.notes), *_absences(election)]
    notes = Markup("").join(Markup("<p>{}</p>").format(saying) for saying in sayings)
    hint = Markup('<p class="page-hint">{}</p>').format(_("Click a state to see its details here."))
    return Markup('<section aria-label="{}"><h2>{}</h2>{}{}{}{}</section>').format(
        _("The whole country"),
        _("{election}, the whole country").format(election=election.label),
        _votes(election, election.popular),
        hint,
        notes,
        all_terms("country"),
    )


def _absences(election: Election) -> list[str]:
    """Say which places took no part, grouped by reason."""
    kept_away: dict[str, list[str]] = {}
    for place, reason in election.absences.items():
        kept_away.setdefault(reason, []).append(_(place))
    return [
        _("{states}: {reason}").format(states=words.listed(places), reason=_(reason))
        for reason, places in kept_away.items()
    ]


def _unit(screen: Screen, unit: str) -> Markup:
    """Render the details of one unit."""
    election = screen.scenario.election
    record = election.units[unit]
    return Markup(
        '<section aria-label="{name}"><header><h2>{name}</h2>'
        '<button type="button" class="page-close" data-do="close" aria-label="{close}"'
        ' aria-keyshortcuts="Escape" data-refuge=".ecx-area [tabindex=\'0\']">'
        "×</button></header><p>{facts}</p>{choices}{change}{electors}{votes}{method}{doubts}</section>"
        "{ways}"
    ).format(
        ways=_ways(screen, record),
        name=_(record.name),
        close=_("Close {state}").format(state=_(record.name)),
        facts=_facts(election, record),
        choices=_choices(screen, unit),
        change=_change(screen, unit),
        votes=_votes(election, election.votes.get(unit), record.method),
        method=_method(screen.scenario.record, unit),
        electors=electors(screen, unit),
        doubts=_doubts(election.votes.get(unit)),
    )


def _ways(screen: Screen, unit: Unit) -> Markup:
    """Render the links between map and details, which are far apart on a phone."""
    return Markup(
        '<div class="page-ways" role="group" aria-label="{}">'
        '<button type="button" class="page-button" data-scroll=".ecx-unit-panel">{}: {} ↓</button>'
        '<button type="button" class="page-button" data-scroll=".ecx-headline">{} ↑</button>'
        '<button type="button" class="page-button" data-do="undo" aria-disabled="{}">{}</button>'
        "</div>"
    ).format(
        _("Map and details"),
        _(unit.name),
        words.number_of_electors(unit.electors),
        _("Map"),
        "false" if screen.past else "true",
        _("Undo"),
    )


def _facts(election: Election, unit: Unit) -> str:
    """Say how many electors the unit has."""
    facts = [
        n_("{number} elector.", "{number} electors.", unit.electors).format(number=unit.electors)
    ]
    if unit.id != unit.place:
        parts = [other for other in election.units.values() if other.place == unit.place]
        total = sum(part.electors for part in parts)
        facts.append(
            _("{state} has {total} in all, in {parts} parts.").format(
                state=_(election.places[unit.place]), total=total, parts=len(parts)
            )
        )
    return " ".join(facts)


def _method(record: Election, unit: str) -> Markup:
    """Say how the electors were chosen, if methods differed that year."""
    ways = {known.method for known in record.units.values()}
    if ways <= {"", "statewide"} or unit not in record.units:
        return Markup("")
    known = record.units[unit]
    said = _(_CHOSEN[known.method]) if known.method in _CHOSEN else known.method
    note = _(known.method_note) if known.method_note else ""
    return Markup('<p class="page-hint">{}</p>').format(f"{said} {note}".rstrip())


def _choices(screen: Screen, unit: str) -> Markup:
    """Render a button for each ticket; the ticket that carries the unit has the pressed button."""
    election = screen.scenario.election
    carrier = screen.scenario.carrier(unit)
    colours = looks(election.tickets.values())
    shown = [ticket.id for ticket in in_order(election.tickets.values())]
    buttons = (
        Button(
            ticket_name(election, ticket),
            "call",
            written_call(unit, ticket),
            pressed=ticket == carrier,
            title=words.running_mates(election, ticket) if ticket else _("Nobody wins it yet"),
            look=colours[ticket] if ticket else EMPTY,
            kind="page-choice",
            below=_party(election, ticket),
        )
        for ticket in (*shown, None)
    )
    return group(
        _("Who wins {state}").format(state=_(election.units[unit].name)), buttons, "page-choices"
    )


def _party(election: Election, ticket: str | None) -> str:
    """Return the party of a ticket's candidate in full; a ticket without one is named by it."""
    if ticket is None or election.tickets[ticket].president is None:
        return ""
    return words.party_name(election, ticket)


def _change(screen: Screen, unit: str) -> Markup:
    """Say what was changed, with a button that undoes it."""
    election = screen.scenario.election
    record = election.calls[unit]
    if unit not in screen.scenario.calls or record is None:
        return Markup("")
    return Markup(
        '<p class="page-changed">{} '
        '<button type="button" class="page-text" data-do="call" data-value="{}">'
        "{}</button></p>"
    ).format(
        _("You changed this. In {election}, {name} won it.").format(
            election=election.label, name=ticket_name(election, record)
        ),
        written_call(unit, record),
        _("Put it back"),
    )


def _votes(election: Election, votes: Votes | None, method: str = "") -> Markup:
    """Render the votes of each ticket, most first, and the margin of the first two."""
    if votes is None or not votes.total:
        none = _("There was no popular vote. Lawmakers chose the electors.")
        unknown = _("We have no popular vote for it.")
        return Markup('<p class="page-hint">{}</p>').format(
            none if method == "legislature" else unknown
        )
    rows = [(ticket_name(election, ticket), won) for ticket, won in votes.ranking]
    rows += [(_("Others"), votes.other)] if votes.other else []
    body = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{:,}</td><td>{:.1%}</td></tr>').format(
            name, won, won / votes.total
        )
        for name, won in rows
    )
    return Markup(
        '<table class="page-votes"><caption>{}</caption><thead><tr>'
        '<th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr>'
        "</thead><tbody>{}</tbody></table><p>{}</p>"
    ).format(
        _("Popular vote"),
        _("Candidate"),
        _("Votes"),
        _("Share"),
        body,
        _margin(election, votes),
    )


def _margin(election: Election, votes: Votes) -> str:
    """Say by how many votes the first ticket leads the second."""
    margin = votes.margin
    if margin is None or margin.second is None:
        return ""
    return n_(
        "{leader} led by {number} vote, {points} points.",
        "{leader} led by {number} votes, {points} points.",
        margin.votes,
    ).format(
        leader=ticket_name(election, margin.first),
        number=f"{margin.votes:,}",
        points=f"{margin.points:.1f}",
    )


def _doubts(votes: Votes | None) -> Markup:
    """List what is doubtful about these votes."""
    if votes is None or not votes.doubts:
        return Markup("")
    items = Markup("").join(Markup("<li>{}</li>").format(_(doubt)) for doubt in votes.doubts)
    return Markup('<details class="page-doubts"><summary>{}</summary><ul>{}</ul></details>').format(
        _("What we are not sure of"), items
    )
