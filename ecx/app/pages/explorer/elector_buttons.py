"""The electors of a unit: one button each, and a sentence where something is unusual."""

from collections import Counter
from typing import Final

from markupsafe import Markup

from ecx.app.kit import words
from ecx.app.kit.screen import Screen
from ecx.app.pages.explorer.ballot_words import fate, sign
from ecx.college.election import Election
from ecx.college.elector import Standing
from ecx.college.ledger import Entry
from ecx.figures.palette import EMPTY, Look, looks
from ecx.say import _, phrase

_SAID: Final = {
    Standing.DISPUTED: phrase(
        "{electors}: nobody agreed if they could vote. Congress gave totals with and without them."
    ),
    Standing.NOT_COUNTED: phrase("{electors}: voted, but Congress refused to count it."),
    Standing.PRESIDENT_NOT_COUNTED: phrase(
        "{electors}: voted, but Congress refused the vote for president."
    ),
    Standing.EXCLUDED: phrase("{electors}: not counted. Congress said the state could not vote."),
    Standing.ABSENT: phrase("{electors}: did not vote."),
    Standing.VACANT: phrase("{electors}: never chosen."),
}
"""What is said of electors who were not simply counted."""


_NAMED: Final = 3


def seats(screen: Screen, unit: str) -> Markup:
    """Render the electors of a unit, with sentences on unusual ballots.

    Parameters
    ----------
    screen : Screen
        What the page shows.
    unit : str
        Unit id.

    Returns
    -------
    markupsafe.Markup
        A button for each seat, and lists under headings.
    """
    entries = [entry for entry in screen.counted.ledger if entry.unit == unit]
    broken = _broken(screen.scenario.election, [e for e in entries if e.faithless])
    return (
        _grid(screen, entries)
        + _section(_("Broken pledges"), broken)
        + _section(_("Unusual votes"), _standings(entries))
    )


def _section(heading: str, lines: list[str]) -> Markup:
    if not lines:
        return Markup("")
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<h3>{}</h3><ul>{}</ul>").format(heading, items)


def _broken(election: Election, entries: list[Entry]) -> list[str]:
    """Describe the broken pledges and how they are counted; equal ones share a line."""
    alike: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        alike.setdefault((fate(election, entry), entry.note), []).append(entry)
    return [
        f"{_who(those)}: {fate(election, those[0], len(those))}. {_(note) if note else ''}".rstrip()
        for (_fate, note), those in alike.items()
    ]


def _who(entries: list[Entry]) -> str:
    """Name electors; give only their number if there are many."""
    if len(entries) > _NAMED:
        return words.number_of_electors(len(entries))
    return words.listed(
        f"{entry.elector}{f', {entry.name}' if entry.name else ''}" for entry in entries
    )


def _standings(entries: list[Entry]) -> list[str]:
    """Describe the seats that were not simply counted."""
    counts = Counter(entry.standing for entry in entries)
    lines = [
        _(said).format(electors=words.number_of_electors(counts[standing]))
        for standing, said in _SAID.items()
        if counts[standing]
    ]
    unusual = [e for e in entries if e.standing is not Standing.COUNTED and not e.faithless]
    return lines + list(dict.fromkeys(_(e.note) for e in unusual if e.note))


def _grid(screen: Screen, entries: list[Entry]) -> Markup:
    """Render a button for each elector; the Tab key reaches only one of them."""
    election = screen.scenario.election
    coats = looks(election.tickets.values())
    own = [entry.elector for entry in entries]
    stop = screen.elector if screen.elector in own else own[0] if own else None
    buttons = Markup("").join(
        _seat(election, entry, coats, stop=entry.elector == stop) for entry in entries
    )
    return Markup(
        '<div class="page-seats" role="group" aria-label="{}" data-arrows>{}</div>'
    ).format(_("Electors. Arrow keys move"), buttons)


def _seat(election: Election, entry: Entry, coats: dict[str, Look], *, stop: bool) -> Markup:
    pledged = coats.get(entry.pledged or "")
    known = _("Elector {number}, {name}: {fate}") if entry.name else _("Elector {number}: {fate}")
    told = known.format(number=_number(entry), name=entry.name, fate=fate(election, entry))
    mark = sign(entry)
    return Markup(
        '<button type="button" class="page-seat" data-do="seat" data-value="{elector}"'
        ' tabindex="{tab}" style="--fill:{fill};--ink:{ink}" title="{told}" aria-label="{told}"'
        "{off}{broken}>{number}{sign}</button>"
    ).format(
        elector=entry.elector,
        tab=0 if stop else -1,
        fill=pledged.colour if pledged else EMPTY.colour,
        ink=pledged.ink if pledged else EMPTY.ink,
        told=told,
        number=_number(entry),
        off=Markup(' aria-disabled="true"') if entry.pledged is None else "",
        broken=Markup(" data-strays") if mark else "",
        sign=Markup('<span class="page-sign" aria-hidden="true"{}>{}</span>').format(
            _cast_colour(entry, election, coats), mark
        )
        if mark
        else "",
    )


def _number(entry: Entry) -> str:
    return entry.elector.partition(".")[2]


def _cast_colour(entry: Entry, election: Election, coats: dict[str, Look]) -> Markup:
    """Color a mark like the ticket of the candidate an elector votes for."""
    cast = entry.cast and entry.cast.president
    ticket = next((t.id for t in election.tickets.values() if cast and t.president == cast), None)
    if ticket is None or ticket == entry.pledged:
        return Markup("")
    return Markup(' style="--cast:{};--cast-ink:{}"').format(
        coats[ticket].colour, coats[ticket].ink
    )
