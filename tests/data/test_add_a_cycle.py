"""A cycle is added as CONTRIBUTING.md tells: by rows alone, and the whole app shows it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from build_data import build, gathered
from build_data.raw import BadInputError
from data.added_cycle import HELD, OF_ELECTION, TO_COME, add_held, add_to_come
from data.spoiling import add, drop, read, spoil

ROOT = Path(__file__).resolve().parents[2]

RECIPE = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Add a cycle")[2]
RECIPE = RECIPE.partition("\n## ")[0]


@pytest.fixture(scope="module")
def added(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the package and its gathered tables, add two elections, and build."""
    folder = tmp_path_factory.mktemp("added")
    for name in ("ecx", "notebooks"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(data / "raw", folder / "data/raw")
    for kept in ("sources.toml", "README.md"):
        shutil.copy(data / kept, folder / "data" / kept)
    add_held(folder / "data/raw")
    add_to_come(folder / "data/raw")
    build.build(folder / "data/raw", folder / "data", folder / "data")
    return folder


@pytest.fixture(scope="module")
def seen(added: Path) -> dict[str, Any]:
    """Open the cycles in a fresh process that finds that package first."""
    program = Path(__file__).with_name("opened.py")
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-W", "error", str(program), HELD, TO_COME],
        env=os.environ | {"PYTHONPATH": str(added)},
        cwd=added,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shown: dict[str, Any] = json.loads(done.stdout)
    assert Path(shown["package"]).parent == added / "ecx"
    return shown


def test_the_recipe_names_every_table_that_gets_rows(data: Path, added: Path) -> None:
    grown = [
        path.relative_to(data / "raw")
        for path in (data / "raw").glob("*/*.csv")
        if len(read(path)) < len(read(added / "data/raw" / path.relative_to(data / "raw")))
    ]
    assert len(grown) >= len(OF_ELECTION)
    assert [
        path for path in grown if not re.search(rf"`({path.parent}/)?{path.name}`", RECIPE)
    ] == []


def test_the_cycles_are_offered(seen: dict[str, Any]) -> None:
    assert seen["cycles"][-3:] == [2028, 2032, 2036]
    assert seen["held"][-2:] == [2024, 2032]
    assert seen["census"] == [2020, 2020]


def test_the_votes_are_counted_and_the_broken_pledge_is_found(seen: dict[str, Any]) -> None:
    assert seen["president"] == {"birch": 311, "ash": 226, "elm": 1}
    assert seen["elected"] == "birch"
    assert seen["faithless"] == ["GA.16"]
    assert seen["undecided"] == 538


def test_a_link_to_it_is_read_back(seen: dict[str, Any]) -> None:
    assert seen["link"] == "?cycle=2032&call=PA:ash"
    assert seen["round trip"]


def test_pages_offer_it(seen: dict[str, Any]) -> None:
    for page in ("toolbar", "chooser"):
        assert '<option value="2032" selected>' in seen[page]
        assert '<option value="2036">' in seen[page]
    assert seen["steps"][-2:] == ["2032", "2036"]


def test_the_law_of_the_day_is_shown_and_the_new_law_holds(seen: dict[str, Any]) -> None:
    buttons = re.findall(r'data-value="(\d+)" aria-pressed="(\w+)"', seen["laws"])
    assert buttons == [("2016", "false"), ("2020", "false"), ("2024", "false"), ("2032", "true")]
    assert 'data-value="2032" aria-pressed="true"' in seen["laws to come"]
    assert "in 2032" in seen["law map"]
    # South Dakota's act of 2026 and Pennsylvania's invented one have joined the 21 of 2024.
    assert "23" in re.findall(r"<dd>(\d+)</dd>", seen["at a glance"])
    assert "a faithless vote in 2032" in seen["at a glance"]


def test_the_questions_ask_about_it(seen: dict[str, Any]) -> None:
    assert "In 2032?" in seen["questions"]
    assert "In 2032, Birch had" in seen["questions"]
    assert "Tuesday, December 14" in seen["questions"]
    assert "of 61 elections" in seen["questions"]


def test_the_broken_pledge_stands_in_the_table_and_in_the_chart(seen: dict[str, Any]) -> None:
    assert seen["cases"][-1] == "2032-GA-50"
    assert seen["summaries"][-2:] == [2024, 2032]
    assert seen["dots"] == 2032 < seen["dots end"]


def test_the_map_goes_on_as_it_is_drawn(seen: dict[str, Any]) -> None:
    before, *after = seen["maps"]
    assert after == [before, before]


def test_rows_without_their_election_are_refused(raw: Path) -> None:
    row = {"year": HELD, "state": "AK", "electors": "3", "source": "WP-EC"}
    spoil(raw, "elections/electors_by_state_year", add(**row))
    message = r"elections.csv: no row for 2032; .* mend elections/electors_by_state_year.csv, row"
    with pytest.raises(BadInputError, match=message):
        gathered.gather(raw)


def test_an_election_is_not_both_held_and_to_come(raw: Path) -> None:
    spoil(raw, "by_hand/blank_cycles", drop(cycle="2028"))
    blank = {"cycle": "2024", "label": "2024", "units_of": "2020", "census": "2020"}
    spoil(raw, "by_hand/blank_cycles", add(**blank))
    with pytest.raises(BadInputError, match=r"blank_cycles.csv, row 2: 2024 is to come, but elec"):
        gathered.gather(raw)
