"""Read gathered outlines and round them to a grid of whole numbers."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from build_data.raw import BadInputError
from build_data.topology import Layer, Point, Ring, Shape

Grid = Callable[[float, float], Point]


def load(path: Path) -> dict[str, Any]:
    """Read a JSON file.

    Raises
    ------
    BadInputError
        If it is missing or no JSON.
    """
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInputError(
            f"geo/{path.name}", f"cannot be read: {error}", "put the file back"
        ) from error
    return content


def layer(path: Path, name: str, grid: Grid) -> Layer:
    """Read one layer of a topology and round its outlines to a grid.

    Parameters
    ----------
    path : pathlib.Path
        TopoJSON.
    name : str
        The layer.
    grid : callable
        Takes two coordinates to a point of the grid.
    """
    topology = load(path)
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    lines: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        line: list[Point] = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            point = grid(x * scale[0] + move[0], y * scale[1] + move[1])
            if not line or point != line[-1]:
                line.append(point)
        lines.append(line)

    found: dict[str, Shape] = {}
    for geometry in topology["objects"][name]["geometries"]:
        parts = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        rings = [[_joined(lines, arcs) for arcs in part] for part in parts]
        # An island smaller than the grid has no area left.
        large = [[ring for ring in part if len(ring) >= _CORNERS] for part in rings]
        found[geometry["id"]] = [part for part in large if part]
    return found


_CORNERS: Final = 4
"""The fewest corners of a ring, the first counted twice."""


def _joined(lines: list[list[Point]], arcs: list[int]) -> Ring:
    """Join arcs to a ring; ``~n`` is arc n in reverse."""
    ring: Ring = []
    for arc in arcs:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        ring += line[1:] if ring else line
    return ring
