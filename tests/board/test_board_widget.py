"""The board as Python sees it: no browser here, only the messages one would send."""

import logging
import re
from typing import Any

import pytest
import traitlets

from board.board_page import mark, small_content
from ecx.board import Board
from ecx.board.board import FRONT_END, STYLE
from ecx.board.content import OF_PLACES, Mark, StillWording


class Wire:
    """The line to a browser: what the board sends, and what a page may send to it."""

    def __init__(self, board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
        self._board = board
        self.updates: list[dict[str, Any]] = []
        monkeypatch.setattr(board.comm, "send", self._keep)

    def _keep(self, data: dict[str, Any], **_: object) -> None:
        if data["method"] == "update":
            self.updates.append(data["state"])

    def say(self, message: object) -> None:
        """Send what the front end sends of itself."""
        self._receive({"method": "custom", "content": message})

    def write(self, **state: object) -> None:
        """Write traits, as any page can try."""
        self._receive({"method": "update", "state": state})

    def _receive(self, data: dict[str, Any]) -> None:
        self._board.comm.handle_msg({"content": {"data": data}, "buffers": []})


@pytest.fixture
def board() -> Board:
    return Board(**small_content())


@pytest.fixture
def wire(board: Board, monkeypatch: pytest.MonkeyPatch) -> Wire:
    return Wire(board, monkeypatch)


def click(unit: str, ticket: str | None, serial: int) -> dict[str, Any]:
    return {"kind": "set", "unit": unit, "ticket": ticket, "serial": serial}


def test_a_click_is_reported_and_answered_in_one_message(board: Board, wire: Wire) -> None:
    marks = {**board.marks, "NW": mark("birch", 10, changed=True)}
    board.on_set(lambda _unit, _ticket: board.show(marks=marks))
    wire.say(click("NW", "birch", 1))
    assert wire.updates == [{"news": {"NW": marks["NW"]}, "selected": "NW", "answered": 1}]


def test_callbacks_hear_what_was_set_and_what_was_opened(board: Board, wire: Wire) -> None:
    heard: list[object] = []
    board.on_set(lambda unit, ticket: heard.append((unit, ticket)))
    board.on_open(heard.append)
    wire.say(click("NW", None, 1))
    wire.say({"kind": "open", "unit": "SE", "serial": 2})
    assert heard == [("NW", None), "SE"]
    assert (board.selected, board.answered) == ("SE", 2)


def test_a_click_that_nobody_takes_is_answered_all_the_same(wire: Wire) -> None:
    wire.say(click("NW", "birch", 1))
    assert wire.updates == [{"selected": "NW", "answered": 1}]


def test_a_callback_that_fails_is_answered_and_logged(
    board: Board, wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_unit: str, _ticket: str | None) -> None:
        raise KeyError("nothing")

    board.on_set(fail)
    wire.say(click("NW", "birch", 1))
    assert board.answered == 1
    assert "nothing" in caplog.text


def test_a_drag_is_reported_once_and_answered_in_one_message(board: Board, wire: Wire) -> None:
    heard: list[object] = []
    board.show(sweep=True)
    wire.updates.clear()
    board.on_sweep(lambda *said: heard.append(said))
    board.on_set(lambda *said: heard.append(said))
    wire.say({"kind": "sweep", "units": ["NW", "NE"], "ticket": "alder", "serial": 4})
    assert heard == [(["NW", "NE"], "alder")]
    assert wire.updates == [{"selected": "NE", "answered": 4}]


@pytest.mark.parametrize(
    "strange",
    [
        {"units": []},
        {"units": ["NW", "NW"]},
        {"units": ["NW", "XX"]},
        {"units": [["NW"]]},
        {"units": "NW"},
        {"units": {"NW": 1}},
        {"ticket": "nobody"},
        {"serial": 0},
    ],
)
def test_a_hostile_drag_is_ignored_and_logged(
    board: Board, wire: Wire, caplog: pytest.LogCaptureFixture, strange: dict[str, Any]
) -> None:
    heard: list[object] = []
    board.show(sweep=True)
    board.on_sweep(lambda *said: heard.append(said))
    wire.say({"kind": "sweep", "units": ["NW"], "ticket": "alder", "serial": 1, **strange})
    assert (heard, board.answered, board.selected) == ([], 0, None)
    assert "ignored" in caplog.text


def test_a_drag_is_ignored_where_drags_set_nothing(
    board: Board, wire: Wire, caplog: pytest.LogCaptureFixture
) -> None:
    wire.say({"kind": "sweep", "units": ["NW"], "ticket": "alder", "serial": 1})
    assert board.answered == 0
    assert "ignored" in caplog.text


def test_only_marks_that_differ_from_those_sent_before_are_sent(board: Board, wire: Wire) -> None:
    before = board.marks
    other = mark("birch", 10)
    board.show(marks={**before, "NW": other})
    board.show(marks=before)
    assert wire.updates == [{"news": {"NW": other}}, {"news": {}}]
    assert board.marks == before


def test_a_page_that_opens_late_is_told_the_same(board: Board) -> None:
    marks = {**board.marks, "NW": mark("birch", 10)}
    board.show(marks=marks)
    state = board.get_state()
    assert {**state["told"], **state["news"]} == marks == board.marks


def test_marks_are_sent_whole_where_many_differ_or_one_is_gone(board: Board, wire: Wire) -> None:
    flipped = {unit: mark("cedar", 1) for unit in board.marks}
    board.show(marks=flipped)
    fewer = {unit: shown for unit, shown in flipped.items() if unit != "NW"}
    board.show(marks=fewer)
    assert [update["told"] for update in wire.updates] == [flipped, fewer]
    assert board.marks == fewer


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        "set",
        {},
        {"kind": "set"},
        {"kind": "burn", "unit": "NW", "serial": 1},
        {"kind": "set", "unit": "NW", "serial": 1},
        {"kind": "set", "unit": "XX", "ticket": None, "serial": 1},
        {"kind": "set", "unit": ["NW"], "ticket": None, "serial": 1},
        {"kind": "set", "unit": "NW", "ticket": "nobody", "serial": 1},
        {"kind": "set", "unit": "NW", "ticket": {"id": "alder"}, "serial": 1},
        {"kind": "set", "unit": "NW", "ticket": None, "serial": "1"},
        {"kind": "set", "unit": "NW", "ticket": None, "serial": -1},
        {"kind": "set", "unit": "NW", "ticket": None, "serial": 10**400},
        {"kind": "open", "unit": "XX", "serial": 1},
        {"kind": "open", "unit": {}, "serial": 1},
    ],
)
def test_a_hostile_message_is_ignored_and_logged(
    board: Board, wire: Wire, caplog: pytest.LogCaptureFixture, message: object
) -> None:
    heard: list[object] = []
    board.on_set(lambda *said: heard.append(said))
    board.on_open(heard.append)
    with caplog.at_level(logging.WARNING):
        wire.say(message)
    assert (heard, board.answered, board.selected, wire.updates) == ([], 0, None, [])
    [record] = caplog.records
    assert record.name in ("ecx.board.board", "ecx.board.closed")


@pytest.mark.parametrize("brush", ["alder", "undecided", "look", None])
def test_a_page_may_pick_a_brush(board: Board, wire: Wire, brush: str | None) -> None:
    board.show(brush="birch")
    wire.write(brush=brush)
    assert board.brush == brush


@pytest.mark.parametrize(
    "state",
    [
        {"brush": "nobody"},
        {"brush": 7},
        {"brush": ["alder"]},
        {"marks": {}},
        {"answered": 99},
        {"_esm": "export default {}"},
        {"brush": "alder", "majority": 1},
    ],
)
def test_a_page_may_write_nothing_else(
    board: Board, wire: Wire, caplog: pytest.LogCaptureFixture, state: dict[str, Any]
) -> None:
    before = board.get_state()
    with caplog.at_level(logging.WARNING):
        wire.write(**state)
    assert board.get_state() == before
    assert "ignored" in caplog.text


def test_what_is_shown_again_is_not_sent_again(board: Board, wire: Wire) -> None:
    board.show(**small_content())
    assert wire.updates == []


def test_a_brush_of_a_ticket_that_has_gone_is_put_away(board: Board) -> None:
    board.show(brush="cedar")
    board.show(tickets=board.tickets[:2])
    assert board.brush is None


def test_content_by_another_name_is_refused() -> None:
    with pytest.raises(TypeError, match="a board has no 'colour'; it shows map, units"):
        Board(colour="red")  # type: ignore[call-arg] # as a caller may err


def test_an_unknown_brush_is_refused(board: Board) -> None:
    with pytest.raises(ValueError, match="the brush 'nobody'; it is one of alder"):
        board.show(brush="nobody")


def test_a_selection_of_no_unit_is_refused(board: Board) -> None:
    with pytest.raises(ValueError, match="'XX' is selected; the units are NE, NW"):
        board.show(selected="XX")


def test_a_unit_that_could_not_be_clicked_is_refused(board: Board) -> None:
    units = {**board.units, "XX": board.units["NW"]}
    with pytest.raises(ValueError, match="no outline and no box for XX"):
        board.show(units=units)


@pytest.mark.parametrize(
    ("unit", "shown", "message"),
    [
        ("XX", mark(None, 1), "marks for XX; the units are NE, NW"),
        ("NW", mark("nobody", 10), "the mark of NW names nobody; the tickets are alder"),
        ("NW", mark("alder", 10, adds={"no": 1}), "the mark of NW names no; the tickets"),
        ("NW", mark("alder", 10, edge="nobody"), "the mark of NW names nobody; the tickets"),
        ("NW", mark("alder", 10, given="nobody"), "the mark of NW names nobody; the tickets"),
    ],
)
def test_a_mark_that_could_not_be_shown_is_refused(
    board: Board,
    unit: str,
    shown: Mark,
    message: str,
) -> None:
    before = board.marks
    with pytest.raises(ValueError, match=message):
        board.show(marks={**before, unit: shown})
    assert board.marks == before


def test_marks_may_add_to_nobody_on_a_ticket(board: Board) -> None:
    rests = mark(None, 10, adds={"other": 1, "idle": 2, "open": 3}, edge=None, given=None)
    board.show(marks={**board.marks, "NW": rests})
    assert board.marks["NW"] == rests


def test_words_that_lack_one_are_refused(board: Board) -> None:
    words = {key: word for key, word in board.words.items() if key != "set"}
    with pytest.raises(ValueError, match=r"words lack set; give all of map, .*, set"):
        board.show(words=words)  # type: ignore[arg-type] # as a caller may err


def test_a_board_that_is_only_looked_at_hears_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    content = small_content()
    content["still"] = True
    board = Board(**content)
    wire = Wire(board, monkeypatch)
    heard: list[object] = []
    board.on_set(lambda *args: heard.append(args))
    board.on_open(heard.append)
    board.on_patterns(heard.append)
    wire.say(click("NW", "birch", 1))
    wire.say({"kind": "open", "unit": "NW", "serial": 2})
    wire.say({"kind": "patterns", "on": True})
    wire.write(brush="birch")
    assert (heard, wire.updates, board.brush, board.selected) == ([], [], None, None)
    assert len(caplog.records) == 4


def test_a_board_that_is_only_looked_at_needs_fewer_words() -> None:
    words: Any = {key: OF_PLACES[key] for key in StillWording.__annotations__}  # type: ignore[literal-required]  # its own keys
    assert Board(still=True, words=words).words == words
    with pytest.raises(ValueError, match="words lack choose, pills, pills_touch"):
        Board(words=words)


def test_a_trait_keeps_its_kind(board: Board) -> None:
    with pytest.raises(traitlets.TraitError, match="majority"):
        board.show(majority="many")  # type: ignore[arg-type] # as a caller may err


def test_a_board_knows_nothing_of_elections() -> None:
    code = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", FRONT_END + STYLE, flags=re.DOTALL | re.MULTILINE)
    words = r"Democrat|Republican|party|cycle|\b270\b|\b538\b|\b[A-Z]{2}-\d"
    assert re.findall(words, code) == []


def test_a_board_asks_nothing_of_the_network() -> None:
    asking = r"\bfetch\b|XMLHttpRequest|WebSocket|@import|url\((?!\"#)|https?://(?!www\.w3\.org/2000/svg)"
    assert re.findall(asking, FRONT_END + STYLE) == []
