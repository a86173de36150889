"""Every sentence a visitor sees is looked up: in a language nobody speaks, no English is left.

The server runs with a catalogue of accented English. What is still in plain letters on a page
either comes from the record (a name, a source) or was left out of the catalogue.
"""

import csv
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import expect

from browser.visited_page import START, until_ready
from ecx.apportionment import Method
from ecx.link.address import PageName
from ecx.say import VARIABLE, read_catalogue
from serving import CHECKOUT, serving
from words.catalogue import write_pseudo

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

INDEX: Final = ""

OPEN: Final[dict[str, str]] = {}
"""Pages with sentences that are not marked yet. One that is done fails until it leaves this
list: it can only get shorter."""

ALLOWED: Final = {
    r"https?://\S+": "an address",
    r"\b[\w-]+\.(csv|toml|ipynb)\b": "the name of a file",
    r"\b[A-Z][\w. ,&’-]*(Stat|Code|Rev|Laws|Const|U\.S|S\.W|Cir|F\.)\b[^;]*": "a citation of law",
    r"\b\d+ (Stat|U\.S\.C?|F\.\d?d?|Op)\b[\w. ]*": "a citation of law",
    r"Act of [A-Z][a-z]+ \d+, \d{4}": "a citation of law",
    r"\((Alt|Ctrl|Shift)\+[^)]+\)": "the name of a key",
    r"^(Ash|Birch|Cedar)\b.*": "an example of what to type",
}
"""What may be in plain letters beside names and sources, as patterns, and why."""

COLUMNS: Final = {
    "people.csv": ("name", "short"),
    "places.csv": ("name",),
    "units.csv": ("name",),
    "tickets.csv": ("party",),
    "laws.csv": ("statute", "year"),
    "ballots.csv": ("elector",),
    "faithless.csv": (
        "elector",
        "pledged_president_printed",
        "pledged_vice_president_printed",
        "voted_president_printed",
        "voted_vice_president_printed",
    ),
    "faithless_counts.csv": ("source",),
}
"""Columns with names of people, places and parties, and with citations."""

GATHER: Final = """() => {
  const seen = new Set();
  const add = (text) => seen.add((text ?? "").trim().replace(/\\s+/g, " "));
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (!node.parentElement.closest("script, style, noscript, template, code"))
      add(node.textContent);
  const names = ["aria-label", "aria-valuetext", "aria-roledescription", "title", "placeholder"];
  for (const name of names)
    for (const element of document.querySelectorAll(`body [${name}]`))
      if (!element.matches(".widget-label")) add(element.getAttribute(name)); // of ipywidgets
  add(document.title);
  add(document.querySelector('meta[name="description"]')?.content);
  seen.delete("");
  return [...seen];
}"""


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the pages in accented English."""
    catalogue = tmp_path_factory.mktemp("say") / "pseudo.mo"
    write_pseudo(catalogue)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv(VARIABLE, str(catalogue))
        with serving("--pool", "1") as address:
            yield address


@cache
def _names() -> re.Pattern[str]:
    """Match the names and the sources of the record, the longest first."""
    data = CHECKOUT / "data"
    found = {"-".join(part.capitalize() for part in method.split("-")) for method in Method}
    for table, columns in COLUMNS.items():
        if not (path := data / table).is_file():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                found |= {row[column] for column in columns if row.get(column)}
    sources = tomllib.loads((data / "sources.toml").read_text("utf-8"))
    for source in sources.values():
        found |= {source["title"], source["publisher"], source["read"]}
    ordered = sorted(found, key=len, reverse=True)
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, ordered))})(?![A-Za-z])")


def left_out(texts: list[str]) -> list[str]:
    """List the texts with a word in plain letters that no name and no pattern explains."""
    return [text for text in texts if not _is_explained(text)]


def _is_explained(text: str) -> bool:
    allowed = re.compile("|".join(ALLOWED))
    # A source can have an address in it, and a citation the name of a state.
    orders = ((_names(), allowed), (allowed, _names()))
    rests = (second.sub(" ", first.sub(" ", text)) for first, second in orders)
    return any(not re.search(r"[A-Za-z]{3,}", rest) for rest in rests)


def _shown(page: "Page", address: str) -> list[str]:
    """Open a page with all its folds and charts, and gather what can be read or heard."""
    page.goto(address)
    if not address.endswith("/"):
        until_ready(page)
    for _pass in range(3):  # a fold may be in a fold
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    for chart in page.locator(".chart").all():
        chart.scroll_into_view_if_needed()
        expect(chart.locator("svg").first).to_be_attached(timeout=START)
    texts: list[str] = page.evaluate(GATHER)
    return texts


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=OPEN[name]) if name in OPEN else ())
        for name in (INDEX, *PageName)
    ],
)
def test_no_english_is_left(browser: "Browser", pseudo: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    texts = _shown(context.new_page(), f"{pseudo}/{name}")
    context.close()
    assert len(texts) > 20
    found = left_out(texts)
    assert found == [], f"{len(found)} texts of {name or 'the index'} are not in the catalogue"


def test_plain_letters_are_found_and_names_are_not() -> None:
    texts = ["Ůňďó", "Kamala D. Harris", "Íť íš ňó ťíé", "Undo", "Harris ŵíňš and nobody else"]
    assert left_out(texts) == ["Undo", "Harris ŵíňš and nobody else"]


def test_a_catalogue_of_another_language_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pseudo.mo"
    write_pseudo(path)
    assert read_catalogue(str(path)).gettext("Reload") == "Řéļóáď"
