"""Sentences on the result: who is elected to each office, or who must choose."""

from collections import Counter
from typing import Final

from ecx.app.kit.words import count, listed, short
from ecx.college.counted import Counted
from ecx.college.election import Election
from ecx.college.elector import Standing
from ecx.college.tally import Outcome, Verdict


def president(counted: Counted) -> str:
    """Say who is elected president, or why nobody is.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    str
        One or two sentences.
    """
    match counted.tally.outcome.president.verdict:
        case Verdict.ELECTED:
            return _elected(counted)
        case Verdict.TIE:
            return _level(counted)
        case Verdict.NO_MAJORITY:
            return _nobody(counted)
        case _:
            return _open(counted)


def vice_president(counted: Counted) -> str:
    """Say who is elected vice president, or why nobody is.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    str
        One sentence.
    """
    person = counted.tally.outcome.vice_president.person
    return _vice_president_to_come(counted) if person is None else _second(counted, person)


def spoken(counted: Counted) -> str:
    """Say who is elected in few words; screen readers announce it when it changes.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    str
        The cycle and one sentence without numbers.
    """
    election, found = counted.scenario.election, counted.tally.outcome.president
    match found.verdict:
        case Verdict.ELECTED:
            said = f"{election.name(found.person or '')} is elected president"
        case Verdict.OPEN:
            said = "Nobody is elected yet"
        case _:
            said = "Nobody is elected: the House chooses the president"
    return f"{election.label}: {_ended(said)}"


def asides(counted: Counted) -> list[str]:
    """Say what a map cannot show: broken pledges, votes not cast, refused or disputed.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    list of str
        A sentence for each that applies.
    """
    tally = counted.tally
    said = [_house(counted)] if tally.outcome.president.contingent else []
    if counted.ledger.faithless:
        said.append(_broken(counted))
    if tally.blank:
        said.append(f"{count(tally.blank, 'elector')} cast no vote for president.")
    return [*said, *_rulings(counted)]


def _rulings(counted: Counted) -> list[str]:
    """Say which votes Congress refused or disputed, or would have by the same ruling."""
    scenario, tally, election = counted.scenario, counted.tally, counted.scenario.election
    said = []
    if tally.refused:
        votes = count(tally.refused, "vote")
        said.append(
            f"{votes} are not counted, as Congress held in {scenario.cycle}."
            if scenario.changed
            else f"Congress refused {votes}."
        )
    if tally.disputed:
        either = listed(
            f"{short(election, person)} {tally.president[person]} or "
            f"{tally.president[person] - votes}"
            for person, votes in tally.disputed.items()
        )
        disputed = Standing.DISPUTED
        places = listed(
            election.places[p] for p, held in election.rulings.items() if held is disputed
        )
        said.append(
            f"With {places} and without: {either}."
            if scenario.changed
            else f"Congress announced two totals: {either}."
        )
    again = sorted(_refused_persons(scenario.record) & tally.president.keys())
    return said + [
        f"Congress refused the votes cast for {election.name(person)}; here those that changes "
        "make are counted."
        for person in again
    ]


def _refused_persons(record: Election) -> set[str]:
    """Find the persons for whom Congress refused votes for president."""
    alone = Standing.PRESIDENT_NOT_COUNTED
    return {
        seat.cast.president
        for seat in record.electors
        if seat.standing is alone and seat.cast.president is not None
    }


def _elected(counted: Counted) -> str:
    tally, election = counted.tally, counted.scenario.election
    person = tally.outcome.president.person or ""
    votes = f"{tally.president[person]} of {tally.appointed}"
    how = (
        f" with {votes} electoral votes"
        if election.votes_each == 1
        else f", named by {votes} electors"
    )
    return f"{election.name(person)} is elected president{how}; {tally.majority} are needed."


def _second(counted: Counted, person: str) -> str:
    tally, election = counted.tally, counted.scenario.election
    name = election.name(person)
    if election.votes_each == 1:
        return f"{name} is elected vice president with {tally.vice_president[person]}."
    return f"{name}, next with {tally.president[person]} votes, is vice president."


def _vice_president_to_come(counted: Counted) -> str:
    outcome, election = counted.tally.outcome, counted.scenario.election
    choices = [election.name(person) for person in outcome.vice_president.choices]
    if election.votes_each > 1:
        return _runner_up_to_come(outcome, choices)
    if outcome.vice_president.verdict is Verdict.NO_MAJORITY:
        among = f" between {listed(choices)}" if choices else ""
        return _ended(f"Nobody has a majority for vice president: the Senate chooses{among}")
    return _NOT_YET


def _runner_up_to_come(outcome: Outcome, choices: list[str]) -> str:
    """Say how the person with the second most votes becomes vice president, before 1804."""
    match outcome.president.verdict, outcome.vice_president.verdict:
        case Verdict.TIE, _ if len(choices) == 2:  # noqa: PLR2004 - the winner and one other
            return "The other becomes vice president."
        case Verdict.TIE, _:
            return "The others are level for vice president: the Senate chooses between them."
        case _, Verdict.TIE:
            return f"{listed(choices)} are level for vice president: the Senate chooses."
        case _, Verdict.VACANT:
            return "Nobody else has a vote, so nobody is vice president."
        case Verdict.NO_MAJORITY, _:
            return "Of those who are left, the one with the most votes becomes vice president."
        case _:
            return _NOT_YET


_NOT_YET: Final = "The vice president is not decided yet."


def _open(counted: Counted) -> str:
    tally, election = counted.tally, counted.scenario.election
    if not tally.president:
        return f"All {tally.appointed} electors are undecided; {tally.majority} are needed."
    ranked = [f"{short(election, who)} {won}" for who, won in tally.president.items()]
    others = sum([*tally.president.values()][2:])
    score = ranked[:2] + ([f"others {others}"] if others else [])
    free = sum(entry.cast is None and entry.pledged is not None for entry in counted.ledger)
    open_ = [(tally.undecided - free, "undecided"), (free, "free to vote for anybody")]
    score += [f"{number} {state}" for number, state in open_ if number]
    if max(tally.president.values()) >= tally.majority:
        return f"{tally.majority} are needed, and the lead can still change: {', '.join(score)}."
    return f"Nobody has the {tally.majority} votes needed yet: {', '.join(score)}."


def _level(counted: Counted) -> str:
    tally, election = counted.tally, counted.scenario.election
    choices = tally.outcome.president.choices
    names = listed([short(election, person) for person in choices])
    return (
        f"{names} are level with {tally.president[choices[0]]} votes, a majority of "
        f"{tally.appointed}: the House chooses between them."
    )


def _nobody(counted: Counted) -> str:
    tally, election = counted.tally, counted.scenario.election
    votes = list(tally.president.values())
    tied = len(votes) > 1 and votes[0] == votes[1] and 2 * votes[0] == tally.appointed
    head = f"A tie, {votes[0]} to {votes[1]}" if tied else "Nobody has a majority"
    choices = [short(election, person) for person in tally.outcome.president.choices]
    among = f" from {listed(choices)}" if choices else ""
    return _ended(f"{head}: the House chooses the president{among}")


def _ended(sentence: str) -> str:
    """End a sentence with one period, even after a name such as Lodge Jr."""
    return f"{sentence.removesuffix('.')}."


def _house(counted: Counted) -> str:
    """Say by which rule the House of Representatives would choose the president."""
    tally = counted.tally
    return (
        f"{tally.majority} of {tally.appointed} votes are needed; in the House of Representatives "
        "each state has one vote."
    )


def _broken(counted: Counted) -> str:
    """Say how many electors break their pledge, whom they vote for, and how many are stopped."""
    election = counted.scenario.election
    broken = [entry for entry in counted.ledger.faithless if not entry.replaced]
    stopped = len(counted.ledger.faithless) - len(broken)
    if not broken:
        cancelled = "ballot is" if stopped == 1 else "ballots are"
        return f"{count(stopped, 'elector')} tried to break the pledge; the {cancelled} cancelled."
    heads = {ticket.id: ticket.president for ticket in election.tickets.values()}
    others = Counter(
        entry.cast.president
        for entry in broken
        if entry.cast and entry.pledged and entry.cast.president not in (None, heads[entry.pledged])
    )
    ranked = sorted(others.items(), key=lambda item: (-item[1], short(election, item[0])))
    said = ", ".join(f"{short(election, person)} {votes}" for person, votes in ranked)
    named = f" ({said})" if said and election.votes_each == 1 else ""
    verb = "breaks its" if len(broken) == 1 else "break their"
    tried = f"; {stopped} more tried, and the law cancelled it" if stopped else ""
    return f"{count(len(broken), 'elector')} {verb} pledge{named}{tried}."
