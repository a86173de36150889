"""The presets as cards, each a link to the explorer with the electoral votes."""

from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import Markup

from ecx.app.kit import words
from ecx.app.pages.faithless.known_cases import LESSON
from ecx.college.election import Election
from ecx.college.tally import Tally, tally
from ecx.figures.palette import GREY, NEUTRAL, in_order, looks
from ecx.link.address import PageName, href
from ecx.record.opening import read_link
from ecx.record.origins import source_titles
from ecx.record.presets import Preset, presets
from ecx.say import _

_NAMED: Final = 5
"""Persons whose votes are listed; further ones are called others."""


def preset_cards() -> Markup:
    """Render every preset with its electoral votes, paragraph and sources.

    Returns
    -------
    markupsafe.Markup
        Two lists of cards: the election of the lesson, and the others, latest first.
    """
    others = [preset for preset in presets() if preset.cycle != LESSON]
    # Sorting keeps the order within a cycle.
    others.sort(key=lambda preset: -preset.cycle)
    return Markup("<h3>{}</h3>{}<h3>{}</h3>{}").format(
        _("December {year}").format(year=LESSON),
        _cards(preset for preset in presets() if preset.cycle == LESSON),
        _("Other elections"),
        _cards(others),
    )


def _cards(group: Iterable[Preset]) -> Markup:
    return Markup('<ul class="lesson-cards">{}</ul>').format(Markup("").join(map(_card, group)))


def _card(preset: Preset) -> Markup:
    shown = read_link(preset.query)
    titled = "{title}" if preset.cycle == LESSON else _("{year}: {title}")
    return Markup(
        '<li class="lesson-card"><a href="{}">{}</a>{}<p>{}</p>'
        "<details><summary>{}</summary><p>{}.</p></details></li>"
    ).format(
        href(PageName.EXPLORER, preset.query),
        titled.format(year=shown.election.label, title=_(preset.title)),
        _score(shown.election, tally(shown)),
        _(preset.words),
        _("Where is this from?"),
        "; ".join(source_titles(preset.source)),
    )


def _score(election: Election, counted: Tally) -> Markup:
    """Render the votes for president as words, and as a bar if each elector has one vote."""
    votes = counted.president
    told = [f"{words.short(election, person)} {votes[person]}" for person in [*votes][:_NAMED]]
    score = ", ".join(told)
    if len(votes) > _NAMED:
        score = _("{votes}, others").format(votes=score)
    bar = _bar(election, votes, counted.appointed) if election.votes_each == 1 else Markup("")
    return Markup('{}<p class="lesson-score">{}</p>').format(bar, score)


def _bar(election: Election, votes: Mapping[str, int], appointed: int) -> Markup:
    """Render a bar with the two leading candidates at its ends; its middle is half of the votes."""
    coats = looks(election.tickets.values())
    colours = {
        ticket.president: coats[ticket.id].colour
        for ticket in in_order(election.tickets.values())
        if ticket.president
    }
    first, *others = sorted(votes, key=lambda person: [*colours, person].index(person))
    last = others[:1]
    parts = [(first, votes[first]), *((person, votes[person]) for person in others[1:])]
    parts += [("", appointed - sum(votes.values())), *((person, votes[person]) for person in last)]
    spans = Markup("").join(
        Markup('<span style="flex-grow: {}; background: {}"></span>').format(
            number, colours.get(person, NEUTRAL) if person else GREY
        )
        for person, number in parts
        if number
    )
    return Markup('<span class="lesson-tally" aria-hidden="true">{}</span>').format(spans)
