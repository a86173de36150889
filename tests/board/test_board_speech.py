"""What is said: roles, names, values, and the sentence after a change."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from board.board_page import BoardPage, ShowBoard, small_content

pytestmark = pytest.mark.browser

PAUSE = 400


@pytest.fixture
def waiting(show_board: ShowBoard) -> BoardPage:
    """Show a board whose clock runs only when it is told to."""
    board = show_board(alone=True)
    board.page.clock.install(time=0)
    board.page.clock.pause_at(1)
    return board


def said(board: BoardPage) -> str:
    return board.page.get_by_role("status").inner_text()


def test_a_change_is_announced_in_one_sentence_with_the_totals(waiting: BoardPage) -> None:
    waiting.unit("SW").click()
    waiting.page.clock.run_for(PAUSE - 1)
    assert said(waiting) == ""
    waiting.page.clock.run_for(1)
    assert said(waiting) == "Southwest: Alder. Alder 19, Birch 11; 16 to win."


def test_a_burst_is_announced_once(waiting: BoardPage) -> None:
    waiting.unit("SW").click()
    waiting.page.clock.run_for(PAUSE // 2)
    waiting.unit("NW").click()
    waiting.page.clock.run_for(PAUSE // 2)
    assert said(waiting) == ""
    waiting.page.clock.run_for(PAUSE // 2)
    assert said(waiting) == (
        "2 changes. The last is Northwest: Birch. Alder 9, Birch 21; 16 to win."
    )


def test_what_python_changes_is_announced_as_totals(waiting: BoardPage) -> None:
    marks = {**small_content()["marks"]}
    marks["NW"] = {"ticket": None, "adds": {}, "changed": False, "note": ""}
    waiting.answer(marks=marks)
    waiting.page.clock.run_for(PAUSE)
    assert said(waiting) == "Alder 5, Birch 11, Undecided 14; 16 to win."


def test_nothing_is_announced_when_nothing_changed(waiting: BoardPage) -> None:
    waiting.answer(selected="NW", answered=0, patterns=True)
    waiting.page.clock.run_for(2 * PAUSE)
    assert said(waiting) == ""


def test_every_unit_is_a_button_with_name_and_value(board: BoardPage) -> None:
    area = board.page.get_by_role("application", name="Map with 7 states and districts")
    names = [button.get_attribute("aria-label") for button in area.get_by_role("button").all()]
    assert sorted(name or "" for name in names) == [
        "Northeast, 5 electors, Birch",
        "Northwest, 10 electors, Alder",
        "Southeast, 6 electors, Birch",
        "Southwest, 4 electors, undecided",
        "Tiny, 1 elector, Alder",
        "Zed at large, 3 electors, Alder",
        "Zed district 1, 1 elector, Alder",
    ]


def test_the_map_explains_its_keys(board: BoardPage) -> None:
    area = board.page.get_by_role("application")
    described = area.get_attribute("aria-describedby")
    assert "Arrow keys move" in board.page.locator(f"#{described}").inner_text()
    board.press("Tab", "Tab")
    expect(board.page.locator(f"#{described}")).to_be_visible()


def test_parts_of_a_place_are_framed_under_its_name(board: BoardPage) -> None:
    group = board.page.get_by_role("group", name="Zed", exact=True)
    assert group.get_by_role("button").count() == 2


def test_a_mouse_is_told_what_it_rests_on(board: BoardPage) -> None:
    board.unit("SW").hover()
    expect(board.page.locator(".ecx-tip")).to_have_text("Southwest4 electors · undecided")
    # A screen reader has it from the unit's own name and value.
    expect(board.page.locator(".ecx-tip")).to_have_attribute("aria-hidden", "true")
    board.press("Tab", "Tab", "ArrowUp")
    expect(board.page.locator(".ecx-tip")).to_be_hidden()


def test_a_tip_is_above_the_pointer_and_goes_with_a_click(board: BoardPage) -> None:
    tip = board.page.locator(".ecx-tip")
    board.page.evaluate("document.querySelector('main').style.paddingTop = '100px'")
    board.unit("SW").hover()
    shown, middle = tip.bounding_box(), board.outline("SW").bounding_box()
    assert shown
    assert middle
    assert shown["y"] + shown["height"] <= middle["y"] + middle["height"] / 2
    board.unit("SW").click()
    board.unit("SW").hover(position={"x": 20, "y": 20})
    expect(tip).to_be_hidden()
    board.unit("SE").hover()
    expect(tip).to_have_text("Southeast6 electors · Birch")


def test_what_opens_is_announced(board: BoardPage) -> None:
    board.press("Tab", "Tab", " ")
    said_now = board.page.get_by_role("status")
    expect(said_now).to_have_text("Northeast opened. Press Tab for its details.")


def test_a_tip_goes_with_its_unit(board: BoardPage) -> None:
    board.unit("SW").hover()
    units = small_content()["units"]
    board.answer(units={"NW": units["NW"]}, marks={})
    expect(board.page.locator(".ecx-tip")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1000])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious(show_board: ShowBoard, width: int, colours: str) -> None:
    board = show_board(viewport={"width": width, "height": 900}, color_scheme=colours)
    board.page.add_style_tag(
        content=":root { color-scheme: light dark } @media (prefers-color-scheme: dark) "
        "{ body { background: #15191e } }"
    )
    board.unit("NW").click()
    board.press("ArrowDown")
    found = Axe().run(board.page).response["violations"]
    grave = [rule for rule in found if rule["impact"] in ("serious", "critical")]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in grave] == []
