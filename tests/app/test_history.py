"""The history without a browser: the record at a glance, the slider, maps on request."""

import json
import re
from collections import Counter
from typing import Any

import pytest

import ecx
from ecx.app import history
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.pledges_chart import pledges_chart
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.map_panel import MapPanel
from ecx.app.pages.history.areas import GRID
from ecx.app.pages.history.atlas import Atlas
from ecx.app.pages.history.cards import card
from ecx.app.pages.history.charts import deciding_chart, shares_chart
from ecx.app.pages.history.cycle_words import HistoryWords
from ecx.app.pages.history.history_map import HistoryMap, HistoryNumbers
from ecx.app.pages.history.stepper import Stepper
from ecx.college.counted import Counted
from ecx.figures.cycle_summary import Decision
from ecx.figures.palette import looks
from ecx.maps.drawing import drawing
from ecx.maps.svg import coarse_outlines
from some import some


@pytest.fixture
def state() -> AppState:
    return AppState(ecx.scenario(1876))


def votes_on(drawn: HistoryMap) -> Counter[str]:
    """Add up what a map adds to each total."""
    votes = Counter[str]()
    for mark in drawn.marks.values():
        votes.update(mark["adds"])
    return votes


def test_the_record_at_a_glance_has_every_election_held() -> None:
    seen = cycle_summaries()
    assert [one.cycle for one in seen] == [c for c in ecx.cycles() if c <= 2024]
    assert len(seen) == 60


def test_five_presidents_were_not_first_in_the_popular_vote() -> None:
    found = [one.cycle for one in cycle_summaries() if one.inverted]
    assert found == [1824, 1876, 1888, 2000, 2016]


def test_congress_settled_what_history_says_it_did() -> None:
    settled = {
        g.cycle: g.decision for g in cycle_summaries() if g.decision is not Decision.ELECTORS
    }
    assert settled == {
        1800: Decision.HOUSE,
        1824: Decision.HOUSE,
        1836: Decision.SENATE,
        1876: Decision.COMMISSION,
    }


@pytest.mark.parametrize("cycle", [1800, 1824, 1876, 1960, 2000, 2016])
def test_a_glance_agrees_with_the_tally(cycle: int) -> None:
    seen = next(one for one in cycle_summaries() if one.cycle == cycle)
    tally = ecx.tally(ecx.scenario(cycle))
    assert (seen.appointed, seen.majority) == (tally.appointed, tally.majority)
    assert seen.counted == tally.president
    assert seen.votes in tally.president.values()
    assert len(seen.broken) == len(ecx.ledger(ecx.scenario(cycle)).faithless)


def test_no_popular_vote_is_shown_before_there_was_one() -> None:
    assert all((one.popular is None) == (one.cycle < 1824) for one in cycle_summaries())


def test_the_words_tell_who_settled_it_and_lead_to_the_explorer(state: AppState) -> None:
    words = HistoryWords(state)
    assert "Rutherford B. Hayes wins with 185 of 369" in words.html
    assert "An Electoral Commission settled which votes to count." in words.html
    assert "Hayes lost the popular vote to Tilden." in words.html
    assert 'href="explorer?cycle=1876"' in words.html
    assert '<h2 class="history-year">The election of 1876</h2>' in words.html
    state.open_cycle(1824)
    assert "The House chose John Quincy Adams on February 9, 1825." in words.html


def test_the_slider_moves_the_map_and_the_map_the_slider(state: AppState) -> None:
    stepper, drawn = Stepper(state), HistoryMap(state)
    assert stepper.labels[stepper.at] == "1876"
    stepper.receive({"at": stepper.at + 1})
    assert state.screen.scenario.cycle == 1880
    assert str(drawn.words["map"]).startswith("The election of 1880")
    assert votes_on(drawn) == {"garfield": 214, "hancock-ws": 155}
    state.open_cycle(2028)
    assert stepper.labels[stepper.at] == "2028"
    assert votes_on(drawn) == {}


@pytest.mark.parametrize("content", [{}, {"at": -1}, {"at": 10_000}, {"at": "1"}, {"at": None}])
def test_the_slider_ignores_what_is_no_cycle(content: dict[str, Any], state: AppState) -> None:
    stepper = Stepper(state)
    stepper.receive(content)
    assert state.screen.scenario.cycle == 1876


def test_the_table_of_the_map_has_a_row_per_unit_and_says_how_electors_voted(
    state: AppState,
) -> None:
    numbers = HistoryNumbers(state)
    rows = re.findall(r'<th scope="row">([^<]*)</th><td>(\d+)</td>', numbers.html)
    assert len(rows) == len(state.screen.scenario.election.units)
    assert sum(int(electors) for _, electors in rows) == 369
    state.open_cycle(2016)
    assert "<summary>The numbers: Who won each state in 2016</summary>" in numbers.html
    assert "<td>Trump</td><td>Trump 36, Kasich 1, Paul 1</td>" in numbers.html


@pytest.mark.parametrize("cycle", [1789, 1824, 1876, 1960, 2016, 2028])
def test_the_map_is_the_explorers_and_is_only_looked_at(cycle: int) -> None:
    state = AppState(ecx.scenario(cycle))
    drawn, own = HistoryMap(state), MapPanel(state)
    assert drawn.still
    for trait in ("map", "units", "marks", "tickets", "persons", "majority"):
        assert getattr(drawn, trait) == getattr(own, trait)
    sent = drawn.get_state()
    assert not {"pills", "flip", "look", "hint_two", "clicked"} & sent["words"].keys()


def test_every_election_held_is_a_card_in_the_order_of_the_screen() -> None:
    eras = Atlas().atlas["eras"]
    labels = [card["label"] for era in eras for card in era["cards"]]
    assert labels == [one.label for one in reversed(cycle_summaries())]
    assert [len(era["cards"]) for era in eras] == [43, 5, 2, 8, 2]


def test_small_maps_share_their_areas_and_are_small() -> None:
    atlas = Atlas().atlas
    areas, cards = atlas["areas"], [card for era in atlas["eras"] for card in era["cards"]]
    assert len(set(areas)) == len(areas)
    parts = [part for card in cards for part in card["map"]["parts"]]
    assert {number for part in parts for number in part["areas"]} == set(range(len(areas)))
    assert len(json.dumps(atlas)) < 110_000


@pytest.mark.parametrize("cycle", [1789, 1824, 1892, 1960, 1972, 2024])
def test_a_small_map_shows_who_won_each_place(cycle: int) -> None:
    atlas = Atlas().atlas
    card = next(c for era in atlas["eras"] for c in era["cards"] if c["cycle"] == cycle)
    shown = {
        atlas["areas"][number]: part["color"]
        for part in card["map"]["parts"]
        for number in part["areas"]
    }
    record, units = ecx.scenario(cycle), drawing(cycle).outlines.units
    coats = looks(record.election.tickets.values())
    for unit, path in some(coarse_outlines(units, GRID).items()):
        ticket = record.carrier(unit)
        assert not path or shown[path] == coats[ticket or ""].colour


CARDS: tuple[tuple[int, str, list[str], list[str]], ...] = (
    (2016, "304 of 538 votes, 77 ahead", ["Clinton 227", "others 7"], ["Lost the popular vote"]),
    (1968, "301 of 538 votes, 110 ahead", ["Humphrey 191", "Wallace 46"], []),
    (
        1872,
        "286 of 366 votes, 244 ahead",
        ["Greeley", "others 63"],
        ["Greeley died before the electors met"],
    ),
    (
        1824,
        "84 of 261 votes, 15 behind",
        ["Jackson 99", "Crawford 41", "Clay 37"],
        ["The House chose", "Lost the popular vote"],
    ),
    (1820, "231 of 235 votes", [], []),
    (
        1800,
        "73 of 138 electors, 8 ahead",
        ["Adams 65"],
        ["Tied with Burr", "The House chose"],
    ),
)


@pytest.mark.parametrize(("cycle", "score", "losers", "special"), CARDS)
def test_a_card_says_who_lost_by_how_much_and_what_was_special(
    cycle: int, score: str, losers: list[str], special: list[str]
) -> None:
    summary = next(one for one in cycle_summaries() if one.cycle == cycle)
    told = card(summary, Counted(ecx.scenario(cycle)))
    assert (told.score, [loser.name for loser in told.losers]) == (score, losers)
    assert sorted(told.special) == sorted(special)
    assert told.against == ("Defeated:" if losers else "Nobody ran against him")
    assert told.link == f"explorer?cycle={cycle}"


def test_the_bar_of_a_card_has_every_vote_for_president() -> None:
    for summary in some(cycle_summaries()):
        counted = Counted(ecx.scenario(summary.cycle))
        heads = {t.president for t in counted.scenario.election.tickets.values()}
        votes = counted.tally.president
        wanted = sum(n for p, n in votes.items() if summary.cycle > 1800 or p in heads)
        assert sum(share.votes for share in card(summary, counted).bar) == wanted


def test_a_person_without_a_party_has_the_color_of_the_map() -> None:
    summary = next(one for one in cycle_summaries() if one.cycle == 1960)
    told = card(summary, Counted(ecx.scenario(1960)))
    assert (told.losers[-1].name, told.losers[-1].color) == ("others 15", "#f2c94c")


def test_each_era_names_its_parties_in_full() -> None:
    named = [[party["name"] for party in era["key"]] for era in Atlas().atlas["eras"]]
    assert named == [
        ["Democratic", "Republican"],
        ["Democratic", "Whig"],
        ["Democratic", "National Republican"],
        ["Federalist", "Democratic-Republican"],
        ["No party"],
    ]
    assert Atlas().atlas["eras"][0]["note"] == "Other colors: other candidates"


def test_every_chart_says_in_words_and_numbers_what_it_draws() -> None:
    seen = cycle_summaries()
    share = shares_chart(seen)
    assert "5 presidents lost the popular vote: Adams in 1824" in share.summary
    assert len(share.numbers["rows"]) == 51
    assert share.numbers["rows"][0][0] == {"text": "1824", "link": "explorer?cycle=1824"}
    assert "chose the president in 1800 and 1824." in deciding_chart(seen).summary
    assert len(deciding_chart(seen).numbers["rows"]) == 60
    pledges = pledges_chart(seen)
    dots = sum(len(trace["x"]) for trace in pledges.figure["data"])
    assert dots == len(pledges.numbers["rows"]) == sum(len(one.broken) for one in seen)


def test_the_page_opens_on_what_it_is_given() -> None:
    stage = next(part for part in history(1789).children if "ecx-stage" in part._dom_classes)
    _words, drawn, _numbers = stage.children
    assert str(drawn.words["map"]).startswith("The election of 1788-89")
