"""A time line of broken pledges: one dot per elector."""

from collections.abc import Iterable, Sequence
from typing import Final

import plotly.graph_objects as go

from ecx.figures.canvas import BELOW, above, across, axis, canvas
from ecx.figures.cycle_summary import BrokenPledge, CycleSummary
from ecx.figures.palette import ACCENTS, NEUTRAL
from ecx.figures.plain_text import plain
from ecx.say import _, phrase

KINDS: Final = (
    (True, phrase("Broke the pledge for president"), ACCENTS[0], "circle"),
    (False, phrase("Broke it for vice president only"), NEUTRAL, "circle-open"),
)


def pledge_timeline(summaries: Iterable[CycleSummary]) -> go.Figure:
    """Draw a dot for each elector who broke a pledge, stacked by cycle.

    Parameters
    ----------
    summaries : iterable of CycleSummary
        The cycles, at least one.

    Returns
    -------
    plotly.graph_objects.Figure
        One trace for votes for president, one for those only for vice president; a dot's height
        is its number within the cycle, in electors.

    Raises
    ------
    ValueError
        If there is no cycle.

    Examples
    --------
    >>> from ecx.figures.cycle_summary import Decision
    >>> plumer = BrokenPledge("NH.8", "Adams instead of Monroe", president=True)
    >>> monroe = CycleSummary(1820, "1820", "James Monroe", "Monroe", 231, 235, 118,
    ...                       Decision.ELECTORS, broken=(plumer,))
    >>> pledge_timeline([monroe]).data[0].x
    (1820,)
    """
    shown = [*summaries]
    stacked = [
        (summary, number, broken)
        for summary in shown
        for number, broken in enumerate(sorted(summary.broken, key=lambda b: not b.president), 1)
    ]
    cycles = [summary.cycle for summary in shown]
    highest = max((number for _summary, number, _broken in stacked), default=1)
    return canvas(
        _("Electors who broke their pledge: one dot for each"),
        [
            _dots([dot for dot in stacked if dot[2].president is kind], name, colour, symbol)
            for kind, name, colour, symbol in KINDS
        ],
        xaxis=axis("", tickformat="d", dtick=40, tick0=1800, tickangle=0, range=across(cycles)),
        yaxis=axis("", range=[0, highest + 4], domain=BELOW),
        annotations=[above(_("electors"))],
        height=400,
        legend={"orientation": "h", "x": 0, "y": -0.15, "yanchor": "top"},
    )


def _dots(
    dots: Sequence[tuple[CycleSummary, int, BrokenPledge]], name: str, colour: str, symbol: str
) -> go.Scatter:
    """Draw dots of one kind."""
    return go.Scatter(
        x=[summary.cycle for summary, _number, _broken in dots],
        y=[number for _summary, number, _broken in dots],
        mode="markers",
        name=_(name),
        marker={"color": colour, "size": 6, "symbol": symbol},
        text=[
            plain(
                _("{year}, {elector}: {vote}").format(
                    year=summary.label, elector=broken.elector, vote=broken.words
                )
            )
            for summary, _number, broken in dots
        ],
        hovertemplate="%{text}<extra></extra>",
        meta={"links": [summary.link for summary, _number, _broken in dots]},
    )
