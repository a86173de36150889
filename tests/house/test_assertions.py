"""Tests say what they mean: an assertion compares values, a wait has an event or a reason."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
FILES = sorted(TESTS.rglob("*.py"))
WAITS = {"sleep", "wait_for_timeout"}

Finder = Callable[[str], list[int]]


def name_of(call: ast.Call) -> str:
    """Give the last part of what is called: ``sleep`` of ``time.sleep``."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def modules(node: ast.AST) -> list[str]:
    """List the modules that a statement imports, and what it imports from a package."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=module, names=names):
            return [module or "", *(alias.name for alias in names)]
        case _:
            return []


def imported_tests(source: str) -> list[int]:
    """Find lines that import from a module of tests."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and any(part.startswith("test_") for name in modules(node) for part in name.split("."))
    ]


def parts(test: ast.expr) -> Iterator[ast.expr]:
    """Take apart what ``and`` and ``or`` join."""
    if isinstance(test, ast.BoolOp):
        for value in test.values:
            yield from parts(value)
    else:
        yield test


def is_weak(test: ast.expr) -> bool:
    """Tell whether an expression looks only at a kind, or only at whether something is there."""
    match test:
        case ast.Call(func=ast.Name(id="isinstance" | "issubclass" | "callable")):
            return True
        case ast.Compare(ops=[ast.IsNot()], comparators=[ast.Constant(value=None)]):
            return True
        case ast.Constant():
            return True
        case _:
            return False


def weak_assertions(source: str) -> list[int]:
    """Find assertions that hold for nearly any value."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assert) and all(map(is_weak, parts(node.test)))
    ]


def waits_without_reason(source: str) -> list[int]:
    """Find fixed waits that no comment beside or above them explains."""
    lines = ["", *source.splitlines()]
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and name_of(node) in WAITS
        and "  # " not in lines[node.lineno]
        and not lines[node.lineno - 1].lstrip().startswith("# ")
    ]


def checks(node: ast.AST) -> bool:
    """Tell whether a node is itself a check: an assertion, or a call that fails."""
    if isinstance(node, ast.Call):
        name = name_of(node)
        return name in {"expect", "raises", "fail", "warns"} or name.startswith("assert")
    return isinstance(node, ast.Assert)


def is_sure(things: ast.expr, known: set[str]) -> bool:
    """Tell whether a loop over this goes over something: a literal, a constant, `some`."""
    match things:
        case ast.Tuple() | ast.List() | ast.Dict() | ast.Set():
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.isupper() or name in known
        case ast.Call(func=ast.Name(id="some" | "range")):
            return True
        case ast.Call(func=ast.Attribute(value=of, attr="items" | "values")):
            return is_sure(of, known)
        case ast.Call(func=ast.Name(id="enumerate" | "zip" | "sorted" | "reversed"), args=args):
            return all(is_sure(part, known) for part in args)
        case _:
            return False


def is_checked(node: ast.AST, known: set[str]) -> bool:
    """Tell whether something is checked for sure; a loop within a loop is not judged."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.For):
            if is_sure(child.iter, known) and any(map(checks, ast.walk(child))):
                return True
        elif checks(child) or is_checked(child, known):
            return True
    return False


def literals(test: ast.FunctionDef) -> set[str]:
    """List the names that a test gives to literals."""
    return {
        target.id
        for node in ast.walk(test)
        if isinstance(node, ast.Assign) and is_sure(node.value, set())
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def loops_over_nothing(source: str) -> list[int]:
    """Find tests whose checks are all in loops that may go over nothing."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not any("given" in ast.unparse(mark) for mark in node.decorator_list)
        and not is_checked(node, literals(node))
        and any(map(checks, ast.walk(node)))
    ]


@pytest.mark.parametrize(
    ("find", "mend"),
    [
        (imported_tests, "move what both tests need to a module named for what it holds"),
        (weak_assertions, "say which value is expected"),
        (waits_without_reason, "wait for what is meant, or say in a comment why no event tells it"),
        (loops_over_nothing, "say that there is something to go through: `for thing in some(...)`"),
    ],
    ids=["imports of tests", "weak assertions", "waits", "loops over nothing"],
)
def test_no_test_does_what_weakens_tests(find: Finder, mend: str) -> None:
    assert len(FILES) > 100
    found = {
        str(path.relative_to(TESTS)): lines
        for path in FILES
        if (lines := find(path.read_text("utf-8")))
    }
    assert found == {}, mend


@pytest.mark.parametrize(
    ("find", "source"),
    [
        (imported_tests, "from test_tally import edited"),
        (imported_tests, "from domain.test_tally import edited"),
        (imported_tests, "from domain import test_tally"),
        (imported_tests, "import domain.test_tally"),
        (weak_assertions, "assert isinstance(1, int)"),
        (weak_assertions, "assert issubclass(bool, int), 'a word'"),
        (weak_assertions, "assert found is not None"),
        (weak_assertions, "assert isinstance(1, int) and found is not None"),
        (weak_assertions, "assert True"),
        (waits_without_reason, "time.sleep(1)"),
        (waits_without_reason, "page.wait_for_timeout(500)"),
        (waits_without_reason, "async def wait():\n    await asyncio.sleep(1)"),
    ],
)
def test_what_weakens_tests_is_found(find: Finder, source: str) -> None:
    assert find(source) == [source.count("\n") + 1]


def test_a_loop_that_may_go_over_nothing_is_found() -> None:
    source = "def test_it():\n    for row in rows:\n        assert row == 7"
    assert loops_over_nothing(source) == [1]


@pytest.mark.parametrize(
    ("find", "source"),
    [
        (imported_tests, "from domain.edits import edited"),
        (weak_assertions, "assert found is None"),
        (weak_assertions, "assert isinstance(it, int) and it == 7"),
        (waits_without_reason, "time.sleep(1)  # the clock of the system moves in seconds"),
        (waits_without_reason, "# The clock of the system moves in seconds.\ntime.sleep(1)"),
        (loops_over_nothing, "def test_it():\n    for row in some(it):\n        assert row == 7"),
        (
            loops_over_nothing,
            "def test_it():\n    for row in ROWS.items():\n        assert row == 7",
        ),
        (
            loops_over_nothing,
            "def test_it():\n    for row in rows:\n        add(row)\n    assert n == 7",
        ),
    ],
)
def test_what_tests_may_do_is_not_found(find: Finder, source: str) -> None:
    assert find(source) == []
