"""Pictures of apportionment: one colour for each place by its number, one step for each census."""

import json

import plotly.graph_objects as go
import pytest

from ecx.figures.density import density
from ecx.figures.palette import GROUND, INK, SCALE, WHITE
from ecx.figures.seats_by_census import Holding, seats_by_census
from ecx.maps.drawing import drawing

DRAWING = drawing(2024)
VALUES = {"WY": 100.0, "ME": 550.0, "TX": 1000.0}
HOLDINGS = (Holding(1900, None, 1, 386), Holding(1910, 100, 3, 435), Holding(1930, 200, 40, 435))


def test_places_with_a_number_are_coloured_and_the_others_pale() -> None:
    pale, coloured, _ = density(VALUES, DRAWING, "People", "people").data
    assert dict(zip(coloured.locations, coloured.z, strict=True)) == {
        "WY": 100.0,
        "ME-01": 550.0,
        "ME-02": 550.0,
        "TX": 1000.0,
    }
    assert set(pale.locations).isdisjoint(coloured.locations)
    assert len(pale.locations) + len(coloured.locations) == len(DRAWING.outlines.units.features)
    assert {colour for _, colour in pale.colorscale} == {GROUND}


def test_the_scale_runs_from_the_fewest_to_the_most() -> None:
    coloured = density(VALUES, DRAWING, "People", "people").data[1]
    assert (coloured.zmin, coloured.zmax) == (100.0, 1000.0)
    assert [colour for _, colour in coloured.colorscale] == list(SCALE)
    assert coloured.colorbar.title.text == "people"


def test_codes_are_white_on_dark_places() -> None:
    codes = density(VALUES, DRAWING, "People", "people").data[2]
    assert dict(zip(codes.text, codes.textfont.color, strict=True)) == {"WY": INK, "TX": WHITE}
    assert len(codes.meta["room"]) == len(codes.text)


def test_a_country_where_all_are_alike_is_drawn_too() -> None:
    assert density({"WY": 5.0}, DRAWING, "People", "people").data[1].z == (5.0,)


def test_seats_step_from_census_to_census_beside_their_share() -> None:
    figure = seats_by_census("Idaho", HOLDINGS)
    seats, share = figure.data
    assert (seats.x, seats.y, seats.line.shape) == ((1900, 1910, 1930), (1, 3, 40), "hv")
    assert share.y == (0.26, 0.69, 9.2)
    assert share.yaxis == "y2"
    assert figure.layout.yaxis.dtick == 10


@pytest.mark.parametrize(
    ("title", "figure"),
    [
        ("People per seat", density(VALUES, DRAWING, "People per seat", "people")),
        ("Seats of Idaho by census", seats_by_census("Idaho", HOLDINGS)),
    ],
)
def test_titles_say_what_is_shown_and_figures_are_json(title: str, figure: go.Figure) -> None:
    drawn = figure.to_dict()
    assert drawn["layout"]["title"]["text"] == title
    assert json.dumps(drawn, allow_nan=False)
