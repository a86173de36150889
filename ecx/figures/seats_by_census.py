"""A chart of one state's seats since the first census."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from ecx.figures.canvas import BELOW, above, across, axis, canvas
from ecx.figures.palette import ACCENTS, NEUTRAL
from ecx.say import _

_RIGHT: Final = {
    "rangemode": "tozero",
    "overlaying": "y",
    "side": "right",
    "showgrid": False,
    "tickmode": "auto",
    "nticks": 6,
}
"""The axis of shares, with ticks of its own."""

_FIRST: Final = 1790
"""The first census, where the axis begins for every state."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A state's seats after one census.

    Attributes
    ----------
    census : int
        Its year.
    people : int or None
        Persons that seats were given by; None where it was not counted by itself.
    seats : int
        Its seats by law.
    house : int
        Seats of all states.
    """

    census: int
    people: int | None
    seats: int
    house: int

    @property
    def share(self) -> float:
        """The state's share of the House, in percent."""
        return 100 * self.seats / self.house


def seats_by_census(name: str, holdings: Sequence[Holding]) -> go.Figure:
    """Draw the seats of a state and its share of the House, by census.

    Parameters
    ----------
    name : str
        The state.
    holdings : sequence of Holding
        Earliest first.

    Returns
    -------
    plotly.graph_objects.Figure
        A stepped line of seats, and a dotted one of the share of the House in percent, each with
        an axis of its own.

    Examples
    --------
    >>> seats_by_census("Ohio", [Holding(1810, 230_760, 6, 182)]).data[0].y
    (6,)
    """
    censuses = [holding.census for holding in holdings]
    seats = go.Scatter(
        x=censuses,
        y=[holding.seats for holding in holdings],
        mode="lines+markers",
        line={"shape": "hv", "color": ACCENTS[0], "width": 3},
        marker={"size": 7, "color": ACCENTS[0]},
        name=_("Seats"),
        hovertemplate=f"{_('%{x}: %{y} seats')}<extra></extra>",
    )
    share = go.Scatter(
        x=censuses,
        y=[round(holding.share, 2) for holding in holdings],
        mode="lines+markers",
        line={"color": NEUTRAL, "width": 2, "dash": "dot"},
        marker={"size": 5, "color": NEUTRAL, "symbol": "diamond"},
        name=_("Share of the House (%)"),
        yaxis="y2",
        hovertemplate=f"{_('%{x}: %{y:.1f}% of the House')}<extra></extra>",
    )
    return canvas(
        _("Seats of {state} by census").format(state=name),
        [seats, share],
        xaxis=axis(
            "", tickformat="d", dtick=40, tick0=1800, tickangle=0, range=across([_FIRST, *censuses])
        ),
        yaxis=axis("", rangemode="tozero", dtick=_step(holdings), domain=BELOW),
        yaxis2=axis("", **_RIGHT),
        annotations=[above(_("seats")), above(_("% of the House"), "right")],
        height=380,
        legend={"orientation": "h", "x": 0, "y": -0.15, "yanchor": "top"},
    )


def _step(holdings: Sequence[Holding]) -> int:
    """Choose a whole number as the step of the seat axis."""
    most = max((holding.seats for holding in holdings), default=1)
    return next(step for step in (1, 2, 5, 10, 20) if most <= 6 * step or step == 20)  # noqa: PLR2004
