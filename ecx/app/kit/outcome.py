"""Sentences on the result: who wins each office, or who must choose."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ecx.app.kit.words import day_words, either, listed, short, spelled
from ecx.college.counted import Counted
from ecx.college.election import Election
from ecx.college.elector import Standing
from ecx.college.ledger import Entry
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
        said.append(_broken(counted))
    if tally.blank:
        said.append(
            n_(
                "{number} elector cast no vote for president.",
                "{number} electors cast no vote for president.",
                tally.blank,
            ).format(number=spelled(tally.blank, first=True))
        )
    return [*said, *_rulings(counted)]


def _chosen(counted: Counted, office: Office) -> tuple[str, str] | None:
    """Return whom Congress chose and on which day; None on a changed map, or if it chose nobody."""
    scenario = counted.scenario
    if scenario.changed:
        return None
    known = ending(scenario.cycle)
    if office not in known.days:
        return None
    return scenario.election.name(known.persons[office]), day_words(known.days[office])


def _rulings(counted: Counted) -> list[str]:
    """Say which votes Congress refused or disputed, or would have by the same ruling."""
    scenario, tally, election = counted.scenario, counted.tally, counted.scenario.election
    said = []
    if tally.refused:
        said.append(_refused(tally.refused, scenario.cycle if scenario.changed else None))
    if tally.disputed:
        totals = listed(
            _("{name} {more} or {fewer}").format(
                name=short(election, person),
                more=tally.president[person],
                fewer=tally.president[person] - votes,
            )
            for person, votes in tally.disputed.items()
        )
        disputed = Standing.DISPUTED
        places = listed(
            _(election.places[p]) for p, held in election.rulings.items() if held is disputed
        )
        said.append(
            _("There are two totals, with {states} and without: {totals}.").format(
                states=places, totals=totals
            )
            if scenario.changed
            else _("Congress announced two totals: {totals}.").format(totals=totals)
        )
    again = sorted(_refused_persons(scenario.record) & tally.president.keys())
    return said + [
        _(
            "Congress refused the votes for {name}. On this map, the votes that you add do count."
        ).format(name=election.name(person))
        for person in again
    ]


def _refused(votes: int, year: int | None) -> str:
    """Say how many votes Congress refused; with a year, that it would refuse them here too."""
    if year is None:
        said = n_("Congress refused {number} vote.", "Congress refused {number} votes.", votes)
        return said.format(number=spelled(votes))
    return n_(
        "{number} vote does not count, because Congress refused it in {year}.",
        "{number} votes do not count, because Congress refused them in {year}.",
        votes,
    ).format(number=spelled(votes, first=True), year=year)


def _refused_persons(record: Election) -> set[str]:
    """Find the persons for whom Congress refused votes for president."""
    alone = Standing.PRESIDENT_NOT_COUNTED
    return {
        seat.cast.president
        for seat in record.electors
        if seat.standing is alone and seat.cast.president is not None
    }


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


def _broken(counted: Counted) -> str:
    """Say how many electors broke their pledge, and what came of it."""
    entries, election = counted.ledger.faithless, counted.scenario.election
    stopped = sum(entry.replaced for entry in entries)
    valid = sum(_is_valid(entry) for entry in entries)
    said = [_breakers(election, entries)]
    if valid == len(entries):
        said.append(_all_valid(valid, _named(election, entries)))
    elif valid:
        said.append(_some_valid(valid, _named(election, entries)))
    if stopped:
        said.append(_("State law stopped {number}.").format(number=spelled(stopped)))
    return " ".join(said)


def _is_valid(entry: Entry) -> bool:
    """Whether a vote against the pledge was for somebody, and counted."""
    ballot = entry.counted
    return not (
        entry.replaced or ballot is None or ballot.president is ballot.vice_president is None
    )


def _breakers(election: Election, entries: Sequence[Entry]) -> str:
    """Say how many electors broke their pledge."""
    heads = {ticket.id: ticket.president for ticket in election.tickets.values()}
    for_president = election.votes_each > 1 or any(
        entry.cast is None or entry.cast.president != heads.get(entry.pledged or "")
        for entry in entries
    )
    if for_president:
        said = n_(
            "{number} elector broke the pledge.",
            "{number} electors broke their pledge.",
            len(entries),
        )
    else:
        said = n_(
            "{number} elector broke the pledge, but only for vice president.",
            "{number} electors broke their pledge, but only for vice president.",
            len(entries),
        )
    return said.format(number=spelled(len(entries), first=True))


def _all_valid(number: int, names: str) -> str:
    """Say that all votes against the pledge counted, and for whom."""
    if not names:
        return n_("The vote counted.", "All their votes counted.", number)
    said = n_("The vote counted ({names}).", "All their votes counted ({names}).", number)
    return said.format(names=names)


def _some_valid(number: int, names: str) -> str:
    """Say how many of the votes against the pledge counted, and for whom."""
    if not names:
        said = n_("{number} vote counted.", "{number} votes counted.", number)
    else:
        said = n_("{number} vote counted ({names}).", "{number} votes counted ({names}).", number)
    return said.format(number=spelled(number, first=True), names=names)


def _named(election: Election, entries: Sequence[Entry]) -> str:
    """List who has votes for president from electors pledged to another: "Powell 3, Kasich 1"."""
    if election.votes_each > 1:
        return ""
    heads = {ticket.id: ticket.president for ticket in election.tickets.values()}
    others = Counter(
        entry.cast.president
        for entry in entries
        if entry.cast
        and entry.pledged
        and not entry.replaced
        and entry.cast.president not in (None, heads[entry.pledged])
    )
    ranked = sorted(others.items(), key=lambda item: (-item[1], short(election, item[0])))
    return ", ".join(f"{short(election, person)} {votes}" for person, votes in ranked)
