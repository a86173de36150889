"""Names, numbers and days as they appear in sentences."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from ecx.college.election import Election
from ecx.say import _, n_, phrase

_PAIR: Final = 2

_SPELLED: Final = (
    phrase("zero"),
    phrase("one"),
    phrase("two"),
    phrase("three"),
    phrase("four"),
    phrase("five"),
    phrase("six"),
    phrase("seven"),
    phrase("eight"),
    phrase("nine"),
    phrase("ten"),
)
_MONTHS: Final = (
    phrase("January"),
    phrase("February"),
    phrase("March"),
    phrase("April"),
    phrase("May"),
    phrase("June"),
    phrase("July"),
    phrase("August"),
    phrase("September"),
    phrase("October"),
    phrase("November"),
    phrase("December"),
)
_WEEKDAYS: Final = (
    phrase("Monday"),
    phrase("Tuesday"),
    phrase("Wednesday"),
    phrase("Thursday"),
    phrase("Friday"),
    phrase("Saturday"),
    phrase("Sunday"),
)


def short(election: Election, person: str | None) -> str:
    """Return a person's short name; None is a blank."""
    return _("a blank vote") if person is None else election.short(person)


def running_mates(election: Election, ticket: str) -> str:
    """Return the names of both candidates in full, or the party if the ticket named nobody."""
    pair = election.tickets[ticket]
    names = [election.people[person] for person in (pair.president, pair.vice_president) if person]
    return listed(names) if names else party_name(election, ticket)


def party_name(election: Election, ticket: str) -> str:
    """Return the name of a ticket's party in full: ``"Southern Democratic"``."""
    return _(election.tickets[ticket].party)


def tickets_headed(election: Election) -> dict[str | None, str]:
    """Find tickets by their candidate for president."""
    return {ticket.president: ticket.id for ticket in election.tickets.values()}


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> count(1, "elector"), count(1234, "vote")
    ('1 elector', '1,234 votes')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def number_of_electors(number: int) -> str:
    """Return a number of electors.

    Examples
    --------
    >>> number_of_electors(1), number_of_electors(38)
    ('1 elector', '38 electors')
    """
    return n_("{number} elector", "{number} electors", number).format(number=f"{number:,}")


def spelled(number: int, *, first: bool = False) -> str:
    """Write a number up to ten in letters, and a larger one in digits.

    Parameters
    ----------
    number : int
        The number, zero or more.
    first : bool, optional
        Whether it begins a sentence.

    Returns
    -------
    str
        The number as people read it.

    Examples
    --------
    >>> spelled(3), spelled(3, first=True), spelled(1234)
    ('three', 'Three', '1,234')
    """
    if number >= len(_SPELLED):
        return f"{number:,}"
    word = _(_SPELLED[number])
    return word[:1].upper() + word[1:] if first else word


def day_words(day: date) -> str:
    """Write a day as Americans do.

    Examples
    --------
    >>> day_words(date(1825, 2, 9))
    'February 9, 1825'
    """
    return _("{month} {day}, {year}").format(
        month=_(_MONTHS[day.month - 1]), day=day.day, year=day.year
    )


def weekday_words(day: date) -> str:
    """Write a day with its day of the week.

    Examples
    --------
    >>> weekday_words(date(2016, 12, 19))
    'Monday, December 19, 2016'
    """
    return _("{weekday}, {day}").format(weekday=_(_WEEKDAYS[day.weekday()]), day=day_words(day))


def listed(names: Iterable[str]) -> str:
    """Join names with commas and "and".

    Examples
    --------
    >>> listed(["Ann", "Bo"]), listed(["Ann", "Bo", "Cy"])
    ('Ann and Bo', 'Ann, Bo, and Cy')
    """
    return _joined([*names], _("{first} and {last}"), _("{first}, and {last}"))


def either(names: Iterable[str]) -> str:
    """Join names with commas and "or".

    Examples
    --------
    >>> either(["Ann", "Bo"]), either(["Ann", "Bo", "Cy"])
    ('Ann or Bo', 'Ann, Bo, or Cy')
    """
    return _joined([*names], _("{first} or {last}"), _("{first}, or {last}"))


def _joined(names: list[str], two: str, many: str) -> str:
    """Join names; two of them as `two` says, more as `many` does."""
    if len(names) < _PAIR:
        return "".join(names)
    *others, last = names
    return (two if len(names) == _PAIR else many).format(first=", ".join(others), last=last)
