"""The map by keyboard alone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from board.board_page import MODULES, BoardPage, ShowBoard
from ecx.board.content import NOTHING
from ecx.maps.shapes import board_map

pytestmark = pytest.mark.browser

START = ("Tab", "Tab")  # past the brush, onto the map

# Ends when what a click leaves for later has been done: after the next paint.
SETTLED = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def test_the_map_is_one_stop_of_tab(board: BoardPage) -> None:
    board.press(*START)
    assert board.focused == "NE"
    board.press("ArrowLeft", "Tab")
    assert board.focused is None
    board.press("Shift+Tab")
    assert board.focused == "NW"
    assert board.page.locator(".ecx-area [tabindex='0']").count() == 1


@pytest.mark.parametrize(
    ("keys", "unit"),
    [
        (["ArrowLeft"], "NW"),
        (["ArrowDown"], "SE"),
        (["ArrowRight"], "TI"),
        (["ArrowDown", "ArrowRight"], "ZZ-01"),
        (["ArrowDown", "ArrowRight", "ArrowDown"], "ZZ-AL"),
        (["ArrowUp"], "NE"),
        (["End"], "ZZ-01"),
        (["End", "Home"], "NE"),
        (["s"], "SE"),
        (["s", "w"], "SW"),
        (["z", "z", "1"], "ZZ-AL"),
    ],
)
def test_keys_move_to(board: BoardPage, keys: list[str], unit: str) -> None:
    board.press(*START, *keys)
    assert board.focused == unit


@pytest.mark.parametrize(
    ("keys", "sent"),
    [
        (["Enter"], {"kind": "set", "ticket": None}),
        (["Shift+Enter"], {"kind": "set", "ticket": "alder"}),
        (["1"], {"kind": "set", "ticket": "alder"}),
        (["3"], {"kind": "set", "ticket": "cedar"}),
        (["0"], {"kind": "set", "ticket": None}),
        (["2"], {"kind": "open"}),  # it is Birch's already
        ([" "], {"kind": "open"}),
    ],
)
def test_keys_do_once(board: BoardPage, keys: list[str], sent: dict[str, Any]) -> None:
    board.press(*START, *keys)
    assert board.sent == [{**sent, "unit": "NE", "serial": 1}]


@pytest.mark.parametrize("key", ["Enter", "0"])
def test_keys_act_once_on_a_box(board: BoardPage, key: str) -> None:
    board.press(*START, "End", key)
    assert [message["unit"] for message in board.sent] == ["ZZ-01"]


def test_space_on_a_box_opens_and_does_not_click(board: BoardPage) -> None:
    board.press(*START, "End", " ")
    assert board.sent == [{"kind": "open", "unit": "ZZ-01", "serial": 1}]


@pytest.mark.parametrize("key", ["9", "Control+z", "Alt+ArrowLeft", "q"])
def test_other_keys_do_nothing(board: BoardPage, key: str) -> None:
    board.press(*START, key)
    assert board.sent == []
    assert board.focused == "NE"


def test_a_digit_out_of_turn_and_then_a_flip_goes_to_the_first(board: BoardPage) -> None:
    board.press(*START, "3", "Enter")
    assert board.sets == [("NE", "cedar"), ("NE", "alder")]


def test_keys_on_the_map_reach_nobody_else(board: BoardPage) -> None:
    board.page.evaluate(
        """() => {
            window.heard = [];
            addEventListener("keydown", (event) => heard.push(event.key));
        }"""
    )
    board.press(*START, "a", "ArrowLeft", "Enter", "Control+z")
    assert board.page.evaluate("heard") == ["Tab", "Tab", "Control", "z"]


def test_the_focus_is_ringed_by_key_and_not_by_mouse(board: BoardPage) -> None:
    ring = board.page.locator(".ecx-ring-focus .ecx-line")
    board.unit("NW").click()
    board.page.evaluate(SETTLED)
    assert ring.get_attribute("d") == ""
    board.press("ArrowDown")
    assert ring.get_attribute("d") == board.outline("SW").get_attribute("d")


def test_a_click_on_an_outline_moves_the_focus_to_its_box(board: BoardPage) -> None:
    board.outline("ZZ-01").click()
    expect(board.unit("ZZ-01")).to_be_focused()


@pytest.mark.parametrize(
    ("next_thing", "focused"),
    [
        ("press(nw, 'ArrowDown')", "SW"),
        ("find('SE').focus()", "SE"),
        ("press(nw, 'Enter')", "NW"),
    ],
)
def test_what_follows_a_click_at_once_keeps_the_focus(
    board: BoardPage, next_thing: str, focused: str
) -> None:
    board.page.evaluate(
        f"""async () => {{
            const find = (unit) => document.querySelector(`path[data-unit="${{unit}}"]`);
            const press = (element, key) =>
                element.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true }}));
            const nw = find("NW");
            nw.focus();
            find("ZZ-01").dispatchEvent(new MouseEvent("click", {{ bubbles: true }}));
            {next_thing};
            await {SETTLED};
        }}"""
    )
    assert board.focused == focused


def test_a_new_map_keeps_the_focus(board: BoardPage) -> None:
    board.press(*START, "ArrowLeft")
    units = board.page.evaluate("model.get('units')")
    board.answer(units={**units, "NW": {**units["NW"], "electors": 11}})
    assert board.focused == "NW"
    assert board.name("NW").startswith("Northwest, 11 electors")


@pytest.fixture(scope="module")
def geometry(browser: Any) -> Any:  # noqa: ANN401
    """Load the module that finds neighbours, alone."""
    context = browser.new_context()
    page = context.new_page()
    text = (MODULES / "neighbours.js").read_text("utf-8")
    page.evaluate(
        """async (text) => {
            const blob = new Blob([text], { type: "text/javascript" });
            const { neighbours } = await import(URL.createObjectURL(blob));
            window.stepsOf = (points) => Object.fromEntries(neighbours(new Map(points)));
        }""",
        text,
    )
    yield page
    context.close()


def reached(steps: dict[str, dict[str, str | None]], start: str) -> set[str]:
    """Follow arrow keys from a unit wherever they lead."""
    found, todo = {start}, [start]
    while todo:
        for unit in steps[todo.pop()].values():
            if unit is not None and unit not in found:
                found.add(unit)
                todo.append(unit)
    return found


@pytest.mark.parametrize("cycle", [1964, 1980, 2000, 2024])
def test_arrows_reach_every_unit_of_a_real_map(geometry: Page, cycle: int) -> None:
    drawn = board_map(cycle)
    points = {unit: label[:2] for unit, label in drawn["labels"].items()}
    for unit, frame in drawn["boxes"].items():
        points.setdefault(unit, [frame["x"], frame["y"]])
    steps = geometry.evaluate("points => stepsOf(points)", list(points.items()))
    assert all(reached(steps, unit) == steps.keys() for unit in steps)
    assert {way: steps["PA"][way] for way in ("left", "right", "up", "down")} == {
        "left": "OH",
        "right": "NJ",
        "up": "NY",
        "down": "MD",
    }


def test_a_board_without_units_takes_keys_quietly(show_board: ShowBoard) -> None:
    nothing = {"map": NOTHING, "units": {}, "tickets": [], "marks": {}, "majority": 0}
    board = show_board(nothing)
    board.press(*START, "ArrowLeft", "a", "Enter")
    assert board.sent == []


def test_letters_find_names_as_well_as_codes(board: BoardPage) -> None:
    board.press("Tab", "Tab")
    board.page.keyboard.type("southw")
    assert board.focused == "SW"
    board.page.keyboard.type("est")
    assert board.focused == "SW"


def test_a_name_of_several_words_is_typed_with_its_spaces(board: BoardPage) -> None:
    board.press("Tab", "Tab")
    board.page.keyboard.type("zed d")
    assert board.focused == "ZZ-01"
    assert board.sent == []
    board.press(" ")
    assert [sent["kind"] for sent in board.sent] == ["open"]
