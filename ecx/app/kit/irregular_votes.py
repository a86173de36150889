"""Sentences on votes that a map cannot show: broken pledges, and what Congress did not count."""

from collections import Counter
from collections.abc import Sequence

from ecx.app.kit.words import listed, short, spelled
from ecx.college.counted import Counted
from ecx.college.election import Election
from ecx.college.elector import Standing
from ecx.college.ledger import Entry
from ecx.say import _, n_


def rulings(counted: Counted) -> list[str]:
    """Say which votes Congress refused or disputed, or would have by the same ruling.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals.

    Returns
    -------
    list of str
        A sentence for each ruling that applies.

    Examples
    --------
    >>> import ecx
    >>> rulings(Counted(ecx.scenario(2016)))
    []
    """
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


def broken_pledges(counted: Counted) -> str:
    """Say how many electors broke their pledge, and what came of it.

    Parameters
    ----------
    counted : Counted
        The scenario with its ledger and totals; at least one elector broke the pledge.

    Returns
    -------
    str
        Two or three sentences.

    Examples
    --------
    >>> import ecx
    >>> broken_pledges(Counted(ecx.scenario(2016))).partition(".")[0]
    'Ten electors broke their pledge'
    """
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
