"""A chart of arrows from each place's lead in one election to its lead in another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import plotly.graph_objects as go

from ecx.figures.canvas import axis, canvas
from ecx.figures.marks import Side
from ecx.figures.palette import QUIET
from ecx.figures.plain_text import plain
from ecx.say import _

ROW: Final = 19
"""Height of a place, in pixels."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """The change of the lead in one place.

    Attributes
    ----------
    name : str
        The place.
    left, right : float
        Lead of the first side over the second, in points of all votes, in the two elections;
        negative if the second led.
    """

    name: str
    left: float
    right: float

    @property
    def shift(self) -> float:
        """The change of the first side's lead, in percentage points."""
        return self.right - self.left


def lead_arrows(
    arrows: Sequence[Arrow], first: Side, second: Side, labels: tuple[str, str]
) -> go.Figure:
    """Draw an arrow for each place from its lead in one election to that in another.

    Parameters
    ----------
    arrows : sequence of Arrow
        The places.
    first, second : Side
        The two whose lead it is: the first leads to the left of the middle, as on the bar of
        totals.
    labels : tuple of str
        How the two elections are written.

    Returns
    -------
    plotly.graph_objects.Figure
        One row per place, the largest shift toward the first on top; a trace for the arrows to
        each side, whose markers are a dot where they start and a head where they end.

    Examples
    --------
    >>> a, b = Side("a", "Ada (D)", "blue", "white"), Side("b", "Bo (R)", "red", "white")
    >>> lead_arrows([Arrow("Ohio", 3.0, -8.1)], a, b, ("2012", "2016")).data[0].name
    'toward Bo (R)'
    """
    ordered = sorted(arrows, key=lambda arrow: (arrow.shift, arrow.name))
    traces = [
        _arrows([a for a in ordered if (a.shift > 0) is up and a.shift], side, tip, labels)
        for up, side, tip in ((True, first, "triangle-left"), (False, second, "triangle-right"))
        if any((a.shift > 0) is up and a.shift for a in ordered)
    ]
    ends = [lead for arrow in ordered for lead in (arrow.left, arrow.right)] or [1]
    ticks = _ticks(ends)
    return canvas(
        _("Margin in points of the vote, from {before} to {after}").format(
            before=labels[0], after=labels[1]
        ),
        traces,
        xaxis=axis(
            "",
            tickvals=ticks,
            ticktext=[str(abs(tick)) for tick in ticks],
            side="top",
            zeroline=True,
            zerolinecolor=QUIET,
        ),
        yaxis=axis(
            "",
            categoryorder="array",
            categoryarray=[plain(arrow.name) for arrow in ordered],
            range=[-0.7, len(ordered) - 0.3],
            dtick=1,
            ticks="",
        ),
        height=120 + ROW * len(ordered),
        margin={"l": 8, "r": 12, "t": 70, "b": 8},
    ).update_layout(xaxis_title_text=_directions(first, second))


def _arrows(arrows: Sequence[Arrow], side: Side, tip: str, labels: tuple[str, str]) -> go.Scatter:
    """Draw the arrows that point to one side; the first side's lead is left of the middle."""
    xs: list[float | None] = []
    ys: list[str | None] = []
    said: list[str] = []
    for arrow in arrows:
        xs += [round(-arrow.left, 2), round(-arrow.right, 2), None]
        ys += [plain(arrow.name), plain(arrow.name), None]
        words = _("{year}: {state} moved {points} points toward {party}")
        moved = {"state": arrow.name, "points": f"{abs(arrow.shift):.1f}", "party": side.name}
        said += [*(plain(words.format(year=year, **moved)) for year in labels), ""]
    return go.Scatter(
        x=xs,
        y=ys,
        mode="lines+markers",
        name=plain(_("toward {party}").format(party=side.name)),
        line={"color": side.colour, "width": 2},
        marker={
            "color": side.colour,
            "symbol": ["circle", tip, "circle"] * len(arrows),
            "size": [5, 11, 0] * len(arrows),
        },
        text=said,
        hovertemplate="%{text}<extra></extra>",
    )


def _directions(first: Side, second: Side) -> str:
    """Say which side leads on each half of the chart, in two lines that a phone has room for."""
    return "<br>".join(
        (
            plain(_("← {party} ahead").format(party=first.name)),
            plain(_("{party} ahead →").format(party=second.name)),
        )
    )


def _ticks(ends: Sequence[float]) -> list[int]:
    """Choose round numbers on both sides of the middle."""
    far = max(abs(end) for end in ends)
    most_ticks = 5  # on either side
    step = next((step for step in (5, 10, 20, 50) if far / step <= most_ticks), 100)
    most = int(far // step) * step
    return list(range(-most, most + 1, step))
