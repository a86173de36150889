"""What visitors take along: pictures, tables, a citation, the frame for another page."""

import base64
import csv
import re
import struct
from collections.abc import Callable
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from browser.chart_page import ChartPage
from browser.explorer_page import ExplorerPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Route

pytestmark = pytest.mark.browser

GRAVE = ("serious", "critical")
MARK_OF_UTF_8 = b"\xef\xbb\xbf"
RED, BLUE, PAPER = "214,64,58,255", "31,95,191,255", "255,255,255,255"
COLORS = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const paper = canvas.getContext("2d");
  paper.drawImage(image, 0, 0);
  const found = {};
  const { data } = paper.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) {
    const color = data.slice(at, at + 4).join();
    found[color] = (found[color] ?? 0) + 4 / data.length;
  }
  return found;
}"""


def kept(page: Page, control: Locator) -> tuple[str, bytes]:
    """Click a control that keeps a file; give its name and content."""
    with page.expect_download() as waited:
        control.click()
    return waited.value.suggested_filename, waited.value.path().read_bytes()


def rows_of(page: Page, control: Locator) -> list[list[str]]:
    """Keep a table, and read the file as a spreadsheet does."""
    name, content = kept(page, control)
    assert name.endswith(".csv")
    assert content.startswith(MARK_OF_UTF_8)
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def opened(page: Page) -> Locator:
    """Open the menu, and wait until Python has said what the page is called."""
    page.get_by_role("button", name="Share", exact=True).click()
    menu = page.locator(".share-panel")
    expect(menu.get_by_role("textbox", name="Cite this")).not_to_have_value("")
    return menu


def test_a_map_is_kept_as_a_picture(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    menu = opened(desk.page)
    for label, size in (("Slide", (1920, 1080)), ("Square", (1080, 1080))):
        name, content = kept(desk.page, menu.get_by_role("button", name=label))
        assert name == "The-presidential-election-of-2016.png"
        assert struct.unpack(">II", content[16:24]) == size
        colors = desk.page.evaluate(COLORS, base64.b64encode(content).decode())
        paper, red, blue = (colors[key] for key in (PAPER, RED, BLUE))
        assert paper > 0.3
        assert red > blue > 0.05
    name, content = kept(desk.page, menu.get_by_role("button", name="Drawing"))
    text = content.decode()
    assert name == "The-presidential-election-of-2016.svg"
    for said in ("The presidential election of 2016", ">304<", "270 to win", ">TX<"):
        assert said in text
    assert f"{desk.server}/explorer?cycle=2016" in text
    expect(menu.get_by_role("status")).to_have_text("The picture is saved.")
    assert desk.errors == []
    assert desk.hosts() == {"127.0.0.1"}


def test_the_citation_follows_the_map_and_is_copied(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016")
    menu = opened(desk.page)
    cited = menu.get_by_role("textbox", name="Cite this")
    expect(cited).to_have_value(
        re.compile(r"^“The presidential election of 2016\.” Electoral College explorer")
    )
    expect(menu).to_contain_text("This server does not let other websites show its pages.")
    menu.get_by_role("button", name="Copy").click()
    expect(menu.get_by_role("status")).to_have_text("Copied")
    grave = [
        v for v in Axe().run(desk.page, ".share").response["violations"] if v["impact"] in GRAVE
    ]
    assert grave == []
    cited.press("Escape")
    expect(menu).to_be_hidden()
    expect(desk.page.get_by_role("button", name="Share", exact=True)).to_be_focused()
    desk.click("PA")
    menu = opened(desk.page)
    expect(cited).to_have_value(re.compile("with changes.*call=PA"))


def test_the_frame_is_offered_where_the_policy_allows_it(desk: ExplorerPage) -> None:
    def allow(route: "Route") -> None:
        if route.request.method != "HEAD":
            route.continue_()
            return
        policy = "default-src 'self'; frame-ancestors 'self' https://school.example"
        route.fulfill(headers={"Content-Security-Policy": policy})

    desk.page.route("**/*.js", allow)
    desk.open("?cycle=2016&call=PA:clinton-h")
    snippet = opened(desk.page).get_by_role("textbox", name="Embed")
    expect(snippet).to_have_value(
        re.compile(r'^<iframe src="http://[^"]+\?cycle=2016&#38;call=PA:clinton-h" title="')
    )


def test_a_finger_can_use_the_menu(phone: ExplorerPage) -> None:
    phone.open("?cycle=2016")
    menu = opened(phone.page)
    box = menu.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    for control in menu.get_by_role("button").all():
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_the_table_of_states_is_kept_as_it_is_shown(desk: ExplorerPage) -> None:
    desk.open("?cycle=2016&call=PA:clinton-h")
    desk.page.keyboard.press("Alt+t")
    table = desk.page.locator(".ecx-unit-table")
    rows = rows_of(desk.page, table.get_by_role("button", name="CSV"))
    assert len(rows) == 57
    assert rows[1][:3] == ["Alabama", "9", "Trump"]
    assert next(row for row in rows if row[0] == "Pennsylvania")[2] == "Clinton changed"
    assert desk.errors == []


@pytest.mark.parametrize(
    ("page", "find", "least"),
    [
        ("compare", lambda page: page.locator(".ecx-compare-table"), 57),
        ("apportionment", lambda page: page.locator(".ecx-ranking"), 51),
        ("apportionment", lambda page: page.locator(".ecx-methods"), 2),
        ("faithless", lambda page: page.locator(".ecx-facts").first, 50),
    ],
)
def test_other_tables_are_kept_too(
    browser: "Browser", server: str, page: str, find: Callable[[Page], Locator], least: int
) -> None:
    context = browser.new_context()
    shown = ChartPage(context, server, page)
    shown.page.goto(shown.address)
    around = find(shown.page)
    rows = rows_of(shown.page, around.get_by_role("button", name="CSV"))
    head = around.locator("table").first.locator("thead th")
    assert len(rows) >= least
    assert rows[0] == [" ".join(text.split()) for text in head.all_text_contents()]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert shown.errors == []
    context.close()


def test_the_numbers_of_a_chart_are_kept(browser: "Browser", server: str) -> None:
    context = browser.new_context()
    shown = ChartPage(context, server, "history")
    shown.page.goto(shown.address)
    chart = shown.page.locator(".ecx-chart", has=shown.page.locator("details")).last
    chart.locator("summary").click()
    rows = rows_of(shown.page, chart.get_by_role("button", name="CSV"))
    lines = chart.locator("tbody tr")
    assert len(rows) == 1 + lines.count()
    shown_cells = lines.first.locator("th, td").all_text_contents()
    assert rows[1] == [cell.replace("−", "-") for cell in shown_cells]
    context.close()
