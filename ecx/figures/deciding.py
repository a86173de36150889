"""A chart of each cycle's majority, the president's votes, and who decided the election."""

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go

from ecx.figures.canvas import axis, canvas
from ecx.figures.cycle_summary import CycleSummary, Decision
from ecx.figures.palette import ACCENTS, INK, NEUTRAL, RULE
from ecx.figures.plain_text import plain

COLOURS: Final = dict(zip(Decision, (NEUTRAL, *ACCENTS), strict=False))
"""Fill of the bars by who settled the election."""


def deciding(summaries: Sequence[CycleSummary]) -> go.Figure:
    """Draw the electors appointed, the majority, and the president's electoral votes by cycle.

    Parameters
    ----------
    summaries : sequence of CycleSummary
        The cycles, earliest first.

    Returns
    -------
    plotly.graph_objects.Figure
        For each cycle a wide bar, the electors appointed, a bar on it, the president's votes in
        the colour of who settled it, and a line at the majority. Heights are electors.

    Examples
    --------
    >>> adams = CycleSummary(1824, "1824", "J. Q. Adams", "Adams", 84, 261, 131, Decision.HOUSE)
    >>> [trace.name for trace in deciding([adams]).data][1:]
    ['Settled by the House of Representatives', 'Majority needed']
    """
    cycles = [summary.cycle for summary in summaries]
    appointed = go.Bar(
        x=cycles,
        y=[summary.appointed for summary in summaries],
        width=3.2,
        marker={"color": RULE},
        name="Electors appointed",
        hovertemplate="%{x}: %{y} electors appointed<extra></extra>",
    )
    majority = go.Scatter(
        x=cycles,
        y=[summary.majority for summary in summaries],
        mode="markers",
        marker={"symbol": "line-ew", "size": 9, "line": {"color": INK, "width": 2}},
        name="Majority needed",
        hovertemplate="%{x}: %{y} needed<extra></extra>",
    )
    bars = [
        _settled([summary for summary in summaries if summary.decision is decision], decision)
        for decision in Decision
        if any(summary.decision is decision for summary in summaries)
    ]
    return canvas(
        "The president's electoral votes and the majority, in electors by cycle",
        [appointed, *bars, majority],
        barmode="overlay",
        xaxis=axis("", tickformat="d", dtick=40, tick0=1800, tickangle=0),
        yaxis=axis("electors", rangemode="tozero"),
        height=430,
        legend={"orientation": "h", "x": 0, "y": -0.15, "yanchor": "top"},
    )


def _settled(summaries: Sequence[CycleSummary], decision: Decision) -> go.Bar:
    """Draw the president's votes in the cycles that were decided in one way."""
    return go.Bar(
        x=[summary.cycle for summary in summaries],
        y=[summary.votes for summary in summaries],
        width=2.2,
        marker={"color": COLOURS[decision]},
        name=f"Settled by {decision}",
        text=[plain(f"{summary.label}: {summary.name} {summary.votes}") for summary in summaries],
        textposition="none",
        hovertemplate=f"%{{text}}; settled by {decision}<extra></extra>",
        meta={"links": [summary.link for summary in summaries]},
    )
