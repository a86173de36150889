"""The lesson without a browser: its cases, its law, its counters, its presets, its answers."""

import json
import re
from html import unescape

import pytest

import ecx
from app.panes import pressed, use
from ecx.app import faithless
from ecx.app.kit.counters import Counters
from ecx.app.kit.cycle_summaries import cycle_summaries
from ecx.app.kit.pledges_chart import pledges_chart
from ecx.app.kit.state import AppState
from ecx.app.pages.explorer.presets_panel import PresetsPanel
from ecx.app.pages.faithless.cases import at_a_glance, case_table, how_many, why_they_did_it
from ecx.app.pages.faithless.contents import SECTIONS, contents
from ecx.app.pages.faithless.election_picker import ElectionPicker
from ecx.app.pages.faithless.known_cases import cases, changed, electors_in, reasons
from ecx.app.pages.faithless.law import LawMap, LawTable, LawYears
from ecx.app.pages.faithless.preset_cards import preset_cards
from ecx.app.pages.faithless.questions import asked_and_answered
from ecx.college.laws import Effect
from ecx.figures.law_map import GRADES
from ecx.record.csv_rows import read_rows
from ecx.record.files import folder
from ecx.record.presets import presets


@pytest.fixture
def state() -> AppState:
    return AppState(ecx.scenario(2016).as_pledged())


def prose() -> str:
    notebook = json.loads((folder("notebooks") / "faithless.ipynb").read_text("utf-8"))
    return "\n".join("".join(cell["source"]) for cell in notebook["cells"])


def test_the_table_has_every_case_and_each_opens_its_election() -> None:
    rows = case_table().rows
    assert len(rows) == len(cases()) == 49
    assert sum(row[2] for row in rows) == electors_in(cases()) == 196
    virginia = next(row for row in rows if row[0]["text"] == "1836")
    assert virginia[0]["link"] == "explorer?cycle=1836"
    assert virginia[1:3] == ["Virginia", 23]
    assert virginia[4:6] == [
        "Martin Van Buren and Richard M. Johnson",
        "Martin Van Buren and William Smith",
    ]


def test_the_table_takes_nothing_from_the_browser() -> None:
    table = case_table()
    before = table.rows
    table.set_state({"rows": [["<b>no</b>"]], "title": "no"})
    assert (table.rows, table.title) == (before, "Every known case")


def test_reasons_are_only_those_of_the_record_and_none_is_lost() -> None:
    told = dict(reasons())
    assert sum(told.values()) == electors_in(cases())
    written = {row["why"] for row in read_rows("faithless") if row["why"]}
    assert told.keys() - written == {"The sources do not say why."}
    assert why_they_did_it().count("<li") == len(told)


@pytest.mark.parametrize("row", read_rows("faithless_counts"), ids=lambda row: row["count"])
def test_a_quoted_count_comes_about_from_the_cases(row: dict[str, str]) -> None:
    [line] = re.findall(rf'<th scope="row"[^>]*>{row["count"]}</th>.*?</tr>', how_many())
    assert re.findall(r"(?:all|:) (\d+)</td>", line) == [row["count"]]


def test_the_counts_and_what_they_leave_out_make_the_table() -> None:
    assert "29 more electors, in 7 cases" in how_many()
    assert "So 167 and 29 make 196" in how_many()


def test_the_vice_president_of_1836_is_all_that_broken_pledges_changed() -> None:
    assert changed() == ((1836, "vice president"),)
    words = at_a_glance().striptags()
    assert "In 1836, they sent the vice president’s race to the Senate." in words


def test_the_numbers_at_a_glance_are_those_of_the_record() -> None:
    shown = re.findall(r"<dd>([\d,]+)</dd>", at_a_glance())
    appointed = ecx.elections().query("cycle <= 2024").appointed.sum()
    assert shown == ["162", f"{appointed:,}", "0", "10", "21"]
    assert "and 7 of their votes counted." in at_a_glance()
    assert "as we read their laws. In 2016 it was 9." in at_a_glance()


def test_the_time_line_leaves_out_whom_the_lesson_says_it_does() -> None:
    dots = sum(len(trace["x"]) for trace in pledges_chart(cycle_summaries()).figure["data"])
    away = sum(c.electors for c in cases() if c.outcome == "abstained" and c.cycle < 1900)
    others = [sum(c.electors for c in cases() if (c.cycle, c.place) == key)
              for key in ((1796, ""), (1860, "New Jersey"), (1896, ""))]  # fmt: skip
    assert (away, others) == (8, [18, 4, 4])
    assert dots == electors_in(cases()) - away - sum(others)
    assert "Eight stayed away, in 1789, 1792, and 1832." in prose()
    assert "Eighteen voted in 1796" in prose()


def test_one_choice_moves_the_map_the_table_and_the_counters(state: AppState) -> None:
    years, law, table, counters = LawYears(state), LawMap(state), LawTable(state), Counters(state)
    texas = next(row for row in table.rows if row[0] == "Texas")
    assert texas[1] == GRADES[Effect.FREE].name
    use(years, "year", "2024")
    assert state.screen.scenario == ecx.scenario(2024)
    assert law.figure["layout"]["title"]["text"].endswith("in 2024")
    assert "In 21 states, a faithless vote is canceled" in law.summary
    texas = next(row for row in table.rows if row[0] == "Texas")
    assert texas[1] == GRADES[Effect.VOID].name
    assert "<b>43</b>" in counters.html
    assert pressed(years) == ["2024"]


def test_the_law_says_how_sure_it_is_and_what_is_doubtful(state: AppState) -> None:
    rows = {row[0]: row for row in LawTable(state).rows}
    assert len(rows) == 51
    assert rows["Alabama"][5] == "we read it; it names no consequence"
    assert rows["Maine"][6]
    assert all(row[5] for row in rows.values())


@pytest.mark.parametrize(("cycle", "shown"), [(1836, "2016"), (2020, "2020"), (2028, "2024")])
def test_before_the_first_law_and_after_the_last_the_nearest_is_shown(
    cycle: int, shown: str
) -> None:
    law = LawMap(AppState(ecx.scenario(cycle)))
    assert law.figure["layout"]["title"]["text"].endswith(f"in {shown}")


@pytest.mark.parametrize("year", ["<b>", "1789; drop", ""])
def test_a_year_that_is_none_is_named_and_breaks_nothing(state: AppState, year: str) -> None:
    use(LawYears(state), "year", year)
    assert state.screen.notices
    assert LawMap(state).figure["data"]


def test_the_counters_begin_with_the_pledges_and_follow_the_choice(state: AppState) -> None:
    chooser, counters = ElectionPicker(state), Counters(state)
    assert re.findall(r"<b>(\d+)</b>", counters.html) == ["37", "37", "38"]
    use(chooser, "cast")
    assert re.findall(r"<b>(\d+)</b>", counters.html)[0] == "35"
    use(chooser, "pledged")
    assert re.findall(r"<b>(\d+)</b>", counters.html)[0] == "37"
    use(chooser, "cycle", "2000")
    assert state.screen.scenario == ecx.scenario(2000).as_pledged()
    assert "George W. Bush wins with 271" in chooser.html
    use(chooser, "cycle", "2020")
    assert "As cast" not in chooser.html  # nobody strayed: there is nothing to choose
    use(chooser, "cycle", "1800")
    assert "each elector cast two votes for president" in counters.html


def test_every_preset_is_a_card_with_its_link_its_words_and_its_sources() -> None:
    cards = preset_cards()
    for preset in presets():
        assert f'href="explorer{preset.query.replace("&", "&amp;")}"' in cards
    assert cards.count("<li") == len(presets())
    assert cards.index("Election night") < cards.index("All forty of Texas")
    assert "From memory (this project)" in cards
    assert cards.count("<summary>Where is this from?</summary>") == len(presets())


def test_the_bar_of_a_card_has_every_elector_appointed() -> None:
    cards = re.findall(r"<li.*?</li>", str(preset_cards()), re.DOTALL)
    sums = [sum(map(int, re.findall(r"flex-grow: (\d+)", card))) for card in cards]
    shown = sorted(presets(), key=lambda preset: (preset.cycle != 2016, -preset.cycle))
    wanted = [ecx.tally(ecx.read_link(preset.query)) for preset in shown]
    assert sums == [
        tally.appointed if preset.cycle >= 1804 else 0
        for preset, tally in zip(shown, wanted, strict=True)
    ]


ANSWERS = (
    ("nobody had a majority", ["37. Trump had 306", "each has 269", "it takes 38"]),
    (
        "On which day",
        ["Monday, December 19, 2016", "December 14, 2016", "Tuesday, December 17, 2024"],
    ),
    (
        "cancels some",
        [
            "had 306 electors. 46 had",
            "260 could",
            "had 312 electors. 141 had",
            "171 could",
            "takes 43",
        ],
    ),
    ("left the ballot blank", ["538 electors", "537 voted", "270", "be 269"]),
    ("change who won", ["1836", "147", "148", "170"]),
    ("won the popular vote", ["492", "46", "9 states", "won 6 of them", "538"]),
    ("because a candidate had died", ["162 of 24,615", "in 20 of 60", "71 of the 162"]),
)


@pytest.mark.parametrize(("about", "said"), ANSWERS)
def test_an_answer_has_the_numbers_that_are_known(about: str, said: list[str]) -> None:
    (answer,) = [one.answer for one in asked_and_answered() if about in one.asked]
    assert [words for words in said if words not in answer] == []


def test_every_piece_of_the_lesson_is_in_the_notebook_once() -> None:
    lesson = faithless(2020)
    pieces = ("glance", "cases", "law", "questions", "counters", "presets")
    assert re.findall(r"^lesson\.(\w+)$", prose(), re.MULTILINE) == list(pieces)
    for piece in pieces:
        assert getattr(lesson, piece) is getattr(lesson, piece)
        assert "ecx-lesson" in getattr(lesson, piece)._dom_classes


def test_the_list_at_the_top_leads_to_every_section() -> None:
    headings = re.findall(r"^## .+$", prose(), re.MULTILINE)
    assert list(SECTIONS) == headings
    shown = unescape(str(contents()))
    assert re.findall(r">([^<>]+)</a>", shown) == [heading[3:] for heading in headings]
    assert 'href="#Every-known-case"' in shown


def test_the_counts_of_others_are_folded() -> None:
    assert how_many().startswith('<details class="lesson-counts"><summary>')


def test_the_lesson_cites_what_it_says_of_courts_and_of_congress() -> None:
    told = prose()
    for cited in ("343 U.S. 214 (1952)", "591 U.S. 578 (2020)", "Public Law 117-328",
                  "3 U.S.C. 5", "3 U.S.C. 7", "3 U.S.C. 15"):  # fmt: skip
        assert cited in told


def test_the_explorer_offers_the_presets_of_its_election_while_no_place_is_open() -> None:
    state = AppState(ecx.scenario(2016))
    panel = PresetsPanel(state)
    assert panel.html.count('data-do="read"') == 9
    state.select("TX")
    assert panel.html == ""
    state.select(None)
    assert "37 leave for a third person" in panel.html
    state.open_cycle(2012)
    assert panel.html == ""


def test_a_preset_in_the_explorer_is_one_step_and_tells_its_story() -> None:
    state = AppState(ecx.scenario(2016))
    state.as_pledged()
    panel = PresetsPanel(state)
    query = next(preset.query for preset in presets() if preset.key == "third-person")
    use(panel, "read", query)
    assert ecx.tally(state.screen.scenario).president["kasich"] == 37
    assert "half of 538 and one too few" in panel.html
    assert len(pressed(panel)) == 1
    state.undo()
    assert state.screen.scenario == ecx.scenario(2016).as_pledged()
    assert "half of 538 and one too few" not in panel.html
