"""Fingers on a screen, as Chromium feels them."""

from playwright.sync_api import Page

Point = tuple[float, float]


def drag(page: Page, *fingers: tuple[Point, Point], steps: int = 10) -> None:
    """Put fingers on the screen, move each from one point to another, and lift them."""
    touch = page.context.new_cdp_session(page)

    def send(kind: str, share: float) -> None:
        points = [
            {"x": x + share * (to_x - x), "y": y + share * (to_y - y), "id": finger}
            for finger, ((x, y), (to_x, to_y)) in enumerate(fingers)
        ]
        points = [] if kind == "touchEnd" else points
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    send("touchStart", 0)
    for step in range(1, steps + 1):
        send("touchMove", step / steps)
    send("touchEnd", 1)
