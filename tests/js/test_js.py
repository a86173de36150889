"""Runs the tests of JavaScript that need no page, in node; and holds its types to Python's."""

import re
import subprocess
import sys
from pathlib import Path
from typing import NotRequired, get_origin, get_type_hints

import pytest

from ecx.board import board, content

HERE = Path(__file__).parent
TYPES = Path(board.__file__).parent / "js" / "types.d.ts"


def test_javascript_does_what_its_tests_say() -> None:
    node = Path(sys.executable).with_name("node")
    done = subprocess.run(  # noqa: S603 - our own tests
        [node, "--test", "--test-reporter=spec", *sorted(HERE.glob("*.test.js"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"
    assert int(re.findall(r"^\S+ pass (\d+)$", done.stdout, re.MULTILINE)[0]) > 0


def declared(name: str) -> dict[str, bool]:
    """Read the fields of an interface of the board's types, and whether each must be there."""
    text = TYPES.read_text("utf-8")
    found = re.search(rf"^export interface {name} {{\n(.*?)^}}", text, re.MULTILINE | re.DOTALL)
    assert found, f"{TYPES.name} lacks the interface {name}"
    fields = re.findall(r"^  (\w+)(\??):", found[1], re.MULTILINE)
    return {field: not mark for field, mark in fields}


@pytest.mark.parametrize(
    ("name", "in_python"),
    [
        ("Callout", content.Callout),
        ("Ground", content.Ground),
        ("Caption", content.Caption),
        ("Drawing", content.Map),
        ("UnitLabel", content.UnitLabel),
        ("TicketStyle", content.TicketStyle),
        ("Mark", content.Mark),
        ("Wording", content.Wording),
    ],
)
def test_the_content_of_a_board_has_the_same_fields_on_both_sides(
    name: str, in_python: type
) -> None:
    hints = get_type_hints(in_python, include_extras=True)
    must = {field: get_origin(hint) is not NotRequired for field, hint in hints.items()}
    assert declared(name) == must


def test_the_traits_of_a_board_have_the_same_names_on_both_sides() -> None:
    own = board.Board.class_own_traits(sync=True)
    assert set(declared("BoardState")) == {name for name in own if not name.startswith("_")}
