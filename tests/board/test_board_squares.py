"""A board on which every unit is one elector."""

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from board.board_page import BoardPage, ShowBoard, Shown, mark, small_content
from board.squares import OF_ELECTORS, few_squares, many_squares
from boxes import box_of

if TYPE_CHECKING:
    from ecx.board.content import Wording

pytestmark = pytest.mark.browser

KASICH: Shown = {"adds": {"other": 1}, "edge": "birch", "value": "casts Kasich"}


@pytest.fixture
def squares(show_board: ShowBoard) -> BoardPage:
    """Show eight electors of two places."""
    return show_board(few_squares())


@pytest.fixture
def ballots(show_board: ShowBoard) -> BoardPage:
    """Show a ballot of every kind."""
    content = few_squares()
    content["marks"] = {
        **content["marks"],
        "PP.1": mark("birch", 1, edge="alder", sign="!"),
        "PP.2": mark(None, 1, edge="alder"),
        "QQ.1": mark(None, 0, **KASICH),
        "QQ.2": mark("birch", 1, edge="birch", given="alder", sign="×"),
        "QQ.3": mark("birch", 1, edge="birch", given=None, sign="×", value="casts Kasich"),
        "QQ.4": mark(None, 0, adds={"open": 1}, value="undecided"),
        "QQ.5": mark(None, 0, adds={"idle": 1}, value="vacant"),
    }
    return show_board(content)


def set_with(board: BoardPage, brush: str, unit: str) -> dict[str, Any]:
    """Click a unit with a brush; give what was sent, but for its number."""
    board.page.locator(f'input[value="{brush}"]').check(force=True)
    board.unit(unit).click()
    return {key: value for key, value in board.sent[-1].items() if key != "serial"}


def totals(board: BoardPage) -> list[str]:
    names = ("Alder", "Birch", "Blank", "Others", "Not counted", "Undecided")
    return [board.total(name) for name in names]


def test_an_elector_is_named_with_pledge_and_ballot(ballots: BoardPage) -> None:
    area = ballots.page.get_by_role("application", name="Map with 8 electors")
    names = [button.get_attribute("aria-label") for button in area.get_by_role("button").all()]
    assert names == [
        "PP, elector 1, pledged to Alder, votes for Birch",
        "PP, elector 2, pledged to Alder, blank",
        "PP, elector 3, pledged to Alder, votes for Alder",
        "QQ, elector 1, pledged to Birch, casts Kasich",
        "QQ, elector 2, pledged to Birch, votes for Alder",
        "QQ, elector 3, pledged to Birch, casts Kasich",
        "QQ, elector 4, undecided",
        "QQ, elector 5, vacant, not counted",
    ]


@pytest.mark.parametrize(
    ("brush", "hint"),
    [
        ("", "Click a state to change its winner: Alder → Birch → blank. Drag to change many."),
        ("alder", "Click a state to give it to Alder. Drag to change many."),
        ("undecided", "Click a state to make it undecided. Drag to change many."),
        ("look", "Click a state to see its details. Nothing changes."),
    ],
)
def test_hints_speak_of_ballots(squares: BoardPage, brush: str, hint: str) -> None:
    squares.page.locator(f'input[value="{brush}"]').check(force=True)
    expect(squares.page.locator(".ecx-hint")).to_have_text(hint)


def test_keys_and_news_speak_of_ballots(squares: BoardPage) -> None:
    assert "1 Alder, 2 Birch" in (squares.page.locator(".ecx-keys").text_content() or "")
    squares.unit("PP.1").click()
    expect(squares.page.get_by_role("status")).to_have_text(
        "PP, elector 1: votes for Birch. Alder 2, Birch 6; 5 to win."
    )


def test_every_ballot_is_in_one_row_of_the_totals(ballots: BoardPage) -> None:
    assert totals(ballots) == ["1", "3", "1", "1", "1", "1"]


@pytest.mark.parametrize(
    ("unit", "ticket", "after"),
    [
        ("PP.3", "birch", ["0", "4", "1", "1", "1", "1"]),
        ("PP.1", None, ["1", "2", "2", "1", "1", "1"]),
        ("PP.2", "alder", ["2", "3", "0", "1", "1", "1"]),
        ("QQ.1", "alder", ["2", "3", "1", "0", "1", "1"]),
        ("QQ.2", "birch", ["1", "3", "1", "1", "1", "1"]),
    ],
)
def test_a_click_is_painted_and_counted_as_a_ballot(
    ballots: BoardPage, unit: str, ticket: str | None, after: list[str]
) -> None:
    ballots.unit(unit).click()
    assert ballots.sets == [(unit, ticket)]
    assert totals(ballots) == after


@pytest.mark.parametrize(
    ("unit", "brush", "kind"),
    [
        ("PP.2", "undecided", "open"),  # it is blank already
        ("QQ.1", "undecided", "set"),  # Kasich is on no ticket, but he is not a blank
        ("QQ.2", "alder", "open"),  # that is what was cast, though it is void
        ("QQ.2", "birch", "set"),  # the pledge is counted, but was not kept
        ("QQ.3", "undecided", "set"),
    ],
)
def test_what_is_cast_and_not_what_counts_says_whether_a_click_changes_it(
    ballots: BoardPage, unit: str, brush: str, kind: str
) -> None:
    assert set_with(ballots, brush, unit)["kind"] == kind


def test_a_vote_for_nobody_on_a_ticket_does_not_look_blank(ballots: BoardPage) -> None:
    kasich, blank = (
        ballots.outline(unit).evaluate("it => getComputedStyle(it).fill")
        for unit in ("QQ.1", "PP.2")
    )
    assert kasich != blank


def test_an_edge_is_drawn_where_it_is_not_the_fill_and_stays_inside(ballots: BoardPage) -> None:
    edges = ballots.page.locator(".ecx-edges > g")
    strokes = edges.locator(".ecx-edge").evaluate_all("all => all.map((it) => it.style.stroke)")
    alder, birch = "rgb(31, 95, 191)", "rgb(179, 38, 30)"
    assert strokes == [alder, alder, birch]  # PP.1, PP.2 and QQ.1
    clip = edges.first.get_attribute("clip-path") or ""
    inside = ballots.page.locator(f'[id="{clip[6:-2]}"] path')
    assert inside.get_attribute("d") == ballots.outline("PP.1").get_attribute("d")
    ballots.unit("PP.3").click()
    assert edges.count() == 4  # the pledge is still seen
    ballots.unit("PP.3").click(modifiers=["Shift"])
    assert edges.count() == 3


def test_a_sign_is_written_in_the_square_until_a_click(ballots: BoardPage) -> None:
    signs = ballots.page.locator(".ecx-sign text")
    assert signs.all_text_contents() == ["!", "×", "×"]
    square, sign = box_of(ballots.outline("PP.1")), box_of(signs.first)
    assert square["x"] < sign["x"] < sign["x"] + sign["width"] < square["x"] + square["width"]
    assert sign["height"] > square["height"] / 2
    ballots.unit("PP.1").click()
    assert signs.all_text_contents() == ["×", "×"]


def test_a_sign_is_a_badge_at_a_label_or_a_box(show_board: ShowBoard) -> None:
    content = small_content()
    for unit in ("NW", "TI", "ZZ-01"):
        content["marks"][unit]["sign"] = "✕2"
    board = show_board(content)
    assert board.page.locator(".ecx-badge text").all_text_contents() == ["✕2"]
    badge = box_of(board.page.locator(".ecx-badge"))
    land = box_of(board.outline("NW"))
    assert land["x"] < badge["x"] < land["x"] + land["width"] / 2
    for unit in ("TI", "ZZ-01"):
        written = board.unit(unit).evaluate("it => getComputedStyle(it, '::before').content")
        assert written == '"✕2"'
    board.answer(marks={**content["marks"], "TI": mark("alder", 1), "NW": mark("alder", 10)})
    assert board.page.locator(".ecx-badge").count() == 0
    assert board.unit("TI").get_attribute("data-sign") is None


def test_captions_are_for_sight_and_let_clicks_through(squares: BoardPage) -> None:
    captions = squares.page.locator(".ecx-captions text:visible")
    assert captions.all_text_contents() == ["PP", "QQ"]
    assert squares.page.locator(".ecx-captions").get_attribute("aria-hidden") == "true"
    box = box_of(captions.first)
    squares.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert squares.sets == [("PP.2", "birch")]


def test_captions_keep_to_their_room(show_board: ShowBoard) -> None:
    content = few_squares()
    for caption in content["map"]["captions"].values():
        caption["room"] /= 100
    board = show_board(content)
    assert board.page.locator(".ecx-captions text:visible").count() == 0
    content["map"]["captions"]["PP"]["room"] *= 1000
    board.answer(map=content["map"])
    assert board.page.locator(".ecx-captions text:visible").all_text_contents() == ["PP"]


def test_text_of_signs_and_captions_is_never_markup(show_board: ShowBoard) -> None:
    content = few_squares()
    evil = "<img src=x onerror=alert(1)>"
    content["map"]["captions"]["PP"]["text"] = content["marks"]["PP.1"]["sign"] = evil
    content["marks"]["PP.1"]["value"] = evil
    words: Wording = {**OF_ELECTORS, "hint_two": evil}
    content["words"] = words
    board = show_board(content)
    board.unit("PP.1").hover()
    assert board.page.locator("img").count() == 0
    assert evil in board.page.locator(".ecx-tip").inner_text()


@pytest.mark.parametrize(
    ("keys", "unit"),
    [
        (["ArrowRight"], "PP.2"),
        (["ArrowRight", "ArrowRight", "ArrowDown"], "QQ.3"),
        (["ArrowDown", "ArrowDown"], "QQ.5"),
        (["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"], "PP.1"),
        (["q"], "QQ.1"),
    ],
)
def test_arrows_go_to_the_next_square(squares: BoardPage, keys: list[str], unit: str) -> None:
    squares.press("Tab", "Tab", *keys)
    assert squares.focused == unit


def test_538_squares_are_538_buttons_and_arrows_go_all_along_a_row(show_board: ShowBoard) -> None:
    board = show_board(many_squares())
    assert board.page.locator(".ecx-outlines [role=button]").count() == 538
    board.press("Tab", "Tab", *["ArrowRight"] * 29)
    assert board.focused == "PAC.10"
    board.press(*["ArrowDown"] * 16)
    assert board.focused == "PBY.10"


def test_a_click_and_its_answer_touch_one_of_538_squares(show_board: ShowBoard) -> None:
    content = many_squares()
    board = show_board(content)
    board.unit("PAC.4").click()
    board.page.evaluate(
        """() => {
            window.touched = new Set();
            const squares = document.querySelector(".ecx-outlines");
            new MutationObserver((records) => {
                for (const { target } of records) touched.add(target.dataset.unit);
            }).observe(squares, { subtree: true, attributes: true });
        }"""
    )
    board.unit("PAC.4").dispatch_event("click")
    answered = mark("birch", 1, edge=None, changed=True, note="Answered")
    board.answer(answered=2, marks={**content["marks"], "PAC.4": answered})
    assert board.name("PAC.4").endswith("Answered")
    assert board.page.evaluate("[...touched]") == ["PAC.4"]


@pytest.mark.parametrize("width", [360, 1000])
def test_axe_finds_nothing_serious_among_squares(show_board: ShowBoard, width: int) -> None:
    content = few_squares()
    content["marks"]["PP.1"]["sign"] = "!"
    board = show_board(content, viewport={"width": width, "height": 800})
    board.press("Tab", "Tab", "ArrowDown")
    found = Axe().run(board.page).response["violations"]
    assert [rule["id"] for rule in found if rule["impact"] in ("serious", "critical")] == []


def test_flipping_can_leave_none_out_and_a_brush_still_sets_it(show_board: ShowBoard) -> None:
    content = few_squares()
    content["none_turns"] = False
    board = show_board(content)
    board.unit("PP.1").click()
    board.unit("PP.1").click()
    board.unit("PP.2").click(modifiers=["Shift"])
    assert [ticket for _, ticket in board.sets] == ["birch", "alder", "birch"]
    assert "Drag to change many." in (board.page.locator(".ecx-hint").text_content() or "")
    assert set_with(board, "undecided", "PP.3")["ticket"] is None
