"""The map of the law: every place once, told apart by shade and by letter."""

from itertools import pairwise
from typing import Any

import pytest

import ecx
from ecx.college.laws import Effect
from ecx.college.unit_id import place_of
from ecx.figures.law_map import GRADES, law_map
from ecx.maps.drawing import drawing

YEARS = (2016, 2020, 2024)


def drawn(cycle: int) -> list[dict[str, Any]]:
    record = ecx.scenario(cycle).election
    figure = law_map(record.laws, drawing(cycle), record.label).to_dict()
    data: list[dict[str, Any]] = figure["data"]
    return data


def shade(colour: str) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines define it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("cycle", YEARS)
def test_every_outline_has_the_colour_of_the_law_of_its_place(cycle: int) -> None:
    laws = ecx.scenario(cycle).election.laws
    effects = {grade.colour: effect for effect, grade in GRADES.items()}
    outlines = [trace for trace in drawn(cycle) if trace["type"] == "choropleth"]
    found = {
        key: effects[trace["colorscale"][0][1]] for trace in outlines for key in trace["locations"]
    }
    wanted = {unit: laws[place_of(unit)].effect for unit in drawing(cycle).outlines.units.features}
    boxes = {key: laws[key[-2:]].effect for key in found if key.startswith("box ")}
    assert found == wanted | boxes
    assert {"box DC", "box RI", "box HI"} <= boxes.keys()
    assert sum(len(trace["geojson"]["features"]) for trace in outlines) == len(found)


@pytest.mark.parametrize("cycle", YEARS)
def test_every_place_is_named_once_with_the_letter_of_its_law(cycle: int) -> None:
    laws = ecx.scenario(cycle).election.laws
    letters = next(trace["text"] for trace in drawn(cycle) if trace["name"] == "Codes")
    assert sorted(letters) == sorted(
        f"{place} {GRADES[law.effect].letter}" for place, law in laws.items()
    )


@pytest.mark.parametrize(("cycle", "counts"), [(2016, (20, 17, 5, 9)), (2024, (15, 13, 2, 21))])
def test_the_key_counts_the_places_of_each_effect(cycle: int, counts: tuple[int, ...]) -> None:
    named = [trace["name"] for trace in drawn(cycle) if trace.get("showlegend")]
    assert [int(name.rpartition(": ")[2]) for name in named] == list(counts)


def test_shades_fall_with_the_freedom_of_electors_and_carry_readable_letters() -> None:
    grades = [GRADES[effect] for effect in Effect]
    shades = [shade(grade.colour) for grade in grades]
    for lighter, darker in pairwise(shades):
        assert (lighter + 0.05) / (darker + 0.05) > 1.5
    for grade, fill in zip(grades, shades, strict=True):
        low, high = sorted((fill, shade(grade.ink)))
        assert (high + 0.05) / (low + 0.05) >= 4.5
    assert len({grade.letter for grade in grades}) == len(grades)
