"""Who got the last seat, who just missed it, and the claims around it; also for every census."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import ClassVar, Final

from markupsafe import Markup

from ecx.app.kit.csv_button import csv_button
from ecx.app.kit.jump_list import heading
from ecx.app.kit.pane import Pane
from ecx.app.kit.words import listed
from ecx.app.pages.apportionment.calculator import Calculator, method_name, opened_census
from ecx.app.pages.apportionment.claim_words import (
    number_of_seats,
    number_of_states,
    ordinal,
    priority,
)
from ecx.app.pages.apportionment.paradox_cases import people_of
from ecx.apportionment import ACTS, Apportionment, Claim, Method
from ecx.link.address import written_query
from ecx.say import _, n_, phrase

BEFORE = 5
"""Claims shown on either side of the last seat."""

_CENSUS_HEADS: Final = (
    phrase("Census"),
    phrase("Method"),
    phrase("Seats"),
    phrase("Last seat"),
    phrase("To spare"),
    phrase("Next"),
    phrase("Short"),
)


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
            f"{_basis(screen)} {_law(screen)}",
            Markup('<p class="lab-case">{}</p>').format(_(screen.case)) if screen.case else "",
        )


class LastSeatTables(Pane):
    """Lists the claims around the last seat, and who just missed after each census."""

    css_class: ClassVar = "ecx-last-seat-tables"

    def view(self, screen: Calculator) -> Markup:
        """Render the two tables."""
        return Markup("{}{}{}").format(
            heading(_("Who just missed")), _around(screen), _each_census()
        )


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
    'Minnesota got the last seat, with 26 people to spare. New York is next. It needed 89 more \
people.'
    """
    found = screen.apportionment
    if len(found.seats) == 1:
        (only,) = found.seats
        return n_(
            "{state} has the only seat. There is no other state.",
            "{state} has all {number} seats. There is no other state.",
            screen.house,
        ).format(state=screen.name(only), number=f"{screen.house:,}")
    if found.tie:
        tied = listed([screen.name(place) for place in found.tie.places])
        return n_(
            "It’s a tie. {states} have the same claim to the last seat, so nobody gets it.",
            "It’s a tie. {states} have the same claim to the last {number} seats, "
            "so nobody gets them.",
            found.tie.left,
        ).format(states=tied, number=found.tie.left)
    return f"{_last(screen, found)} {_next(screen, found)}"


def _last(screen: Calculator, found: Apportionment) -> str:
    """Say who got the last seat, where there are several places and no tie."""
    if found.last is None:
        return _("Every seat is guaranteed. Each state has {seats}.").format(
            seats=number_of_seats(screen.minimum)
        )
    state, people = screen.name(found.last.claim.place), found.last.people
    if people is None:
        return _("{state} got the last seat.").format(state=state)
    return n_(
        "{state} got the last seat, with {number} person to spare.",
        "{state} got the last seat, with {number} people to spare.",
        people,
    ).format(state=state, number=f"{people:,}")


def _next(screen: Calculator, found: Apportionment) -> str:
    """Say who would get the next seat, and how many people it lacks."""
    if found.next is None:
        return ""
    place, people = found.next.claim.place, found.next.people
    name = screen.name(place)
    if people is not None:
        return n_(
            "{state} is next. It needed {number} more person.",
            "{state} is next. It needed {number} more people.",
            people,
        ).format(state=name, number=f"{people:,}")
    if found.last is None:
        return _("{state} would get the next seat.").format(state=name)
    if found.seats[place] - screen.minimum < len(found.priorities):
        # Without guaranteed seats, no population can beat the claim to a first seat.
        return _(
            "{state} is next. More people would not help it: the other states’ first seats come "
            "before its claim."
        ).format(state=name)
    if not screen.minimum:
        return _("{state} is next. It has every seat already.").format(state=name)
    return _(
        "{state} is next. It has every seat already that is not guaranteed to another state."
    ).format(state=name)


def _incomplete(screen: Calculator) -> Markup:
    """Say how many rows of a table are missing from the country; empty if none is."""
    left_out, dealt = screen.country.refused, len(screen.country.people)
    if not (screen.made_up and left_out):
        return Markup("")
    return Markup(
        '<p class="page-lines">{} '
        '<button type="button" class="page-text" data-scroll=".ecx-country">{}</button></p>'
    ).format(
        _("This is not the whole table. We used {used} of its {rows} rows.").format(
            used=f"{dealt:,}", rows=f"{dealt + left_out:,}"
        ),
        _("See the problems"),
    )


def _basis(screen: Calculator) -> str:
    """Say how many seats are shared, among how many states, by which method and count."""
    return _("{seats} for {states}, by the {method} method. {people}.").format(
        seats=number_of_seats(screen.house),
        states=number_of_states(len(screen.populations)),
        method=method_name(screen.method),
        people=people_of(screen),
    )


def _law(screen: Calculator) -> str:
    """Say what the law was, and which exceptions it made to its method."""
    if screen.made_up:
        return ""
    law = ACTS.get(screen.census)
    if law is None:
        return _("After this census, Congress did not share the House seats again.")
    was = (
        ""
        if screen.lawful
        else _("By law there were {seats}, by the {method} method.").format(
            seats=number_of_seats(law.size), method=method_name(law.method)
        )
    )
    others = (_(departure.why) for departure in law.departures)
    return " ".join(filter(None, (was, f"{law.statute}.", *others)))


def _around(screen: Calculator) -> Markup:
    """Render the claims on either side of the last seat."""
    found = screen.apportionment
    seated = found.priorities[-BEFORE:]
    lines = [_line(screen, found, claim, seated=True) for claim in seated]
    lines += [_line(screen, found, claim, seated=False) for claim in found.following(BEFORE)]
    value = _("Remainder") if screen.method is Method.HAMILTON else _("Priority")
    heads = (_("Seat"), _("State"), _("State’s own"), value, _("People"))
    return Markup(
        '<div class="page-scroll" tabindex="0" role="region" aria-label="{0}">'
        '<table class="page-votes lab-edge"><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>"
    ).format(_("Claims around the last seat"), _heads(heads), Markup("").join(lines)) + csv_button(
        _("Claims around the last seat")
    )


def _heads(heads: Iterable[str]) -> Markup:
    return Markup("").join(Markup('<th scope="col">{}</th>').format(head) for head in heads)


def _line(screen: Calculator, found: Apportionment, claim: Claim, *, seated: bool) -> Markup:
    """Render one claim, with its margin where the seat is a place's last or next one."""
    words = "" if seated else "–"
    if found.tie is None:
        held = found.seats[claim.place]
        if seated and claim.seat == held:
            words = _margin(found.loses_with(claim.place), _("{number} to spare"), _("safe"))
        elif not seated and claim.seat == held + 1:
            words = _margin(found.lacks(claim.place), _("{number} short"), _("out of reach"))
    elif claim.place in found.tie.places and claim.seat == found.seats[claim.place] + 1:
        words = _("tied")
    return Markup(
        '<tr class="{}"><td>{}</td><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>'
    ).format(
        "lab-seated" if seated else "lab-missed",
        claim.rank,
        screen.name(claim.place),
        ordinal(claim.seat),
        priority(claim.priority, screen.method) or _("comes first"),
        words,
    )


def _margin(people: int | None, words: str, never: str) -> str:
    """Write a number of people; use `never` if no number would do."""
    return never if people is None else words.format(number=f"{people:,}")


@cache
def _each_census() -> Markup:
    """Render who just missed a seat after every census, by the method and size of its law."""
    rows = Markup("").join(_census_lines())
    return Markup(
        '<details class="chart-numbers"><summary>{0}</summary>'
        '<div class="page-scroll" tabindex="0" role="region" aria-label="{0}">'
        '<table class="page-votes lab-censuses"><caption>{1}</caption>'
        "<thead><tr>{2}</tr></thead><tbody>{3}</tbody></table></div>{4}</details>"
    ).format(
        _("Every census since 1790"),
        _("By the method and House size of each law. A star (*) means the law made an exception."),
        _heads(map(_, _CENSUS_HEADS)),
        rows,
        csv_button(_("The last seat after every census")),
    )


def _census_lines() -> Iterator[Markup]:
    for census in sorted(ACTS, reverse=True):
        screen = opened_census(census)
        last, following = screen.apportionment.last, screen.apportionment.next
        cells = [
            method_name(screen.method),
            f"{screen.house}{' *' if ACTS[census].departures else ''}",
            screen.name(last.claim.place) if last else _("tie"),
            f"{last.people:,}" if last and last.people is not None else "–",
            screen.name(following.claim.place) if following else _("tie"),
            f"{following.people:,}" if following and following.people is not None else "–",
        ]
        yield Markup('<tr><th scope="row"><a href="{}">{}</a></th>{}</tr>').format(
            written_query([("census", census)]),
            census,
            Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells),
        )
