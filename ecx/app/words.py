"""What happened, in sentences: names, counts and outcomes as they are said."""

from ecx.app.state import Screen
from ecx.election import Election
from ecx.tally import Result, Verdict

UNDECIDED = "Undecided"


def short(election: Election, person: str | None) -> str:
    """Name a person shortly; None is a blank."""
    return "a blank" if person is None else election.shorts.get(person, election.people[person])


def ticket_name(election: Election, ticket: str | None) -> str:
    """Name a ticket by its candidate for president, or by its party where it named none."""
    if ticket is None:
        return UNDECIDED
    head = election.tickets[ticket].president
    return election.tickets[ticket].party if head is None else short(election, head)


def running_mates(election: Election, ticket: str) -> str:
    """Name both candidates of a ticket in full, or its party where it named none."""
    pair = election.tickets[ticket]
    names = [election.people[person] for person in (pair.president, pair.vice_president) if person]
    return " and ".join(names) or pair.party


def count(number: int, noun: str) -> str:
    """Say how many.

    Examples
    --------
    >>> count(1, "elector"), count(1234, "vote")
    ('1 elector', '1,234 votes')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def headline(screen: Screen) -> str:
    """Say who is elected president, or why nobody is, in one sentence."""
    tally, election = screen.tally, screen.scenario.election
    result = tally.outcome.president
    if result.verdict is Verdict.ELECTED and result.person:
        won = tally.president[result.person]
        return (
            f"{election.people[result.person]} is elected president with {won} of "
            f"{tally.appointed} electoral votes; {tally.majority} are needed."
        )
    if result.verdict is Verdict.OPEN:
        if not tally.president:
            return f"All {tally.appointed} electors are undecided; {tally.majority} are needed."
        score = _score(election, dict(tally.president))
        return (
            f"Nobody has the {tally.majority} votes needed yet: {score}, and "
            f"{count(tally.undecided, 'elector')} undecided."
        )
    return _unfinished(screen, result)


def second_line(screen: Screen) -> str:
    """Say what the electors' votes settle about the vice president."""
    tally, election = screen.tally, screen.scenario.election
    result = tally.outcome.vice_president
    if result.verdict is Verdict.ELECTED and result.person:
        won = tally.vice_president[result.person]
        return f"{election.people[result.person]} is elected vice president with {won}."
    if result.verdict is Verdict.OPEN:
        return "The vice president is not decided yet."
    return (
        "Nobody has a majority for vice president: the Senate chooses between "
        f"{_listed([election.people[person] for person in result.choices])}."
    )


def _unfinished(screen: Screen, result: Result) -> str:
    tally, election = screen.tally, screen.scenario.election
    votes = list(tally.president.values())
    tied = len(votes) > 1 and votes[0] == votes[1] and 2 * votes[0] == tally.appointed
    head = f"A tie, {votes[0]} to {votes[1]}" if tied else "Nobody has a majority"
    return (
        f"{head}: {tally.majority} of {tally.appointed} votes are needed. The House of "
        "Representatives chooses the president, one vote for each state, from "
        f"{_listed([election.people[person] for person in result.choices])}."
    )


def _score(election: Election, votes: dict[str, int]) -> str:
    return ", ".join(f"{short(election, person)} {won}" for person, won in votes.items())


def _listed(names: list[str]) -> str:
    """Join names as in a sentence.

    Examples
    --------
    >>> _listed(["Ann", "Bo", "Cy"])
    'Ann, Bo and Cy'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
