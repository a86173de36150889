"""Style sheets and selectors without a browser: every class they name is made by some code."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

import ecx
from ecx.app.kit.frame import sheets
from ecx.figures import palette

TOP = Path(ecx.__file__).parent
PAGES = sorted(path.parent for path in TOP.glob("app/pages/*/page.py"))
SHEETS = sorted([*TOP.glob("app/**/*.css"), *TOP.glob("board/**/*.css")])
SCRIPTS = sorted([*TOP.glob("app/**/*.js"), *TOP.glob("board/**/*.js")])
MODULES = sorted([*TOP.glob("app/**/*.py"), *TOP.glob("board/**/*.py")])
OTHERS = {
    *("widget-html", "widget-html-content"),  # by ipywidgets
    *("nsewdrag", "drag", "plot-container", "svg-container", "main-svg"),  # by plotly
}
"""Classes that other programs make."""

CLASS = re.compile(r"\.(-?[a-zA-Z][\w-]*)")
STRING = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`""")
ATTRIBUTE = re.compile(r"""class=\\?["']([^"'{}]*)""")
NAMES = re.compile(r"[a-z][\w*-]*(?: [a-z*][\w*-]*)*")
SELECTOR = re.compile(
    r"""(?:data-(?:scroll|refuge)=|(?:querySelector(?:All)?|closest|matches)\()(.*)"""
)
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b")


def rules(sheet: Path) -> Iterator[str]:
    """List the selectors of a style sheet."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    for selector in re.findall(r"([^{};]+)\{", text):
        if not selector.strip().startswith("@"):
            yield re.sub(r'"[^"]*"', "", selector)


def strings(path: Path) -> Iterator[str]:
    """List the texts that a program holds, with an asterisk for each value put into one."""
    source = path.read_text("utf-8")
    if path.suffix == ".js":
        source = re.sub(r"^\s*(?://|\*|/\*).*$", "", source, flags=re.MULTILINE)
        for found in STRING.finditer(source):
            yield re.sub(r"\$\{[^}]*\}", "*", "".join(found.groups("")))
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "*" for part in node.values)
            yield "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@cache
def made() -> frozenset[str]:
    """List the classes that code makes: in an attribute, or as a text that is nothing but names."""
    found: set[str] = set()
    for path in (*MODULES, *SCRIPTS):
        for text in strings(path):
            for names in ATTRIBUTE.findall(text):
                found.update(names.split())
            if NAMES.fullmatch(text.strip()):
                found.update(text.split())
    return frozenset(found)


def unmade(names: Iterable[str]) -> set[str]:
    """Leave of classes those that no code makes."""
    ids = {"ecx-"}  # of a drawing: not a class
    parts = {name.partition("*")[0] for name in made() if re.match(r"\w+-[\w-]*\*", name)} - ids
    known = made() | OTHERS
    return {name for name in names if name not in known and not name.startswith((*parts,))}


def test_every_class_of_a_style_sheet_is_made_by_some_code() -> None:
    for sheet in SHEETS:
        assert unmade(CLASS.findall(" ".join(rules(sheet)))) == set(), sheet.name


def test_every_class_of_a_selector_is_made_by_some_code() -> None:
    for path in (*MODULES, *SCRIPTS):
        texts = STRING.findall(" ".join(SELECTOR.findall(path.read_text("utf-8"))))
        assert unmade(CLASS.findall(" ".join(map("".join, texts)))) == set(), path.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_brings_no_sheet_of_another(page: Path) -> None:
    text = sheets(page)
    assert ".ecx-page" in text
    assert all(sheet.read_text("utf-8") in text for sheet in page.glob("*.css"))


def test_no_widget_of_a_page_brings_a_style_sheet_but_its_frame() -> None:
    bringing = {path.name for path in MODULES if "\n    _css = " in path.read_text("utf-8")}
    assert bringing == {"page.py", "board.py"}


def test_the_colors_of_pages_stand_in_one_sheet_and_those_of_the_board_in_another() -> None:
    of_the_server = [*TOP.glob("serve/**/*.css")]
    assert of_the_server
    found = {
        sheet.relative_to(TOP).as_posix()
        for sheet in (*SHEETS, *of_the_server)
        if COLOUR.search(re.sub(r"url\([^)]*\)", "", sheet.read_text("utf-8")))
    }
    assert found == {"app/kit/colors.css", "board/css/board.css"}


def test_the_colours_that_sheets_share_with_figures_are_those_of_the_palette() -> None:
    base = (TOP / "app/kit/colors.css").read_text("utf-8")
    named = dict(re.findall(r"--ecx-([\w-]+): (#\w+);", base))
    shared = {
        "ink": palette.INK,
        "quiet": palette.QUIET,
        "paper": palette.WHITE,
        "idle": palette.GREY,
        "bar": palette.SCALE[3],
        "bound": palette.BOUND[2][0],
        "latest": palette.ACCENTS[0],
        "grid": palette.RULE,
        "ground": palette.GROUND,
        "seam": palette.WHITE,
    }
    assert {name: named[name] for name in shared} == shared
