"""The chart of broken pledges, which two pages show."""

from collections.abc import Sequence

from ecx.app.kit.chart import Chart, LinkedCell, Numbers, drawn
from ecx.figures.cycle_summary import CycleSummary
from ecx.figures.pledge_timeline import pledge_timeline
from ecx.say import _


def pledges_chart(summaries: Sequence[CycleSummary]) -> Chart:
    """Show a time line of broken pledges.

    Parameters
    ----------
    summaries : sequence of CycleSummary
        The cycles, earliest first.

    Returns
    -------
    Chart
        The figure, its sentence and its numbers.
    """
    broken = [(summary, one) for summary in summaries for one in summary.broken]
    president = sum(one.president for _summary, one in broken)
    return drawn(
        pledge_timeline(summaries),
        _(
            "By this record, {number} electors broke their pledge. For {president} of them it was "
            "the pledge for president. Other counts are possible. Before there were parties, few "
            "electors made pledges. And some candidates died, so their electors had no one to "
            "vote for."
        ).format(number=len(broken), president=president),
        Numbers(
            (_("Election"), _("Elector"), _("Vote")),
            tuple(
                (LinkedCell(summary.label, summary.link), one.elector, one.words)
                for summary, one in broken
            ),
        ),
    )
