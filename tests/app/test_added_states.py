"""A state that joins the Union: every page and every panel has a place for it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from ipywidgets import Box, Widget

import ecx
from ecx.app import compare, explorer, history
from ecx.app.kit.page_links import page_link
from ecx.app.kit.pane import Pane
from ecx.app.kit.state import AppState
from ecx.app.kit.still_map import StillMap
from ecx.app.pages.compare.sides import SideMap
from ecx.app.pages.compare.state import CompareState, read_comparison
from ecx.app.pages.compare.switches import CompareWords
from ecx.app.pages.explorer.origins_panel import OriginsPanel
from ecx.app.pages.explorer.unit_panel import UnitPanel
from ecx.app.pages.history.history_map import HistoryMap
from ecx.college.house_rules import Addition
from ecx.college.scenario import Scenario
from ecx.link.address import PageName, View
from ecx.maps.shapes import board_map

QUERY = "?cycle=2016&states=PR:3285874"
TICKETS = (None, "clinton-h")


def joined(ticket: str | None = None, cycle: int = 2016) -> Scenario:
    scenario = ecx.read_query(f"?cycle={cycle}&states=PR:3285874").scenario
    return scenario if ticket is None else scenario.call("PR", ticket)


def parts(widget: Widget) -> Iterator[Widget]:
    yield widget
    if isinstance(widget, Box):
        for child in widget.children:
            yield from parts(child)


def said(widget: Widget) -> str:
    """Write all that a widget tells the browser, whatever its kind, but for its program."""
    return str({key: value for key, value in widget.get_state().items() if key[0] != "_"})


def boxed(drawn: StillMap) -> dict[str, int]:
    """Give the electors of the units that have a box and no outline."""
    board_map: Any = drawn.map
    bare = board_map["boxes"].keys() - board_map["outlines"].keys()
    return {unit: label["electors"] for unit, label in drawn.units.items() if unit in bare}


def turned(page: Box) -> list[Widget]:
    """Open whatever a panel of the page opens for itself."""
    for pane in (part for part in parts(page) if isinstance(part, Pane)):
        if "toggle" in pane.local_intents:
            pane.receive({"do": "toggle"})
    return list(parts(page))


@pytest.mark.parametrize("ticket", TICKETS)
def test_every_panel_of_the_explorer_shows_a_state_that_joined(ticket: str | None) -> None:
    page = explorer(joined(ticket))
    panels = turned(page)
    state: Any = next(p for p in panels if isinstance(p, OriginsPanel))._state
    state.select("PR")
    state.show_view(View.ELECTORS)
    state.show_view(View.PLACES)
    assert state.screen.selected == "PR"
    assert state.screen.notices == ()
    assert [said(panel) for panel in panels if "can’t be shown" in said(panel)] == []


def test_a_state_that_joined_can_be_called_while_its_sources_are_open() -> None:
    state = AppState(joined())
    panel = OriginsPanel(state)
    panel.receive({"do": "toggle"})
    state.call("PR", "clinton-h")
    assert state.screen.notices == ()
    assert state.screen.scenario.carrier("PR") == "clinton-h"
    assert "PR: a state that you added" in panel.html
    assert "You gave it 3,285,874 people" in panel.html
    state.select("PA")
    assert "Votes for" in panel.html


@pytest.mark.parametrize("ticket", TICKETS)
def test_the_comparison_draws_a_state_that_joined(ticket: str | None) -> None:
    scenario = joined(ticket)
    _, _, query = page_link(PageName.COMPARE, scenario).partition("compare")
    state = CompareState(ecx.scenario(2016), ecx.scenario(2016))
    left, right = SideMap(state, "left"), SideMap(state, "right")
    state.read(query)
    assert state.screen.notices == ()
    assert state.screen.right.scenario == scenario
    assert boxed(right)["PR"] == scenario.election.units["PR"].electors
    assert "PR" not in boxed(left)
    panels = list(parts(compare(ecx.scenario(2016), scenario)))
    assert [said(panel) for panel in panels if "can’t be shown" in said(panel)] == []
    assert read_comparison(state.screen.address).right.scenario == scenario


def test_the_history_draws_a_state_that_joined() -> None:
    panels = list(parts(history()))
    drawn = next(panel for panel in panels if isinstance(panel, HistoryMap))
    state: Any = drawn._state
    state.read(QUERY)
    assert state.screen.scenario == joined()
    assert boxed(drawn)["PR"] == state.screen.scenario.election.units["PR"].electors
    assert [said(panel) for panel in panels if "can’t be shown" in said(panel)] == []


@pytest.mark.parametrize("cycle", [1792, 1876, 1960, 2016, 2028])
def test_boxes_of_states_that_join_lie_in_the_frame_and_apart(cycle: int) -> None:
    added = [Addition(f"X{letter}", 1_000_000) for letter in "ABCDEFGHIJ"]
    drawing = board_map(cycle, added)
    left, top, wide, high = drawing["frame"]
    boxes = [drawing["boxes"][new.place] for new in added]
    for box in boxes:
        assert left <= box["x"]
        assert box["x"] + box["w"] <= left + wide
        assert top <= box["y"]
        assert box["y"] + box["h"] <= top + high
    edges = sorted((box["x"], box["x"] + box["w"]) for box in boxes)
    assert all(one[1] <= other[0] for one, other in pairwise(edges))


def test_nothing_is_said_of_how_a_state_that_joined_chose_its_electors() -> None:
    state = AppState(joined())
    panel = UnitPanel(state)
    state.select("PR")
    assert "Chosen by" not in panel.html
    state.select("ME-01")
    assert "Chosen by districts." in panel.html


def test_the_comparison_says_on_which_side_a_place_stands_alone() -> None:
    words = CompareWords(CompareState(ecx.scenario(2016), joined()))
    assert "Only on one map (Right map): PR." in words.html
