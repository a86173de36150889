"""Examples do not rot: those of every docstring and of the README are run."""

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import ecx

README = Path(ecx.__file__).resolve().parents[1] / "README.md"
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(ecx.__path__, "ecx.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_the_examples_of_the_readme_run() -> None:
    outcome = doctest.testfile(str(README), module_relative=False)
    assert outcome.attempted > 5
    assert outcome.failed == 0
