"""What a hostile page sends to the widgets of a page: nothing of it is taken in but their own."""

import json
import logging
import math
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from ipywidgets import Widget
from ipywidgets.widgets.widget import _instances

from app.panes import pages, widgets
from ecx.app import apportionment, explorer
from ecx.app.kit.chart import StateChart
from ecx.app.kit.pane import LONGEST, Pane
from ecx.app.pages.apportionment.country_table import CountryTable
from ecx.app.pages.apportionment.state import MOST_TYPED
from some import some

TAKEN = {("explorer", "MapPanel"): {"brush"}}
WRITTEN: tuple[object, ...] = ("<b>x</b>", 7, True, None, ["x"], {"x": {"y": 1}})


class Line:
    """The line between a page and one of its widgets."""

    def __init__(self, widget: Widget, monkeypatch: pytest.MonkeyPatch) -> None:
        self.widget = widget
        self.sent: list[dict[str, Any]] = []
        monkeypatch.setattr(widget, "_send", lambda data, **_: self.sent.append(data))

    def send(self, **data: object) -> None:
        self.widget.comm.handle_msg({"content": {"data": data}, "buffers": []})


@pytest.fixture(params=pages())
def page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Line]]:
    """Build a page, and list all its widgets: layouts and styles are widgets too."""
    before = {*_instances}
    held = pages()[request.param]()
    assert [*widgets(held)]  # those of a lesson are made when they are asked for
    yield [Line(_instances[key], monkeypatch) for key in [*_instances] if key not in before]
    del held


def kinds(page: list[Line]) -> set[str]:
    return {type(line.widget).__name__ for line in page}


def test_a_page_may_write_what_its_widgets_name_and_nothing_else(
    page: list[Line], request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.params["page"]
    assert {"Box", "ClosedLayout", "Nav"} <= kinds(page)
    for line in page:
        widget = line.widget
        before = widget.get_state()
        named = TAKEN.get((name, type(widget).__name__), set())
        assert widget.taken == named
        for key in {*widget.keys, "_no_such", "comm"} - named:
            for value in WRITTEN:
                line.send(method="update", state={key: value}, buffer_paths=[[key]])
        line.send(method="update", state={**before, "_view_module": "other"}, buffer_paths=[])
        assert widget.get_state() == before
        assert line.sent == []


def test_a_page_may_pick_a_brush_that_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    page = explorer()
    board = next(child for child in page.children if type(child).__name__ == "MapPanel")
    line = Line(board, monkeypatch)
    line.send(method="update", state={"brush": "look"})
    assert board.brush == "look"
    line.send(method="update", state={"brush": "nobody"})
    assert board.brush == "look"


def test_every_widget_still_tells_its_state_and_hears_no_echo(page: list[Line]) -> None:
    for line in some(page):
        before = line.widget.get_state()
        line.send(method="request_state")
        [sent] = line.sent
        assert sent["method"] == "update"
        assert sent["state"].keys() == before.keys()
        line.sent.clear()
        line.send(method="echo_update", state=dict.fromkeys(before, "x"))
        assert line.sent == []
        assert line.widget.get_state() == before


STRANGE: tuple[dict[str, object], ...] = (
    {},
    {"method": "update"},
    {"method": "update", "state": "html"},
    {"method": "update", "state": [["html", "x"]]},
    {"method": ["update"], "state": {"html": "x"}},
    {"method": "backbone", "sync_data": {"html": "x"}},
    {"method": "custom"},
    {"method": "custom", "content": None},
    {"method": "custom", "content": "undo"},
    {"method": "custom", "content": [1]},
)


def test_a_message_in_no_form_of_the_protocol_is_ignored(
    page: list[Line], caplog: pytest.LogCaptureFixture
) -> None:
    for line in page:
        for data in STRANGE:
            line.send(**data)
        assert line.sent == []
    assert {record.levelname for record in caplog.records} == {"WARNING"}
    assert len(caplog.records) == len(STRANGE) * len(page)


def nested(depth: int) -> object:
    value: object = "x"
    for _ in range(depth):
        value = [value, {"x": value}] if depth < 9 else [value]
    return value


LARGE = "x" * 2_000_000
TEXTS = (
    LARGE,
    "&".join(["president=b"] * 8_000),
    "9" * 50_000,
    "a" + "\u0316\u0300" * 40_000,
    "unit=TX&number=" + "9" * 5_000,
    "unit=\ud800&number=1",
    "~" + "%E2%80%8B" * 5_000,
)
NO_TEXTS: tuple[object, ...] = (
    None, True, -1, 10**4_000, 10**6_000, math.nan, math.inf, [], {}, nested(8), nested(600),
    [LARGE], ["x"] * 100_000,
)  # fmt: skip
KEYS = ("do", "value", "query", "ask", "want", "at", "step", "table", "example", "kind", "unit",
        "units", "ticket", "serial")  # fmt: skip


def weight(line: Line) -> int:
    return len(json.dumps(line.widget.get_state(), default=str))


def said(widget: Widget) -> Iterator[Mapping[str, object]]:
    """List messages that the front end of a widget could send, but for hostile parts of them."""
    for value in (*TEXTS, *NO_TEXTS):
        yield from ({key: value} for key in KEYS)
        for kind in ("set", "sweep", "open"):
            yield {"kind": kind, "unit": value, "units": [value], "ticket": value, "serial": 1}
            yield {"kind": kind, "unit": "TX", "units": ["TX"], "ticket": None, "serial": value}
    if isinstance(widget, Pane):
        controls = [*widget.intents, *widget.local_intents]
        yield from ({"do": do, "value": value} for do in controls for value in TEXTS)
        yield from ({"do": do, "value": value} for do in controls[:1] for value in NO_TEXTS)


def test_no_message_of_a_page_fails_or_is_kept_at_length(
    page: list[Line], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for line in page:
        if isinstance(line.widget, StateChart):  # what it draws takes long, and hears no message
            monkeypatch.setattr(line.widget, "draw", lambda _: None)
    before = {line.widget.model_id: weight(line) for line in page}
    caplog.set_level(logging.WARNING)
    for line in page:
        for content in said(line.widget):
            line.send(method="custom", content=content)
            line.sent.clear()
    assert [record.message for record in caplog.records if record.exc_info] == []
    for line in page:
        assert weight(line) < before[line.widget.model_id] + LONGEST, line.widget


@pytest.mark.parametrize(
    ("typed", "kept"), [(MOST_TYPED, MOST_TYPED), (MOST_TYPED + 1, 0)], ids=["most", "more"]
)
def test_a_table_is_kept_as_typed_unless_it_is_far_too_large(typed: int, kept: int) -> None:
    page = apportionment(2020)
    table = next(child for child in page.children if isinstance(child, CountryTable))
    table.receive({"table": "x" * typed})
    assert len(table.text) == kept
    assert ("Give at most 200,000 characters." in table.problems[0]) is (kept == 0)
