"""Which notebooks are pages, and what a visitor reads of them before opening one."""

import json
from pathlib import Path

import pytest

from ecx.serve.pages import find_pages
from ecx.serve.start_errors import PageError
from serve import trial


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("swing", "explorer", "atlas"):
        trial.write(tmp_path / f"{name}.ipynb", f"# The {name}\n\nIt *is* here. And there.")
    return tmp_path


def test_without_names_every_notebook_is_a_page_in_the_order_of_their_metadata(
    folder: Path,
) -> None:
    for name, order in (("swing", 1), ("explorer", 2)):
        path = folder / f"{name}.ipynb"
        notebook = json.loads(path.read_text("utf-8"))
        notebook["metadata"]["ecx"] = {"order": order, "line": f"What {name} is for."}
        path.write_text(json.dumps(notebook), "utf-8")
    found = [(page.name, page.summary) for page in find_pages([], folder)]
    assert found == [
        ("swing", "What swing is for."),
        ("explorer", "What explorer is for."),
        ("atlas", "It is here."),
    ]


def test_named_pages_come_in_the_order_given_and_once(folder: Path) -> None:
    pages = find_pages(["swing", "atlas", "swing"], folder)
    assert [page.name for page in pages] == ["swing", "atlas"]


def test_a_page_is_known_by_its_heading_and_first_sentence_without_markup(folder: Path) -> None:
    page = find_pages(["atlas"], folder)[0]
    assert (page.title, page.summary) == ("The atlas", "It is here.")


def test_a_page_without_prose_is_known_by_its_name(tmp_path: Path) -> None:
    page = find_pages([str(trial.write(tmp_path / "bare.ipynb", ""))], tmp_path)[0]
    assert (page.title, page.summary) == ("bare", "")


def test_a_file_that_is_no_notebook_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ipynb"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(PageError, match=r"broken\.ipynb cannot be read as a notebook"):
        find_pages([str(broken)], tmp_path)


def test_pages_of_two_folders_are_refused_with_the_mend(folder: Path) -> None:
    other = folder / "other"
    other.mkdir()
    away = trial.write(other / "away.ipynb", "# Away")
    with pytest.raises(PageError, match="start one server for each folder"):
        find_pages(["atlas", str(away)], folder)


def test_a_folder_without_pages_is_named(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="there is no page to serve in"):
        find_pages([], tmp_path)
