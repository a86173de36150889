"""A summary of every cycle, read from the record."""

from functools import cache
from typing import Final

from ecx.app.kit import words
from ecx.college.counted import Counted
from ecx.college.election import Election
from ecx.college.ledger import Entry
from ecx.college.scenario import Scenario
from ecx.figures.cycle_summary import BrokenPledge, CycleSummary, Decision
from ecx.figures.marks import ticket_name
from ecx.record.csv_rows import read_rows
from ecx.record.elections import cycles, election
from ecx.say import _, phrase

_SETTLED: Final = (
    ("House", Decision.HOUSE),
    ("Senate", Decision.SENATE),
    ("Commission", Decision.COMMISSION),
)


@cache
def cycle_summaries() -> tuple[CycleSummary, ...]:
    """Summarize every cycle in which a president was chosen.

    Returns
    -------
    tuple of CycleSummary
        Earliest first; the same each time.

    Examples
    --------
    >>> [summary.label for summary in cycle_summaries() if summary.inverted][-2:]
    ['2000', '2016']
    """
    facts = {int(row["cycle"]): row for row in read_rows("elections")}
    return tuple(
        _summary(election(cycle), facts[cycle]["president"], facts[cycle]["decided_by"])
        for cycle in cycles()
        if facts[cycle]["president"]
    )


def decision(decided_by: str) -> Decision:
    """Return who decided an election.

    Parameters
    ----------
    decided_by : str
        The words of ``elections.csv``.

    Returns
    -------
    Decision
        The electors, unless the words name somebody else.

    Examples
    --------
    >>> decision("House contingent election (9 Feb 1825)")
    <Decision.HOUSE: 'the House of Representatives'>
    """
    return next((kind for word, kind in _SETTLED if word in decided_by), Decision.ELECTORS)


def _summary(record: Election, president: str, decided_by: str) -> CycleSummary:
    """Summarize one cycle."""
    counted = Counted(Scenario(record))
    tally = counted.tally
    popular = record.popular
    first = popular.ranking[0][0] if popular.ranking else None
    own = sum(
        votes
        for ticket, votes in popular.tickets.items()
        if record.tickets[ticket].president == president
    )
    return CycleSummary(
        cycle=record.cycle,
        label=record.label,
        president=record.people[president],
        name=words.short(record, president),
        votes=tally.president.get(president, 0),
        appointed=tally.appointed,
        majority=tally.majority,
        decision=decision(decided_by),
        popular=own / popular.total if popular.total else None,
        leader=ticket_name(record, first) if first else "",
        counted=tally.president,
        broken=tuple(_broken(record, entry) for entry in counted.ledger.faithless),
    )


def _broken(record: Election, entry: Entry) -> BrokenPledge:
    """Describe how one elector voted, and whom the elector was pledged to."""
    expected = record.expected[entry.pledged] if entry.pledged else None
    cast = entry.cast
    pairs = (
        {
            _FOR_PRESIDENT: (expected.president, cast.president),
            _FOR_VICE_PRESIDENT: (expected.vice_president, cast.vice_president),
        }
        if expected and cast
        else {}
    )
    told = {
        sentence: _(sentence).format(
            voted=words.short(record, voted), wanted=words.short(record, wanted)
        )
        for sentence, (wanted, voted) in pairs.items()
        if wanted not in (None, voted)
    }
    stopped = [_("the vote was canceled")] if entry.replaced else []
    said = "; ".join([*told.values(), *stopped])
    return BrokenPledge(
        entry.elector,
        f"{entry.name}, {said}" if entry.name else said,
        _FOR_PRESIDENT in told,
    )


_FOR_PRESIDENT: Final = phrase("{voted} instead of {wanted} for president")
_FOR_VICE_PRESIDENT: Final = phrase("{voted} instead of {wanted} for vice president")
