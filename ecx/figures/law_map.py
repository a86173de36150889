"""A map of what each place's law does with a ballot that breaks the pledge."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import plotly.graph_objects as go

from ecx.college.laws import Effect, Law
from ecx.college.unit_id import place_of
from ecx.figures.canvas import canvas
from ecx.figures.maps import choropleth, geo
from ecx.figures.palette import BOUND
from ecx.figures.plain_text import plain
from ecx.maps.drawing import CalloutBox, Drawing
from ecx.maps.geojson import DEGREE, degrees, geojson
from ecx.maps.layer import Layer
from ecx.say import _, phrase

_SNUG: Final = 0.42
"""Share of the free space around a label that a code with its letter may fill."""

_BOX: Final = "box "
"""What the id of a call-out box begins with; the outline of the same unit has the bare id."""


@dataclass(frozen=True, slots=True)
class Grade:
    """How the map shows an effect of the law.

    Attributes
    ----------
    name : str
        What becomes of a ballot against the pledge, in a few words.
    letter : str
        What stands behind the code of a place, for eyes that do not tell the colours apart.
    colour, ink : str
        Fill, and the colour of text on it: the darker, the less an elector may do.
    """

    name: str
    letter: str
    colour: str
    ink: str


GRADES: Final = {
    Effect.FREE: Grade(phrase("no law found"), "F", *BOUND[0]),
    Effect.PLEDGE: Grade(phrase("must keep the pledge, but the vote counts"), "P", *BOUND[1]),
    Effect.PENALTY: Grade(phrase("can be punished, but the vote counts"), "§", *BOUND[2]),
    Effect.VOID: Grade(phrase("the vote is canceled and cast again as pledged"), "×", *BOUND[3]),
}
"""Every effect, from the freest on."""


def law_map(laws: Mapping[str, Law], drawing: Drawing, label: str) -> go.Figure:
    """Draw what each place's law does with a ballot that breaks the pledge.

    Parameters
    ----------
    laws : mapping of str to Law
        The law of each place, by postal code: ``ecx.scenario(cycle).election.laws``.
    drawing : Drawing
        The map of that cycle: ``ecx.maps.drawing.drawing(cycle)``.
    label : str
        The cycle as it is written.

    Returns
    -------
    plotly.graph_objects.Figure
        One trace for each effect there is, from the freest on, and one with the codes of the
        places and the letters of their effects. Small places are boxes as well.

    Examples
    --------
    >>> import ecx
    >>> from ecx.maps.drawing import drawing
    >>> figure = law_map(ecx.scenario(2016).election.laws, drawing(2016), "2016")
    >>> [trace.name for trace in figure.data][-2]
    '× the vote is canceled and cast again as pledged: 9'
    """
    boxes = {unit: box for unit, box in drawing.boxes.items() if unit in laws}
    layers = (drawing.outlines.units, _box_layer(boxes))
    shapes = geojson(*layers)
    keys = [key for layer in layers for key in layer.features]
    traces = [
        _graded(effect, [key for key in keys if _is(laws, key, effect)], laws, shapes)
        for effect in GRADES
        if any(law.effect is effect for law in laws.values())
    ]
    return canvas(
        _("What the law said about a broken pledge in {year}").format(year=label),
        [*traces, _labels(laws, drawing, boxes)],
        geo=geo(drawing.extent),
        margin={"l": 0, "r": 0, "t": 44, "b": 0},
    ).update_layout(legend_font_size=15)


def _place(key: str) -> str:
    """Return the place of an outline or a box: a district has the law of its state."""
    return place_of(key.removeprefix(_BOX))


def _is(laws: Mapping[str, Law], key: str, effect: Effect) -> bool:
    law = laws.get(_place(key))
    return law is not None and law.effect is effect


def _box_layer(boxes: Mapping[str, CalloutBox]) -> Layer:
    """Return the call-out boxes as areas of the map."""
    layer = Layer.of(
        {
            unit: [
                [
                    (box.x, box.y),
                    (box.x + box.width, box.y),
                    (box.x + box.width, box.y + box.height),
                    (box.x, box.y + box.height),
                    (box.x, box.y),
                ]
            ]
            for unit, box in boxes.items()
        }
    )
    return layer.prefixed(_BOX)


def _graded(
    effect: Effect, keys: list[str], laws: Mapping[str, Law], shapes: dict[str, Any]
) -> go.Choropleth:
    """Draw the places whose law has one effect."""
    grade = GRADES[effect]
    number = sum(law.effect is effect for law in laws.values())
    return choropleth(
        keys,
        grade.colour,
        shapes,
        name=f"{grade.letter} {_(grade.name)}: {number}",
        text=[plain(f"{_place(key)}: {_(grade.name)}") for key in keys],
        hovertemplate="%{text}<extra></extra>",
        showlegend=True,
    )


def _labels(
    laws: Mapping[str, Law], drawing: Drawing, boxes: Mapping[str, CalloutBox]
) -> go.Scattergeo:
    """Write each place's code where it has most room, with the letter of its law's effect."""
    spots = {unit: (*box.middle, box.height / 2) for unit, box in boxes.items()}
    for unit, (x, y, room) in sorted(drawing.labels.items(), key=lambda item: -item[1][2]):
        if _place(unit) in laws and _place(unit) not in spots:
            spots[_place(unit)] = (x, y, room * _SNUG)
    points = [degrees(x, y) for x, y, _room in spots.values()]
    grades = [GRADES[laws[place].effect] for place in spots]
    return go.Scattergeo(
        lon=[point[0] for point in points],
        lat=[point[1] for point in points],
        mode="text",
        text=[plain(f"{place} {grade.letter}") for place, grade in zip(spots, grades, strict=True)],
        textfont={"size": 13, "color": [grade.ink for grade in grades]},
        meta={"room": [room / DEGREE for _x, _y, room in spots.values()]},
        hoverinfo="skip",
        name="Codes",
        showlegend=False,
    )
