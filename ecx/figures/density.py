"""A choropleth map of one number per place, such as people per House seat."""

from collections.abc import Mapping
from typing import Final

import plotly.graph_objects as go

from ecx.college.unit_id import place_of
from ecx.figures.canvas import canvas
from ecx.figures.maps import choropleth, geo, ground_layer
from ecx.figures.palette import GROUND, INK, SCALE, WHITE
from ecx.figures.plain_text import plain
from ecx.maps.drawing import Drawing
from ecx.maps.geojson import DEGREE, degrees, geojson

_DARK: Final = 0.55
"""Share of the scale from which letters on a place are white."""


def density(values: Mapping[str, float], drawing: Drawing, title: str, unit: str) -> go.Figure:
    """Color each place by a number.

    Parameters
    ----------
    values : mapping of str to float
        By postal code; places of the drawing without a value are pale.
    drawing : Drawing
        The map of a cycle: ``ecx.maps.drawing.drawing(cycle)``.
    title : str
        What is shown, and of when.
    unit : str
        What the numbers count, for the scale: ``"people per seat"``.

    Returns
    -------
    plotly.graph_objects.Figure
        One trace of places, in which a district has the value of its place; codes on top.

    Examples
    --------
    >>> from ecx.maps.drawing import drawing
    >>> figure = density({"WY": 577_719}, drawing(2024), "People per seat", "people")
    >>> figure.data[1].locations, figure.data[1].z
    (('WY',), (577719,))
    """
    shapes = geojson(ground_layer(drawing), drawing.outlines.units)
    units = [unit for unit in drawing.outlines.units.features if place_of(unit) in values]
    bare = [feature["id"] for feature in shapes["features"] if feature["id"] not in units]
    low, high = min(values.values()), max(values.values())
    coloured = choropleth(
        units,
        SCALE[0],
        shapes,
        z=[values[place_of(unit)] for unit in units],
        colorscale=[[i / (len(SCALE) - 1), colour] for i, colour in enumerate(SCALE)],
        zmin=low,
        zmax=high,
        showscale=True,
        colorbar=_bar(unit),
        hovertemplate=f"%{{text}}: %{{z:,.0f}} {plain(unit)}<extra></extra>",
        text=[plain(place_of(unit)) for unit in units],
        name=plain(unit),
    )
    pale = choropleth(bare, GROUND, shapes, hoverinfo="skip", name="Without a number")
    return canvas(
        title,
        [pale, coloured, _codes(values, drawing, low, high)],
        geo=geo(drawing.extent),
        margin={"l": 0, "r": 0, "t": 44, "b": 0},
    )


def _bar(unit: str) -> dict[str, object]:
    """Draw the scale below the map."""
    return {
        "orientation": "h",
        "y": 0,
        "yanchor": "top",
        "thickness": 12,
        "len": 0.7,
        "outlinewidth": 0,
        "tickformat": ",.0f",
        "nticks": 4,
        "tickangle": 0,
        "title": {"text": plain(unit), "side": "bottom"},
    }


def _codes(values: Mapping[str, float], drawing: Drawing, low: float, high: float) -> go.Scattergeo:
    """Write the codes of places that have a value; ``meta.room`` is as on the other maps."""
    spots = {unit: spot for unit, spot in drawing.labels.items() if unit in values}
    points = [degrees(x, y) for x, y, _ in spots.values()]
    span = (high - low) or 1
    return go.Scattergeo(
        lon=[point[0] for point in points],
        lat=[point[1] for point in points],
        mode="text",
        text=[plain(place) for place in spots],
        textfont={
            "size": 11,
            "color": [WHITE if (values[u] - low) / span > _DARK else INK for u in spots],
        },
        meta={"room": [room / DEGREE for _, _, room in spots.values()]},
        hoverinfo="skip",
        name="Codes",
        showlegend=False,
    )
