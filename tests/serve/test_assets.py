"""What pages load, and what is said when an installed package lacks it."""

from pathlib import Path

import pytest

from ecx.serve import assets
from ecx.serve.start_errors import MissingLibraryError


def test_the_address_of_the_assets_changes_with_any_of_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = assets.load_assets().digest
    assert assets.load_assets().digest == before
    monkeypatch.setattr(assets, "LIBRARIES", {"anywidget": "anywidget/index.js"})
    assert assets.load_assets().digest != before


def test_a_missing_library_is_named_with_the_mend(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(assets, "jupyter_path", lambda _kind: [str(tmp_path)])
    with pytest.raises(MissingLibraryError, match=r"extension\.js .* install ipywidgets and"):
        assets.load_assets()


def test_the_libraries_hold_every_class_that_pages_use() -> None:
    libraries = assets.load_assets().by_name["libraries.js"].body.decode()
    for name in ("VBoxModel", "LabelModel", "OutputModel", "AnyModel"):
        assert name in libraries


def test_pages_load_modules_without_comments_of_whole_lines() -> None:
    loaded = assets.load_assets().by_name["wire.js"].body.decode()
    assert "\nexport function encode(" in loaded
    assert "/**" not in loaded
    assert not [line for line in loaded.splitlines() if line.lstrip().startswith("//")]
