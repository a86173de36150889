"""Panels without a browser: what they show is the whole screen, and controls are intents."""

import re
from typing import Any

import pytest

import ecx
from app.panes import chosen, controls, kind_of, pages, panes_of, pressed, use
from ecx.app import explorer
from ecx.app.kit.frame import Frame
from ecx.app.kit.nav import Nav
from ecx.app.kit.notices import Notices
from ecx.app.kit.pane import Pane
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.headline import Headline
from ecx.app.pages.explorer.map_panel import MapPanel
from ecx.app.pages.explorer.origins_panel import OriginsPanel
from ecx.app.pages.explorer.page import ExplorerFrame
from ecx.app.pages.explorer.toolbar import Toolbar
from ecx.app.pages.explorer.unit_panel import UnitPanel
from ecx.app.pages.explorer.unit_table import UnitTable
from ecx.link.address import View

PANES = [kind_of(pane) for pane in panes_of(explorer()) if not isinstance(pane, Nav)]
"""The panes of the explorer that are made of nothing but a state."""


@pytest.fixture
def state() -> AppState:
    return AppState(ecx.scenario(2016))


@pytest.mark.parametrize("name", pages())
def test_every_control_of_every_page_has_an_intent(name: str) -> None:
    found = panes_of(pages()[name]())
    assert found
    for pane in found:
        pane.receive({"do": "select", "value": "TX"})
        pane.receive({"do": "toggle"})
        known = {*pane.intents, *pane.local_intents}
        for control in controls(pane):
            assert control["data-do"] in known, pane
            assert control.get("data-slide", control["data-do"]) in known, pane


def test_every_pane_is_on_a_page() -> None:
    shown = {kind_of(pane) for page in pages().values() for pane in panes_of(page())}
    declared = {
        kind
        for kind in Pane.__subclasses__()
        if kind.__module__.startswith("ecx.") and "css_class" in vars(kind)
    }
    assert declared - shown == set()


@pytest.mark.parametrize("kind", PANES)
def test_a_pane_made_late_shows_the_same_as_one_made_early(
    kind: type[Pane], state: AppState
) -> None:
    early = kind(state)
    state.call("TX", "clinton-h")
    state.call("ZZ", None)
    assert kind(state).html == early.html


def test_the_headline_says_what_no_map_shows(state: AppState) -> None:
    headline = Headline(state)
    assert "Donald J. Trump wins with 304 of 538 electoral votes." in headline.html
    assert "Michael R. Pence wins the vice presidency with 305 votes." in headline.html
    assert "Seven votes counted (Powell 3, Kasich 1, Paul 1," in headline.html
    assert "State law stopped three." in headline.html
    state.as_pledged()
    assert "with 306 of 538" in headline.html
    assert "pledge" not in headline.html


def test_the_headline_names_ties_open_maps_and_the_house() -> None:
    state = AppState(ecx.scenario(2028))
    headline = Headline(state)
    assert "All 538 electors are undecided. It takes 270 to win." in headline.html
    state.call("TX", "republican")
    assert "Nobody has 270 votes yet:" in headline.html
    state.read("?cycle=2020&call=AZ:trump,GA:trump,WI:trump")
    assert "It’s a tie, 269 to 269. The House picks the president:" in headline.html
    assert "each state gets one vote" in headline.html


def test_two_panels_and_one_call_agree(state: AppState) -> None:
    panel, table, board = UnitPanel(state), UnitTable(state), MapPanel(state)
    use(table, "toggle")
    use(panel, "call", "PA:clinton-h")
    state.select("PA")
    assert "PA:clinton-h" in pressed(panel)
    assert "PA:clinton-h" in chosen(table)
    assert board.marks["PA"]["ticket"] == "clinton-h"
    assert board.marks["PA"]["adds"] == {"clinton-h": 20}


def test_the_unit_panel_shows_votes_margin_and_broken_pledges(state: AppState) -> None:
    panel = UnitPanel(state)
    state.select("TX")
    assert "38 electors" in panel.html
    assert "<td>4,685,047</td>" in panel.html
    assert "Trump led by 807,179 votes, 9.0 points." in panel.html
    assert (
        "TX.38, Christopher Suprun: pledged to Trump, votes for Kasich for president and "
        "Fiorina for vice president; counted."
    ) in panel.html
    state.call("TX", None)
    assert "In 2016, Trump won it." in panel.html
    assert "Broken pledges" not in panel.html


def test_the_unit_panel_tells_doubts_about_votes_and_only_where_there_are_some() -> None:
    state = AppState(ecx.scenario(1896))
    panel = UnitPanel(state)
    state.select("CA")
    assert "<li>Sources differ on Bryan: 144,766 (WP24, LEIP, WP18); 123,143" in panel.html
    state.select("AL")
    assert "Doubts" not in panel.html


def test_a_place_whose_legislature_chose_says_that_nobody_voted() -> None:
    state = AppState(ecx.scenario(1824))
    panel = UnitPanel(state)
    state.select("SC")
    assert "There was no popular vote. Lawmakers chose the electors." in panel.html
    state.select("PA")
    assert "no popular vote" not in panel.html.lower()


def test_the_unit_panel_shows_the_nation_when_no_unit_is_selected(state: AppState) -> None:
    assert "2016, the whole country" in UnitPanel(state).html


def test_the_table_sorts_and_keeps_a_row_per_unit(state: AppState) -> None:
    table = UnitTable(state)
    assert "<tbody>" not in table.html
    use(table, "toggle")
    assert table.html.count("<tr id=") == 56
    use(table, "sort", "electors")
    assert table.html.index("ecx-row-CA") < table.html.index("ecx-row-TX")
    assert 'aria-sort="descending"' in table.html
    use(table, "sort", "electors")
    assert table.html.index("ecx-row-TX") < table.html.index("ecx-row-CA")
    use(table, "sort", "no such column")
    assert table.html.index("ecx-row-TX") < table.html.index("ecx-row-CA")


def test_the_toolbar_offers_as_pledged_only_where_a_pledge_was_broken(state: AppState) -> None:
    toolbar = Toolbar(state)
    assert "As pledged" in toolbar.html
    use(toolbar, "pledged")
    assert state.screen.address == "?cycle=2016&cast=pledged"
    use(toolbar, "cycle", "2012")
    assert "As pledged" not in toolbar.html
    assert chosen(toolbar) == ["2012"]


def test_buttons_that_lead_nowhere_say_so(state: AppState) -> None:
    toolbar = Toolbar(state)
    idle = {c["data-do"] for c in controls(toolbar) if c.get("aria-disabled")}
    assert idle == {"undo", "redo", "reset"}
    state.call("PA", None)
    idle = {c["data-do"] for c in controls(toolbar) if c.get("aria-disabled")}
    assert idle == {"redo"}


@pytest.mark.parametrize("kind", PANES)
@pytest.mark.parametrize("content", [{}, {"do": None}, {"do": "eval"}, {"do": ["x"], "value": {}}])
def test_what_a_page_invents_is_ignored(
    kind: type[Pane], content: dict[str, Any], state: AppState
) -> None:
    before = state.screen
    kind(state).receive(content)
    assert state.screen == before


@pytest.mark.parametrize("do", ["pick", "person", "seat"])
def test_a_text_longer_than_any_link_changes_nothing_and_says_so(do: str, state: AppState) -> None:
    panel = UnitPanel(state)
    state.select("TX")
    before = state.screen
    use(panel, do, "x" * 100_001)
    assert state.screen.notices == (
        "That text is too long, so nothing was changed. Use at most 100,000 characters.",
    )
    state.dismiss()
    assert state.screen == before


def test_text_from_a_link_is_never_markup(state: AppState) -> None:
    notices = Notices(state)
    state.read("?call=<img src=x onerror=alert(1)>")
    assert "<img" not in notices.html
    assert "&lt;img" in notices.html


def test_more_notices_than_can_be_read_are_counted(state: AppState) -> None:
    notices = Notices(state)
    state.read("?cycle=2016&call=Q1:trump,Q2:trump,Q3:trump")
    assert notices.html.count("in this link") == 3
    assert "<p>And" not in notices.html
    state.read("?cycle=2016&call=Q1:trump,Q2:trump,Q3:trump,Q4:trump,Q5:trump")
    assert notices.html.count("in this link") == 3
    assert "<p>And 2 more.</p>" in notices.html


def test_the_frame_reads_a_query_and_follows_the_scenario(state: AppState) -> None:
    frame = Frame(state)
    frame.receive({"query": "?cycle=2000&call=FL:gore"})
    assert state.screen.scenario == ecx.scenario(2000).call("FL", "gore")
    assert frame.link == "?cycle=2000&call=FL:gore"
    frame.receive({"query": ""})
    assert frame.link == "?cycle=2000&call=FL:gore"


def test_what_only_trackers_added_to_an_address_is_not_read(state: AppState) -> None:
    frame = Frame(state)
    frame.receive({"query": "?fbclid=x&utm_source=y"})
    assert state.screen.scenario == ecx.scenario(2016)
    assert state.screen.notices == ()
    frame.receive({"query": "?fbclid=x&cycle=2000&call=foo"})
    assert frame.link == "?cycle=2000&call=foo"


def test_the_page_is_titled_by_what_is_on_the_map(state: AppState) -> None:
    frame = ExplorerFrame(state)
    assert frame.title == "2016: Trump 304, Clinton 227 – Electoral College explorer"
    state.call("FL", "clinton-h")
    assert frame.title.startswith("2016, changed: Trump 275, Clinton 256 – ")
    assert Frame(state).title == ""


def test_terms_explain_themselves_and_parties_are_named_in_full() -> None:
    state = AppState(ecx.scenario(1860))
    panel = UnitPanel(state)
    assert panel.html.count("<dfn") == 7
    state.select("TX")
    assert "Breckinridge <small>Southern Democratic</small>" in panel.html
    described = re.findall(r'aria-describedby="([^"]+)"', panel.html)
    assert described
    assert all(f'id="{name}"' in panel.html for name in described)


def test_the_map_adds_ballots_to_whom_they_were_cast_for(state: AppState) -> None:
    board = MapPanel(state)
    assert board.marks["TX"]["adds"] == {"trump": 36, "person:kasich": 1, "person:paul": 1}
    assert sum(board.marks[unit]["adds"].get("trump", 0) for unit in board.units) == 304
    state.open_cycle(2000)
    assert board.marks["DC"]["adds"] == {"gore": 2}


def test_the_map_adds_nothing_that_was_not_counted() -> None:
    board = MapPanel(AppState(ecx.scenario(1872)))
    assert board.marks["AR"]["ticket"] == "grant"
    assert board.marks["AR"]["adds"] == {}
    assert sum(mark["adds"].get("grant", 0) for mark in board.marks.values()) == 286


def test_everybody_who_has_votes_has_a_name_a_letter_and_a_color(state: AppState) -> None:
    board = MapPanel(state)
    assert [person["name"] for person in board.persons] == [
        *("Powell", "Sanders", "Paul", "Kasich", "Spotted Eagle"),
    ]
    letters = [ticket["letter"] for ticket in [*board.tickets, *board.persons]]
    assert len(set(letters)) == len(letters)
    state.as_pledged()
    assert board.persons == []


def test_patterns_that_a_browser_remembers_are_shown(state: AppState) -> None:
    board = MapPanel(state)
    board.receive({"kind": "patterns", "on": "yes"})
    assert not state.screen.patterns
    board.receive({"kind": "patterns", "on": True})
    assert state.screen.patterns
    assert board.patterns


def test_a_click_switches_between_two_and_goes_through_more() -> None:
    board = MapPanel(AppState(ecx.scenario(2016)))
    assert board.none_turns is False
    board = MapPanel(AppState(ecx.scenario(1860)))
    assert board.none_turns is True


def test_an_unpledged_slate_has_the_votes_of_its_electors() -> None:
    board = MapPanel(AppState(ecx.scenario(1960)))
    assert board.marks["AL"]["adds"] == {"kennedy": 5, "unpledged": 6}
    assert board.marks["OK"]["adds"] == {"nixon": 7, "person:byrd": 1}


def test_places_whose_legislature_chose_are_marked_and_explained() -> None:
    board = MapPanel(AppState(ecx.scenario(1824)))
    assert board.units["SC"]["code"] == "SC†"
    assert board.units["PA"]["code"] == "PA"
    assert "† The legislature chose electors." in str(board.map["note"])


def test_the_explorer_opens_on_what_it_is_given() -> None:
    page = explorer(ecx.scenario(2004))
    assert ">2004</option>" in page.children[1].children[0].html


def test_where_a_number_is_from_is_told_with_what_others_print() -> None:
    state = AppState(ecx.scenario(1992))
    panel = OriginsPanel(state)
    assert "<dt>" not in panel.html
    use(panel, "toggle")
    assert "Votes in all states" in panel.html
    state.select("SC")
    assert "Votes for Clinton: 479,514" in panel.html
    assert "525,514 in:" in panel.html


def test_seats_carry_what_became_of_their_ballots(state: AppState) -> None:
    panel = UnitPanel(state)
    for unit, sign in {"WA": "§", "MN": "×", "TX": "✓"}.items():
        state.select(unit)
        assert f'aria-hidden="true">{sign}</span>' in panel.html
    state.select("WY")
    assert 'value="3" min="1" max="3"' in panel.html


def test_a_square_is_filled_by_what_counts_and_set_to_what_was_cast(state: AppState) -> None:
    board = MapPanel(state)
    state.show_view(View.ELECTORS)
    assert len(board.marks) == 538
    assert board.marks["TX.38"]["ticket"] == "person:kasich"
    assert board.marks["TX.38"]["given"] is None
    assert board.marks["TX.38"]["value"] == "votes for Kasich"
    assert board.marks["TX.38"]["adds"] == {"person:kasich": 1}
    state.cast("MN.1", "trump")
    stopped = board.marks["MN.1"]
    assert (stopped["ticket"], stopped["given"], stopped["sign"]) == ("clinton-h", "trump", "×")
    state.call("PA", None)
    assert board.marks["PA.1"]["adds"] == {"open": 1}


def test_a_button_shows_each_map_and_what_a_click_on_it_means(state: AppState) -> None:
    toolbar, board = Toolbar(state), MapPanel(state)
    buttons = [control for control in controls(toolbar) if control["data-do"] == "view"]
    assert [(button["data-value"], button["aria-pressed"]) for button in buttons] == [
        ("places", "true"),
        ("electors", "false"),
    ]
    use(toolbar, "view", "electors")
    board.receive({"kind": "set", "unit": "PA.1", "ticket": None, "serial": 1})
    board.receive({"kind": "open", "unit": "TX.36", "serial": 2})
    assert list(state.screen.scenario.ballots) == ["PA.1"]
    assert (state.screen.selected, state.screen.elector) == ("TX", "TX.36")
    assert board.selected == "TX.36"
    use(toolbar, "view", "places")
    board.receive({"kind": "set", "unit": "MI", "ticket": None, "serial": 3})
    board.receive({"kind": "open", "unit": "WI", "serial": 4})
    assert dict(state.screen.scenario.calls) == {"MI": None}
    assert (state.screen.selected, board.selected) == ("WI", "WI")


def test_several_who_break_the_pledge_alike_are_told_in_the_plural() -> None:
    state = AppState(ecx.scenario(2016).as_pledged())
    state.move("TX", 5)
    state.select("TX")
    assert "5 electors: pledged to Trump, vote for Clinton for president " in UnitPanel(state).html
