"""One word, one thing: the glossary is true, and no name stands for two things."""

import ast
import re
from collections import defaultdict
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import ecx

TOP = Path(ecx.__file__).resolve().parents[1]
ROWS = re.findall(
    r"^\| ([A-Za-z-]+(?: [a-z]+)?) \| (.+\.) \| `(ecx[\w.]*)` \|$",
    (TOP / "docs" / "words.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)

ALLOWED = {
    "faithless": "the table of `ecx.faithless` and the page of that notebook, each a public name",
    "main": "the entry of a program: of the server, of a kernel, of the kernel parent",
}
"""Names of several functions, and why that is right."""

ALIKE = {
    "page": "each page is put together in its module `page`",
    "state": "each page has its state in its module `state`",
}
"""Names of several modules, and why that is right."""


def test_the_glossary_names_the_words_in_order() -> None:
    words = [word.lower() for word, _, _ in ROWS]
    assert len(words) > 40
    assert words == sorted(set(words))


@pytest.mark.parametrize(("word", "name"), [(word, name) for word, _, name in ROWS])
def test_what_a_word_stands_for_exists(word: str, name: str) -> None:
    assert _exists(name), f"{word}: there is no {name}"


def _exists(name: str) -> bool:
    parts = name.split(".")
    end = len(parts)
    while not _is_module(".".join(parts[:end])):
        end -= 1
    thing: object = import_module(".".join(parts[:end]))
    for part in parts[end:]:
        if not hasattr(thing, part) and part not in getattr(thing, "__dataclass_fields__", {}):
            return False
        thing = getattr(thing, part, None)
    return True


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:  # a part of it is no package
        return False


def _names() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Collect classes, public functions and aliases of types by name; and modules by name."""
    names, modules = defaultdict(set), defaultdict(set)
    for path in sorted((TOP / "ecx").rglob("*.py")):
        where = str(path.relative_to(TOP))
        if path.stem not in ("__init__", "__main__"):
            modules[path.stem].add(where)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names_here = {
                target.id
                for target in (node.targets if isinstance(node, ast.Assign) else [])
                if isinstance(target, ast.Name) and re.match(r"[A-Z][a-z]", target.id)
            }
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                names_here = {node.name}
            for name in names_here:
                if not name.startswith("_"):
                    names[name].add(where)
    return names, modules


def test_a_class_or_a_public_function_has_a_name_of_its_own() -> None:
    twice = {name: places for name, places in _names()[0].items() if len(places) > 1}
    assert twice.keys() == ALLOWED.keys(), {n: twice[n] for n in twice.keys() - ALLOWED.keys()}


def test_a_module_has_a_name_of_its_own() -> None:
    twice = {name: places for name, places in _names()[1].items() if len(places) > 1}
    assert twice.keys() == ALIKE.keys(), {n: twice[n] for n in twice.keys() - ALIKE.keys()}


def test_the_package_is_seen_at_a_glance() -> None:
    listed = [path for path in (TOP / "ecx").iterdir() if path.name != "__pycache__"]
    assert len(listed) <= 15, "put a new module into the folder it belongs to"
