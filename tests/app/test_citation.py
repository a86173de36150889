"""What a page is called where it is quoted, and the sources it is quoted with."""

from typing import Any

import pytest

from ecx.app.kit.citation import share_words
from ecx.app.kit.frame import Frame
from ecx.app.kit.state import AppState
from ecx.app.pages.apportionment.calculator import opened_census
from ecx.app.pages.apportionment.page import ApportionmentFrame
from ecx.app.pages.apportionment.state import CalculatorState
from ecx.app.pages.compare.page import CompareFrame
from ecx.app.pages.compare.state import CompareState
from ecx.app.pages.explorer.page import ExplorerFrame
from ecx.app.pages.faithless.page import LessonFrame
from ecx.app.pages.history.page import HistoryFrame
from ecx.record.elections import cycles
from ecx.record.opening import scenario
from ecx.record.origins import election_sources
from some import some


def asked(frame: Frame, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Ask a frame for the citation, as the browser does."""
    sent: list[Any] = []
    monkeypatch.setattr(frame, "send", sent.append)
    frame.receive({"ask": "citation"})
    ((citation,),) = (message.values() for message in sent)
    answer: dict[str, Any] = citation
    return answer


@pytest.mark.parametrize("kind", [ExplorerFrame, HistoryFrame])
def test_a_map_is_called_after_its_election_and_says_if_it_was_changed(
    kind: type[Frame], monkeypatch: pytest.MonkeyPatch
) -> None:
    state = AppState(scenario(2016))
    recorded = asked(kind(state), monkeypatch)
    assert recorded["title"] == "The presidential election of 2016"
    assert "Trump" in recorded["headline"]
    assert any("Federal Election Commission" in source for source in recorded["sources"])
    state.call("PA", "clinton-h")
    assert asked(kind(state), monkeypatch)["title"] == f"{recorded['title']}, with changes"


def test_a_comparison_names_both_maps_and_the_sources_of_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = CompareState(scenario(1824), scenario(2024))
    citation = asked(CompareFrame(state), monkeypatch)
    assert citation["title"] == "1824 and 2024 compared"
    assert {*citation["sources"]} == {*election_sources(1824), *election_sources(2024)}
    assert len(citation["sources"]) == len({*citation["sources"]})


def test_seats_are_called_after_their_census_and_a_country_has_no_sources(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = CalculatorState(opened_census(1990))
    citation = asked(ApportionmentFrame(state), monkeypatch)
    assert citation["title"] == "House seats after the census of 1990"
    assert citation["sources"]
    state.make_country("Ash,500\nBirch,400")
    assert not asked(ApportionmentFrame(state), monkeypatch)["sources"]


def test_the_lesson_cites_its_cases_and_laws(monkeypatch: pytest.MonkeyPatch) -> None:
    citation = asked(LessonFrame(AppState()), monkeypatch)
    assert "Faithless elector (Wikipedia)" in citation["sources"]


def test_every_election_has_sources_and_memory_is_the_last() -> None:
    for cycle in some(cycles()):
        sources = election_sources(cycle)
        assert sources
        memory = [at for at, source in enumerate(sources) if source.startswith("From memory")]
        assert memory in ([], [len(sources) - 1])
        assert not any(source.startswith("Worked out") for source in sources)


def test_a_citation_holds_title_date_link_and_sources() -> None:
    words = share_words()
    for name in ("{title}", "{date}", "{link}"):
        assert name in words["citation"]
        assert name in words["own"]
    assert "{sources}" in words["citation"]
