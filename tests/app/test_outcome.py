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
        ("?cycle=1792&call=VT:undecided", "Washington wins with the votes of 129 of 135 electors."),
        (
            "?cycle=1792&call=VT:undecided",
            "John Adams comes next with 74 votes and becomes vice president.",
        ),
        (
            "?cycle=1800&call=NY:adams-j,DE:undecided",
            ("The lead can still change: Adams 74, Pinckney 73, others 123, 3 undecided."),
        ),
        ("?cycle=1820", "Congress announced two totals: Monroe 231 or 228."),
        (
            "?cycle=1820&cast=pledged",
            "There are two totals, with Missouri and without: Monroe 235 or 232.",
        ),
        ("?cycle=1836&cast=MI.1:white", "Van Buren 169 or 167 and White 27 or 26."),
        ("?cycle=1872", "Congress refused 17 votes."),
        (
            "?cycle=1872&call=AR:greeley",
            "17 votes do not count, because Congress refused them in 1872.",
        ),
        (
            "?cycle=1872&cast=pledged",
            (
                "Congress refused the votes for Horace Greeley. On this map, the votes that you "
                "add do count."
            ),
        ),
        (
            "?cycle=1960&call=IL:unpledged,TX:unpledged",
            ("Nobody has 269 votes yet: Kennedy 252, Nixon 219, others 15, 51 free to choose."),
        ),
    ],
)
def test_sentences_say_what_is_so_on_changed_maps(query: str, phrase: str) -> None:
    assert phrase in said(query)


@pytest.mark.parametrize(
    ("cycle", "end"),
    [
        (
            1800,
            (
                "Jefferson and Burr tied with 73 votes each. The House chose Thomas Jefferson on "
                "February 17, 1801. Aaron Burr became vice president."
            ),
        ),
        (1824, "No majority. The House chose John Quincy Adams on February 9, 1825."),
        (1836, "The Senate chose Richard M. Johnson on February 8, 1837."),
        (1876, "Rutherford B. Hayes wins with 185 of 369 electoral votes. An Electoral Commission"),
    ],
)
def test_as_it_happened_an_election_is_told_to_its_end(cycle: int, end: str) -> None:
    assert end in said(f"?cycle={cycle}")


@pytest.mark.parametrize(
    ("query", "question"),
    [
        (
            "?cycle=1824&law=free",
            "Nobody has a majority. The House would choose: Jackson, Adams, or Crawford.",
        ),
        (
            "?cycle=2024&call=AZ:harris,GA:harris,MI:harris,ME-02:harris",
            "It’s a tie, 269 to 269. The House picks the president: Harris or Trump.",
        ),
        ("?cycle=1800&law=free", "Burr and Jefferson tie with 73 votes each."),
    ],
)
def test_a_changed_map_asks_and_does_not_answer(query: str, question: str) -> None:
    told = said(query)
    assert question in told
    assert "House chose" not in told


@pytest.mark.parametrize(
    ("query", "broken"),
    [
        (
            "?cycle=2016",
            (
                "Ten electors broke their pledge. Seven votes counted (Powell 3, Kasich 1, Paul 1, "
                "Sanders 1, Spotted Eagle 1). State law stopped three."
            ),
        ),
        ("?cycle=1836", "23 electors broke their pledge, but only for vice president. All their"),
        ("?cycle=1960", "One elector broke the pledge. The vote counted (Byrd 1)."),
        ("?cycle=2000", "One elector broke the pledge. One elector cast no vote for president."),
    ],
)
def test_broken_pledges_are_told_with_what_came_of_them(query: str, broken: str) -> None:
    assert broken in said(query)


def test_the_title_of_the_page_names_the_map() -> None:
    changed = Counted(ecx.read_link("?cycle=2016&cast=pledged&call=FL:clinton-h,WI:clinton-h"))
    assert outcome.title(changed) == (
        "2016, changed: Clinton 271, Trump 267 – Electoral College explorer"
    )
    blank = Counted(ecx.scenario(2028))
    assert outcome.title(blank) == "2028: no votes yet – Electoral College explorer"


def test_the_counters_are_sentences() -> None:
    counters = Counters(AppState(ecx.scenario(2016)))
    assert "<b>35</b> → nobody wins" in counters.html
    assert (
        "<b>43</b>, all to Clinton → Clinton wins <span>Without laws: 46.</span>" in counters.html
    )
    assert "A tie is impossible" in counters.html
    counters = Counters(AppState(ecx.scenario(2024)))
    assert (
        "If Trump’s 312 electors switched, 171 votes would count. State law would cancel 141. "
        "Nine electors could be fined or charged."
    ) in counters.html


def test_a_name_that_ends_in_a_stop_ends_the_sentence() -> None:
    blank = ecx.scenario(1960)
    for seat in blank.election.electors:
        if seat.place in {"IL", "TX"}:
            blank = blank.cast(seat.id, president=None, vice_president=None)
    assert "The Senate would choose: Lyndon B. Johnson or Henry Cabot Lodge Jr. " in said(
        ecx.link(blank)
    )


def test_nobody_is_vice_president_where_all_name_one_man() -> None:
    lone = ecx.scenario(1800)
    for seat in lone.election.electors:
        lone = lone.cast(seat.id, president="jefferson", vice_president=None)
    assert "Nobody else has a vote, so there is no vice president." in said(ecx.link(lone))


def test_three_who_are_level_leave_the_vice_presidency_to_the_senate() -> None:
    level = ecx.scenario(1800)
    pairs = [("jefferson", "burr"), ("burr", "adams-j"), ("adams-j", "jefferson")]
    for number, seat in enumerate(level.election.electors):
        one, other = pairs[number % 3]
        level = level.cast(seat.id, president=one, vice_president=other)
    assert "tie with 92 votes each" in said(ecx.link(level))
    assert "The others tie for vice president. The Senate would choose." in said(ecx.link(level))


def test_the_counters_set_no_number_of_one_candidate_under_the_name_of_another() -> None:
    leaving = "TX.1-40:harris/walz,NC.1-16:harris/walz,MI.1-15:harris/walz"
    state = AppState(ecx.read_link(f"?cycle=2024&cast={leaving}"))
    assert Counters(state).html.count("Without laws, Harris leads Trump.") == 1
    assert "Without laws:" not in Counters(state).html
    state.read("?cycle=2016&law=bind")
    assert "no vote would count. State law would cancel all." in Counters(state).html


def test_the_announcement_changes_with_the_winner_and_not_with_every_number() -> None:
    state = AppState(ecx.scenario(2016))
    heard = [outcome.spoken(state.screen.counted)]
    for call in ("NV:trump", "MI:clinton-h", "PA:clinton-h", "WI:undecided", "FL:undecided"):
        from_text.call(state, call)
        heard.append(outcome.spoken(state.screen.counted))
    trump = "2016: Donald J. Trump wins."
    assert heard == [trump] * 4 + ["2016: Nobody has won yet."] * 2
    state.read("?cycle=2020&call=AZ:trump,GA:trump,WI:trump")
    assert outcome.spoken(state.screen.counted).endswith("The House picks the president.")


def test_the_counters_wait_while_others_can_still_give_a_majority() -> None:
    state = AppState(ecx.read_link("?cycle=2016&call=FL:undecided,MI:undecided"))
    counters = Counters(state)
    assert "Trump has no majority yet. 45 electors can still decide it." in counters.html
    state.read("?cycle=2016&cast=pledged&law=free")
    assert "Without laws" not in counters.html.split("<select")[0]


def test_where_there_is_no_rival_a_click_casts_a_blank() -> None:
    state = AppState(ecx.scenario(1789))
    state.select("PA")
    panel = UnitPanel(state)
    assert "Switch to blank</button>" in panel.html
    assert "nobody else" not in panel.html
    state.click_elector("PA.1")
    assert state.screen.scenario.ballots["PA.1"].president is None
