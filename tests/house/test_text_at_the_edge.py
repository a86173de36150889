"""Text at the edge: one module reads addresses and spells pages; others hand values over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import ecx
from ecx.link.address import VIEW, PageName

PACKAGE = Path(ecx.__file__).parent
ADDRESS = "link/address.py"
READERS = {
    ADDRESS: {"parse_qsl", "quote"},
    "app/kit/forms.py": {"parse_qs"},  # the fields of a form that was sent
    "app/pages/apportionment/calculator_link.py": {"quote", "unquote"},  # names in one value
    "serve/handlers.py": {"urlsplit"},  # which site a request came from
}
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
SCRIPTS = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.js"))
NAMES = "|".join(PageName)
SPELLED = re.compile(rf"""\b({NAMES})(\?|\.html|\.ipynb)|href=["']?\w|[?&](cycle|{VIEW})=""")
LISTED = re.compile(rf"""["'`(|^]({NAMES})["'`?|\\)]""")


def tree(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text("utf-8"))


def imported(module: str) -> set[str]:
    """List what a module takes from `urllib.parse`."""
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        match node:
            case ast.ImportFrom(module="urllib.parse" | "urllib" | "cgi"):
                found |= {name.name for name in node.names}
            case ast.Import():
                found |= {name.name for name in node.names if name.name.startswith("urllib")}
    return found


def texts(module: str) -> Iterator[str]:
    """Yield the texts of a module that are not documentation."""
    whole = tree(module)
    told = {id(node.value) for node in ast.walk(whole) if isinstance(node, ast.Expr)}
    for node in ast.walk(whole):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def begun(module: str) -> Iterator[str]:
    """Yield the texts that stand before a value in a text of a module."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.JoinedStr):
            for part, value in zip(node.values, node.values[1:], strict=False):
                if isinstance(part, ast.Constant) and isinstance(value, ast.FormattedValue):
                    yield str(part.value)


def test_one_module_splits_queries() -> None:
    taken = {module: imported(module) for module in MODULES}
    assert {module: names for module, names in taken.items() if names} == READERS


def test_one_module_spells_pages() -> None:
    others = [module for module in MODULES if module != ADDRESS]
    spelled = {(name, text) for name in others for text in texts(name) if SPELLED.search(text)}
    begin = {(name, text) for name in others for text in begun(name) if text in set(PageName)}
    assert spelled | begin == set()


def test_no_script_lists_the_pages() -> None:
    read = {script: (PACKAGE / script).read_text("utf-8") for script in SCRIPTS}
    assert [script for script, text in read.items() if LISTED.search(text)] == []
