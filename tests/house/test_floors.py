"""The house stands: imports run downhill, the domain is light, names are documented."""

import inspect
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import ecx
from some import some

TOP = Path(ecx.__file__).resolve().parents[1]
HEAVY = ("pandas", "geopandas", "numpy", "plotly", "ipywidgets", "traitlets", "anywidget", "voila")


def fresh(code: str) -> list[str]:
    """Run code in a new interpreter and list the modules it loaded."""
    script = f"{code}\nimport sys, json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=TOP
    )
    loaded: list[str] = json.loads(done.stdout.splitlines()[-1])
    return loaded


def test_import_contracts_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], capture_output=True, text=True, check=False, cwd=TOP)  # noqa: S603
    assert done.returncode == 0, done.stdout


def test_the_domain_imports_without_widgets_plots_or_tables() -> None:
    loaded = fresh("import ecx; ecx.tally(ecx.scenario(2016))")
    found = [name for name in HEAVY if name in loaded]
    assert not found, f"import {', '.join(found)} inside the functions that need them"


def test_the_explorer_imports_neither_tables_nor_plots() -> None:
    loaded = fresh("from ecx.app import explorer; explorer()")
    found = [name for name in ("pandas", "geopandas", "numpy", "plotly") if name in loaded]
    assert not found, f"the explorer loads {', '.join(found)}; every page would pay for it"


def test_the_server_starts_without_building_grammars_of_addresses() -> None:
    loaded = fresh("import ecx.serve.server")
    assert "voila.app" in loaded
    assert "lark" not in loaded


def test_public_names_stay_functions_when_modules_of_that_name_are_imported() -> None:
    code = "import ecx, ecx.college.tally, ecx.link, ecx.link.ballots, ecx.maps.shapes\n"
    checks = "".join(f"assert callable(ecx.{name})\n" for name in ecx.__all__)
    assert "ecx" in fresh(code + checks)


@pytest.mark.parametrize("name", ecx.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    thing = getattr(ecx, name)
    doc = inspect.getdoc(thing) or ""
    assert doc.split("\n", maxsplit=1)[0].endswith("."), f"ecx.{name} wants a sentence"
    if inspect.isfunction(thing) and thing.__module__.startswith("ecx"):
        assert "Examples\n" in doc, f"ecx.{name} wants an example that runs"
        for part in inspect.signature(thing).parameters:
            assert part in doc, f"ecx.{name} does not say what {part} means"


def test_the_readme_names_the_public_face() -> None:
    text = (TOP / "README.md").read_text(encoding="utf-8")
    functions = [name for name in ecx.__all__ if inspect.isfunction(getattr(ecx, name))]
    missing = [name for name in functions if f"ecx.{name}" not in text]
    assert not missing, f"README.md does not mention {missing}"


def test_conda_users_get_the_same_bounds_as_pip_users() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {*project["dependencies"], *project["optional-dependencies"]["lab"]}
    wanted.add(f"python{project['requires-python']}")
    lines = (TOP / "environment.yml").read_text(encoding="utf-8").splitlines()
    listed = {line.strip("- ") for line in lines if line.startswith("  - ")}
    assert listed - {"conda-forge", "pip", "pip:"} == wanted


def test_the_locks_hold_every_dependency_with_hashes_and_no_address() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name, wanted in (
        ("requirements.lock", project["dependencies"] + extras["build"]),
        ("requirements-dev.lock", sum(extras.values(), project["dependencies"])),
    ):
        text = (TOP / name).read_text(encoding="utf-8")
        assert "://" not in text
        for requirement in some(wanted):
            package = requirement.split(">")[0]
            assert f"\n{package}==" in f"\n{text}", f"{name} lacks {package}: run make lock"
        assert text.count("--hash=sha256:") >= text.count("==")


def test_the_lock_of_the_javascript_tools_has_hashes_and_no_address() -> None:
    lock = json.loads((TOP / "package-lock.json").read_text(encoding="utf-8"))
    (_, project), *packages = lock["packages"].items()
    wanted = json.loads((TOP / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert project["devDependencies"] == wanted, "run make lock"
    assert packages
    for name, package in packages:
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, f"{name} has an address; .npmrc should leave it out"


def test_contributing_shows_the_way_to_every_module_and_to_none_that_is_gone() -> None:
    text = (TOP / "CONTRIBUTING.md").read_text(encoding="utf-8")
    here = {f"{path.name}/" for path in (TOP / "ecx").iterdir() if [*path.glob("*.*")]}
    here |= {path.name for path in (TOP / "ecx").glob("*.py") if path.name != "__init__.py"}
    named = set(re.findall(r"`ecx/([\w]+(?:\.py|/))`", text))
    assert named == here - {"__pycache__/"}
