"""Names and counts as they appear in sentences."""

from collections.abc import Iterable

from ecx.college.election import Election


def short(election: Election, person: str | None) -> str:
    """Return a person's short name; None is a blank."""
    return "a blank" if person is None else election.short(person)


def running_mates(election: Election, ticket: str) -> str:
    """Return the names of both candidates in full, or the party if the ticket named nobody."""
    pair = election.tickets[ticket]
    names = [election.people[person] for person in (pair.president, pair.vice_president) if person]
    return " and ".join(names) or pair.party


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


def listed(names: Iterable[str]) -> str:
    """Join names with commas and "and".

    Examples
    --------
    >>> listed(["Ann", "Bo", "Cy"])
    'Ann, Bo and Cy'
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
