"""The comparison in a browser: two maps, links in and out, keys, nobody else asked."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import plotly.graph_objects as go
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from boxes import box_of
from browser.chart_page import ChartPage
from ecx.college.write_ins import escaped
from ecx.figures.plain_text import plain

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SIZES = {"desk": (1280, 900), "phone": (390, 844)}
FORGET = """
new MutationObserver(() => document.querySelector('meta[name="ecx-page"]')?.remove())
  .observe(document, { childList: true, subtree: true });
"""
GRAVE = ("serious", "critical")
NAME = '<a href="//x">A</a> & %{x} $a$'
DRAW = """async ({ data, layout }) => {
  globalThis.MathJax = new Proxy({}, { get() { throw new Error("typeset"); } });
  const element = document.body.appendChild(document.createElement("div"));
  await Plotly.newPlot(element, data, layout);
  return [...element.querySelectorAll("svg text")].map((text) => text.textContent);
}"""


@pytest.fixture(params=["desk"])
def compare(request: pytest.FixtureRequest, browser: "Browser", server: str) -> Iterator[ChartPage]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield ChartPage(context, server, "compare")
    context.close()


def test_a_link_opens_both_maps_and_asks_nobody_else(compare: ChartPage) -> None:
    compare.open("?left=cycle%3D2012&right=cycle%3D2016%26call%3DPA:clinton-h")
    outcomes = compare.page.locator(".compare-outcome")
    expect(outcomes.nth(0)).to_contain_text("Barack Obama wins with 332")
    expect(outcomes.nth(1)).to_contain_text("with 284 of 538")
    expect(compare.page.locator(".ecx-compare-words")).to_contain_text("Obama → Trump: 80 electors")
    expect(compare.board("The election of 20")).to_have_count(2)
    pennsylvania = compare.page.locator(".compare-right path[data-unit=PA]")
    expect(pennsylvania).to_have_accessible_name("Pennsylvania, 20 electors, Clinton, changed")
    ohio = compare.page.locator(".compare-right path[data-unit=OH]")
    expect(ohio).to_have_accessible_name("Ohio, 18 electors, Trump, switched from Obama")
    expect(compare.page.get_by_text("A ring marks a state that switched.")).to_have_count(2)
    compare.scroll_through()
    expect(compare.page.locator(".ecx-shift-chart .scatterlayer .trace")).to_have_count(2)
    expect(compare.page).to_have_url(re.compile(r"right=cycle%3D2016%26call%3DPA:clinton-h$"))
    assert compare.hosts() == {"127.0.0.1"}
    assert compare.errors == []


def test_a_name_from_a_link_shows_as_itself_on_the_map_and_wherever_plotly_writes_it(
    compare: ChartPage,
) -> None:
    compare.open(f"?left=2012&right=cycle%3D2016%26cast%3DTX.1-38:~{escaped(NAME)}")
    texas = compare.page.locator(".ecx-side-map.compare-right path[data-unit=TX]")
    texas.hover()
    expect(compare.page.locator(".compare-right .ecx-tip")).to_contain_text(f"38 for {NAME}")
    compare.scroll_through()
    compare.page.wait_for_function("() => globalThis.Plotly")
    name = plain(NAME)
    figure = go.Figure(go.Bar(x=[name], y=[1], text=[name], name=name, showlegend=True))
    figure.update_layout(title_text=name, xaxis_title_text=name, annotations=[{"text": name}])
    written = compare.page.evaluate(DRAW, figure.to_dict())
    assert written.count(NAME) == 6  # title, title of an axis, tick, bar, legend, annotation
    expect(compare.page.locator("svg a")).to_have_count(0)
    assert compare.errors == []


def test_a_cycle_is_picked_and_the_address_follows(compare: ChartPage) -> None:
    compare.open("?left=2012&right=2016")
    compare.page.locator("#compare-left").select_option("1964")
    expect(compare.page).to_have_url(re.compile(r"\?left=cycle%3D1964&right=cycle%3D2016$"))
    expect(compare.board("The election of 1964")).to_be_visible()
    compare.page.get_by_role("button", name="Later election on the right").click()
    expect(compare.page).to_have_url(re.compile(r"right=cycle%3D2020$"))


def test_a_pasted_link_is_shown_and_the_field_is_free_again(compare: ChartPage) -> None:
    compare.open("?left=2016&right=2016")
    field = compare.page.get_by_label("Link or year for the right map")
    field.fill("http://127.0.0.1/explorer?cycle=2016&call=MI:clinton-h,ZZ:trump")
    field.press("Enter")
    expect(compare.page.locator(".compare-title").nth(1)).to_have_text("Right map: 2016, changed")
    expect(compare.page.locator(".page-lines[role=status]")).to_contain_text(
        "no state or district is called “ZZ”"
    )
    expect(compare.page.locator(".ecx-compare-words")).to_contain_text(
        "Trump → Clinton: 16 electors"
    )
    expect(field).to_have_value("")


def test_the_table_is_sorted_by_its_headings(compare: ChartPage) -> None:
    compare.open("?left=2012&right=2016")
    compare.page.get_by_role("button", name="Shift", exact=True).click()
    expect(compare.page.locator(".compare-table tbody tr").first).to_contain_text("Utah")


def test_a_link_that_cannot_be_read_says_which_part(compare: ChartPage) -> None:
    compare.open("?left=1790&right=2016")
    expect(compare.page.locator(".page-lines[role=status]")).to_contain_text(
        "1790 is not an election year"
    )
    expect(compare.page.locator(".compare-title").nth(1)).to_have_text("2016")


def test_pages_lead_to_each_other_with_what_is_on_the_screen(compare: ChartPage) -> None:
    compare.open("?left=2012&right=cycle%3D2016%26call%3DPA:clinton-h")
    pages = compare.page.get_by_role("navigation", name="Pages")
    pages.get_by_role("link", name="Explorer", exact=True).click()
    expect(compare.page).to_have_url(re.compile(r"/explorer\?cycle=2016&call=PA:clinton-h$"))


def test_both_maps_have_one_scale_whatever_their_elections(compare: ChartPage) -> None:
    compare.open("?left=1792&right=1824")
    drawn = [
        compare.page.locator(f".compare-{side} path[data-unit=PA]") for side in ("left", "right")
    ]
    left, right = (box_of(one) for one in drawn)
    assert left["width"] == pytest.approx(right["width"], abs=1)
    assert left["y"] == pytest.approx(right["y"], abs=1)


def test_where_a_page_is_not_ours_the_program_comes_through_the_widget(compare: ChartPage) -> None:
    compare.page.add_init_script(FORGET)
    compare.open()
    compare.scroll_through()
    expect(compare.page.locator(".ecx-shift-chart .scatterlayer .trace")).to_have_count(2)
    expect(compare.page.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(compare.page.locator(".compare-open").first).to_be_hidden()
    expect(compare.page.locator('.page-pane a[href]:not([href*=":"])')).to_have_count(0)
    expect(compare.page.locator('script[src$="plotly.min.js"]')).to_have_count(0)
    assert compare.errors == []


@pytest.mark.parametrize("compare", ["desk", "phone"], indirect=True)
def test_nobody_is_shut_out(compare: ChartPage) -> None:
    compare.open("?left=1968&right=1972")
    for numbers in compare.page.get_by_text("The numbers:").all():
        numbers.click()
    found = Axe().run(compare.page).response["violations"]
    serious = [f"{v['id']}: {v['nodes'][0]['html']}" for v in found if v["impact"] in GRAVE]
    assert serious == []
    width = compare.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
