"""The state of a page: one notification per intent, nothing lost, errors on the page."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ecx
from ecx.app.kit import from_text
from ecx.app.kit.screen import UNDO_DEPTH
from ecx.app.kit.state import AppState
from ecx.college.elector import ABSENT_EDIT, BLANK_EDIT, BallotEdit
from ecx.college.house_rules import Addition
from ecx.link.address import View
from some import some


@pytest.fixture
def state() -> AppState:
    return AppState(ecx.scenario(2016))


def heard(state: AppState) -> list[Any]:
    calls: list[Any] = []
    state.observe(calls.append, names="screen")
    return calls


def test_one_intent_is_one_notification(state: AppState) -> None:
    calls = heard(state)
    state.call("PA", "clinton-h")
    assert len(calls) == 1
    assert state.screen.selected == "PA"
    assert state.screen.address == "?cycle=2016&call=PA:clinton-h"


def test_an_intent_that_changes_nothing_is_silent(state: AppState) -> None:
    state.select("PA")
    calls = heard(state)
    state.call("PA", "trump")
    state.undo()
    state.redo()
    state.open_cycle(2016)
    state.reset()
    state.dismiss()
    assert calls == []


def test_undo_and_redo_walk_the_same_way_back(state: AppState) -> None:
    scenarios = [state.screen.scenario]
    for unit in ("PA", "MI", "WI"):
        state.call(unit, "clinton-h")
        scenarios.append(state.screen.scenario)
    for expected in some(reversed(scenarios[:-1])):
        state.undo()
        assert state.screen.scenario == expected
    for expected in some(scenarios[1:]):
        state.redo()
        assert state.screen.scenario == expected


def test_a_new_change_forgets_what_was_undone(state: AppState) -> None:
    state.call("PA", "clinton-h")
    state.undo()
    state.call("MI", "clinton-h")
    assert state.screen.future == ()


def test_the_steps_to_undo_are_limited(state: AppState) -> None:
    for step in range(UNDO_DEPTH + 5):
        state.call("PA", "clinton-h" if step % 2 == 0 else "trump")
    assert len(state.screen.past) == UNDO_DEPTH


def test_a_refused_intent_says_why_and_keeps_the_screen(state: AppState) -> None:
    state.call("MI", "clinton-h")
    before = state.screen
    state.call("PX", "trump")
    assert state.screen.notices[0].startswith("In 2016, no state or district is called “PX”. ")
    assert state.screen.scenario == before.scenario
    state.dismiss()
    assert state.screen == before


def test_a_fault_of_ours_is_shown_too(
    state: AppState, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr("ecx.app.kit.state.scenario", fail)
    state.open_cycle(2000)
    assert "Nothing was changed (ZeroDivisionError: by design)" in state.screen.notices[0]
    assert state.screen.scenario.cycle == 2016
    assert "open_cycle" in caplog.text


def test_cycles_step_through_the_record_and_stop_at_its_ends(state: AppState) -> None:
    state.step_cycle(1)
    assert state.screen.scenario.cycle == 2020
    for _ in range(100):
        state.step_cycle(1)
    assert state.screen.scenario.cycle == ecx.cycles()[-1]
    for _ in range(100):
        state.step_cycle(-1)
    assert state.screen.scenario.cycle == ecx.cycles()[0]


def test_a_selection_that_the_next_cycle_lacks_is_dropped(state: AppState) -> None:
    state.select("NE-02")
    state.open_cycle(1988)
    assert state.screen.selected is None
    state.select("PA")
    state.open_cycle(1984)
    assert state.screen.selected == "PA"


@pytest.mark.parametrize(
    "text", ["nobody", "x" * 100_000, "~\u3164", "~" + "J" * 61, "kasich/nobody", "kasich/paul/x"]
)
def test_an_impossible_ballot_cannot_be_chosen(state: AppState, text: str) -> None:
    from_text.choose_ballot(state, text)
    assert state.screen.ballot is None
    assert len(state.screen.notices[0]) < 200


@pytest.mark.parametrize(
    ("text", "ballot"),
    [
        ("", None),
        ("absent", ABSENT_EDIT),
        ("blank/blank", BLANK_EDIT),
        ("/kasich", BallotEdit(..., "kasich")),
        ("kasich/", BallotEdit("kasich")),
        ("~Jane" + "_" * 10_000 + "Doe~E2~80~8B", BallotEdit("~Jane Doe")),
    ],
)
def test_a_chosen_ballot_is_a_value(state: AppState, text: str, ballot: BallotEdit | None) -> None:
    from_text.choose_ballot(state, text)
    assert (state.screen.ballot, state.screen.notices) == (ballot, ())


def test_an_address_that_cannot_be_one_is_not_kept(state: AppState) -> None:
    state.read("?cycle=2016&call=" + "ZZ:trump," * 5_000)
    assert len(state.screen.address) > 40_000
    state.read("?cycle=2016&call=" + "ZZ:trump," * 50_000)
    assert state.screen.address == "?cycle=2016"
    assert "We read the first" in state.screen.notices[0]


def test_a_chosen_ballot_is_not_carried_into_another_cycle(state: AppState) -> None:
    state.choose_ballot(BallotEdit("kasich", "fiorina"))
    state.call("PA", "clinton-h")
    assert state.screen.ballot == BallotEdit("kasich", "fiorina")
    state.open_cycle(2012)
    assert state.screen.ballot is None


def test_an_elector_whose_seat_is_gone_is_not_handled_any_more(state: AppState) -> None:
    state.open_elector("CA.55")
    from_text.set_rule(state, "house", "436")
    assert state.screen.elector == "CA.55"
    from_text.set_rule(state, "house", "300")
    assert "CA.55" not in state.screen.scenario.election.seats
    screen = state.screen
    assert (screen.selected, screen.elector) == ("CA", None)


def test_a_link_is_read_with_its_problems_and_keeps_its_own_address(state: AppState) -> None:
    calls = heard(state)
    state.read("?cycle=2000&call=FL:gore,ZZ:gore")
    assert len(calls) == 1
    assert state.screen.scenario == ecx.scenario(2000).call("FL", "gore")
    assert state.screen.notices[0].startswith("We couldn’t read “ZZ:gore” in this link.")
    assert state.screen.address == "?cycle=2000&call=FL:gore,ZZ:gore"
    state.call("NH", "gore")
    assert state.screen.address == "?cycle=2000&call=FL:gore,NH:gore"
    assert state.screen.notices == ()


HOUSES = st.sampled_from(["435", "436", "600", "12", "x"])
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("call"),
            st.sampled_from(["PA", "ME-AL", "NE-02", "ZZ"]),
            st.sampled_from(["clinton-h", "trump", None, "nobody"]),
        ),
        st.tuples(st.sampled_from(["undo", "redo", "reset", "as_pledged", "as_cast", "dismiss"])),
        st.tuples(st.just("read"), st.text(max_size=30)),
        st.tuples(st.just("step_cycle"), st.integers(-2, 2)),
        st.tuples(st.just("slide"), HOUSES),
        st.tuples(st.just("set_rule"), st.just("house"), HOUSES),
    ),
    max_size=15,
)


@given(STEPS)
def test_no_order_of_intents_raises_and_the_screen_is_always_whole(
    steps: list[tuple[Any, ...]],
) -> None:
    state = AppState(ecx.scenario(2016))
    for name, *arguments in steps:
        intents = from_text if name in ("slide", "set_rule") else AppState
        getattr(intents, name)(state, *arguments)
        screen = state.screen
        assert screen.counted.tally == ecx.tally(screen.scenario)
        assert screen.selected is None or screen.selected in screen.scenario.election.units
        assert not (name == "set_rule" and screen.sliding)
        if not (screen.notices or screen.sliding):
            assert ecx.read_query(screen.address).scenario == screen.scenario


def test_the_first_link_that_is_followed_on_the_page_can_be_undone(state: AppState) -> None:
    before = state.screen.scenario
    state.follow("?cycle=2000&cast=pledged")
    assert state.screen.scenario.cycle == 2000
    state.undo()
    assert state.screen.scenario == before


def test_ballots_without_a_seat_are_set_aside_with_a_notice(state: AppState) -> None:
    from_text.slide(state, "300")
    from_text.set_rule(state, "house", "300")
    assert state.screen.notices[0].startswith(
        "These votes were dropped, because their seats are gone: "
    )
    assert "TX.37, TX.38" in state.screen.notices[0]
    state.as_it_was()
    assert state.screen.notices == ()
    state.read("?cycle=2016&house=300")
    screen = state.screen
    assert "TX.37, TX.38" in screen.notices[0]


def test_a_drag_is_one_step_and_keeps_its_address_until_it_ends(state: AppState) -> None:
    address = state.screen.address
    for house in range(436, 480):
        from_text.slide(state, str(house))
    assert state.screen.address == address
    from_text.set_rule(state, "house", "480")
    assert state.screen.address == "?cycle=2016&house=480"
    assert len(state.screen.past) == 1
    state.undo()
    assert state.screen.scenario == ecx.scenario(2016)


def test_a_drag_that_ends_where_it_began_is_no_step(state: AppState) -> None:
    for house in ("436", "437", "436"):
        from_text.slide(state, house)
    from_text.set_rule(state, "house", "435")
    assert state.screen.past == ()
    assert state.screen.scenario == ecx.scenario(2016)


def test_a_drag_whose_end_is_refused_rests_where_it_is() -> None:
    state = AppState(ecx.scenario(1872))
    address = state.screen.address
    from_text.slide(state, "44")
    from_text.slide(state, "37")
    assert state.screen.sliding
    assert state.screen.address == address
    from_text.set_rule(state, "house", "37")
    assert state.screen.notices
    assert not state.screen.sliding
    assert state.screen.address == "?cycle=1872&house=44"
    state.dismiss()
    assert ecx.read_query(state.screen.address).scenario == state.screen.scenario
    from_text.slide(state, "300")
    from_text.set_rule(state, "house", "300")
    state.undo()
    assert state.screen.scenario.house_rules.size == 44
    state.undo()
    assert state.screen.scenario == ecx.scenario(1872)


def test_a_refused_wish_without_a_drag_keeps_the_address_that_was_not_read_in_full(
    state: AppState,
) -> None:
    state.read("?cycle=2016&call=ZZ:trump")
    from_text.set_rule(state, "house", "12")
    assert state.screen.address == "?cycle=2016&call=ZZ:trump"


def test_what_comes_amid_a_drag_is_a_step_of_its_own(state: AppState) -> None:
    from_text.slide(state, "436")
    state.call("PA", "clinton-h")
    state.undo()
    assert state.screen.address == "?cycle=2016&house=436"
    state.undo()
    assert state.screen.scenario == ecx.scenario(2016)


def test_a_house_that_cannot_be_is_refused_on_the_page(state: AppState) -> None:
    from_text.set_rule(state, "house", "12")
    assert "Use 50 to 1,000" in state.screen.notices[0]
    state.add_state(Addition("PA", 5))
    assert "PA is taken" in state.screen.notices[0]
    assert state.screen.scenario == ecx.scenario(2016)


def test_many_electors_are_one_step(state: AppState) -> None:
    state.cast_all(["TX.1", "TX.2", "FL.1"], "clinton-h")
    assert len(state.screen.scenario.ballots) == 3
    state.undo()
    assert state.screen.scenario == ecx.scenario(2016)
    state.move("TX", 40)
    assert "Choose a number from 1 to 36." in state.screen.notices[0]


def test_the_map_of_squares_is_in_the_link_of_the_page(state: AppState) -> None:
    state.show_view(View.ELECTORS)
    assert state.screen.address == "?cycle=2016&view=electors"
    assert state.screen.past == ()
    state.call("PA", "clinton-h")
    assert state.screen.address == "?cycle=2016&call=PA:clinton-h&view=electors"
    state.read("?cycle=2016")
    assert state.screen.view is View.PLACES
    state.read("?cycle=2000&view=electors&view=projector")
    assert (state.screen.view, state.screen.scenario) == (View.ELECTORS, ecx.scenario(2000))


def test_patterns_are_in_the_link_and_stay_with_who_wants_them(state: AppState) -> None:
    state.show_patterns(on=True)
    assert state.screen.address == "?cycle=2016&view=patterns"
    state.show_view(View.ELECTORS)
    assert state.screen.address == "?cycle=2016&view=electors&view=patterns"
    state.read("?cycle=2000")
    assert (state.screen.patterns, state.screen.address) == (True, "?cycle=2000&view=patterns")
    state.show_patterns(on=False)
    assert state.screen.address == "?cycle=2000"
    state.read("?cycle=2016&view=patterns")
    assert (state.screen.patterns, state.screen.notices) == (True, ())


@pytest.mark.parametrize("before", ["", "?", "http://127.0.0.1/explorer?"])
@pytest.mark.parametrize("after", ["", "#map"])
def test_the_view_is_read_wherever_the_query_stands(
    before: str, after: str, state: AppState
) -> None:
    state.read(f"{before}cycle=2016&view=electors{after}")
    assert state.screen.view is View.ELECTORS
    assert state.screen.address == "?cycle=2016&view=electors"


def test_a_link_that_would_be_too_long_says_so_on_the_page() -> None:
    state = AppState(ecx.scenario(2016).as_pledged())
    scenario = state.screen.scenario
    for number, seat in enumerate(scenario.election.electors):
        name = ecx.write_in(f"Somebody {number} with a name that is rather a long one to write")
        scenario = scenario.cast(seat.id, president=name)
    state.screen = state.screen.step(scenario)
    assert "The last votes would be lost." in state.screen.notices[0]
    state.as_pledged()
    assert state.screen.notices == ()
