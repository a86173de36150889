"""The chart of broken pledges, which two pages show."""

from collections.abc import Sequence

from ecx.app.kit.chart import Cell, Chart, Numbers, drawn
from ecx.app.kit.words import count
from ecx.figures.cycle_summary import Glance
from ecx.figures.pledge_timeline import broken_pledges


def pledges_chart(glances: Sequence[Glance]) -> Chart:
    """Show a time line of broken pledges.

    Parameters
    ----------
    glances : sequence of Glance
        The cycles, earliest first.

    Returns
    -------
    Chart
        The figure, its sentence and its numbers.
    """
    broken = [(glance, one) for glance in glances for one in glance.broken]
    president = sum(one.president for _, one in broken)
    return drawn(
        broken_pledges(glances),
        f"{count(len(broken), 'elector')} of the record voted otherwise than pledged, {president} "
        "of them for president. Other counts are possible: before parties there were few pledges, "
        "and electors whose candidate had died had nobody to keep faith with.",
        Numbers(
            ("Election", "Elector", "Vote"),
            tuple(
                (Cell(glance.label, glance.link), one.elector, one.words) for glance, one in broken
            ),
        ),
    )
