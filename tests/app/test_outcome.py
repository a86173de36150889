"""The sentences about an outcome stay true on maps that never were."""

import pytest

import ecx
from ecx.app.kit import from_text, outcome
from ecx.app.kit.counters import Counters
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.unit_panel import UnitPanel
from ecx.college.counted import Counted


def said(query: str) -> str:
    counted = Counted(ecx.read_link(query))
    sentences = (outcome.president(counted), outcome.vice_president(counted))
    return " ".join([*sentences, *outcome.asides(counted)])


@pytest.mark.parametrize(
    ("query", "phrase"),
    [
        ("?cycle=1792&call=VT:undecided", "Washington is elected president, named by 129 of 135"),
        ("?cycle=1792&call=VT:undecided", "John Adams, next with 74 votes, is vice president."),
        (
            "?cycle=1800&call=NY:adams-j,DE:undecided",
            (
                "70 are needed, and the lead can still change: Adams 74, Pinckney 73, others 123, "
                "3 undecided."
            ),
        ),
        ("?cycle=1820", "Congress announced two totals: Monroe 231 or 228."),
        ("?cycle=1820&cast=pledged", "With Missouri and without: Monroe 235 or 232."),
        ("?cycle=1836&cast=MI.1:white", "Van Buren 169 or 167 and White 27 or 26."),
        ("?cycle=1872", "Congress refused 17 votes."),
        ("?cycle=1872&call=AR:greeley", "17 votes are not counted, as Congress held in 1872."),
        (
            "?cycle=1872&cast=pledged",
            (
                "Congress refused the votes cast for Horace Greeley; here those that changes "
                "make are counted."
            ),
        ),
        (
            "?cycle=1960&call=IL:unpledged,TX:unpledged",
            (
                "Nobody has the 269 votes needed yet: Kennedy 252, Nixon 219, others 15, "
                "51 free to vote for anybody."
            ),
        ),
    ],
)
def test_sentences_say_what_is_so_on_changed_maps(query: str, phrase: str) -> None:
    assert phrase in said(query)


def test_a_name_that_ends_in_a_stop_ends_the_sentence() -> None:
    blank = ecx.scenario(1960)
    for seat in blank.election.electors:
        if seat.place in {"IL", "TX"}:
            blank = blank.cast(seat.id, president=None, vice_president=None)
    assert "the Senate chooses between Lyndon B. Johnson and Henry Cabot Lodge Jr. " in said(
        ecx.link(blank)
    )


def test_nobody_is_vice_president_where_all_name_one_man() -> None:
    lone = ecx.scenario(1800)
    for seat in lone.election.electors:
        lone = lone.cast(seat.id, president="jefferson", vice_president=None)
    assert "Nobody else has a vote, so nobody is vice president." in said(ecx.link(lone))


def test_three_who_are_level_leave_the_vice_presidency_to_the_senate() -> None:
    level = ecx.scenario(1800)
    pairs = [("jefferson", "burr"), ("burr", "adams-j"), ("adams-j", "jefferson")]
    for number, seat in enumerate(level.election.electors):
        one, other = pairs[number % 3]
        level = level.cast(seat.id, president=one, vice_president=other)
    assert "level with 92 votes" in said(ecx.link(level))
    assert "The others are level for vice president: the Senate chooses" in said(ecx.link(level))


def test_the_counters_set_no_number_of_one_candidate_under_the_name_of_another() -> None:
    leaving = "TX.1-40:harris/walz,NC.1-16:harris/walz,MI.1-15:harris/walz"
    state = AppState(ecx.read_link(f"?cycle=2024&cast={leaving}"))
    assert Counters(state).html.count("no law: Harris before Trump") == 3
    state.read("?cycle=2016&law=bind")
    assert "none could leave to any effect" in Counters(state).html


def test_the_announcement_changes_with_the_winner_and_not_with_every_number() -> None:
    state = AppState(ecx.scenario(2016))
    heard = [outcome.spoken(state.screen.counted)]
    for call in ("NV:trump", "MI:clinton-h", "PA:clinton-h", "WI:undecided", "FL:undecided"):
        from_text.call(state, call)
        heard.append(outcome.spoken(state.screen.counted))
    trump = "2016: Donald J. Trump is elected president."
    assert heard == [trump] * 4 + ["2016: Nobody is elected yet."] * 2
    state.read("?cycle=2020&call=AZ:trump,GA:trump,WI:trump")
    assert outcome.spoken(state.screen.counted).endswith("the House chooses the president.")


def test_the_counters_wait_while_others_can_still_give_a_majority() -> None:
    state = AppState(ecx.read_link("?cycle=2016&call=FL:undecided,MI:undecided"))
    counters = Counters(state)
    assert "Trump has no majority yet; 45 electors can still settle it." in counters.html
    state.read("?cycle=2016&cast=pledged&law=free")
    assert "no law" not in counters.html.split("<select")[0]


def test_where_there_is_no_rival_a_click_casts_a_blank() -> None:
    state = AppState(ecx.scenario(1789))
    state.select("PA")
    panel = UnitPanel(state)
    assert "to a blank</button>" in panel.html
    assert "nobody else" not in panel.html
    state.click_elector("PA.1")
    assert state.screen.scenario.ballots["PA.1"].president is None
