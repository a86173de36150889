"""Measure the explorer against its budgets and print both side by side.

Run it with ``make bench``. It starts the server as ``ecx`` does and opens the explorer in the
Chromium of this machine. Figures depend on the machine; the budgets are for two cores.
"""

import argparse
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

import psutil
from playwright.sync_api import Browser, BrowserContext, Page

from chromium import chromium
from serving import kernels_of, serving

CLICKS = 100
VISITS = 5

# Runs before anything of the page: notes when the map is there and Python has answered.
NOTE_READY = """
new MutationObserver((_, observer) => {
  if (!document.querySelector('.ecx-area [data-unit][aria-label]')) return;
  if (!location.search || document.documentElement.classList.contains('ecx-reading')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.readyAt = performance.now(); }));
}).observe(document, { childList: true, subtree: true, attributes: true });
"""

# Notes for each click: the work it made at once, the frame that shows it, and Python's answer.
WATCH = """
() => {
  window.clicks = [];
  const panes = document.querySelectorAll('.page-pane');
  const painted = () => new Promise((done) =>
    requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
  const answered = () => new Promise((done) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      done(performance.now());
    });
    const all = { childList: true, subtree: true, attributes: true, characterData: true };
    panes.forEach((pane) => observer.observe(pane, all));
  });
  let began, worked;
  addEventListener('click', (event) => {
    began = performance.now();
    Promise.all([painted(), answered()]).then(([paint, number]) => clicks.push({
      work: worked - began, paint: paint - event.timeStamp, number: number - event.timeStamp,
    }));
  }, true);
  addEventListener('click', () => { worked = performance.now(); });
}
"""

# A point of the n-th unit that nothing else covers; the map moves when the words above it do.
POINT = """
(number) => {
  const units = document.querySelectorAll('.ecx-area [data-unit][aria-label]');
  const unit = units[number % units.length];
  unit.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = unit.getBoundingClientRect();
  for (let step = 2; step < 40; step *= 2)
    for (let i = 1; i < step; i++)
      for (let j = 1; j < step; j++) {
        const point = [x + (width * i) / step, y + (height * j) / step];
        if (unit.contains(document.elementFromPoint(...point))) return point;
      }
  return null;
}
"""

# Steps to the election before, again and again; for each the time until the map is there.
STEP = """
async (count) => {
  const earlier = document.querySelector('[data-do="earlier"]');
  const times = [];
  for (let i = 0; i < count; i++) {
    const words = () => document.querySelector('.page-outcome').textContent;
    const [said, drawn] = [words(), document.querySelector('.ecx-outlines').firstChild];
    const start = performance.now();
    earlier.click();
    while (words() === said || document.querySelector('.ecx-outlines').firstChild === drawn)
      await new Promise((done) => requestAnimationFrame(done));
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 200));
  }
  return times;
}
"""
CYCLES = 50

# Drags the House size up, seat by seat; for each the time until the sentence above is another.
SLIDE = """
async (count) => {
  const slider = document.querySelector('[data-slide]');
  const words = () => document.querySelector('.page-outcome').textContent;
  const times = [];
  for (let i = 1; i <= count; i++) {
    const said = words();
    const start = performance.now();
    slider.value = 435 + i;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    while (words() === said) await new Promise((done) => setTimeout(done));
    times.push(performance.now() - start);
  }
  return times;
}
"""


@dataclass(frozen=True)
class Figure:
    """One line of the report."""

    what: str
    measured: str
    budget: str


def p95(values: Sequence[float]) -> float:
    """Give the value that 95 of 100 stay under."""
    return sorted(values)[int(0.95 * (len(values) - 1))]


def middle(values: Sequence[float]) -> str:
    """Write median and 95th percentile of milliseconds."""
    return f"{statistics.median(values):.1f} / {p95(values):.1f} ms"


class Traffic:
    """Bytes that a page brings over the wire."""

    def __init__(self, context: BrowserContext, page: Page) -> None:
        self.http = self.socket = self.requests = 0
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.webSocketFrameReceived", self._framed)

    def _finished(self, event: dict[str, Any]) -> None:
        self.requests += 1
        self.http += event["encodedDataLength"]

    def _framed(self, event: dict[str, Any]) -> None:
        self.socket += len(event["response"]["payloadData"])


def visit(context: BrowserContext, address: str) -> tuple[Page, Traffic, float]:
    """Open the explorer; return the page, its traffic, and milliseconds until it was ready."""
    page = context.new_page()
    page.add_init_script(NOTE_READY)
    traffic = Traffic(context, page)
    page.goto(f"{address}?cycle=2016")
    page.wait_for_function("() => window.readyAt")
    return page, traffic, page.evaluate("window.readyAt")


def wait_for_pool(server: psutil.Process, kernels: int) -> None:
    """Let the server finish starting its kernels, so that a visit meets one that is ready."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with suppress(psutil.NoSuchProcess):  # the kernel of a page that was just closed
            ready = kernels_of(server)
            busy = sum(kernel.cpu_percent(interval=0.2) for kernel in ready)
            if len(ready) >= kernels and busy < 5:  # noqa: PLR2004 - percent: nothing starts
                return


def measure_pages(browser: Browser, address: str, settle: Callable[[], None]) -> list[Figure]:
    """Open the explorer with cold and warm cache."""
    cold: list[float] = []
    warm: list[float] = []
    traffics: list[Traffic] = []
    for _ in range(VISITS):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        for times in (cold, warm):
            settle()
            page, traffic, ready = visit(context, address)
            times.append(ready)
            traffics.append(traffic)
            page.close()
        context.close()
    first, again = traffics[0], traffics[1]
    return [
        Figure("open, cold cache (median)", f"{statistics.median(cold):.0f} ms", "2,000 ms"),
        Figure("open, warm cache (median)", f"{statistics.median(warm):.0f} ms", "1,200 ms"),
        Figure(
            "over HTTP, compressed: cold / warm",
            f"{first.http / 1e6:.2f} / {again.http / 1e6:.2f} MB in {first.requests} requests",
            "2 MB",
        ),
        Figure("over the websocket, before compression", f"{first.socket / 1e3:.0f} kB", "-"),
    ]


def click_around(page: Page, clicks: int) -> list[dict[str, float]]:
    """Click units with the mouse, one after another; return milliseconds of each click."""
    page.evaluate(WATCH)
    for number in range(clicks):
        page.mouse.click(*page.evaluate(POINT, 7 * number))
        page.wait_for_function("(done) => clicks.length === done", arg=number + 1)
    times: list[dict[str, float]] = page.evaluate("clicks")
    return times


def measure_clicks(browser: Browser, address: str, what: str) -> list[Figure]:
    """Click a hundred units: places, or the squares of electors."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, _, _ = visit(context, address)
    click_around(page, 10)
    page.reload()
    page.wait_for_function("() => window.readyAt")
    if what == "a square":
        page.locator('[data-do="view"][data-value="electors"]').click()
        page.locator('[data-unit="TX.1"]').wait_for()
    times = click_around(page, CLICKS)
    context.close()
    return [
        Figure(f"click on {what}, work in the browser", middle([t["work"] for t in times]), "-"),
        Figure(f"click on {what} to paint", middle([t["paint"] for t in times]), "16.7 ms"),
        Figure(
            f"click on {what} to every number", middle([t["number"] for t in times]), "p95 60 ms"
        ),
    ]


def measure_house(browser: Browser, address: str) -> Figure:
    """Pass the slider of the House over a hundred sizes."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, _, _ = visit(context, address)
    page.locator(".page-rules summary").click()
    times = page.evaluate(SLIDE, CLICKS)
    context.close()
    return Figure("House slider to every number", middle(times), "p95 60 ms")


def measure_cycles(browser: Browser, address: str) -> list[Figure]:
    """Step back through the elections, each on its own map."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, traffic, _ = visit(context, address)
    before = traffic.socket
    times = page.evaluate(STEP, CYCLES)
    each = (traffic.socket - before) / CYCLES
    context.close()
    return [
        Figure("another election, map and numbers", middle(times), "300 ms"),
        Figure("the same, over the websocket", f"{each / 1e3:.0f} kB", "150 kB"),
    ]


def measure_kernel(browser: Browser, address: str, server: psutil.Process) -> list[Figure]:
    """Weigh the largest kernel after some clicks, with and without what it shares with others."""
    context = browser.new_context()
    page, _, _ = visit(context, address)
    click_around(page, 20)
    memory = max((kernel.memory_full_info() for kernel in kernels_of(server)), key=lambda m: m.uss)
    context.close()
    return [
        Figure("a session's kernel, resident", f"{memory.rss / 1e6:.0f} MB", "65 MB"),
        Figure("of that, its own alone", f"{memory.uss / 1e6:.0f} MB", "25 MB"),
    ]


def measure_python() -> list[Figure]:
    """Time the import of the package in a fresh interpreter, and the domain's own work."""
    import_code = "import time; t = time.perf_counter(); import ecx; print(time.perf_counter() - t)"
    imports = [
        1000 * float(subprocess.check_output([sys.executable, "-c", import_code]))  # noqa: S603
        for _ in range(VISITS)
    ]
    import ecx  # noqa: PLC0415 - after the imports were timed
    from ecx.college.counted import Counted  # noqa: PLC0415 - likewise

    scenario = ecx.scenario(2016).call("PA", "clinton-h")
    counts = []
    for _ in range(200):
        start = time.perf_counter()
        _ = Counted(scenario).tally
        counts.append(1000 * (time.perf_counter() - start))
    return [
        Figure("import ecx (median)", f"{statistics.median(imports):.0f} ms", "100 ms"),
        Figure("ledger, tally and outcome", middle(counts), "2 ms"),
    ]


@contextmanager
def explorer() -> Iterator[tuple[str, psutil.Process]]:
    """Serve the explorer; yield its address and process."""
    before = {child.pid for child in psutil.Process().children()}
    with serving("explorer", "--pool", "2") as address:
        server = next(c for c in psutil.Process().children() if c.pid not in before)
        yield address, server


def main() -> None:
    """Print every figure beside its budget."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    figures = measure_python()
    with explorer() as (address, server), chromium() as browser:
        settle = partial(wait_for_pool, server, 2)
        figures += measure_pages(browser, address, settle)
        settle()
        figures += measure_clicks(browser, address, "a place")
        settle()
        figures += measure_clicks(browser, address, "a square")
        settle()
        figures.append(measure_house(browser, address))
        settle()
        figures += measure_cycles(browser, address)
        settle()
        figures += measure_kernel(browser, address, server)
        print(f"Chromium {browser.version}, Python {platform.python_version()}", end=", ")
    print(f"{psutil.cpu_count()} cores\n")
    print("| what | measured | budget |\n|---|---|---|")
    for figure in figures:
        print(f"| {figure.what} | {figure.measured} | {figure.budget} |")


if __name__ == "__main__":
    main()
