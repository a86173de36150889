"""A chart of the winner's share of the popular vote and of the electors."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import plotly.graph_objects as go

from ecx.figures.canvas import BELOW, above, axis, canvas
from ecx.figures.cycle_summary import CycleSummary
from ecx.figures.palette import ACCENTS, NEUTRAL, QUIET, WHITE
from ecx.figures.plain_text import plain
from ecx.say import _, phrase

SAME: Final = phrase("Won the popular vote too")
_TOLD: Final = phrase("%{text}: %{y:.1f}% of the electors, %{x:.1f}% of the votes")
INVERTED: Final = phrase("Lost the popular vote")

_LEFT: Final = 40
"""Percent of the popular vote below which there is no room to the left of a point."""

_LINE: Final = 18
"""Height of a line of words, in pixels."""

_PIXELS: Final = 3.4
"""Pixels of one percent of the electors, about."""


def vote_shares(summaries: Iterable[CycleSummary]) -> go.Figure:
    """Draw the president's share of the electors against the share of the popular vote.

    Parameters
    ----------
    summaries : iterable of CycleSummary
        The cycles; those without a recorded popular vote are left out.

    Returns
    -------
    plotly.graph_objects.Figure
        One point per cycle, both axes in percent; those whose president was not first in the
        popular vote are a trace of their own, with their names written.

    Examples
    --------
    >>> from ecx.figures.cycle_summary import Decision
    >>> hayes = CycleSummary(1876, "1876", "R. B. Hayes", "Hayes", 185, 369, 185,
    ...                      Decision.COMMISSION, 0.479, "Tilden")
    >>> vote_shares([hayes]).data[1].text
    ('1876 Hayes',)
    """
    voted = [summary for summary in summaries if summary.popular is not None]
    level = go.Scatter(
        x=[25, 75],
        y=[25, 75],
        mode="lines",
        line={"color": QUIET, "width": 1, "dash": "dot"},
        hoverinfo="skip",
        name=_("Same share of both"),
    )
    same = _points([summary for summary in voted if not summary.inverted], SAME, NEUTRAL, "circle")
    inverted = _points([g for g in voted if g.inverted], INVERTED, ACCENTS[0], "diamond")
    inverted.update(marker={"size": 12})
    return canvas(
        _("The president’s share of the electors and of the popular vote"),
        [same, inverted, level],
        xaxis=axis(_("share of the popular vote (%)"), range=[28, 64]),
        yaxis=axis("", range=[22, 103], domain=BELOW),
        annotations=[above(_("share of the electors (%)")), *_labels(inverted)],
        height=460,
        legend={"orientation": "h", "x": 0, "y": -0.2, "yanchor": "top"},
        shapes=[_half("x"), _half("y")],
    )


def _points(summaries: Sequence[CycleSummary], name: str, colour: str, symbol: str) -> go.Scatter:
    """Draw one point per cycle."""
    return go.Scatter(
        x=[round(100 * (summary.popular or 0), 1) for summary in summaries],
        y=[round(100 * summary.share, 1) for summary in summaries],
        mode="markers",
        name=_(name),
        text=[plain(f"{summary.label} {summary.name}") for summary in summaries],
        marker={
            "color": colour,
            "size": 9,
            "symbol": symbol,
            "line": {"color": WHITE, "width": 1},
        },
        hovertemplate=f"{_(_TOLD)}<extra></extra>",
        meta={"links": [summary.link for summary in summaries]},
    )


def _labels(points: go.Scatter) -> Iterator[dict[str, object]]:
    """Write beside each point what it is; of points close together, in a column to their left."""
    ranked = sorted(zip(points.y, points.x, points.text, strict=True), reverse=True)
    for rank, (y, x, text) in enumerate(ranked):
        alone = x < _LEFT
        yield {
            "x": x,
            "y": y,
            "text": text,
            "ax": 14 if alone else -50,
            "ay": 0 if alone else 24 + _LINE * rank - _PIXELS * (ranked[0][0] - y),
            "xanchor": "left" if alone else "right",
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": QUIET,
            "standoff": 6,
            "bgcolor": WHITE,
            "opacity": 0.9,
            "borderpad": 1,
        }


def _half(across: str) -> dict[str, object]:
    """Draw the line at one half of an axis."""
    along = "y" if across == "x" else "x"
    return {
        "type": "line",
        across + "0": 50,
        across + "1": 50,
        along + "0": 0,
        along + "1": BELOW[1] if along == "y" else 1,
        along + "ref": "paper",
        "layer": "below",
        "line": {"color": QUIET, "width": 1},
    }
