"""Let the visitor choose the ballot that a clicked elector casts."""

from typing import Final

from markupsafe import Markup

from ecx.app.kit.screen import BLANK_PEN, Screen, pair
from ecx.college.election import Election
from ecx.college.write_ins import unescaped
from ecx.figures.marks import ticket_name
from ecx.figures.palette import EMPTY, Look, looks

_PEOPLE: Final = "page-people"


def pens(screen: Screen, unit: str) -> Markup:
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
    offered = [(pair(election.expected[t]), ticket_name(election, t), coats[t]) for t in others]
    if rival is not None:
        offered.insert(0, ("", ticket_name(election, rival), coats[rival]))
    picked = screen.pen or ("" if rival is not None else BLANK_PEN)
    known = {pen for pen, *_ in offered} | {BLANK_PEN, "absent"}
    plain = [(BLANK_PEN, "A blank"), ("absent", "Stays away")]
    if picked not in known:
        plain.append((picked, _pen_name(screen, unit)))
    buttons = [_pen(picked, pen, name, look) for pen, name, look in offered]
    buttons += [_pen(picked, pen, name, None) for pen, name in plain]
    choice = Markup(
        '<div class="page-choices" role="group" aria-label="What a seat casts that you choose">'
        '<span class="page-label">The seat you choose casts for</span>{}</div>'
    ).format(Markup("").join(buttons))
    return choice + _person(screen) + _move(screen, unit)


def _pen(picked: str, pen: str, name: str, look: Look | None) -> Markup:
    return Markup(
        '<button type="button" class="page-choice" data-do="pick" data-value="{}"'
        ' aria-pressed="{}" style="--fill:{};--ink:{}">{}</button>'
    ).format(
        pen,
        "true" if pen == picked else "false",
        look.colour if look else EMPTY.colour,
        look.ink if look else EMPTY.ink,
        name,
    )


def _pen_name(screen: Screen, unit: str) -> str:
    """Name the chosen ballot: "Clinton", "Kasich and Fiorina", "a blank"."""
    election = screen.scenario.election
    match screen.pen:
        case "":
            rival = screen.rival(screen.scenario.carrier(unit))
            return "a blank" if rival is None else ticket_name(election, rival)
        case "absent":
            return "nobody"
        case pen if pen == BLANK_PEN:
            return "a blank"
        case pen:
            names = [_name(election, part) for part in pen.split("/") if part]
            return " and ".join(dict.fromkeys(names))


def _name(election: Election, written: str) -> str:
    """Return the name of a person from the form links use."""
    known = election.people.get(written)
    return election.short(written) if known else unescaped(written.removeprefix("~"))


def _person(screen: Screen) -> Markup:
    """Render the form that chooses any other person."""
    election = screen.scenario.election
    second = "Vice president" if election.votes_each == 1 else "Second vote"
    options = Markup("").join(
        Markup('<option value="{}"></option>').format(name)
        for name in sorted(set(election.people.values()))
    )
    return Markup(
        '<details class="page-other"><summary>Another person</summary>'
        '<form data-do="person" class="page-form">'
        '<label>President <input name="president" list="{0}" maxlength="60" autocomplete="off">'
        '</label><label>{1} <input name="vice_president" list="{0}" maxlength="60"'
        ' autocomplete="off" placeholder="as it is"></label>'
        '<button class="page-button">Pick</button><datalist id="{0}">{2}</datalist></form>'
        "</details>"
    ).format(_PEOPLE, second, options)


def _move(screen: Screen, unit: str) -> Markup:
    """Render the form that moves several electors at once."""
    left = len(screen.keepers(unit))
    if not left:
        return Markup('<p class="page-hint">None is left who keeps the pledge.</p>')
    return Markup(
        '<form data-do="move" class="page-form page-move" id="page-move-{unit}">'
        '<input type="hidden" name="unit" value="{unit}">'
        '<label>Move <input name="number" type="number" inputmode="numeric" required'
        ' value="{some}" min="1" max="{left}"> of {left}</label>'
        '<button class="page-button">to {name}</button></form>'
    ).format(unit=unit, some=min(5, left), left=left, name=_pen_name(screen, unit))
