"""Every page as a plain file: it opens, asks nobody else, and says what went wrong."""

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from browser.explorer_page import ExplorerPage
from browser.visited_page import VisitedPage
from ecx.link.address import PageName
from serving import read as read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

# Asks Python for the states of all widgets, as the widget library did before Python was there.
ASK = """
() => new Promise((done) => {
  const { comm_manager: comms } = Jupyter.notebook.kernel;
  const comm = comms.new_comm("jupyter.widget.control", {}, undefined, { version: "1.0.0" });
  comm.on_msg(({ content }) => done(content.data.states));
  comm.send({ method: "request_states" });
})
"""


def recorded(page: "Page") -> Any:  # noqa: ANN401  # JSON
    """Read what the build recorded of a page with its link."""
    files = json.loads(page.locator("#sheet-site").text_content() or "")
    folder, _, query = page.url.partition("explorer.html")
    read = [json.loads(read_text(folder + files["states"]))]
    if query in files["links"]:
        read.append(json.loads(read_text(folder + files["links"][query])))
    states, *changed = read
    for key, traits in (item for some in changed for item in some.items()):
        states[key]["state"] |= traits
    return states


@pytest.mark.parametrize("name", PageName)
def test_each_page_opens_and_asks_no_other_host(
    browser: "Browser", site: str, name: PageName
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = VisitedPage(context, site, name, ".html").start()
    expect(page.page.locator(".page-nav")).to_be_visible()
    assert page.hosts() == {"127.0.0.1"}
    assert (page.errors, page.refused) == ([], [])
    asked = [url for url in page.requests if "plotly" in url]
    has_chart = page.page.locator(".ecx-chart").count() > 0
    assert has_chart or asked == [], "a program is loaded that draws nothing"
    context.close()


@pytest.mark.parametrize("query", ["", "?cycle=1876"])
def test_what_the_build_recorded_is_what_python_says(
    browser: "Browser", site: str, query: str
) -> None:
    context = browser.new_context()
    page = ExplorerPage(context, site, ending=".html")
    page.page.goto(page.address + query)
    before = recorded(page.page)
    page.until_ready()
    now = page.page.evaluate(ASK)
    assert now.keys() == before.keys()
    differing = {key for key, model in now.items() if model != before[key]}
    assert differing == set()
    context.close()


def test_a_link_to_an_election_shows_its_map_without_python(browser: "Browser", site: str) -> None:
    context = browser.new_context()
    page = ExplorerPage(context, site, ending=".html")
    page.page.route("**/python/*.bin", abort)
    page.page.goto(f"{page.address}?cycle=1876")
    expect(page.outcome).to_contain_text("Rutherford B. Hayes wins with 185 of 369")
    expect(page.map).to_be_visible()
    expect(page.unit("TX")).to_have_attribute("aria-label", re.compile("Tilden"))
    context.close()


def test_links_of_a_server_open_here_and_back(
    browser: "Browser", site: str, explorer_server: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    query = "?cycle=1876&call=FL:tilden"
    here = ExplorerPage(context, site)  # without an ending, as a server writes it
    here.open(query)
    expect(here.page).to_have_url(re.compile(r"/some/school/explorer\.html\?cycle=1876"))
    here.address_is(query)
    said = here.outcome.inner_text()
    there = ExplorerPage(context, explorer_server).open(query)
    assert there.outcome.inner_text() == said
    here.page.goto(f"{site}/{query}")
    here.address_is(f"explorer.html{query}")
    here.page.goto(f"{site}/nothing/explorers?cycle=1876")
    expect(here.page.get_by_role("heading")).to_have_text("There is no page at this address.")
    context.close()


def abort(route: "Route") -> None:
    """Let a file not arrive."""
    route.abort()


def halve(route: "Route") -> None:
    """Let half of a file arrive."""
    body = route.fetch().body()
    route.fulfill(body=body[: len(body) // 2])


def forbid(route: "Route") -> None:
    """Forbid a program to compile others."""
    answer = route.fetch()
    headers = {**answer.headers, "Content-Security-Policy": "script-src 'self'"}
    route.fulfill(response=answer, headers=headers)


@pytest.mark.parametrize(
    ("files", "spoil", "words"),
    [
        ("**/python/ecx-*.bin", abort, "Part of this page didn’t load."),
        ("**/python/library-*.bin", halve, "Part of this page didn’t load."),
        ("**/*.wasm.bin", halve, "Part of this page didn’t load."),
        ("**/pyodide.asm.js", abort, "Part of this page didn’t load."),
        ("**/worker.js", forbid, "This browser can’t count the votes here."),
    ],
    ids=["no pack", "half a pack", "half a program", "no program", "forbidden"],
)
def test_a_page_without_python_says_so_and_stays_readable(
    browser: "Browser", site: str, files: str, spoil: "Callable[[Route], None]", words: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = ExplorerPage(context, site, ending=".html")
    page.page.route(files, spoil)
    page.page.goto(page.address)
    expect(page.page.get_by_role("alert")).to_contain_text(words)
    expect(page.outcome).to_contain_text("Donald J. Trump wins with 312 of 538")
    assert page.page.locator("#sheet").evaluate("sheet => sheet.inert")
    context.close()
