"""The seats of a unit that call for a word: broken pledges, votes not cast or not counted."""

from collections import Counter

from markupsafe import Markup

from ecx.app import words
from ecx.app.state import Screen
from ecx.election import Standing
from ecx.ledger import Entry

_SAID = {
    Standing.DISPUTED: "{} announced both with and without: their right to vote was disputed.",
    Standing.NOT_COUNTED: "{} cast, and refused by Congress.",
    Standing.PRESIDENT_NOT_COUNTED: "{} cast, and refused by Congress for president alone.",
    Standing.EXCLUDED: "{} not counted: Congress held that the place had no electors then.",
    Standing.ABSENT: "{} who did not vote.",
    Standing.VACANT: "{} never appointed.",
}


def seats(screen: Screen, unit: str) -> Markup:
    """Render what became of the seats of a unit, where that is not plain.

    Parameters
    ----------
    screen : Screen
        What the page shows.
    unit : str
        Unit id.

    Returns
    -------
    markupsafe.Markup
        Lists under headings; empty where every elector voted as pledged and was counted.
    """
    entries = [entry for entry in screen.ledger if entry.unit == unit]
    return _section("Broken pledges", [_broken(screen, e) for e in entries if e.faithless]) + (
        _section("Not as usual", _standings(entries))
    )


def _section(heading: str, lines: list[str]) -> Markup:
    if not lines:
        return Markup("")
    items = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    return Markup("<h3>{}</h3><ul>{}</ul>").format(heading, items)


def _broken(screen: Screen, entry: Entry) -> str:
    """Say whom an elector named instead."""
    election, cast = screen.scenario.election, entry.cast
    who = f"{entry.elector}{f', {entry.name}' if entry.name else ''}"
    if cast is None:
        return who
    first, second = (
        words.short(election, person) for person in (cast.president, cast.vice_president)
    )
    if election.votes_each == 1:
        named = f"{first} for president, {second} for vice president."
    else:
        named = f"{first} and {second}."
    return f"{who}: {named} {entry.note}".rstrip()


def _standings(entries: list[Entry]) -> list[str]:
    """Say what became of the seats that were not simply counted."""
    counts = Counter(entry.standing for entry in entries)
    lines = [
        said.format(words.count(counts[standing], "elector"))
        for standing, said in _SAID.items()
        if counts[standing]
    ]
    unusual = [e for e in entries if e.standing is not Standing.COUNTED and not e.faithless]
    return lines + list(dict.fromkeys(e.note for e in unusual if e.note))
