"""The title of each page, as the tab of the browser shows it: what is on the screen comes first."""

from ecx.app.kit.state import AppState
from ecx.app.pages.apportionment.calculator import opened_census
from ecx.app.pages.apportionment.page import ApportionmentFrame
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.app.pages.compare.page import CompareFrame
from ecx.app.pages.compare.state import CompareState
from ecx.app.pages.faithless.page import LessonFrame
from ecx.app.pages.history.page import HistoryFrame
from ecx.record.opening import scenario

SITE = "Electoral College explorer"


def test_the_history_is_titled_by_the_election_on_the_large_map() -> None:
    state = AppState(scenario(2000))
    frame = HistoryFrame(state)
    assert frame.title == f"2000 · Election history – {SITE}"
    state.open_cycle(1789)
    assert frame.title == f"1788-89 · Election history – {SITE}"


def test_the_lesson_is_titled_by_the_election_whose_law_it_shows() -> None:
    state = AppState(scenario(2016))
    frame = LessonFrame(state)
    state.open_cycle(2024)
    assert frame.title == f"2024 · Faithless electors – {SITE}"


def test_a_comparison_is_titled_by_both_maps_and_says_which_is_changed() -> None:
    changed = scenario(2016).call("PA", "clinton-h")
    frame = CompareFrame(CompareState(scenario(2016), changed))
    assert frame.title == f"2016 and 2016 (changed) · Compare – {SITE}"


def test_seats_are_titled_by_census_size_and_method_or_by_the_country() -> None:
    state = CalculatorState(opened_census(2020))
    frame = ApportionmentFrame(state)
    assert frame.title == (f"2020 census, House of 435, Huntington-Hill · House seats – {SITE}")
    state.make_country("Ash,500\nBirch,300")
    assert frame.title.startswith("My own country, House of ")
