"""The palette: readable, told apart by colour-blind eyes, and never by colour alone."""

import itertools
import math
import re
from pathlib import Path

import pytest

import ecx
from ecx.figures.palette import EMPTY, Look, in_order, looks
from some import some

Rgb = tuple[float, float, float]

# How the three kinds of dichromats see linear RGB: Machado, Oliveira and Fernandes, "A
# Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.0.
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TOLD_APART = 20  # difference in CIE L*a*b*; about 2 is just noticed


def linear(colour: str) -> Rgb:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def seen(colour: str, eyes: str) -> Rgb:
    rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in EYES[eyes]
    )
    return red, green, blue


def luminance(rgb: Rgb) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def lab(rgb: Rgb) -> Rgb:
    red, green, blue = rgb
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        luminance(rgb),
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, two: str, eyes: str) -> float:
    pairs = zip(lab(seen(one, eyes)), lab(seen(two, eyes)), strict=True)
    return math.sqrt(sum((a - b) ** 2 for a, b in pairs))


def majors(cycle: int) -> list[Look]:
    election = ecx.scenario(cycle).election
    coats = looks(election.tickets.values())
    return [coats[ticket] for ticket in election.majors]


@pytest.mark.parametrize("eyes", EYES)
def test_tickets_that_carry_places_are_told_apart_by_every_kind_of_eye(eyes: str) -> None:
    for cycle in some(ecx.cycles()):
        for one, two in itertools.combinations(majors(cycle), 2):
            assert distance(one.colour, two.colour, eyes) > TOLD_APART, (cycle, one, two)


def test_text_can_be_read_on_every_fill() -> None:
    for cycle in some(ecx.cycles()):
        for look in looks(ecx.scenario(cycle).election.tickets.values()).values():
            levels = sorted(luminance(linear(colour)) for colour in (look.colour, look.ink))
            assert (levels[1] + 0.05) / (levels[0] + 0.05) >= 4.5, (cycle, look)


def test_no_two_tickets_of_a_cycle_share_letter_or_colour() -> None:
    for cycle in some(ecx.cycles()):
        coats = list(looks(ecx.scenario(cycle).election.tickets.values()).values())
        assert len({look.letter for look in coats}) == len(coats), cycle
        assert len({look.colour for look in coats[:7]}) == len(coats[:7]), cycle


def test_the_large_parties_keep_their_sides() -> None:
    for cycle in range(1964, 2025, 4):
        tickets = in_order(ecx.scenario(cycle).election.tickets.values())
        assert [ticket.code for ticket in tickets[:2]] == ["D", "R"]


def test_the_large_parties_have_the_colours_that_readers_expect() -> None:
    coats = looks(ecx.scenario(2016).election.tickets.values())
    red, green, blue = linear(coats["clinton-h"].colour)
    assert blue > max(red, green)
    red, green, blue = linear(coats["trump"].colour)
    assert red > max(green, blue)


def test_no_colour_has_another_father_than_the_palette() -> None:
    package = Path(ecx.__file__).parent
    written = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b|rgba?\(")
    found = {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if written.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"figures/palette.py"}


def test_what_nobody_carries_has_one_colour_on_the_map_and_beside_it() -> None:
    css = (Path(ecx.__file__).parent / "board/css/board.css").read_text(encoding="utf-8")
    assert f"--ecx-undecided: {EMPTY.colour};" in css
