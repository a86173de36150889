"""A fault stays where it happened: said there, logged, and nobody else's concern."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

import ecx
from app.panes import pressed
from ecx.app.kit.counters import Counters
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.pages.compare.comparison_table import CompareTable
from ecx.app.pages.compare.sides import SidePicker
from ecx.app.pages.compare.state import CompareState
from ecx.app.pages.explorer.map_panel import MapPanel
from ecx.app.pages.explorer.origins_panel import OriginsPanel
from ecx.app.pages.explorer.presets_panel import PresetsPanel
from ecx.app.pages.explorer.rules_panel import RulesPanel
from ecx.app.pages.explorer.toolbar import Toolbar
from ecx.app.pages.explorer.unit_panel import UnitPanel
from ecx.app.pages.explorer.unit_table import UnitTable
from ecx.app.pages.faithless.law import LawMap
from ecx.app.pages.history.history_map import HistoryMap

HELD = ecx.scenario(2016).call("PA", "clinton-h")


@pytest.fixture
def state() -> AppState:
    return AppState(ecx.scenario(2016))


def give_up(_pane: object, _value: str) -> None:
    raise KeyError("by design")


class Brittle(Pane):
    """A panel that cannot render a changed map, nor be turned."""

    local_intents = {"turn": give_up}  # noqa: RUF012 - as panes declare them

    def view(self, screen: Screen) -> Markup:
        if screen.scenario.changed:
            raise KeyError("by <design>")
        return Markup("<p>whole</p>")


def fail(*_: object, **__: object) -> None:
    raise KeyError("by design")


def test_a_pane_that_fails_undoes_nothing_and_says_so_in_its_place(
    state: AppState, caplog: pytest.LogCaptureFixture
) -> None:
    brittle, panel = Brittle(state), UnitPanel(state)
    state.call("PA", "clinton-h")
    assert state.screen.scenario == HELD
    assert state.screen.notices == ()
    assert "PA:clinton-h" in pressed(panel)
    assert brittle.html.startswith('<p role="alert" class="page-lines">This part of the page')
    assert "KeyError: &#39;by &lt;design&gt;&#39;" in brittle.html
    [record] = caplog.records
    assert "Brittle" in record.message
    assert record.exc_info
    state.undo()
    assert brittle.html == "<p>whole</p>"


def test_a_pane_that_fails_at_first_does_not_keep_the_page_from_being_built() -> None:
    assert "can’t be shown" in Brittle(AppState(HELD)).html


def test_a_turn_that_fails_is_said_in_the_pane_and_answered(
    state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[object] = []
    monkeypatch.setattr(Brittle, "send", lambda _, content: answers.append(content))
    brittle = Brittle(state)
    brittle.receive({"do": "turn", "value": "x"})
    assert "can’t be shown" in brittle.html
    assert answers == [{"done": "turn"}]


def test_a_chart_that_fails_undoes_nothing_and_says_so_in_its_place(
    state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = LawMap(state)
    with monkeypatch.context() as patched:
        patched.setattr("ecx.app.pages.faithless.law.law_map", fail)
        state.call("PA", "clinton-h")
        assert state.screen.scenario == HELD
        assert chart.failed
        assert "can’t be shown (KeyError: 'by design')" in chart.summary
    state.undo()
    assert not chart.failed
    assert "Laws in 2016" in chart.summary


def test_a_board_that_fails_undoes_nothing_and_its_note_says_so(
    state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = MapPanel(state)
    note = board.map["note"]
    with monkeypatch.context() as patched:
        patched.setattr("ecx.app.pages.explorer.map_of_places.MapOfPlaces.marks", fail)
        state.call("PA", "clinton-h")
        assert state.screen.scenario == HELD
        assert "can’t be shown (KeyError: 'by design')" in str(board.map["note"])
    state.select("MI")
    assert board.map["note"] == note
    assert board.marks["PA"]["ticket"] == "clinton-h"


def test_a_map_that_fails_keeps_the_old_one_and_its_note_says_so(
    state: AppState, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = HistoryMap(state)
    outlines, note = drawn.map["outlines"], drawn.map["note"]
    with monkeypatch.context() as patched:
        patched.setattr("ecx.app.kit.still_map.place_marks", fail)
        state.call("PA", "clinton-h")
        assert state.screen.scenario == HELD
        assert "can’t be shown (KeyError: 'by design')" in str(drawn.map["note"])
        assert drawn.map["outlines"] == outlines
        assert HistoryMap(state).still
    state.select("MI")
    assert drawn.map["note"] == note
    assert drawn.marks["PA"]["ticket"] == "clinton-h"


@pytest.mark.parametrize("value", ["", "x", "²⁰¹⁶", "+2_016", "99999", "None"])
def test_a_year_that_is_none_is_refused_on_the_page(value: str, state: AppState) -> None:
    toolbar = Toolbar(state)
    toolbar.receive({"do": "cycle", "value": value})
    assert "is not a year such as 2016" in state.screen.notices[0]
    both = CompareState()
    picker = SidePicker(both, "left")
    picker.receive({"do": "left-cycle", "value": value})
    assert "is not a year such as 2016" in both.screen.notices[0]


def explorer_panes() -> list[Pane]:
    state = AppState(HELD)
    state.select("PA")
    kinds = (Toolbar, RulesPanel, UnitPanel, UnitTable, PresetsPanel, OriginsPanel, Counters)
    return [kind(state) for kind in kinds]


def compare_panes() -> list[Pane]:
    state = CompareState(ecx.scenario(2012), HELD)
    return [SidePicker(state, "left"), SidePicker(state, "right"), CompareTable(state)]


@pytest.mark.parametrize("build", [explorer_panes, compare_panes])
def test_no_value_that_a_page_sends_escapes(build: Callable[[], list[Pane]]) -> None:
    controls = [(pane, do) for pane in build() for do in (*pane.intents, *pane.local_intents)]

    @settings(max_examples=60)
    @given(st.sampled_from(controls), st.text(max_size=12))
    def send(control: tuple[Pane, str], value: str) -> None:
        pane, do = control
        pane.receive({"do": do, "value": value})
        assert "can’t be shown" not in pane.html

    send()
