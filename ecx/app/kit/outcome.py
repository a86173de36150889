"""Sentences on the result: who wins each office, or who must choose."""

from typing import Final

from ecx.app.kit.irregular_votes import broken_pledges, rulings
from ecx.app.kit.words import day_words, either, listed, short, spelled
from ecx.college.counted import Counted
from ecx.college.tally import Outcome, Verdict
from ecx.record.endings import Office, ending
from ecx.say import _, n_, phrase

SITE: Final = phrase("Electoral College explorer")
"""What the pages are called together."""


def president(counted: Counted) -> str:
    """Say who wins, or why nobody does.

    As it happened, an election is told to its end: whom the House chose. A changed map tells the
    question that it leaves open.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    str
        One or two sentences.

    Examples
    --------
    >>> import ecx
    >>> president(Counted(ecx.scenario(1824)))
    'No majority. The House chose John Quincy Adams on February 9, 1825.'
    >>> president(Counted(ecx.read_link("?cycle=1824&law=free")))
    'Nobody has a majority. The House would choose: Jackson, Adams, or Crawford.'
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
    """Say who wins the vice presidency, or why nobody does.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    str
        One or two sentences.

    Examples
    --------
    >>> import ecx
    >>> vice_president(Counted(ecx.scenario(2016)))
    'Michael R. Pence wins the vice presidency with 305 votes.'
    """
    person = counted.tally.outcome.vice_president.person
    return _vice_president_to_come(counted) if person is None else _second(counted, person)


def spoken(counted: Counted) -> str:
    """Say who wins in few words; screen readers announce it when it changes.

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
            name = election.name(found.person or "")
            said = _("{election}: {name} wins.").format(election=election.label, name=name)
        case Verdict.OPEN:
            said = _("{election}: Nobody has won yet.").format(election=election.label)
        case _ if (chosen := _chosen(counted, Office.PRESIDENT)) is not None:
            said = _("{election}: The House chose {name}.").format(
                election=election.label, name=chosen[0]
            )
        case _:
            said = _("{election}: Nobody wins. The House picks the president.").format(
                election=election.label
            )
    return _ended(said)


def title(counted: Counted) -> str:
    """Name what a page shows, for the tab of the browser.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    str
        The cycle, whether it is changed, the votes of the two who lead, and the site.

    Examples
    --------
    >>> import ecx
    >>> title(Counted(ecx.scenario(2012)))
    '2012: Obama 332, Romney 206 – Electoral College explorer'
    """
    election, site = counted.scenario.election, _(SITE)
    first = [*counted.tally.president.items()][:2]
    score = ", ".join(f"{short(election, who)} {votes}" for who, votes in first)
    if not score:
        return _("{election}: no votes yet – {site}").format(election=election.label, site=site)
    if counted.scenario.changed:
        said = _("{election}, changed: {score} – {site}")
    else:
        said = _("{election}: {score} – {site}")
    return said.format(election=election.label, score=score, site=site)


def asides(counted: Counted) -> list[str]:
    """Say what a map cannot show: broken pledges, votes not cast, refused or disputed.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    list of str
        One or more sentences for each that applies.
    """
    tally = counted.tally
    said = [_house(counted)] if tally.outcome.president.contingent else []
    if counted.ledger.faithless:
        said.append(broken_pledges(counted))
    if tally.blank:
        said.append(
            n_(
                "{number} elector cast no vote for president.",
                "{number} electors cast no vote for president.",
                tally.blank,
            ).format(number=spelled(tally.blank, first=True))
        )
    return [*said, *rulings(counted)]


def _chosen(counted: Counted, office: Office) -> tuple[str, str] | None:
    """Return whom Congress chose and on which day; None on a changed map, or if it chose nobody."""
    scenario = counted.scenario
    if scenario.changed:
        return None
    known = ending(scenario.cycle)
    if office not in known.days:
        return None
    return scenario.election.name(known.persons[office]), day_words(known.days[office])


def _elected(counted: Counted) -> str:
    tally, scenario = counted.tally, counted.scenario
    person = tally.outcome.president.person or ""
    if scenario.election.votes_each > 1:
        said = _("{name} wins with the votes of {votes} of {appointed} electors.")
    elif not scenario.changed and ending(scenario.cycle).by_commission:
        said = _(
            "{name} wins with {votes} of {appointed} electoral votes. "
            "An Electoral Commission settled which votes to count."
        )
    else:
        said = _("{name} wins with {votes} of {appointed} electoral votes.")
    return said.format(
        name=scenario.election.name(person),
        votes=tally.president[person],
        appointed=tally.appointed,
    )


def _second(counted: Counted, person: str) -> str:
    tally, election = counted.tally, counted.scenario.election
    name = election.name(person)
    if election.votes_each == 1:
        return _("{name} wins the vice presidency with {votes} votes.").format(
            name=name, votes=tally.vice_president[person]
        )
    return _("{name} comes next with {votes} votes and becomes vice president.").format(
        name=name, votes=tally.president[person]
    )


def _vice_president_to_come(counted: Counted) -> str:
    outcome, election = counted.tally.outcome, counted.scenario.election
    choices = [election.name(person) for person in outcome.vice_president.choices]
    if election.votes_each > 1:
        return _runner_up_to_come(counted, outcome, choices)
    if outcome.vice_president.verdict is not Verdict.NO_MAJORITY:
        return _(_NOT_YET)
    if (chosen := _chosen(counted, Office.VICE_PRESIDENT)) is not None:
        return _(
            "Nobody had a majority for vice president. The Senate chose {name} on {day}."
        ).format(name=chosen[0], day=chosen[1])
    if not choices:
        return _("Nobody can reach a majority for vice president. The Senate would choose.")
    return _ended(
        _("Nobody has a majority for vice president. The Senate would choose: {names}.").format(
            names=either(choices)
        )
    )


def _runner_up_to_come(counted: Counted, outcome: Outcome, choices: list[str]) -> str:
    """Say before 1804 who may become vice president."""
    if _chosen(counted, Office.PRESIDENT) is not None:
        second = ending(counted.scenario.cycle).persons[Office.VICE_PRESIDENT]
        return _("{name} became vice president.").format(
            name=counted.scenario.election.name(second)
        )
    match outcome.president.verdict, outcome.vice_president.verdict:
        case Verdict.TIE, _next if len(choices) == 2:  # noqa: PLR2004 - the winner and one other
            said = _("The other one becomes vice president.")
        case Verdict.TIE, _next:
            said = _("The others tie for vice president. The Senate would choose.")
        case _first, Verdict.TIE:
            said = _("{names} tie for vice president. The Senate would choose.")
        case _first, Verdict.VACANT:
            said = _("Nobody else has a vote, so there is no vice president.")
        case Verdict.NO_MAJORITY, _next:
            said = _("Of the others, the one with the most votes becomes vice president.")
        case _first:
            said = _(_NOT_YET)
    return said.format(names=listed(choices) if choices else "")


_NOT_YET: Final = phrase("The vice president is not decided yet.")


def _open(counted: Counted) -> str:
    tally, election = counted.tally, counted.scenario.election
    if not tally.president:
        return _("All {appointed} electors are undecided. It takes {majority} to win.").format(
            appointed=tally.appointed, majority=tally.majority
        )
    score = [f"{short(election, who)} {won}" for who, won in [*tally.president.items()][:2]]
    others = sum([*tally.president.values()][2:])
    free = sum(entry.cast is None and entry.pledged is not None for entry in counted.ledger)
    rest = [
        (others, _("others {number}")),
        (tally.undecided - free, _("{number} undecided")),
        (free, _("{number} free to choose")),
    ]
    score += [said.format(number=number) for number, said in rest if number]
    told = ", ".join(score)
    if max(tally.president.values()) >= tally.majority:
        return _("The lead can still change: {score}.").format(score=told)
    return _("Nobody has {majority} votes yet: {score}.").format(
        majority=tally.majority, score=told
    )


def _level(counted: Counted) -> str:
    tally, election = counted.tally, counted.scenario.election
    choices = tally.outcome.president.choices
    votes = tally.president[choices[0]]
    if (chosen := _chosen(counted, Office.PRESIDENT)) is not None:
        winner = ending(counted.scenario.cycle).persons[Office.PRESIDENT]
        first = sorted(choices, key=lambda person: person != winner)
        names = listed([short(election, person) for person in first])
        said = _("{names} tied with {votes} votes each. The House chose {winner} on {day}.")
        return said.format(names=names, votes=votes, winner=chosen[0], day=chosen[1])
    names = listed([short(election, person) for person in choices])
    said = _("{names} tie with {votes} votes each. The House picks the president.")
    return said.format(names=names, votes=votes)


def _nobody(counted: Counted) -> str:
    tally, election = counted.tally, counted.scenario.election
    if (chosen := _chosen(counted, Office.PRESIDENT)) is not None:
        said = _("No majority. The House chose {winner} on {day}.")
        return said.format(winner=chosen[0], day=chosen[1])
    votes = list(tally.president.values())
    choices = [short(election, person) for person in tally.outcome.president.choices]
    if not choices:
        return _("Nobody can reach a majority. The House would choose the president.")
    if len(votes) > 1 and votes[0] == votes[1] and 2 * votes[0] == tally.appointed:
        said = _("It’s a tie, {votes} to {votes}. The House picks the president: {names}.")
    else:
        said = _("Nobody has a majority. The House would choose: {names}.")
    return _ended(said.format(votes=votes[0] if votes else 0, names=either(choices)))


def _ended(sentence: str) -> str:
    """End a sentence with one period, even after a name such as Lodge Jr."""
    return f"{sentence.removesuffix('..')}." if sentence.endswith("..") else sentence


def _house(counted: Counted) -> str:
    """Say by which rule the House of Representatives would choose the president."""
    return _(
        "It takes {majority} of {appointed} votes to win. "
        "In the House of Representatives, each state gets one vote."
    ).format(majority=counted.tally.majority, appointed=counted.tally.appointed)
