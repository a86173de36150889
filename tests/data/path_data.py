"""Path data of a map, read back as corners and as areas."""

import re

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

NUMBER = re.compile(r"-?\d*\.?\d+")


def rings(path: str) -> list[list[tuple[float, float]]]:
    """Read path data back: each subpath as corners; a closed one ends where it began."""
    found = []
    for subpath in path.split("M")[1:]:
        start, _, steps = subpath.rstrip("z").partition("l")
        x, y = map(float, NUMBER.findall(start))
        corners = [(x, y)]
        numbers = [float(n) for n in NUMBER.findall(steps)]
        for step_x, step_y in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = round(x + step_x, 1), round(y + step_y, 1)
            corners.append((x, y))
        found.append(corners)
    return found


def area(path: str) -> BaseGeometry:
    """Fill a path as a browser does, holes cut out."""
    parts = [Polygon(ring) for ring in rings(path)]
    shells = sorted(parts, key=lambda part: -part.area)
    whole = shells[0]
    for part in shells[1:]:
        whole = whole.difference(part) if whole.contains(part) else whole.union(part)
    return whole
