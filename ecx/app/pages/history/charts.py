"""The two charts that only the history page shows."""

from collections.abc import Sequence
from typing import Final

from ecx.app.kit.chart import Chart, LinkedCell, Numbers, drawn
from ecx.app.kit.words import listed
from ecx.figures.cycle_summary import CycleSummary, Decision
from ecx.figures.deciding import deciding
from ecx.figures.vote_shares import vote_shares
from ecx.say import _, n_, phrase

_WAYS: Final = {
    Decision.HOUSE: phrase("The House of Representatives chose the president in {years}."),
    Decision.SENATE: phrase("The Senate chose the vice president in {years}."),
    Decision.COMMISSION: phrase("In {years}, a commission decided which votes to count."),
}
_DECIDED_BY: Final = {
    Decision.ELECTORS: phrase("Electors"),
    Decision.HOUSE: phrase("House of Representatives"),
    Decision.SENATE: phrase("Senate, for vice president"),
    Decision.COMMISSION: phrase("Electoral Commission"),
}


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
    lost = [
        _("{name} in {year}").format(name=summary.name, year=summary.label)
        for summary in voted
        if summary.inverted
    ]
    above = sum(summary.share > (summary.popular or 0) for summary in voted)
    said = (
        _(
            "In {above} of {all} elections, the president’s share of the electors was larger than "
            "the share of the votes."
        ).format(above=above, all=len(voted)),
        n_(
            "{number} president lost the popular vote: {names}.",
            "{number} presidents lost the popular vote: {names}.",
            len(lost),
        ).format(number=len(lost), names=listed(lost)),
    )
    return drawn(
        vote_shares(voted),
        " ".join(said),
        Numbers(
            (
                _("Election"),
                _("President"),
                _("Share of votes, %"),
                _("Share of electors, %"),
                _("Most votes"),
            ),
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
    said = [_("A majority is more than half of all electors.")]
    for decision, sentence in _WAYS.items():
        years = [summary.label for summary in summaries if summary.decision is decision]
        if years:
            said.append(_(sentence).format(years=listed(years)))
    return drawn(
        deciding(summaries),
        " ".join(said),
        Numbers(
            (
                _("Election"),
                _("President"),
                _("Votes"),
                _("Electors"),
                _("Majority"),
                _("Decided by"),
            ),
            tuple(
                (
                    LinkedCell(summary.label, summary.link),
                    summary.president,
                    summary.votes,
                    summary.appointed,
                    summary.majority,
                    _(_DECIDED_BY[summary.decision]),
                )
                for summary in summaries
            ),
        ),
    )
