"""Links: what is written is read back, and nothing that is typed breaks the page."""

from dataclasses import replace
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import ecx
from domain.edits import ELECTION, RECORD, Steps, edited, edits
from ecx.college.election import Election
from ecx.college.elector import ABSENT, Ballot
from ecx.college.house_rules import HouseRules
from ecx.college.laws import Regime
from ecx.college.scenario import Scenario
from ecx.link import address
from ecx.link.address import View
from ecx.link.query import LONGEST, MOST_PROBLEMS, Reading, link, read_scenario
from ecx.say.errors import LinkWarning, UnknownCycleError


def load(cycle: int) -> Election:
    if cycle != ELECTION.cycle:
        raise UnknownCycleError(f"there was no election in {cycle}")
    return ELECTION


def reading(query: str) -> Reading:
    return read_scenario(query, load, ELECTION.cycle)


def test_the_link_of_an_unchanged_election_is_its_cycle() -> None:
    assert link(RECORD) == "?cycle=1999"


def test_a_link_is_readable_and_in_the_order_of_the_map() -> None:
    scenario = (
        RECORD.call("CC", "rose")
        .call("AA", None)
        .cast("BB.4", vice_president=None)
        .cast("BB.1", president="olive", vice_president="ruby")
        .cast("BB.2", president="olive")
    )
    assert link(scenario) == (
        "?cycle=1999&call=AA:undecided,CC:rose&cast=BB.1:olive/ruby,BB.2:olive,BB.4:/blank"
    )


def test_as_pledged_has_its_word() -> None:
    assert link(RECORD.as_pledged()) == "?cycle=1999&cast=pledged"


def test_as_pledged_comes_first_wherever_it_stands() -> None:
    pledged = RECORD.as_pledged().cast("AA.1", president="olive")
    assert link(pledged) == "?cycle=1999&cast=pledged,AA.1:olive"
    assert reading("?cast=AA.1:olive,pledged") == Reading(pledged)
    assert reading("?cast=AA.1:olive&cast=pledged") == Reading(pledged)


def test_ballots_alike_in_one_place_are_one_item() -> None:
    scenario = RECORD
    for seat in ("AA.1", "AA.2", "AA.3", "BB.1", "BB.3"):
        scenario = scenario.cast(seat, president="olive")
    scenario = scenario.stay_away("CC.1").under("bind")
    assert link(scenario) == ("?cycle=1999&cast=AA.1-3:olive,BB.1.3:olive,CC.1:absent&law=bind")
    assert reading(link(scenario)) == Reading(scenario)


def test_a_name_written_in_is_read_back_whatever_escaped_the_link_on_its_way() -> None:
    scenario = RECORD.cast("AA.1", president="~José <b> King, Jr.", vice_president="~A/B: c&d")
    written = link(scenario)
    assert written == "?cycle=1999&cast=AA.1:~Jos~C3~A9_~3Cb~3E_King~2C_Jr./~A~2FB~3A_c~26d"
    assert reading(written) == Reading(scenario)
    assert reading("?" + quote(written[1:], safe="&=")) == Reading(scenario)


@given(edits, st.booleans())
def test_the_link_of_a_scenario_is_read_back(steps: Steps, pledged: bool) -> None:  # noqa: FBT001
    scenario = edited(steps)
    scenario = scenario.as_pledged() if pledged else scenario
    assert reading(link(scenario)) == Reading(scenario)


@given(edits, edits)
def test_one_scenario_has_one_link(one: Steps, two: Steps) -> None:
    first, second = edited(one), edited(two)
    assert (first == second) == (link(first) == link(second))


@given(edits)
def test_a_link_needs_no_escaping(steps: Steps) -> None:
    allowed = set("?&=:,./-~_") | set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    )
    assert set(link(edited(steps))) <= allowed


@given(st.text())
@example("\ud800")
@example("%ff%00=&&&;=?call=%ED%A0%80")
@example("cycle=²⁰¹⁶")
def test_no_text_raises(text: str) -> None:
    found = reading(text)
    assert reading(link(found.scenario)) == Reading(found.scenario)


grammar = st.text(alphabet="?&=:,./-~_cyleas1290ABCLrobntd%", max_size=80)


@given(grammar)
def test_no_text_made_of_our_grammar_raises_and_what_is_left_has_a_link(text: str) -> None:
    found = reading("?cycle=1999&" + text)
    assert reading(link(found.scenario)) == Reading(found.scenario)


@given(edits, st.integers(0, 200))
def test_a_truncated_link_still_loads_what_is_whole(steps: Steps, length: int) -> None:
    scenario = edited(steps)
    cut = reading(link(scenario)[:length]).scenario
    whole = {unit: call for unit, call in cut.calls.items() if scenario.calls.get(unit) == call}
    assert len(cut.calls) - len(whole) <= 1


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("?cycle=2015", "there was no election in 2015. The map shows 1999."),
        ("?cycle=abc", "“abc” is not a year such as 2016. The map shows 1999."),
        ("?call=AA", "read “AA” in this link. It should name a state and a candidate"),
        ("?call=AX:rose", "no state or district is called “AX”. Similar names: AA"),
        ("?call=AA:", "no candidate is called “”. The choices are rose, bell"),
        ("?call=AA:bell,AA:rose", "changes “AA” more than once. The last one counts."),
        ("?cast=AA.1", "read “AA.1” in this link. It should name an elector and"),
        ("?cast=AA.1:<b>", "In 1999, nobody is called “<b>”"),
        ("?call=AA:undecided&cast=AA.1:olive", "First choose who wins AA"),
        ("?cast=AA.1-9:olive", "In 1999, no elector is called “AA.9”"),
        ("?cast=AA.1-9999999:olive", "no elector is called “AA.1-9999999”"),
        ("?cast=AA.3-1:olive", "“AA.3-1” runs backward. Write AA.1-3"),
        ("?cast=AA.1:~", "“” is not a name"),
        ("?law=frei", "no choice of law called “frei”. Similar names: free"),
        ("?colour=red", "read “colour=red” in this link. The rest of the map is shown."),
        ("?v=9", "made by another version of this site"),
        ("?" + "x" * 40_000, "We read the first 0 of 40,000 characters."),
    ],
)
def test_what_cannot_be_read_is_named(query: str, problem: str) -> None:
    assert any(problem in sentence for sentence in reading(query).problems)


def test_the_rest_of_a_broken_link_is_loaded() -> None:
    found = reading("?cycle=1999&call=AA:bell,ZZ:bell,CC:rose&cast=AA.1:nobody,BB.3:olive")
    assert dict(found.scenario.calls) == {"AA": "bell", "CC": "rose"}
    assert list(found.scenario.ballots) == ["BB.3"]
    assert len(found.problems) == 2


def test_a_whole_address_is_read_and_the_view_is_not_a_problem() -> None:
    address = "http://127.0.0.1:8866/?cycle=1999&view=projector&call=AA%3Abell#map"
    assert reading(address) == Reading(RECORD.call("AA", "bell"))


def test_a_blank_of_one_who_stayed_away_is_told_from_staying_away() -> None:
    electors = tuple(replace(e, cast=ABSENT) if e.id == "CC.2" else e for e in ELECTION.electors)
    record = Scenario(replace(ELECTION, electors=electors))
    blank = record.cast("CC.2", president=None)
    assert blank != record
    assert link(blank) == "?cycle=1999&cast=CC.2:blank"
    assert read_scenario(link(blank), lambda _: record.record, 1999) == Reading(blank)


def test_seats_of_a_place_are_read_alone_or_as_runs() -> None:
    apart = RECORD
    for elector in ("AA.1", "AA.2", "AA.4", "AA.5"):
        apart = apart.cast(elector, president="ruby")
    assert link(apart) == "?cycle=1999&cast=AA.1-2.4-5:ruby"
    for written in ("AA.1-2.4-5", "AA.5.4.1-2", "AA.1:ruby,AA.2.4.5", "AA.01-02.04-05"):
        assert reading(f"?cast={written}:ruby") == Reading(apart)


@pytest.mark.parametrize(
    ("query", "again"),
    [
        ("?cast=AA.3:olive,AA.1-4:ruby", "AA.3 is named again later. The last one counts"),
        ("?cast=AA.1-3:olive,AA.1-4:ruby", "“AA.1-3:olive” in this link. AA.1 is named again"),
        ("?cast=AA.3:olive&cast=AA.1-4:ruby", "AA.3 is named again"),
        (
            "?cast=AA.3:absent,pledged,AA.1-4:ruby",
            "“AA.3:absent” in this link. AA.3 is named again",
        ),
    ],
)
def test_of_two_ballots_of_one_elector_the_last_counts_and_that_is_said(
    query: str, again: str
) -> None:
    found = reading(query)
    assert {found.scenario.ballots[f"AA.{seat}"].president for seat in (1, 2, 3, 4)} == {"ruby"}
    assert len(found.problems) == 1
    assert again in found.problems[0]


def test_a_ballot_that_cannot_be_read_does_not_displace_one_that_can() -> None:
    found = reading("?cast=AA.3:olive,AA.1-4:nobody")
    assert dict(found.scenario.ballots) == dict(RECORD.cast("AA.3", president="olive").ballots)
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("query", "more"),
    [
        ("?" + "colour=red&" * 2_000, "1,980 more parts of this link could not be read."),
        (
            "?call=" + ",".join(f"Q{number}:rose" for number in range(1_000)),
            "980 more parts of this link could not be read.",
        ),
        ("?cast=" + "AA.1:nobody," * 21, "1 more part of this link could not be read."),
    ],
)
def test_of_many_problems_the_first_are_told_and_the_others_counted(query: str, more: str) -> None:
    found = reading(query)
    assert len(found.problems) == MOST_PROBLEMS + 1 == 21
    assert found.problems[-1] == more


def test_the_largest_house_whose_electors_vote_alternately_has_a_link_that_is_read() -> None:
    record = ecx.scenario(2016).with_house(HouseRules(size=1000))
    pair = [record.new_ballot("TX.1", "kasich", "fiorina"), record.new_ballot("TX.1", "paul")]
    electors = record.election.seats
    scenario = record.cast_all({key: pair[n % 2] for n, key in enumerate(electors)})
    assert len(link(scenario)) < 5_000
    assert ecx.read_query(link(scenario)) == Reading(scenario)


def test_a_link_of_electors_who_all_vote_otherwise_is_read_whole() -> None:
    record = ecx.scenario(2000).with_house(HouseRules(size=1000))
    people = list(record.election.people)
    ballots = {
        key: Ballot(people[n % len(people)], people[n // 3 % len(people)])
        for n, key in enumerate(record.election.seats)
    }
    scenario = record.cast_all(ballots)
    assert 16_000 < len(link(scenario)) < LONGEST
    assert ecx.read_query(link(scenario)) == Reading(scenario)


def test_a_link_that_is_too_long_is_warned_of_and_cut_between_two_ballots() -> None:
    record = ecx.scenario(2016)
    ballots = {
        key: Ballot(f"~Somebody Whose Name Is Quite Long {chr(65 + n % 26) * (1 + n % 20)}", None)
        for n, key in enumerate(record.election.seats)
    }
    scenario = record.cast_all(ballots)
    with pytest.warns(LinkWarning, match=r"has 3\d,\d{3} characters, and only 30,000 can be read"):
        written = link(scenario)
    found = ecx.read_query(written)
    assert len(found.problems) == 1
    assert f"of {len(written) - 1:,} characters" in found.problems[0]
    assert 400 < len(found.scenario.ballots) < 538
    assert found.scenario.ballots.items() <= scenario.ballots.items()
    escaped = ecx.read_query("?" + quote(written[1:], safe="&="))
    assert len(escaped.scenario.ballots) > 300
    assert escaped.scenario.ballots.items() <= scenario.ballots.items()


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("?cycle=2016&cycle=2020", "This link gives the year more than once. The last one counts."),
        (
            "?cycle=2016&law=free&law=bind",
            "This link gives the law more than once. The last one counts.",
        ),
        (
            "?house=500&house=501",
            "This link gives the size of the House more than once. The last one counts.",
        ),
        ("?view=dots", "There is no view called “dots”. The map is shown without it."),
        (
            "?view=places",
            "There is no view called “places”. The map is shown without it.",
        ),
    ],
)
def test_what_is_said_twice_or_of_no_known_view_is_named(query: str, problem: str) -> None:
    assert problem in ecx.read_query(query).problems


def test_of_what_is_said_twice_the_last_counts() -> None:
    found = ecx.read_query("?cycle=2016&cycle=2020&law=free&law=bind&house=500&house=501")
    assert found.scenario.cycle == 2020
    assert found.scenario.regime is Regime.BIND
    assert found.scenario.house_rules == HouseRules(size=501)


@pytest.mark.parametrize("query", ["view=electors&view=projector", "view=projector&view=electors"])
def test_both_views_may_be_asked_for(query: str) -> None:
    found = ecx.read_query(f"?cycle=2016&{query}")
    assert found == Reading(ecx.scenario(2016), view=View.ELECTORS)


def test_the_large_type_is_no_other_map() -> None:
    assert ecx.read_query("?cycle=2016&view=projector").view is View.PLACES


@pytest.mark.parametrize("key", ["rule", "delegation", "senate", "open", "task", "lang"])
def test_keys_that_are_kept_for_later_mean_nothing_yet(key: str) -> None:
    found = ecx.read_query(f"?cycle=2016&{key}=PA:district&call=PA:clinton-h")
    assert found.problems == (
        f"We couldn’t read “{key}=PA:district” in this link. The rest of the map is shown.",
    )
    assert found.scenario == ecx.scenario(2016).call("PA", "clinton-h")


@pytest.mark.parametrize(
    "tracked", ["fbclid=x", "utm_source=y&utm_medium=z", "gclid=1&mc_cid=2", "UTM_Campaign=a"]
)
def test_what_trackers_add_is_dropped_without_a_word(tracked: str) -> None:
    plain = "?cycle=2016&call=PA:clinton-h"
    assert ecx.read_query(f"{plain}&{tracked}") == ecx.read_query(plain)
    assert address.kept(f"?{tracked}&cycle=2016&call=foo") == "?cycle=2016&call=foo"
    assert address.without_trackers(f"?{tracked}") == ""


def test_what_cannot_be_read_is_quoted_as_it_stands_and_the_rest_is_shown() -> None:
    [problem] = ecx.read_query("?cycle=2016&call=foo").problems
    assert problem.startswith("We couldn’t read “foo” in this link.")
    assert problem.endswith("The rest of the map is shown.")
