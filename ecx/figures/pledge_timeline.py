"""A time line of broken pledges: one dot per elector."""

from collections.abc import Iterable, Sequence
from typing import Final

import plotly.graph_objects as go

from ecx.figures.canvas import across, axis, canvas
from ecx.figures.cycle_summary import Broken, Glance
from ecx.figures.palette import ACCENTS, NEUTRAL
from ecx.figures.plain_text import plain

KINDS: Final = (
    (True, "Otherwise than pledged for president", ACCENTS[0], "circle"),
    (False, "For vice president only", NEUTRAL, "circle-open"),
)


def broken_pledges(glances: Iterable[Glance]) -> go.Figure:
    """Draw a dot for each elector who broke a pledge, stacked by cycle.

    Parameters
    ----------
    glances : iterable of Glance
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
    >>> plumer = Broken("NH.8", "Adams instead of Monroe", president=True)
    >>> monroe = Glance(1820, "1820", "James Monroe", "Monroe", 231, 235, 118, Decision.ELECTORS,
    ...                 broken=(plumer,))
    >>> broken_pledges([monroe]).data[0].x
    (1820,)
    """
    shown = [*glances]
    stacked = [
        (glance, number, broken)
        for glance in shown
        for number, broken in enumerate(sorted(glance.broken, key=lambda b: not b.president), 1)
    ]
    cycles = [glance.cycle for glance in shown]
    highest = max((number for _, number, _ in stacked), default=1)
    return canvas(
        "Electors who voted otherwise than pledged, one dot each, by cycle",
        [
            _dots([dot for dot in stacked if dot[2].president is kind], name, colour, symbol)
            for kind, name, colour, symbol in KINDS
        ],
        xaxis=axis("", tickformat="d", dtick=40, tick0=1800, tickangle=0, range=across(cycles)),
        yaxis=axis("electors", range=[0, highest + 4]),
        height=400,
        legend={"orientation": "h", "x": 0, "y": -0.15, "yanchor": "top"},
    )


def _dots(
    dots: Sequence[tuple[Glance, int, Broken]], name: str, colour: str, symbol: str
) -> go.Scatter:
    """Draw dots of one kind."""
    return go.Scatter(
        x=[glance.cycle for glance, _, _ in dots],
        y=[number for _, number, _ in dots],
        mode="markers",
        name=name,
        marker={"color": colour, "size": 6, "symbol": symbol},
        text=[
            plain(f"{glance.label}, {broken.elector}: {broken.words}") for glance, _, broken in dots
        ],
        hovertemplate="%{text}<extra></extra>",
        meta={"links": [glance.link for glance, _, _ in dots]},
    )
