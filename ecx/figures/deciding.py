"""A chart of each cycle's majority, the president's votes, and who decided the election."""

from collections.abc import Sequence
from typing import Final

import plotly.graph_objects as go

from ecx.figures.canvas import BELOW, above, axis, canvas
from ecx.figures.cycle_summary import CycleSummary, Decision
from ecx.figures.palette import ACCENTS, INK, NEUTRAL, RULE
from ecx.figures.plain_text import plain
from ecx.say import _, phrase

_NAMES: Final = {
    Decision.ELECTORS: phrase("Decided by the electors"),
    Decision.HOUSE: phrase("Decided by the House"),
    Decision.SENATE: phrase("Senate chose the vice president"),
    Decision.COMMISSION: phrase("Decided by a commission"),
}

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
    ['Decided by the House', 'Majority needed']
    """
    cycles = [summary.cycle for summary in summaries]
    appointed = go.Bar(
        x=cycles,
        y=[summary.appointed for summary in summaries],
        width=3.2,
        marker={"color": RULE},
        name=_("All electors"),
        hovertemplate=f"{_('%{x}: %{y} electors in all')}<extra></extra>",
    )
    majority = go.Scatter(
        x=cycles,
        y=[summary.majority for summary in summaries],
        mode="markers",
        marker={"symbol": "line-ew", "size": 9, "line": {"color": INK, "width": 2}},
        name=_("Majority needed"),
        hovertemplate=f"{_('%{x}: %{y} votes needed')}<extra></extra>",
    )
    bars = [
        _settled([summary for summary in summaries if summary.decision is decision], decision)
        for decision in Decision
        if any(summary.decision is decision for summary in summaries)
    ]
    return canvas(
        _("The president’s electoral votes and the majority needed"),
        [appointed, *bars, majority],
        barmode="overlay",
        xaxis=axis("", tickformat="d", dtick=40, tick0=1800, tickangle=0),
        yaxis=axis("", rangemode="tozero", domain=BELOW),
        annotations=[above(_("electors"))],
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
        name=_(_NAMES[decision]),
        text=[_told(summary) for summary in summaries],
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        meta={"links": [summary.link for summary in summaries]},
    )


def _told(summary: CycleSummary) -> str:
    """Say what a bar stands for."""
    decided = _(_NAMES[summary.decision])
    words = _("{year}: {name}, {votes} electoral votes. {decided}.")
    return plain(
        words.format(year=summary.label, name=summary.name, votes=summary.votes, decided=decided)
    )
