"""The palette: readable, told apart by colour-blind eyes, and never by colour alone."""

import itertools
import re
from pathlib import Path

import pytest

import ecx
from ecx.figures.palette import EMPTY, Look, in_order, looks
from figures.eyes import EYES, distance, linear, luminance
from some import some

TOLD_APART = 20  # difference in CIE L*a*b*; about 2 is just noticed


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
