"""The chart of broken pledges, which two pages show."""

from collections.abc import Sequence

from ecx.app.kit.chart import Chart, LinkedCell, Numbers, drawn
from ecx.app.kit.words import count
from ecx.figures.cycle_summary import CycleSummary
from ecx.figures.pledge_timeline import pledge_timeline


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
    president = sum(one.president for _, one in broken)
    return drawn(
        pledge_timeline(summaries),
        f"{count(len(broken), 'elector')} of the record voted otherwise than pledged, {president} "
        "of them for president. Other counts are possible: before parties there were few pledges, "
        "and electors whose candidate had died had nobody to keep faith with.",
        Numbers(
            ("Election", "Elector", "Vote"),
            tuple(
                (LinkedCell(summary.label, summary.link), one.elector, one.words)
                for summary, one in broken
            ),
        ),
    )
