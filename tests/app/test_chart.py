"""A chart without a browser: what it hands over, and what it takes from a page."""

import re

import plotly.graph_objects as go
import pytest

from ecx.app.kit.chart import Chart, LinkedCell, Numbers, send_library
from ecx.link.address import Href


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, list[bytes]]]:
    found: list[tuple[object, list[bytes]]] = []
    monkeypatch.setattr(
        Chart, "send", lambda _, content, buffers=None: found.append((content, buffers or []))
    )
    return found


def test_a_chart_hands_over_figure_sentence_and_numbers() -> None:
    chart = Chart()
    numbers = Numbers(
        ("election", "votes"), ((LinkedCell("1876", Href("explorer?cycle=1876")), 185),)
    )
    chart.show(go.Figure(go.Bar(y=[185])), "Hayes had 185.", numbers)
    assert chart.figure["data"][0]["y"] == [185]
    assert chart.summary == "Hayes had 185."
    assert chart.numbers["rows"] == [
        [{"text": "1876", "link": "explorer?cycle=1876"}, {"text": "185"}]
    ]


def test_a_page_cannot_write_into_a_chart() -> None:
    chart = Chart()
    chart.set_state({"summary": "false", "figure": {"data": ["x"]}})
    assert (chart.summary, chart.figure) == ("", {})


def test_a_page_that_is_not_ours_gets_the_library_when_it_asks(
    sent: list[tuple[object, list[bytes]]],
) -> None:
    chart = Chart()
    chart.receive({"ask": "plotly"})
    [(content, [library])] = sent
    assert content == {"plotly": True}
    assert b"plotly.js v" in library[:200]


@pytest.mark.parametrize("content", [{}, {"ask": "anything"}, {"want": [1]}, {"ask": ["plotly"]}])
def test_what_a_page_invents_is_ignored(
    content: dict[str, object], sent: list[tuple[object, list[bytes]]]
) -> None:
    assert not send_library(Chart(), content)
    assert sent == []


def test_the_front_end_asks_no_other_host() -> None:
    addresses = re.findall(r"\w+://[^\"'` ]*", Chart._esm)
    assert addresses == ["http://www.w3.org/2000/svg"]  # the name of a namespace, which nobody asks
    assert "topojson" in Chart._esm
