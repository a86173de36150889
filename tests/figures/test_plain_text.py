"""No name is markup: whatever a figure is told, plotly shows it as it is."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ecx
from ecx.figures.canvas import axis, canvas
from ecx.figures.cycle_summary import BrokenPledge, CycleSummary, Decision
from ecx.figures.deciding import deciding
from ecx.figures.density import density
from ecx.figures.law_map import law_map
from ecx.figures.lead_arrows import Arrow, lead_arrows
from ecx.figures.marks import Side
from ecx.figures.plain_text import plain
from ecx.figures.pledge_timeline import pledge_timeline
from ecx.figures.seats_by_census import Holding, seats_by_census
from ecx.figures.vote_shares import vote_shares
from ecx.maps.drawing import drawing

FILLED_IN = {"text", "hovertext", "x", "y", "z"}
TEMPLATE = re.compile(r"%\{(\w+)(?::[^}]*)?\}")

names = st.text(st.sampled_from("<>&$%{}/ab;#1 "), max_size=20).map(lambda text: f"J<{text}>K")


def strings(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - any part of a figure
    """List the strings of a figure, each with its key."""
    pairs = value.items() if isinstance(value, dict) else [("", item) for item in value]
    for key, item in pairs:
        if isinstance(item, str):
            yield key, item
        elif isinstance(item, dict | list | tuple):
            yield from ((inner or key, text) for inner, text in strings(item))


def among_summaries(name: str) -> CycleSummary:
    broken = (BrokenPledge(name, name, president=True),)
    return CycleSummary(1824, name, name, name, 4, 12, 7, Decision.HOUSE, 0.3, name, broken=broken)


def moved(name: str) -> go.Figure:
    side = Side("a", name, "#000001", "#ffffff")
    return lead_arrows([Arrow(name, 1, 2), Arrow("P", 3, -2)], side, side, (name, name))


FIGURES: dict[str, Callable[[str], go.Figure]] = {
    "law_map": lambda name: law_map(ecx.scenario(2016).election.laws, drawing(2016), name),
    "density": lambda name: density({"WY": 1.0, "TX": 2.0}, drawing(2016), name, name),
    "deciding": lambda name: deciding([among_summaries(name)]),
    "broken_pledges": lambda name: pledge_timeline([among_summaries(name)]),
    "shares": lambda name: vote_shares([among_summaries(name)]),
    "shift": moved,
    "seat_history": lambda name: seats_by_census(name, [Holding(1810, 230_760, 6, 182)]),
    "canvas": lambda name: canvas(name, [], xaxis=axis(name)),
}


@given(st.text())
def test_plain_text_is_the_text_with_nothing_that_plotly_acts_on(text: str) -> None:
    written = plain(text)
    assert re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), written) == text
    assert not re.search(r"[<>$]|%\{|\{%|&(?!#\d+;)", written)


@pytest.mark.parametrize("kind", FIGURES)
@settings(max_examples=15)
@given(name=names)
def test_a_name_is_markup_in_no_part_of_a_figure(kind: str, name: str) -> None:
    figure = FIGURES[kind](name).to_dict()
    shown = 0
    for key, text in strings(figure):
        bare = text.replace("<extra></extra>", "") if key == "hovertemplate" else text
        bare = bare.replace(" ahead<br>", " ahead ")  # the two lines of an axis
        assert not re.search(r"[<>$]|\{%", bare), key
        assert {*TEMPLATE.findall(bare)} <= FILLED_IN, key
        assert key == "hovertemplate" or "%{" not in bare, key
        shown += " ".join(name.split()) in " ".join(unescape(bare).split())
    assert shown
