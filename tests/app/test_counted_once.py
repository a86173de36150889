"""Each page counts a scenario once, and forgets what it counted when another is shown."""

import gc
import weakref
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

import pytest

import ecx
from ecx.app.kit.state import AppState
from ecx.app.pages.compare.page import compare
from ecx.app.pages.compare.state import CompareState
from ecx.app.pages.explorer.page import explorer
from ecx.app.pages.faithless.page import faithless
from ecx.app.pages.history.page import history
from ecx.college import counted as module
from ecx.college.ledger import Ledger, ledger
from ecx.college.scenario import Scenario
from ecx.link.address import View


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Counter[Scenario]:
    """How often the ledger of each scenario was made for a `Counted`."""
    found: Counter[Scenario] = Counter()

    def note(scenario: Scenario) -> Ledger:
        found[scenario] += 1
        return ledger(scenario)

    monkeypatch.setattr(module, "ledger", note)
    return found


State = TypeVar("State")


def state_of(
    build: Callable[[], object], kind: type[State], monkeypatch: pytest.MonkeyPatch
) -> State:
    """Build a page, and return the state that it made."""
    made: list[State] = []
    begin: Callable[..., None] = kind.__init__

    def note(self: State, *given: object) -> None:
        made.append(self)
        begin(self, *given)

    monkeypatch.setattr(kind, "__init__", note)
    build()
    [state] = made
    return state


@pytest.mark.parametrize("page", [explorer, lambda: faithless().counters, history])
def test_all_panels_of_a_page_share_one_count(
    page: Callable[[], object], listed: Counter[Scenario], monkeypatch: pytest.MonkeyPatch
) -> None:
    state = state_of(page, AppState, monkeypatch)
    listed.clear()
    state.call("PA", None)
    assert listed[state.screen.scenario] == 1
    assert set(listed.values()) == {1}


def test_a_change_of_one_side_does_not_count_the_other_again(
    listed: Counter[Scenario], monkeypatch: pytest.MonkeyPatch
) -> None:
    state = state_of(compare, CompareState, monkeypatch)
    listed.clear()
    state.open_cycle("left", 1860)
    assert listed == {ecx.scenario(1860): 1}
    state.swap()
    assert listed == {ecx.scenario(1860): 1}


def test_what_changes_no_vote_counts_nothing(listed: Counter[Scenario]) -> None:
    state = AppState(ecx.scenario(2016).call("PA", None))
    assert state.screen.counted.tally.undecided == 20
    listed.clear()
    state.select("TX")
    state.show_view(View.ELECTORS)
    assert state.screen.counted.tally.undecided == 20
    assert not listed


def test_steps_to_undo_keep_no_count() -> None:
    state = AppState(ecx.scenario(2016))
    assert state.screen.counted.ledger
    before = weakref.ref(state.screen.counted)
    state.call("PA", None)
    gc.collect()
    assert before() is None
    assert state.screen.past == (ecx.scenario(2016),)
