"""The presets: each link reads, is canonical, and shows what its words say."""

import re
from pathlib import Path

import pytest

import ecx
from build_data import gathered, presets, raw
from build_data.raw import BadInputError
from ecx.college.tally import Verdict
from ecx.link.query import LONGEST
from ecx.record.presets import Preset
from ecx.record.presets import presets as read_presets

PRESETS = {f"{preset.cycle} {preset.key}": preset for preset in read_presets()}

# Votes for president that the words tell, who is elected president, and who vice president.
SHOWN = {
    "1796 as-cast": ("adams-j 71 jefferson 68", "adams-j", "jefferson"),
    "1796 eighteen": ("pinckney-t 77 adams-j 71", "pinckney-t", "adams-j"),
    "1800 one-vote": ("jefferson 73 burr 72", "jefferson", "burr"),
    "1820 as-cast": ("monroe 231 adams-jq 1", "monroe", "tompkins"),
    "1836 as-cast": ("van-buren 170", "van-buren", None),
    "1836 as-pledged": ("van-buren 170", "van-buren", "johnson-rm"),
    "1872 as-cast": ("grant 286 hendricks 42", "grant", "wilson-h"),
    "1876 one-is-enough": ("tilden 185 hayes 184", "tilden", "hendricks"),
    "1960 as-cast": ("kennedy 303 nixon 219 byrd 15", "kennedy", "johnson-lb"),
    "1968 as-cast": ("nixon 301 humphrey 191 wallace-g 46", "nixon", "agnew"),
    "1968 california": ("nixon 261 humphrey 231 wallace-g 46", None, None),
    "1976 as-cast": ("carter 297 ford 240 reagan 1", "carter", "mondale"),
    "1976 ohio-hawaii": ("ford 269 carter 268", None, "dole"),
    "1988 as-cast": ("bush-ghw 426 dukakis 111 bentsen 1", "bush-ghw", "quayle"),
    "2000 as-cast": ("bush-gw 271 gore 266", "bush-gw", "cheney"),
    "2000 two-leave": ("bush-gw 269 gore 268", None, None),
    "2004 as-cast": ("bush-gw 286 kerry 251 edwards 1", "bush-gw", "cheney"),
    "2016 election-night": ("trump 290 clinton-h 228", "trump", "pence"),
    "2016 as-pledged": ("trump 306 clinton-h 232", "trump", "pence"),
    "2016 as-cast": ("trump 304 clinton-h 227", "trump", "pence"),
    "2016 all-free": ("trump 304 clinton-h 224", "trump", "pence"),
    "2016 all-bound": ("trump 306 clinton-h 232", "trump", "pence"),
    "2016 third-person": ("trump 269 clinton-h 232 kasich 37", None, "pence"),
    "2016 to-the-rival": ("clinton-h 269 trump 269", None, None),
    "2016 elect-the-rival": ("clinton-h 270 trump 268", "clinton-h", "kaine"),
    "2016 as-the-nation": ("clinton-h 492 trump 46", "clinton-h", "kaine"),
    "2024 texas": ("trump 312 harris 226", "trump", "vance"),
}

SAID_ELSEWHERE = {"2016 third-person": {"232"}}
"""Numbers of a tally that the words leave to another preset."""


def scenario(name: str) -> ecx.Scenario:
    return ecx.read_link(PRESETS[name].query)


def test_every_preset_is_tested() -> None:
    assert PRESETS.keys() == SHOWN.keys()


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_preset_reads_without_problems_and_is_canonical(preset: Preset) -> None:
    reading = ecx.read_query(preset.query)
    assert reading.problems == ()
    assert ecx.link(reading.scenario) == preset.query
    assert reading.scenario.cycle == preset.cycle
    assert len(preset.query) < LONGEST


@pytest.mark.parametrize("name", SHOWN)
def test_a_preset_shows_what_its_words_say(name: str) -> None:
    words, president, vice_president = SHOWN[name]
    pairs = words.split()
    wanted = dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True))
    tally = ecx.tally(scenario(name))
    assert {person: tally.president[person] for person in wanted} == wanted
    assert tally.outcome.president.person == president
    assert tally.outcome.vice_president.person == vice_president
    numbers = set(re.findall(r"\d+", PRESETS[name].words.replace(",", "")))
    assert {str(votes) for votes in wanted.values()} <= numbers | SAID_ELSEWHERE.get(name, set())


def test_johnson_was_one_short_in_1836_and_no_longer_where_virginia_keeps_faith() -> None:
    cast = ecx.tally(scenario("1836 as-cast"))
    assert (cast.vice_president["johnson-rm"], cast.majority) == (147, 148)
    assert cast.outcome.vice_president.verdict is Verdict.NO_MAJORITY
    assert ecx.tally(scenario("1836 as-pledged")).vice_president["johnson-rm"] == 170


@pytest.mark.parametrize(
    ("name", "deny", "tie", "elect"),
    [
        ("2016 election-night", 21, 31, 42),
        ("2016 as-pledged", 37, 37, 38),
        ("2000 as-cast", 2, None, 4),
        ("1960 as-cast", 35, 42, 50),
    ],
)
def test_the_counters_say_what_the_words_say(
    name: str, deny: int, tie: int | None, elect: int
) -> None:
    found = ecx.defections(scenario(name))
    assert (found.deny, found.tie, found.elect) == (deny, tie, elect)


@pytest.mark.parametrize("name", ["third-person", "to-the-rival", "elect-the-rival"])
def test_no_law_of_the_day_stops_those_who_leave_in_2016(name: str) -> None:
    left = ecx.ledger(scenario(f"2016 {name}")).faithless
    assert len(left) == (38 if name == "elect-the-rival" else 37)
    assert not [entry for entry in left if entry.replaced]
    assert {entry.place for entry in left} == {"GA", "PA", "TX"}


def test_the_law_keeps_46_electors_from_voting_as_the_nation_voted() -> None:
    nation = scenario("2016 as-the-nation")
    stopped = [entry for entry in ecx.ledger(nation) if entry.replaced]
    assert len(stopped) == 46
    assert len({entry.place for entry in stopped}) == 6
    assert sum(law.effect == "void" for law in nation.election.laws.values()) == 9
    assert dict(ecx.tally(nation.under("free")).president) == {"clinton-h": 538}


def test_the_law_of_texas_changed_between_2016_and_2024() -> None:
    assert ecx.scenario(2016).election.laws["TX"].effect == "free"
    assert sum(entry.replaced for entry in ecx.ledger(scenario("2024 texas"))) == 40


def test_one_elector_decides_where_ohio_and_hawaii_go_the_other_way() -> None:
    votes = ecx.scenario(1976).election.votes
    leads = [votes[unit].tickets["carter"] - votes[unit].tickets["ford"] for unit in ("OH", "HI")]
    assert leads == [11116, 7372]
    faithful = ecx.tally(scenario("1976 ohio-hawaii").as_pledged())
    assert (faithful.president["ford"], faithful.outcome.president.person) == (270, "ford")


def test_a_vote_of_the_district_would_have_made_it_even_in_2000() -> None:
    assert set(ecx.tally(scenario("2000 two-leave").keep_pledge("DC.3")).president.values()) == {
        269
    }


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_the_words_are_a_paragraph_in_plain_sentences(preset: Preset) -> None:
    sentences = re.split(r"(?<=[.?!:;])\s", preset.words)
    assert 15 <= len(preset.words.split()) <= 85
    assert max(len(sentence.split()) for sentence in sentences) <= 32
    assert preset.title[-1] != "."


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"order": "7"}, "order is '7', after 0 others of 1796"),
        ({"query": "?cycle=1797"}, "the query '?cycle=1797' is not of 1796"),
    ],
)
def test_a_preset_out_of_order_is_refused(data: Path, change: dict[str, str], message: str) -> None:
    columns, key = ("cycle", "order", "query"), ("query",)
    found = raw.read(data / "raw/by_hand/presets.csv", columns, key)
    found[0].update(change)
    with pytest.raises(BadInputError, match=re.escape(message)):
        presets.presets(gathered.Gathered((1796,), {"by_hand/presets": found}))
