"""Maps: one mark per unit, colours of the palette, sums that equal the tally, valid JSON."""

import json
from itertools import pairwise
from typing import Any

import pytest

import ecx
from ecx.college.counted import Counted
from ecx.figures.maps import BARE, CHANGED, SQUARE, election_map
from ecx.figures.palette import GREY, looks
from ecx.maps.drawing import drawing
from ecx.maps.geojson import DEGREE
from some import some

CYCLES = (1789, 1824, 1876, 1960, 2016, 2028)


def drawn(cycle: int) -> dict[str, Any]:
    figure: dict[str, Any] = election_map(Counted(ecx.scenario(cycle)), drawing(cycle)).to_dict()
    return figure


def units_of(figure: dict[str, Any]) -> list[str]:
    return [
        unit
        for trace in figure["data"]
        if trace["type"] == "choropleth" and "customdata" in trace
        for unit in trace["locations"]
    ]


@pytest.mark.parametrize("cycle", CYCLES)
def test_each_unit_is_one_mark_and_they_add_up_to_the_electors_appointed(cycle: int) -> None:
    figure, election = drawn(cycle), ecx.scenario(cycle).election
    outlined = units_of(figure)
    squares = [t for t in figure["data"] if t["name"] == BARE]
    assert len(outlined) == len(set(outlined))
    assert len(outlined) + sum(len(t["lon"]) for t in squares) == len(election.units)
    counted = [e for trace in figure["data"] for e in trace.get("customdata", [])]
    assert sum(counted) == ecx.tally(ecx.scenario(cycle)).appointed


@pytest.mark.parametrize("cycle", CYCLES)
def test_the_colours_are_those_of_the_tickets(cycle: int) -> None:
    election = ecx.scenario(cycle).election
    coats = looks(election.tickets.values())
    for trace in some(drawn(cycle)["data"]):
        if trace["type"] == "choropleth" and "customdata" in trace:
            carriers = {election.calls[unit] for unit in trace["locations"]}
            assert len(carriers) == 1
            carrier = carriers.pop()
            wanted = coats[carrier].colour if carrier else GREY
            assert {colour for _, colour in trace["colorscale"]} == {wanted}


def test_the_units_of_a_ticket_add_up_to_its_pledged_electors() -> None:
    figure, tally = drawn(2016), ecx.tally(ecx.scenario(2016))
    sums = {
        trace["name"]: sum(trace["customdata"])
        for trace in figure["data"]
        if trace["type"] == "choropleth"
    }
    at_large = next(t for t in figure["data"] if t["name"] == BARE)
    assert sum(at_large["customdata"]) == 4
    assert sums == {
        "Clinton (D)": tally.pledged["clinton-h"] - 2,
        "Trump (R)": tally.pledged["trump"] - 2,
    }


@pytest.mark.parametrize("cycle", CYCLES)
def test_the_title_says_the_cycle_and_the_figure_is_json(cycle: int) -> None:
    figure = drawn(cycle)
    assert ecx.scenario(cycle).election.label in figure["layout"]["title"]["text"]
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


@pytest.mark.parametrize("cycle", CYCLES)
def test_every_shape_has_an_outline_and_its_outer_ring_turns_clockwise(cycle: int) -> None:
    for trace in some(drawn(cycle)["data"]):
        if trace["type"] != "choropleth":
            continue
        shapes = {f["id"]: f["geometry"]["coordinates"] for f in trace["geojson"]["features"]}
        assert set(shapes) == set(trace["locations"])
        for polygons in shapes.values():
            for outer, *_ in polygons:
                assert outer[0] == outer[-1]
                assert turn(outer) < 0


def turn(ring: list[list[float]]) -> float:
    """Twice the area; negative where north is up and the ring turns clockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))


def test_a_changed_unit_is_ringed_and_moves_to_its_new_ticket() -> None:
    scenario = ecx.scenario(2016).call("PA", "clinton-h")
    figure = election_map(Counted(scenario), drawing(2016), changed=["PA", "ME-AL"]).to_dict()
    by_name = {trace["name"]: trace for trace in figure["data"]}
    assert by_name[CHANGED]["locations"] == ["PA"]
    assert "PA" in by_name["Clinton (D)"]["locations"]
    assert "customdata" not in by_name[CHANGED]


def test_squares_tell_how_far_each_is_from_the_next() -> None:
    scenario = ecx.read_query("?cycle=2016&states=PR:3285874,GUA:170000").scenario
    added = drawing(2016, scenario.house_rules.added)
    [bare] = [t for t in election_map(Counted(scenario), added).data if t.name == BARE]
    apart = dict(zip(bare.text, bare.meta["apart"], strict=True))
    assert apart["PR"] == apart["GUA"] == pytest.approx((84 + 22) / DEGREE)
    assert apart["ME"] > 3 * apart["PR"]
    assert (bare.marker.size, bare.marker.opacity) == (SQUARE, 1)


def test_two_maps_can_share_a_frame() -> None:
    extent = (0, 0, 2000, 1200)
    figure = election_map(Counted(ecx.scenario(1789)), drawing(1789), extent=extent).to_dict()
    assert figure["layout"]["geo"]["lonaxis"]["range"] == [0, 20]
    assert figure["layout"]["geo"]["lataxis"]["range"] == [-12, 0]


def test_a_split_unit_says_how_its_electors_voted() -> None:
    figure = drawn(2016)
    words = [text for trace in figure["data"] for text in trace.get("text", []) or []]
    assert "Texas: Trump 36, Kasich 1, Paul 1" in words
