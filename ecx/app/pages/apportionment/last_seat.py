"""Who got the last seat, who just missed it, and the claims around it; also for every census."""

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from markupsafe import Markup

from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.pane import Pane
from ecx.app.kit.words import count, listed
from ecx.app.pages.apportionment.calculator import Calculator, method_name, opened_census
from ecx.app.pages.apportionment.claim_words import ordinal, priority
from ecx.app.pages.apportionment.paradox_cases import people_of
from ecx.apportionment import ACTS, Apportionment, Claim, Departure, Method
from ecx.link.address import written_query
from ecx.say import _

BEFORE = 5
"""Claims shown on either side of the last seat."""


class LastSeatHeadline(Pane):
    """Says who got the last seat, who would get the next one, and by how much."""

    css_class: ClassVar = "ecx-last-seat-headline"

    def view(self, screen: Calculator) -> Markup:
        """Render the sentences."""
        return Markup(
            '<div role="status"><p class="page-outcome">{}</p>{}</div>'
            '<p class="page-aside">{}</p>{}'
        ).format(
            last_and_next(screen),
            _incomplete(screen),
            f"{count(screen.house, 'seat')} among {count(len(screen.populations), 'place')} by "
            f"{method_name(screen.method)}, {people_of(screen)}. {_law(screen)}",
            Markup('<p class="lab-case">{}</p>').format(screen.case) if screen.case else "",
        )


class LastSeatTables(Pane):
    """Lists the claims around the last seat, and who just missed after each census."""

    css_class: ClassVar = "ecx-last-seat-tables"

    def view(self, screen: Calculator) -> Markup:
        """Render the two tables."""
        return Markup("<h2>Who just missed</h2>{}{}").format(_around(screen), _each_census())


def last_and_next(screen: Calculator) -> str:
    """Say who got the last seat and who just missed it.

    Parameters
    ----------
    screen : Calculator
        What is on the screen.

    Returns
    -------
    str
        Two sentences; with a tie, who is tied; without a seat to claim, who has them all.

    Examples
    --------
    >>> last_and_next(opened_census(2020))
    'Minnesota has the last seat, with 26 people to spare. New York is next: 89 people short.'
    """
    found = screen.apportionment
    if len(found.seats) == 1:
        (only,) = found.seats
        every = "the one seat" if screen.house == 1 else f"all {count(screen.house, 'seat')}"
        return f"{screen.name(only)} has {every}: there is no other place."
    if found.tie:
        tied = listed([screen.name(place) for place in found.tie.places])
        left = found.tie.left
        seats, them = ("seat", "it") if left == 1 else (count(left, "seat"), "them")
        return f"A tie: {tied} have equal claims to the last {seats}. Nobody has {them}."
    return f"{_last(screen, found)} {_next(screen, found)}"


def _last(screen: Calculator, found: Apportionment) -> str:
    """Say who got the last seat, where there are several places and no tie."""
    if found.last is None:
        return f"Every seat is guaranteed: each place has {count(screen.minimum, 'seat')}."
    spare = "" if found.last.people is None else f", with {_people(found.last.people)} to spare"
    return f"{screen.name(found.last.claim.place)} has the last seat{spare}."


def _next(screen: Calculator, found: Apportionment) -> str:
    """Say who would get the next seat, and how many people it lacks."""
    if found.next is None:
        return ""
    place, people = found.next.claim.place, found.next.people
    name = screen.name(place)
    if people is not None:
        return f"{name} is next: {_people(people)} short."
    if found.last is None:
        return f"{name} would have the next."
    if found.seats[place] - screen.minimum < len(found.priorities):
        # Without guaranteed seats, no population can beat the claim to a first seat.
        return (
            f"{name} is next: however many people it had, the first seats of the others come "
            "before its claim."
        )
    if not screen.minimum:
        return f"{name} is next: it has every seat already."
    others = [screen.name(other) for other in found.seats if other != place]
    them = others[0] if len(others) == 1 else "the others"
    return f"{name} is next: it has every seat already that is not guaranteed to {them}."


def _incomplete(screen: Calculator) -> Markup:
    """Say how many rows of a table are missing from the country; empty if none is."""
    left_out, dealt = screen.country.refused, len(screen.country.people)
    if not (screen.made_up and left_out):
        return Markup("")
    return Markup(
        '<p class="page-lines">Not the whole table: {} of its {} dealt. '
        '<button type="button" class="page-text" data-scroll=".ecx-country">What is wrong with '
        "{}</button></p>"
    ).format(
        f"{dealt:,}",
        f"{dealt + left_out:,} rows {'is' if dealt == 1 else 'are'}",
        "the other row" if left_out == 1 else "the others",
    )


def _people(number: int) -> str:
    return f"{number:,} {'person' if number == 1 else 'people'}"


def _law(screen: Calculator) -> str:
    """Say what the law was, and which exceptions it made to its method."""
    if screen.made_up:
        return ""
    law = ACTS.get(screen.census)
    if law is None:
        return "Congress did not apportion the House after this census."
    was = (
        ""
        if screen.lawful
        else (f"The law dealt {count(law.size, 'seat')} by {method_name(law.method)}. ")
    )
    others = " ".join(_departure(screen, departure) for departure in law.departures)
    return f"{was}{law.statute}. {others}".strip()


def _departure(screen: Calculator, departure: Departure) -> str:
    """Say why the law made an exception; name its places if the reason does not."""
    named = [screen.name(place) for place in departure.seats]
    if not departure.joined or any(name in departure.why for name in named):
        return departure.why
    return f"{listed(named)} {departure.why[0].lower()}{departure.why[1:]}"


def _around(screen: Calculator) -> Markup:
    """Render the claims on either side of the last seat."""
    found = screen.apportionment
    seated = found.priorities[-BEFORE:]
    lines = [_line(screen, found, claim, seated=True) for claim in seated]
    lines += [_line(screen, found, claim, seated=False) for claim in found.following(BEFORE)]
    unit = ", of a seat" if screen.method is Method.HAMILTON else ""
    return Markup(
        '<div class="page-scroll" tabindex="0" role="region" aria-label="Around the last seat">'
        '<table class="page-votes lab-edge"><caption>Claims around the last seat</caption>'
        '<thead><tr><th scope="col">Seat</th><th scope="col">Place</th><th scope="col">Its</th>'
        '<th scope="col">Priority{}</th><th scope="col">People</th></tr></thead>'
        "<tbody>{}</tbody></table></div>"
    ).format(unit, Markup("").join(lines)) + csv_button(_("Around the last seat"))


def _line(screen: Calculator, found: Apportionment, claim: Claim, *, seated: bool) -> Markup:
    """Render one claim, with its margin where the seat is a place's last or next one."""
    words = "" if seated else "–"
    if found.tie is None:
        held = found.seats[claim.place]
        if seated and claim.seat == held:
            words = _margin(found.loses_with(claim.place), "to spare", "safe")
        elif not seated and claim.seat == held + 1:
            words = _margin(found.lacks(claim.place), "short", "out of reach")
    elif claim.place in found.tie.places and claim.seat == found.seats[claim.place] + 1:
        words = "tied"
    return Markup(
        '<tr class="{}"><td>{}</td><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>'
    ).format(
        "lab-seated" if seated else "lab-missed",
        claim.rank,
        screen.name(claim.place),
        ordinal(claim.seat),
        priority(claim.priority, screen.method),
        words,
    )


def _margin(people: int | None, word: str, never: str) -> str:
    """Write a number of people; use `never` if no number would do."""
    return never if people is None else f"{people:,} {word}"


@cache
def _each_census() -> Markup:
    """Render who just missed a seat after every census, by the method and size of its law."""
    rows = Markup("").join(_census_lines())
    return Markup(
        '<details class="chart-numbers"><summary>Every census since 1790</summary>'
        '<div class="page-scroll" tabindex="0" role="region" aria-label="Every census">'
        '<table class="page-votes lab-censuses"><caption>By method and size of each law</caption>'
        '<thead><tr><th scope="col">Census</th><th scope="col">Method</th>'
        '<th scope="col">Seats</th><th scope="col">Last seat</th><th scope="col">To spare</th>'
        '<th scope="col">Next</th><th scope="col">Short</th></tr></thead><tbody>{}</tbody></table>'
        "</div>{}</details>"
    ).format(rows, csv_button(_("The last seat after every census")))


def _census_lines() -> Iterator[Markup]:
    for census in sorted(ACTS, reverse=True):
        screen = opened_census(census)
        last, following = screen.apportionment.last, screen.apportionment.next
        cells = [
            method_name(screen.method),
            f"{screen.house}{' *' if ACTS[census].departures else ''}",
            screen.name(last.claim.place) if last else "tie",
            f"{last.people:,}" if last and last.people is not None else "–",
            screen.name(following.claim.place) if following else "tie",
            f"{following.people:,}" if following and following.people is not None else "–",
        ]
        yield Markup('<tr><th scope="row"><a href="{}">{}</a></th>{}</tr>').format(
            written_query([("census", census)]),
            census,
            Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells),
        )
