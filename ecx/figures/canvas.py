"""The common style of all figures: type, margins, thin lines, and a title."""

from collections.abc import Iterable
from typing import Any, Final

import plotly.graph_objects as go

from ecx.figures.palette import CLEAR, INK, QUIET, RULE, WHITE
from ecx.figures.plain_text import plain

_TYPE: Final = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

BELOW: Final = (0, 0.92)
"""The part of the height that a vertical axis takes which is named `above`."""

_BESIDE: Final = 6
"""Years that an axis of years goes on beyond the data, so that no mark is cut."""


def across(years: Iterable[int]) -> list[int]:
    """Tell from where to where an axis of years goes: a little further than the data.

    Parameters
    ----------
    years : iterable of int
        The years of the data, in any order; at least one.

    Returns
    -------
    list of int
        Two years, for the range of an `axis`.

    Raises
    ------
    ValueError
        If there is no year.

    Examples
    --------
    >>> across([1800, 1824, 1804])
    [1794, 1830]
    """
    ordered = sorted(years)
    if not ordered:
        raise ValueError("an axis of years needs a year; give at least one")
    return [ordered[0] - _BESIDE, ordered[-1] + _BESIDE]


def canvas(title: str, traces: list[Any], **layout: object) -> go.Figure:
    """Make a figure of traces in the common style.

    Parameters
    ----------
    title : str
        What is shown, with its cycle or its unit of measure.
    traces : list
        Traces of plotly, lowest first.
    **layout : object
        More of plotly's layout.

    Returns
    -------
    plotly.graph_objects.Figure
        The figure, without plotly's template, whose colours are not ours.

    Examples
    --------
    >>> canvas("Electors by cycle", []).layout.title.text
    'Electors by cycle'
    """
    house: dict[str, object] = {
        "template": "none",
        "title": {"text": plain(title), "x": 0, "xref": "paper", "font": {"size": 17}},
        "font": {"family": _TYPE, "size": 13, "color": INK},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "margin": {"l": 8, "r": 8, "t": 44, "b": 8},
        "hoverlabel": {"bgcolor": WHITE, "bordercolor": QUIET, "font": {"color": INK}},
        "legend": {"orientation": "h", "x": 0, "y": 0, "yanchor": "top", "traceorder": "normal"},
        "dragmode": False,
    }
    return go.Figure(data=traces, layout={**house, **layout})


def above(text: str, side: str = "left") -> dict[str, object]:
    """Write what a vertical axis measures above it, where it is read without turning the head.

    Parameters
    ----------
    text : str
        What it measures, with the unit.
    side : str, default "left"
        The side of the figure that the axis is on: ``"left"`` or ``"right"``.

    Returns
    -------
    dict
        For `canvas`, in ``annotations``; the axis keeps free what is above `BELOW`.

    Examples
    --------
    >>> above("electors")["x"], above("%", "right")["x"]
    (0, 1)
    """
    return {
        "text": plain(text),
        "showarrow": False,
        "font": {"size": 12, "color": QUIET},
        "xref": "paper",
        "yref": "paper",
        "x": 1 if side == "right" else 0,
        "y": 1,
        "xanchor": side,
        "yanchor": "top",
    }


def axis(title: str, **settings: object) -> dict[str, object]:
    """Describe an axis.

    Parameters
    ----------
    title : str
        What it measures, with the unit.
    **settings : object
        More of plotly's axis.

    Returns
    -------
    dict
        For `canvas`, as ``xaxis`` or ``yaxis``.

    Examples
    --------
    >>> axis("points")["title"]["text"]
    'points'

    """
    house: dict[str, object] = {
        "title": {"text": plain(title), "standoff": 8, "font": {"size": 12, "color": QUIET}},
        "gridcolor": RULE,
        "linecolor": QUIET,
        "zeroline": False,
        "ticks": "outside",
        "tickcolor": RULE,
        "automargin": True,
        "fixedrange": True,
    }
    return house | settings
