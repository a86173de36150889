"""The history without a browser: the record at a glance, the slider, maps on request."""

import json
from typing import Any

import pytest

import ecx
from ecx.app import history
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.pledges_chart import pledges_chart
from ecx.app.kit.state import AppState
from ecx.app.pages.history.atlas import AT_ONCE, Atlas
from ecx.app.pages.history.charts import deciding_chart, shares_chart
from ecx.app.pages.history.cycle_words import HistoryWords
from ecx.app.pages.history.history_map import HistoryMap
from ecx.app.pages.history.stepper import Stepper
from ecx.figures.cycle_summary import Decision


@pytest.fixture
def state() -> AppState:
    return AppState(ecx.scenario(1876))


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
    assert "Rutherford B. Hayes is elected president with 185 of 369" in words.html
    assert "An Electoral Commission had settled" in words.html
    assert "Tilden had more popular votes." in words.html
    assert 'href="explorer?cycle=1876"' in words.html
    state.open_cycle(1824)
    assert "The House of Representatives chose John Quincy Adams." in words.html


def test_the_slider_moves_the_map_and_the_map_the_slider(state: AppState) -> None:
    stepper, drawn = Stepper(state), HistoryMap(state)
    assert stepper.labels[stepper.at] == "1876"
    stepper.receive({"at": stepper.at + 1})
    assert state.screen.scenario.cycle == 1880
    assert "1880" in drawn.figure["layout"]["title"]["text"]
    assert "Garfield 214" in drawn.summary
    state.open_cycle(2028)
    assert stepper.labels[stepper.at] == "2028"
    assert "Nobody has voted yet." in drawn.summary


@pytest.mark.parametrize("content", [{}, {"at": -1}, {"at": 10_000}, {"at": "1"}, {"at": None}])
def test_the_slider_ignores_what_is_no_cycle(content: dict[str, Any], state: AppState) -> None:
    stepper = Stepper(state)
    stepper.receive(content)
    assert state.screen.scenario.cycle == 1876


def test_the_table_of_the_map_has_a_row_per_unit(state: AppState) -> None:
    rows = HistoryMap(state).numbers["rows"]
    assert len(rows) == len(state.screen.scenario.election.units)
    assert sum(int(row[1]["text"]) for row in rows) == 369


def test_small_maps_come_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(Atlas, "send", lambda _, content, _buffers=None: sent.append(content))
    atlas = Atlas()
    assert len(atlas.cards) == 60
    assert sent == []
    atlas.receive({"want": [1876, 2016]})
    assert [one["cycle"] for one in sent] == [1876, 2016]
    assert json.dumps(sent)
    atlas.receive({"want": list(ecx.cycles())})
    assert len(sent) == 2 + AT_ONCE


@pytest.mark.parametrize("want", [None, "1876", [1790], ["1876"], [[1876]], {}])
def test_maps_of_no_cycle_are_not_sent(want: object, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []
    monkeypatch.setattr(Atlas, "send", lambda _, content, _buffers=None: sent.append(content))
    atlas = Atlas()
    atlas.receive({"want": want})
    assert sent == []


def test_the_cards_are_links_with_bars_that_add_up() -> None:
    card = next(card for card in Atlas().cards if card["cycle"] == 1824)
    assert card["link"] == "explorer?cycle=1824"
    assert (card["score"], card["how"], card["inverted"]) == ("84 of 261", "House", True)
    assert sum(part["votes"] for part in card["bar"]) == 261


def test_every_chart_says_in_words_and_numbers_what_it_draws() -> None:
    seen = cycle_summaries()
    share = shares_chart(seen)
    assert "5 presidents had fewer popular votes than another candidate" in share.summary
    assert len(share.numbers["rows"]) == 51
    assert share.numbers["rows"][0][0] == {"text": "1824", "link": "explorer?cycle=1824"}
    assert "chose the president in 1800 and 1824." in deciding_chart(seen).summary
    assert len(deciding_chart(seen).numbers["rows"]) == 60
    pledges = pledges_chart(seen)
    dots = sum(len(trace["x"]) for trace in pledges.figure["data"])
    assert dots == len(pledges.numbers["rows"]) == sum(len(one.broken) for one in seen)


def test_the_page_opens_on_what_it_is_given() -> None:
    page = history(1789)
    titles = [child.figure["layout"]["title"]["text"] for child in page.children
              if hasattr(child, "figure")]  # fmt: skip
    assert titles[0] == "Who carried each place in 1788-89"
    assert len(titles) == 4
