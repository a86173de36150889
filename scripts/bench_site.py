"""Measure the explorer of the site beside that of the server, and print both.

Run it with ``make bench-site``. It builds the site, hosts it as a plain file server does, which
compresses nothing, and opens it in the Chromium of this machine. Megabytes are what travels.
"""

import argparse
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import psutil
from playwright.sync_api import Browser, BrowserContext, Page

from bench import click_around, p95
from build_site.packs import squeezed
from chromium import chromium
from serving import serving
from site_build import BUILT, hosted_site

VISITS: Final = 5
CLICKS: Final = 40

# Runs before anything of the page: notes when the map is seen, when a click on it would be heard,
# and when Python has answered.
NOTE: Final = """
window.noted = {};
const note = (what) => {
  if (!(what in noted)) requestAnimationFrame(() => setTimeout(() => {
    noted[what] ??= performance.now();
  }));
};
new MutationObserver((_, observer) => {
  if (document.querySelector('svg [data-unit]')) note('seen');
  if (document.querySelector('.ecx-area [data-unit][aria-label]')) note('paints');
  if (!document.documentElement.classList.contains('ecx-ready')) return;
  note('answers');
  observer.disconnect();
}).observe(document, { childList: true, subtree: true, attributes: true });
"""

BUDGETS: Final = {
    "map seen": "0.4 s",
    "board paints clicks": "0.9 s",
    "Python answers": "2 s",
    "over the wire": "8.5 MB",
    "click to every number, p95": "55 ms",
}


@dataclass
class Figures:
    """What was measured of one home, cold and warm."""

    times: dict[str, list[float]] = field(default_factory=dict)
    clicks: list[float] = field(default_factory=list)

    def line(self, what: str, key: str) -> str:
        """Write a row of seconds: medians of cold and warm visits."""
        cold, warm = (statistics.median(self.times[f"{key} {how}"]) for how in ("cold", "warm"))
        return f"| {what} | {cold / 1e3:.2f} / {warm / 1e3:.2f} s"


def visit(context: BrowserContext, address: str) -> tuple[Page, dict[str, float]]:
    """Open the explorer; return the page, and when things were there."""
    page = context.new_page()
    page.add_init_script(NOTE)
    page.goto(address)
    page.wait_for_function("() => noted.answers")
    times: dict[str, float] = page.evaluate("noted")
    return page, times


def measure(browser: Browser, address: str) -> Figures:
    """Open the explorer with empty and with full caches, and click around."""
    figures = Figures()
    for _ in range(VISITS):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        for how in ("cold", "warm"):
            page, times = visit(context, address)
            for what, time in times.items():
                figures.times.setdefault(f"{what} {how}", []).append(time)
            page.close()
        context.close()
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, _ = visit(context, f"{address}?cycle=2016")
    figures.clicks = [time["number"] for time in click_around(page, CLICKS)[10:]]
    context.close()
    return figures


def rows(site: Figures, server: Figures) -> Sequence[str]:
    """Write the table."""
    found = ["| what, cold / warm | site | server | budget |", "|---|---|---|---|"]
    for what, key in (
        ("map seen", "seen"),
        ("board paints clicks", "paints"),
        ("Python answers", "answers"),
    ):
        beside = server.line("", key).rpartition("|")[2]
        found.append(f"{site.line(what, key)} |{beside} | {BUDGETS[what]} |")
    numbers = [
        f"{statistics.median(f.clicks):.0f} ({p95(f.clicks):.0f}) ms" for f in (site, server)
    ]
    what = "click to every number, p95"
    found.append(f"| {what} | {numbers[0]} | {numbers[1]} | {BUDGETS[what]} |")
    return found


def weight(asked: list[str]) -> str:
    """Write the row of what a first visit fetches: as this host sends it, and compressed."""
    bodies = [(BUILT / path.partition("?")[0].strip("/")).read_bytes() for path in asked]
    plain, packed = (sum(map(len, some)) / 1e6 for some in (bodies, map(squeezed, bodies)))
    what = "over the wire"
    told = f"{what}, compressed by the host / not"
    return f"| {told} | {packed:.1f} / {plain:.1f} MB | | {BUDGETS[what]} |"


def main() -> None:
    """Print every figure beside its budget."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    asked: list[str] = []
    with (
        hosted_site(asked.append) as host,
        serving("explorer", "--pool", "2") as address,
        chromium() as browser,
    ):
        visit(browser.new_context(), f"{host}/explorer.html")
        first = weight(asked)
        server = measure(browser, f"{address}/explorer")
        site = measure(browser, f"{host}/explorer.html")
        print(f"Chromium {browser.version}, Python {platform.python_version()}", end=", ")
    print(f"{psutil.cpu_count()} cores\n")
    print("\n".join([*rows(site, server), first]))


if __name__ == "__main__":
    main()
