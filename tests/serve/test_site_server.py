"""Plain files for a whole school: `ecx --site`."""

import gzip
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from serving import fetch, run, serving

COMMAND = (sys.executable, str(Path(__file__).with_name("command_with_two_networks.py")))
DIGEST = "0123456789abcdef"
PACK = bytes(range(256)) * 400
SCHOOL = 300


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a site of a few files."""
    made = tmp_path_factory.mktemp("site")
    head = '<!doctype html><meta charset="utf-8"><title>{}</title>' + " " * 400
    contents = {
        "index.html": head.format("Index").encode(),
        "explorer.html": head.format("Explorer").encode(),
        "404.html": head.format("Nothing here").encode(),
        f"static/{DIGEST}/page.css": b"body { margin: 0 }" * 40,
        f"static/{DIGEST}/page.mjs": b"export {};" * 40,
        f"python/{DIGEST}/some.wasm": b"wasm" * 100,
        f"python/ecx-{DIGEST}.pack": PACK,
    }
    for name, body in contents.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return made


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    arguments = ("--site", str(folder), "--class", "--host", "127.0.0.1")
    with serving(*arguments, command=COMMAND) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "status", "title"),
    [
        ("/", 200, "Index"),
        ("/explorer", 200, "Explorer"),
        ("/explorer.html?cycle=2016", 200, "Explorer"),
        ("/senate", 404, "Nothing here"),
        ("/../secret", 404, "Nothing here"),
    ],
)
def test_pages_have_the_addresses_of_a_server_with_kernels(
    site: str, path: str, status: int, title: str
) -> None:
    answer, body = fetch(site, path)
    assert (answer.status, answer.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert f"<title>{title}</title>".encode() in body


@pytest.mark.parametrize(
    ("path", "media"),
    [
        (f"/static/{DIGEST}/page.mjs", "text/javascript; charset=utf-8"),
        (f"/static/{DIGEST}/page.css", "text/css; charset=utf-8"),
        (f"/python/{DIGEST}/some.wasm", "application/wasm"),
        (f"/python/ecx-{DIGEST}.pack", "application/octet-stream"),
    ],
)
def test_files_are_typed_packed_and_kept_for_ever(
    site: str, folder: Path, path: str, media: str
) -> None:
    answer, body = fetch(site, path, Accept_Encoding="gzip")
    assert answer.headers["Content-Type"] == media
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == (folder / path[1:]).read_bytes()
    again, nothing = fetch(site, path, If_None_Match=answer.headers["ETag"])
    assert (again.status, nothing) == (304, b"")


def test_pages_are_asked_for_again_and_know_the_address_of_the_class(site: str) -> None:
    answer, body = fetch(site, "/explorer", "GET")
    assert answer.headers["Cache-Control"] == "no-cache"
    port = site.rpartition(":")[2]
    assert f'<meta name="ecx-address" content="http://192.168.1.23:{port}/">'.encode() in body
    shown = fetch(site, "/class")[1].decode()
    assert f"http://</span>192.168.1.23:{port}<" in shown
    assert f'href="static/{DIGEST}/page.css"' in shown


def test_a_whole_school_is_served_at_once(site: str) -> None:
    with ThreadPoolExecutor(SCHOOL) as school:
        answers = [school.submit(fetch, site, f"/python/ecx-{DIGEST}.pack") for _ in range(SCHOOL)]
    assert [answer.result()[1] for answer in answers] == [PACK] * SCHOOL


def test_without_a_site_it_says_how_to_make_one(tmp_path: Path) -> None:
    ended = run("--site", str(tmp_path), "--no-browser")
    assert ended.returncode == 1
    assert ended.stderr == (
        f"ecx: There is no site in {tmp_path}. Run make site, or name its folder\n"
    )
