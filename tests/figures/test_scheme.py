"""Figures on a bright screen and on a dark one: the names of colors, and their contrast."""

import re
from pathlib import Path

import pytest

import ecx
from ecx.figures import palette
from ecx.figures.canvas import canvas
from ecx.figures.density import density
from ecx.figures.scheme import NAMES, SEAM, schemed
from ecx.maps.drawing import drawing
from figures.eyes import contrast
from some import some

SHEET = (Path(ecx.__file__).parent / "app/kit/colors.css").read_text("utf-8")
COLORS = {
    name: (bright, dark)
    for name, bright, dark in re.findall(
        r"--ecx-([\w-]+): light-dark\((#\w{6}), (#\w{6})\);", SHEET
    )
}
READ = 4.5
SEEN = 3.0
GROUNDS = ("paper", "wash", "alert", "changed", "mark")


def test_a_browser_that_knows_one_scheme_only_has_the_same_bright_colors() -> None:
    plain = dict(re.findall(r"--ecx-([\w-]+): (#\w{6});", SHEET))
    assert plain == {name: bright for name, (bright, _dark) in COLORS.items()}


@pytest.mark.parametrize("scheme", [0, 1], ids=["bright", "dark"])
def test_words_can_be_read_in_both_schemes(scheme: int) -> None:
    pairs = [(word, ground) for word in ("ink", "quiet", "accent") for ground in GROUNDS]
    pairs += [("warn", "paper"), ("off", "paper"), ("note-ink", "note")]
    weak = {
        pair: round(contrast(COLORS[pair[0]][scheme], COLORS[pair[1]][scheme]), 2)
        for pair in pairs
        if contrast(COLORS[pair[0]][scheme], COLORS[pair[1]][scheme]) < READ
    }
    assert weak == {}


@pytest.mark.parametrize("scheme", [0, 1], ids=["bright", "dark"])
def test_shapes_can_be_seen_in_both_schemes(scheme: int) -> None:
    paper = COLORS["paper"][scheme]
    shapes = ("edge", "bar", "bound", "latest", "accent", "alert-edge")
    weak = {name for name in shapes if contrast(COLORS[name][scheme], paper) < SEEN}
    assert weak == set()
    data = (palette.NEUTRAL, *palette.ACCENTS)
    assert {color for color in data if contrast(color, paper) < SEEN} == set()


def test_lines_on_a_dark_screen_part_the_darkest_places_of_a_chart_and_the_lightest() -> None:
    line = COLORS[SEAM][1]
    ends = (palette.SCALE[0], palette.SCALE[-1], palette.BOUND[0][0], palette.BOUND[-1][0])
    assert {color for color in ends if contrast(color, line) < 2.5} == set()


def test_a_figure_names_the_colors_that_depend_on_the_screen() -> None:
    named = schemed(canvas("Title", []).to_dict())["layout"]
    assert named["font"]["color"] == f"var(--ecx-ink, {palette.INK})"
    assert named["hoverlabel"]["bgcolor"] == f"var(--ecx-paper, {palette.WHITE})"
    assert named["paper_bgcolor"] == palette.CLEAR
    assert set(NAMES.values()) | {SEAM} <= set(COLORS)


def test_data_and_the_text_on_it_keep_their_colors() -> None:
    figure = density({"WY": 1.0, "TX": 9.0}, drawing(2024), "People", "people").to_dict()
    pale, colored, codes = schemed(figure)["data"]
    assert {color for _at, color in pale["colorscale"]} == {f"var(--ecx-ground, {palette.GROUND})"}
    assert [color for _at, color in colored["colorscale"]] == list(palette.SCALE)
    assert colored["marker"]["line"]["color"] == f"var(--ecx-seam, {palette.WHITE})"
    assert codes["textfont"] == figure["data"][2]["textfont"]
    assert colored["geojson"] is figure["data"][1]["geojson"]


def test_every_ticket_can_be_seen_on_a_dark_screen() -> None:
    for cycle in some(ecx.cycles()):
        for look in palette.looks(ecx.scenario(cycle).election.tickets.values()).values():
            assert contrast(look.colour, COLORS["paper"][1]) >= SEEN, (cycle, look)


def test_the_board_has_the_paper_of_the_pages_around_it() -> None:
    board = (Path(ecx.__file__).parent / "board/css/board.css").read_text("utf-8")
    assert f"--ecx-paper: light-dark(#fff, {COLORS['paper'][1]});" in board
