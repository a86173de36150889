"""The choice of a ballot: whose name it is, and the question where that is not clear."""

import re

import ecx
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.ballot_picker import ballot_picker
from ecx.college.elector import BallotEdit
from ecx.link.ballots import read_edit


def state_of(cycle: int, name: str) -> AppState:
    state = AppState(ecx.scenario(cycle))
    state.name_person(name)
    return state


def test_an_everyday_name_chooses_the_person_without_a_question() -> None:
    state = state_of(2000, "al gore")
    assert state.screen.ballot == BallotEdit("gore")
    assert "Did you mean" not in ballot_picker(state.screen, "TX")


def test_a_name_that_is_not_clear_is_asked_about_and_each_answer_is_a_ballot() -> None:
    state = state_of(1796, "Adams")
    shown = ballot_picker(state.screen, "MA")
    asked = shown.partition("Did you mean")[2].partition("</div>")[0]
    offered = re.findall(r'data-value="([^"]*)"[^>]*>([^<]*)', asked)
    assert [name for _, name in offered] == [
        "John Adams",
        "Samuel Adams",
        "No: “Adams” is someone else",
    ]
    chosen = read_edit(offered[1][0])
    state.choose_ballot(chosen)
    assert state.screen.ballot == BallotEdit("adams-s")
    assert "Did you mean" not in ballot_picker(state.screen, "MA")


def test_a_stranger_is_not_asked_about() -> None:
    state = state_of(2024, "Jane Doe")
    assert "Did you mean" not in ballot_picker(state.screen, "TX")
