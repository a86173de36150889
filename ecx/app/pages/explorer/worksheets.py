"""Worksheets: what a class gets on paper instead of the page, and works out by hand."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from markupsafe import Markup

from ecx.app.kit import outcome
from ecx.college.counted import Counted
from ecx.say import _, n_


class Worksheet(StrEnum):
    """What can be printed. The value is the word of a control, and of the style sheet."""

    PAGE = "page"
    """The map with its totals, as it is."""
    BLANK = "blank"
    """A map without colors, with states' electors, and room to count."""
    QUESTION = "question"
    """The map without totals, and the answer on the next sheet."""
    COUNT = "count"
    """The votes of each state, to add up; the answer on the next sheet."""


def titles() -> Mapping[Worksheet, str]:
    """Name the worksheets as their buttons do.

    Returns
    -------
    mapping of Worksheet to str
        In the order of the menu.

    Examples
    --------
    >>> titles()[Worksheet.BLANK]
    'Blank map'
    """
    return {
        Worksheet.PAGE: _("This map"),
        Worksheet.BLANK: _("Blank map"),
        Worksheet.QUESTION: _("Who wins?"),
        Worksheet.COUNT: _("Count the votes"),
    }


def worksheet(kind: Worksheet, counted: Counted) -> Markup:
    """Render what is printed with the map, or instead of it.

    Parameters
    ----------
    kind : Worksheet
        Which one.
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    markupsafe.Markup
        HTML for paper; nothing for the page as it is.

    Examples
    --------
    >>> import ecx
    >>> sheet = worksheet(Worksheet.COUNT, Counted(ecx.scenario(1824)))
    >>> sheet.count("<tr>"), "Jackson" in sheet
    (31, True)
    """
    draw = _DRAWN.get(kind)
    return draw(counted) if draw else Markup()


def votes_by_place(counted: Counted) -> dict[str, Counter[str]]:
    """Add up the votes for president that are counted in each place.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger.

    Returns
    -------
    dict of str to collections.Counter
        Votes by person, by place, in the order of the ledger. Before 1804 every elector has two.

    Examples
    --------
    >>> import ecx
    >>> votes_by_place(Counted(ecx.scenario(2016)))["TX"].most_common()
    [('trump', 36), ('paul', 1), ('kasich', 1)]
    """
    found: dict[str, Counter[str]] = {}
    for entry in counted.ledger:
        if entry.counted is None or not entry.standing.appointed:
            continue
        votes = found.setdefault(entry.place, Counter())
        names = (entry.counted.president, entry.counted.vice_president)
        votes.update(name for name in names[: counted.scenario.election.votes_each] if name)
    return found


def _blank(counted: Counted) -> Markup:
    """Render the instructions under a map to color, and a table to count in."""
    label = counted.scenario.election.label
    head = _("{election}: color the map").format(election=label)
    return _page(
        head,
        _needed(counted),
        _table(
            (_("Candidate"), _("Color"), _("Count the electoral votes here"), _("Total")),
            [("", "", "", "")] * 3,
            _("Tally"),
        ),
        _line(_("Who wins?")),
    )


def _question(counted: Counted) -> Markup:
    """Render a question under the colored map, and the answer on a sheet of its own."""
    label = counted.scenario.election.label
    head = _("{election}: who wins?").format(election=label)
    ask = _("Add up the electoral votes of each color.")
    return _page(head, ask, _needed(counted), _line(_("Your answer:"))) + _answer(counted)


def _count(counted: Counted) -> Markup:
    """Render the votes of each state in a table whose totals are left out."""
    election, tally = counted.scenario.election, counted.tally
    persons = list(tally.president)
    votes = votes_by_place(counted)
    rows = [
        (election.places[place], *(str(won[person] or "") for person in persons))
        for place, won in sorted(votes.items(), key=lambda item: election.places[item[0]])
    ]
    head = _("{election}: count the votes").format(election=election.label)
    return _page(
        head,
        _("How many votes does each candidate have? How many make a majority? Who wins?"),
        _table(
            (_("State"), *(election.short(person) for person in persons)),
            [*rows, (_("Total"), *[""] * len(persons))],
            _("Electoral votes"),
        ),
        _line(_("Electors in all:")),
        _line(_("A majority is more than half:")),
        _line(_("Who wins?")),
    ) + _answer(counted)


def _answer(counted: Counted) -> Markup:
    """Render the answer, which starts a sheet of its own."""
    election, tally = counted.scenario.election, counted.tally
    totals = [(election.name(person), str(votes)) for person, votes in tally.president.items()]
    return Markup('<section class="sheet-answer"><h2>{}</h2><p>{}</p><p>{}</p>{}</section>').format(
        _("Answer for the teacher"),
        outcome.president(counted),
        _needed(counted),
        _table((_("Candidate"), _("Total")), totals, _("Electoral votes")),
    )


def _needed(counted: Counted) -> str:
    tally = counted.tally
    return n_(
        "It takes {majority} of {number} electoral vote to win.",
        "It takes {majority} of {number} electoral votes to win.",
        tally.appointed,
    ).format(majority=tally.majority, number=tally.appointed)


def _page(head: str, *parts: str | Markup) -> Markup:
    """Render one sheet: a line for the name, a heading, sentences and what else is on it."""
    body = Markup("").join(
        part if isinstance(part, Markup) else Markup("<p>{}</p>").format(part) for part in parts
    )
    return Markup(
        '<section class="sheet-work"><div class="sheet-head">{}{}</div><h2>{}</h2>{}</section>'
    ).format(_line(_("Name:")), _line(_("Date:")), head, body)


def _line(label: str) -> Markup:
    """Render a label with a line to write on."""
    return Markup('<p class="sheet-line">{}</p>').format(label)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], caption: str) -> Markup:
    """Render a table with lines to write in."""
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(text) for text in heads)
    body = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            first, Markup("").join(Markup("<td>{}</td>").format(text) for text in others)
        )
        for first, *others in rows
    )
    return Markup(
        '<table class="sheet-table"><caption>{}</caption><thead><tr>{}</tr></thead>'
        "<tbody>{}</tbody></table>"
    ).format(caption, head, body)


_DRAWN: Final[Mapping[Worksheet, Callable[[Counted], Markup]]] = {
    Worksheet.BLANK: _blank,
    Worksheet.QUESTION: _question,
    Worksheet.COUNT: _count,
}
