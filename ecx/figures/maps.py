"""Outlines of a cycle as plotly's choropleths, for maps that are no maps of an election."""

from typing import Any

import plotly.graph_objects as go

from ecx.figures.palette import CLEAR, WHITE
from ecx.maps.drawing import Drawing, Extent
from ecx.maps.geojson import DEGREE
from ecx.maps.layer import Layer


def ground_layer(drawing: Drawing) -> Layer:
    """Return the areas that took no part.

    Parameters
    ----------
    drawing : Drawing
        The map of a cycle: ``ecx.maps.drawing.drawing(cycle)``.

    Returns
    -------
    Layer
        Areas under ids that no unit has.

    Examples
    --------
    >>> from ecx.maps.drawing import drawing
    >>> list(ground_layer(drawing(1880)).features)[:2], ground_layer(drawing(2016)).features
    (['ground alaska', 'ground arizona'], mappingproxy({}))
    """
    return drawing.outlines.ground.prefixed("ground ")


def choropleth(
    places: list[str], colour: str, shapes: dict[str, Any], **settings: object
) -> go.Choropleth:
    """Draw outlines in one color; each trace contains only the shapes it shows.

    Parameters
    ----------
    places : list of str
        Ids of the shapes.
    colour : str
        Their fill.
    shapes : dict
        GeoJSON of all shapes of the map.
    **settings : object
        More of plotly's trace.

    Returns
    -------
    plotly.graph_objects.Choropleth
        The trace.

    Examples
    --------
    >>> from ecx.maps.geojson import geojson
    >>> square = [[(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]]
    >>> shapes = geojson(Layer.of({"A": square, "B": square}))
    >>> len(choropleth(["A"], "red", shapes).geojson["features"])
    1
    """
    wanted = set(places)
    own = {**shapes, "features": [f for f in shapes["features"] if f["id"] in wanted]}
    return go.Choropleth(
        {
            "geojson": own,
            "locationmode": "geojson-id",
            "locations": places,
            "z": [0] * len(places),
            "colorscale": [[0, colour], [1, colour]],
            "showscale": False,
            "marker": {"line": {"color": WHITE, "width": 1}},
            **settings,
        }
    )


def geo(extent: Extent) -> dict[str, object]:
    """Show the extent of the drawing, and hide plotly's own world map.

    Parameters
    ----------
    extent : tuple of float
        Left, top, width and height, in units of the drawing.

    Returns
    -------
    dict
        The ``geo`` of a layout.

    Examples
    --------
    >>> geo((0, 0, 960, 600))["lonaxis"]
    {'range': [0.0, 9.6]}
    """
    left, top, width, height = extent
    return {
        "visible": False,
        "projection": {"type": "equirectangular"},
        "lonaxis": {"range": [left / DEGREE, (left + width) / DEGREE]},
        "lataxis": {"range": [-(top + height) / DEGREE, -top / DEGREE]},
        "bgcolor": CLEAR,
    }
