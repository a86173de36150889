"""Let the visitor choose the ballot that a clicked elector casts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from ecx.app.kit.buttons import Button, group
from ecx.app.kit.screen import Screen
from ecx.app.kit.words import listed
from ecx.college.election import Election
from ecx.college.elector import ABSENT_EDIT, BLANK_EDIT, BallotEdit
from ecx.college.write_ins import is_write_in, written_name
from ecx.figures.marks import ticket_name
from ecx.figures.palette import EMPTY, Look, looks
from ecx.link.ballots import written_edit
from ecx.say import _

_PEOPLE: Final = "page-people"

_ASKED: Final = 4
"""Persons who are offered at most where a name is not clear."""

_Offer = tuple[BallotEdit | None, str, Look]
"""A ballot to choose from, its name and its colors; without a ballot, a vote for the rival."""


def ballot_picker(screen: Screen, unit: str) -> Markup:
    """Render a button for each ballot to choose from, and the forms.

    Parameters
    ----------
    screen : Screen
        What the page shows.
    unit : str
        Unit id; a ticket carries it.

    Returns
    -------
    markupsafe.Markup
        The choice, a form for any other person, a form that moves several electors at once.
    """
    election = screen.scenario.election
    coats = looks(election.tickets.values())
    own = screen.scenario.carrier(unit)
    rival = screen.rival(own)
    others = [t for t in election.majors if t not in (own, rival) and election.tickets[t].president]
    offered: list[_Offer] = [
        (BallotEdit.of_ticket(election.expected[t]), ticket_name(election, t), coats[t])
        for t in others
    ]
    if rival is not None:
        offered.insert(0, (None, ticket_name(election, rival), coats[rival]))
    picked = BLANK_EDIT if screen.ballot is None and rival is None else screen.ballot
    offered += [(BLANK_EDIT, _("Blank"), EMPTY), (ABSENT_EDIT, _("Doesn’t vote"), EMPTY)]
    if picked not in [ballot for ballot, *_ in offered]:
        offered.append((picked, _name(screen, unit), EMPTY))
    buttons = [_button(offer, pressed=offer[0] == picked) for offer in offered]
    label = Markup('<span class="page-label">{}</span>').format(
        _("The next elector you click votes for")
    )
    choice = group(_("How the next elector votes"), [label, *buttons], "page-choices")
    return choice + _questions(election, picked) + _person(screen) + _move(screen, unit)


def _questions(election: Election, picked: BallotEdit | None) -> Markup:
    """Ask who is meant by names that nearly fit somebody, or fit several."""
    if picked is None:
        return Markup("")
    first, second = picked.president, picked.vice_president
    asked = _question(election, picked, first, lambda who: replace(picked, president=who))
    if second != first:
        asked += _question(
            election, picked, second, lambda who: replace(picked, vice_president=who)
        )
    return asked


def _question(
    election: Election, picked: BallotEdit, person: object, meant: Callable[[str], BallotEdit]
) -> Markup:
    """Ask whether a person who is written in is one of the election."""
    if not (isinstance(person, str) and is_write_in(person)):
        return Markup("")
    name = written_name(person)
    offered = [
        Button(election.name(near), "pick", written_edit(meant(near)), kind="page-choice")
        for near in election.persons.near(name)[:_ASKED]
    ]
    if not offered:
        return Markup("")
    kept = _("No: “{name}” is someone else").format(name=name)
    offered.append(Button(kept, "pick", written_edit(picked), pressed=True, kind="page-choice"))
    label = Markup('<span class="page-label">{}</span>').format(_("Did you mean"))
    return group(_("Who is meant"), [label, *offered], "page-choices page-question")


def _button(offer: _Offer, *, pressed: bool) -> Button:
    """Return the button of one ballot."""
    ballot, name, look = offer
    value = "" if ballot is None else written_edit(ballot)
    return Button(name, "pick", value, pressed=pressed, look=look, kind="page-choice")


def _name(screen: Screen, unit: str) -> str:
    """Name the chosen ballot: "Clinton", "Kasich and Fiorina", "blank"."""
    election, ballot = screen.scenario.election, screen.ballot
    if ballot is None:
        rival = screen.rival(screen.scenario.carrier(unit))
        return _("blank") if rival is None else ticket_name(election, rival)
    if ballot in (BLANK_EDIT, ABSENT_EDIT):
        return _("blank") if ballot.attended else _("no vote")
    offices = (ballot.president, ballot.vice_president)
    return listed(dict.fromkeys(_who(election, who) for who in offices if who is not ...))


def _who(election: Election, person: str | None) -> str:
    """Name a person as short as may be, and one who is written in as written."""
    if person is None:
        return _("blank")
    return written_name(person) if is_write_in(person) else election.short(person)


def _person(screen: Screen) -> Markup:
    """Render the form that chooses any other person."""
    election = screen.scenario.election
    second = _("Vice president") if election.votes_each == 1 else _("Second vote")
    options = Markup("").join(
        Markup('<option value="{}"></option>').format(name)
        for name in sorted(set(election.people.values()))
    )
    return Markup(
        '<details class="page-other"><summary>{another}</summary>'
        '<form data-do="person" class="page-form">'
        '<label>{first} <input name="president" list="{people}" maxlength="60" autocomplete="off">'
        '</label><label>{second} <input name="vice_president" list="{people}" maxlength="60"'
        ' autocomplete="off" placeholder="{same}"></label>'
        '<button class="page-button">{pick}</button><datalist id="{people}">{names}</datalist>'
        "</form></details>"
    ).format(
        another=_("Another person"),
        first=_("President"),
        second=second,
        same=_("no change"),
        pick=_("Choose"),
        people=_PEOPLE,
        names=options,
    )


def _move(screen: Screen, unit: str) -> Markup:
    """Render the form that moves several electors at once."""
    left = len(screen.keepers(unit))
    if not left:
        return Markup('<p class="page-hint">{}</p>').format(
            _("No elector here keeps the pledge now.")
        )
    return Markup(
        '<form data-do="move" class="page-form page-move" id="page-move-{unit}">'
        '<input type="hidden" name="unit" value="{unit}">'
        '<label>{label} <input name="number" type="number" inputmode="numeric" required'
        ' value="{some}" min="1" max="{left}"></label>'
        '<button class="page-button">{send}</button></form>'
    ).format(
        unit=unit,
        some=min(5, left),
        left=left,
        label=_("How many of {number}?").format(number=left),
        send=_("Switch to {name}").format(name=_name(screen, unit)),
    )
