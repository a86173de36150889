"""Where things are on a page, in CSS pixels."""

import pytest
from playwright.sync_api import FloatRect, Locator


def box_of(found: Locator) -> FloatRect:
    """Measure a thing: x, y, width and height. A test fails where it is not on the page."""
    box = found.bounding_box()
    if box is None:
        pytest.fail(f"{found} is not drawn, so it has no box")
    return box


def middle_of(found: Locator) -> tuple[float, float]:
    """Find the middle of a thing: x and y."""
    box = box_of(found)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
