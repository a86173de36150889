"""Take the pictures of the README: run it with ``make screenshots`` and look at them."""

from pathlib import Path
from typing import Any, Final

from chromium import chromium
from serving import serving

DOCS: Final = Path(__file__).resolve().parents[1] / "docs"

DESK: Final = {"viewport": {"width": 1280, "height": 900}}
PHONE: Final[dict[str, Any]] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
PICTURES: Final[dict[str, tuple[dict[str, Any], str, str]]] = {
    "explorer": (DESK, "?cycle=2016", "Pennsylvania"),
    "electors": (DESK, "?cycle=2016", "Texas, elector 38"),
    "phone": (PHONE, "?cycle=2000", ""),
    "projector": (DESK, "?cycle=2024&view=projector", ""),
}
"""By file name: the screen, the link, and what is looked at; for an elector, as a square."""


def main() -> None:
    """Write every picture into ``docs/``."""
    DOCS.mkdir(exist_ok=True)
    with serving("explorer") as address, chromium() as browser:
        for name, (screen, query, unit) in PICTURES.items():
            context = browser.new_context(**screen)
            page = context.new_page()
            page.goto(f"{address}/{query}")
            page.locator(".ecx-area [data-unit][aria-label]").first.wait_for()
            page.wait_for_function("() => !document.querySelector('.ecx-reading')")
            if "elector" in unit:
                page.get_by_role("button", name="Electors", exact=True).click()
            if unit:
                page.locator(f'[role=button][aria-label^="{unit}"]').click(button="right")
                page.mouse.move(0, 0)
                page.get_by_role("region", name=unit.partition(",")[0], exact=True).wait_for()
            page.screenshot(path=DOCS / f"{name}.png")
            context.close()


if __name__ == "__main__":
    main()
