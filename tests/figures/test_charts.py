"""Charts over all cycles and between two: one mark for each fact, links, titles with units."""

import json

import plotly.graph_objects as go
import pytest

from ecx.figures.cycle_summary import BrokenPledge, CycleSummary, Decision
from ecx.figures.deciding import COLOURS, deciding
from ecx.figures.lead_arrows import Arrow, lead_arrows
from ecx.figures.marks import Side
from ecx.figures.palette import ACCENTS, NEUTRAL
from ecx.figures.pledge_timeline import pledge_timeline
from ecx.figures.vote_shares import INVERTED, SAME, vote_shares

PLEDGES = (BrokenPledge("AA.2", "x", president=False), BrokenPledge("AA.1", "y", president=True))
SUMMARIES = (
    CycleSummary(1820, "1820", "James Monroe", "Monroe", 9, 12, 7, Decision.ELECTORS),
    CycleSummary(1824, "1824", "J. Q. Adams", "Adams", 4, 12, 7, Decision.HOUSE, 0.31, "Jackson"),
    CycleSummary(1828, "1828", "Jackson", "Jackson", 8, 12, 7, Decision.ELECTORS, 0.56, "Jackson"),
    CycleSummary(
        1836, "1836", "M. Van Buren", "Van Buren", 7, 12, 7, Decision.SENATE, 0.5, "Van Buren",
        PLEDGES,
    ),
)  # fmt: skip
ADA, BO = Side("a", "Ada", "#000001", "#ffffff"), Side("b", "Bo", "#000002", "#ffffff")


def test_shares_mark_each_cycle_with_votes_once_and_inversions_apart() -> None:
    figure = vote_shares(SUMMARIES)
    by_name = {trace.name: trace for trace in figure.data}
    assert by_name[INVERTED].text == ("1824 Adams",)
    assert by_name[SAME].text == ("1828 Jackson", "1836 Van Buren")
    assert (by_name[INVERTED].x, by_name[INVERTED].y) == ((31.0,), (33.3,))
    assert by_name[SAME].meta["links"] == ["explorer?cycle=1828", "explorer?cycle=1836"]
    assert {by_name[SAME].marker.color, by_name[INVERTED].marker.color} == {NEUTRAL, ACCENTS[0]}


def test_each_cycle_has_one_bar_in_the_colour_of_who_settled_it() -> None:
    figure = deciding(SUMMARIES)
    bars = {
        trace.name: trace for trace in figure.data if trace.name.startswith(("Decided", "Senate"))
    }
    votes = {cycle: n for bar in bars.values() for cycle, n in zip(bar.x, bar.y, strict=True)}
    assert votes == {1820: 9, 1824: 4, 1828: 8, 1836: 7}
    house = bars["Decided by the House"]
    assert house.x == (1824,)
    assert house.marker.color == COLOURS[Decision.HOUSE]
    assert len(set(COLOURS.values())) == len(Decision)
    assert figure.data[0].y == (12,) * 4
    assert figure.data[-1].y == (7,) * 4


def test_each_broken_pledge_is_one_dot_those_for_president_lowest() -> None:
    president, vice_president = pledge_timeline(SUMMARIES).data
    assert (president.x, president.y) == ((1836,), (1,))
    assert (vice_president.x, vice_president.y) == ((1836,), (2,))
    assert president.text == ("1836, AA.1: y",)


def test_an_arrow_points_to_whom_the_lead_moved() -> None:
    figure = lead_arrows(
        [Arrow("P", 10, 4), Arrow("Q", -3, 5), Arrow("R", 2, 2)], ADA, BO, ("1", "2")
    )
    toward = {trace.name: trace for trace in figure.data}
    assert toward["toward Bo"].x == (-10, -4, None)
    assert toward["toward Ada"].x == (3, -5, None)
    assert toward["toward Ada"].marker.symbol[1] == "triangle-left"
    assert toward["toward Ada"].line.color == ADA.colour
    assert list(figure.layout.yaxis.categoryarray) == ["P", "R", "Q"]


def test_nothing_to_compare_is_an_empty_chart() -> None:
    assert len(lead_arrows([], ADA, BO, ("1", "2")).data) == 0


@pytest.mark.parametrize(
    ("title", "figure"),
    [
        ("share of the electors", vote_shares(SUMMARIES)),
        ("the majority needed", deciding(SUMMARIES)),
        ("one dot for each", pledge_timeline(SUMMARIES)),
        (
            "in points of the vote, from 1 to 2",
            lead_arrows([Arrow("P", 1, 2)], ADA, BO, ("1", "2")),
        ),
    ],
)
def test_titles_say_units_and_figures_are_json(title: str, figure: go.Figure) -> None:
    drawn = figure.to_dict()
    assert title in drawn["layout"]["title"]["text"]
    assert json.dumps(drawn, allow_nan=False)
