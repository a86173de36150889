"""Small maps as numbers: each area's path is listed once, and a map says which color it has."""

from typing import Any, Final

from ecx.college.scenario import Scenario
from ecx.figures.palette import EMPTY, GROUND, looks
from ecx.figures.scheme import in_picture
from ecx.maps.drawing import Drawing
from ecx.maps.layer import Layer
from ecx.maps.svg import coarse_outlines

GRID: Final = 10
"""Width of the grid for a picture as wide as a card, in units of the drawing: about a pixel."""


class Areas:
    """A list of the areas that small maps are made of; the sixty repeat the same few.

    Attributes
    ----------
    paths : list of str
        SVG path data, each different from the others.

    Examples
    --------
    >>> import ecx
    >>> from ecx.maps.drawing import drawing
    >>> areas = Areas()
    >>> picture = areas.picture(ecx.scenario(2016), drawing(2016))
    >>> len(areas.paths) == sum(len(part["areas"]) for part in picture["parts"])
    True
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._drawn: dict[Layer, dict[str, int]] = {}

    @property
    def paths(self) -> list[str]:
        """The paths, by their numbers."""
        return list(self._numbers)

    def picture(self, scenario: Scenario, drawing: Drawing) -> dict[str, Any]:
        """Return the map of a scenario; new areas are added to the list.

        Parameters
        ----------
        scenario : Scenario
            What is drawn.
        drawing : Drawing
            The map of its cycle: ``ecx.maps.drawing.drawing(scenario.cycle)``.

        Returns
        -------
        dict
            ``box``, what is shown, as an SVG ``viewBox``; and ``parts``, each a ``color`` and
            ``areas``, numbers of paths. What is smaller than the grid is left out.
        """
        coats = looks(scenario.election.tickets.values())
        by_color = {GROUND: [*self._listed(drawing.outlines.ground).values()]}
        for unit, number in self._listed(drawing.outlines.units).items():
            ticket = scenario.carrier(unit)
            color = coats[ticket].colour if ticket else EMPTY.colour
            by_color.setdefault(color, []).append(number)
        left, top, width, height = (round(value / GRID) for value in drawing.extent)
        return {
            "box": f"{left} {top} {width} {height}",
            "parts": [
                {"color": in_picture(c), "areas": found} for c, found in by_color.items() if found
            ],
        }

    def _listed(self, layer: Layer) -> dict[str, int]:
        """Return the numbers of the areas of a layer, and list those that are new."""
        if layer not in self._drawn:
            self._drawn[layer] = {
                key: self._numbers.setdefault(path, len(self._numbers))
                for key, path in coarse_outlines(layer, GRID).items()
                if path
            }
        return self._drawn[layer]
