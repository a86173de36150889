"""The wheel carries all that a page needs, and serves it from any directory."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import ecx
from serving import read, serving

TOP = Path(ecx.__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as pip does, and lay it out as an installation would."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    subprocess.run([*build, str(folder)], cwd=TOP, check=True, capture_output=True)  # noqa: S603
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_notebooks_data_and_template_travel_in_the_wheel(unpacked: Path) -> None:
    for name in ("notebooks", "data"):
        for path in (TOP / name).glob("[!.]*.*"):
            assert (unpacked / "ecx" / name / path.name).is_file(), path
    assert (unpacked / "ecx" / "data" / "shapes").is_dir()
    assert (unpacked / "ecx" / "serve" / "template" / "index.html.j2").is_file()
    assert (unpacked / "ecx" / "py.typed").is_file()


def test_the_wheel_leaves_out_the_gathered_tables(unpacked: Path) -> None:
    assert not (unpacked / "ecx" / "data" / "raw").exists()
    assert {path.name for path in unpacked.iterdir() if path.suffix != ".dist-info"} == {"ecx"}


def test_the_wheel_leaves_out_what_only_checks_javascript(unpacked: Path) -> None:
    assert (unpacked / "ecx" / "esm" / "dom.js").is_file()
    assert not [*unpacked.rglob("package*.json"), *unpacked.rglob("*.d.ts")]
    assert not [*unpacked.rglob("node_modules"), *unpacked.rglob("tsconfig.json")]


def test_the_wheel_serves_its_pages_from_any_directory(
    unpacked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    launch = f"import sys; sys.path.insert(0, {str(unpacked)!r}); import ecx.serve; "
    launch += "sys.exit(ecx.serve.main(sys.argv[1:]))"
    monkeypatch.setattr("serving.CHECKOUT", tmp_path)  # the server must not find the checkout
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(unpacked)]))
    program = (sys.executable, "-c", launch)
    with serving("--pool", "0", "explorer", folder=tmp_path, command=program) as address:
        assert "Electoral College explorer" in read(address)
