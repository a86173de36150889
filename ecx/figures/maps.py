"""The map of one cycle as plotly choropleths."""

from collections.abc import Collection, Mapping
from math import dist
from typing import Any, Final

import plotly.graph_objects as go

from ecx.college.counted import Counted
from ecx.college.election import Election
from ecx.college.unit_id import code_of
from ecx.figures.canvas import canvas
from ecx.figures.marks import FigureMark, Side, marks, sides
from ecx.figures.palette import CLEAR, GROUND, INK, WHITE
from ecx.figures.plain_text import plain
from ecx.maps.drawing import Drawing, Extent
from ecx.maps.geojson import DEGREE, degrees, geojson
from ecx.maps.layer import Layer
from ecx.say import _

CHANGED: Final = "Changed hands"
"""Name of the trace that rings the units which differ from another map."""

SQUARE: Final = 24
"""Side of the square of a unit that has no outline, in pixels."""

BARE: Final = "Without an outline"
"""Name of the trace of the units that are squares."""


def election_map(
    counted: Counted,
    drawing: Drawing,
    *,
    changed: Collection[str] = (),
    extent: Extent | None = None,
) -> go.Figure:
    """Draw the ticket that carries each unit.

    Parameters
    ----------
    counted : Counted
        A scenario with its ledger.
    drawing : Drawing
        The map of that cycle: ``ecx.maps.drawing.drawing(scenario.cycle)``; where states are
        added, ``drawing(scenario.cycle, scenario.house_rules.added)``.
    changed : collection of str, optional
        Ids of units to ring, because they differ from another map.
    extent : tuple of float, optional
        Left, top, width and height of what is shown, in units of the drawing; the drawing's own
        extent by default.

    Returns
    -------
    plotly.graph_objects.Figure
        One trace for each ticket that carries an outline, in which ``customdata`` is the number
        of electors of each unit; at-large parts and states that are added, which have no
        outline, are squares.

    Examples
    --------
    >>> import ecx
    >>> from ecx.maps.drawing import drawing
    >>> figure = election_map(Counted(ecx.scenario(2016)), drawing(2016))
    >>> figure.layout.title.text
    'Who won each state in 2016'
    >>> sum(electors for trace in figure.data for electors in trace.customdata or ())
    538
    """
    election = counted.scenario.election
    found = {mark.unit: mark for mark in marks(counted)}
    shapes = geojson(ground_layer(drawing), drawing.outlines.units)
    traces = [*_ground_trace(drawing, shapes)]
    for side in sides(election):
        traces += _carried(side, found.values(), drawing, shapes)
    if ringed := [unit for unit in changed if unit in drawing.outlines.units.features]:
        traces.append(_ring(ringed, shapes))
    traces += _squares(election, found, drawing)
    traces.append(_labels(election, found, drawing))
    return canvas(
        _("Who won each state in {year}").format(year=election.label),
        traces,
        geo=geo(extent or drawing.extent),
        # Two maps with one extent have one scale, even if their legends differ in height.
        margin={"l": 0, "r": 0, "t": 44, "b": 48 if extent else 0},
    )


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


def _ground_trace(drawing: Drawing, shapes: dict[str, Any]) -> list[go.Choropleth]:
    """Draw territories and places that took no part."""
    ground = drawing.grounds
    if not ground:
        return []
    words = [
        " ".join(_(said) for said in (land.name, land.note) if said) for land in ground.values()
    ]
    return [
        choropleth(
            [f"ground {key}" for key in ground],
            GROUND,
            shapes,
            name=_("Took no part"),
            text=[plain(said) for said in words],
            hovertemplate="%{text}<extra></extra>",
            showlegend=True,
        )
    ]


def _carried(
    side: Side, found: Collection[FigureMark], drawing: Drawing, shapes: dict[str, Any]
) -> list[go.Choropleth]:
    """Draw the units that one ticket carries, if there are any."""
    drawn = drawing.outlines.units.features
    own = [mark for mark in found if mark.ticket == side.ticket and mark.unit in drawn]
    if not own:
        return []
    return [
        choropleth(
            [mark.unit for mark in own],
            side.colour,
            shapes,
            name=plain(side.name),
            customdata=[mark.electors for mark in own],
            text=[plain(mark.words) for mark in own],
            hovertemplate="%{text}<extra></extra>",
            showlegend=True,
        )
    ]


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


def _ring(units: list[str], shapes: dict[str, Any]) -> go.Choropleth:
    """Draw rings around units without covering them."""
    return choropleth(
        units,
        CLEAR,
        shapes,
        name=CHANGED,
        hoverinfo="skip",
        showlegend=False,
        marker={"line": {"color": INK, "width": 2.5}},
    )


def _squares(
    election: Election, found: Mapping[str, FigureMark], drawing: Drawing
) -> list[go.Scattergeo]:
    """Draw units without an outline as squares, at the boxes of the drawing.

    ``meta.apart`` is the distance from each to the nearest, in degrees: the code that shows the
    figure shrinks squares that would overlap.
    """
    coats = {side.ticket: side for side in sides(election)}
    bare = [mark for mark in found.values() if mark.unit not in drawing.outlines.units.features]
    if not bare:
        return []
    spots = [degrees(*drawing.boxes[mark.unit].middle) for mark in bare]
    own = [coats[mark.ticket] for mark in bare]
    apart = [min((dist(at, other) for other in {*spots} - {at}), default=SQUARE) for at in spots]
    return [
        go.Scattergeo(
            lon=[spot[0] for spot in spots],
            lat=[spot[1] for spot in spots],
            mode="markers+text",
            marker={
                "symbol": "square",
                "size": SQUARE,
                "color": [side.colour for side in own],
                "opacity": 1,  # plotly makes markers of different sizes transparent
            },
            text=[plain(code_of(mark.unit)) for mark in bare],
            textfont={"size": 11, "color": [side.ink for side in own]},
            customdata=[mark.electors for mark in bare],
            hovertext=[plain(mark.words) for mark in bare],
            hovertemplate="%{hovertext}<extra></extra>",
            name=BARE,
            meta={"apart": apart},
            showlegend=False,
        )
    ]


def _labels(election: Election, found: Mapping[str, FigureMark], drawing: Drawing) -> go.Scattergeo:
    """Write the codes of the units; ``meta.room`` is the free space around each, in degrees.

    The code that shows the figure leaves out codes that do not fit into their room.
    """
    coats = {side.ticket: side for side in sides(election)}
    spots = {unit: spot for unit, spot in drawing.labels.items() if unit in found}
    points = [degrees(x, y) for x, y, _ in spots.values()]
    return go.Scattergeo(
        lon=[point[0] for point in points],
        lat=[point[1] for point in points],
        mode="text",
        text=[plain(code_of(unit)) for unit in spots],
        textfont={"size": 11, "color": [coats[found[unit].ticket].ink for unit in spots]},
        meta={"room": [room / DEGREE for _, _, room in spots.values()]},
        hoverinfo="skip",
        name="Codes",
        showlegend=False,
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
