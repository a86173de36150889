"""The two charts that only the history page shows."""

from collections.abc import Sequence

from ecx.app.kit.chart import Chart, LinkedCell, Numbers, drawn
from ecx.app.kit.words import count, listed
from ecx.figures.cycle_summary import CycleSummary, Decision
from ecx.figures.deciding import deciding
from ecx.figures.vote_shares import vote_shares


def shares_chart(summaries: Sequence[CycleSummary]) -> Chart:
    """Show the president's share of the electors against the share of the popular vote.

    Parameters
    ----------
    summaries : sequence of CycleSummary
        The cycles, earliest first.

    Returns
    -------
    Chart
        The figure, its sentence and its numbers.
    """
    voted = [summary for summary in summaries if summary.popular is not None]
    inverted = [f"{summary.name} in {summary.label}" for summary in voted if summary.inverted]
    above = sum(summary.share > (summary.popular or 0) for summary in voted)
    return drawn(
        vote_shares(voted),
        f"In {above} of {len(voted)} elections with a popular vote, the president's share of the "
        f"electors was larger than that of the votes. {count(len(inverted), 'president')} had "
        f"fewer popular votes than another candidate: {listed(inverted)}.",
        Numbers(
            ("Election", "President", "Share of votes, %", "Share of electors, %", "Most votes"),
            tuple(
                (
                    LinkedCell(summary.label, summary.link),
                    summary.president,
                    f"{100 * (summary.popular or 0):.1f}",
                    f"{100 * summary.share:.1f}",
                    summary.leader,
                )
                for summary in voted
            ),
        ),
    )


def deciding_chart(summaries: Sequence[CycleSummary]) -> Chart:
    """Show the majority of each cycle, and who decided the election.

    Parameters
    ----------
    summaries : sequence of CycleSummary
        The cycles, earliest first.

    Returns
    -------
    Chart
        The figure, its sentence and its numbers.
    """
    ways = {
        Decision.HOUSE: "The House of Representatives chose the president in {}.",
        Decision.SENATE: "The Senate chose the vice president in {}.",
        Decision.COMMISSION: "An Electoral Commission settled which votes to count in {}.",
    }
    said = [
        sentence.format(listed([g.label for g in summaries if g.decision is way]))
        for way, sentence in ways.items()
        if any(g.decision is way for g in summaries)
    ]
    return drawn(
        deciding(summaries),
        " ".join(["A majority is more than half of the electors appointed.", *said]),
        Numbers(
            ("Election", "President", "Votes", "Appointed", "Majority", "Settled by"),
            tuple(
                (
                    LinkedCell(summary.label, summary.link),
                    summary.president,
                    summary.votes,
                    summary.appointed,
                    summary.majority,
                    summary.decision,
                )
                for summary in summaries
            ),
        ),
    )
