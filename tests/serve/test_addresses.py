"""What the server answers at which address, and with which headers."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from serve import trial
from serving import fetch, read, serving

REFUSED = [
    "/api/contents",
    "/api/kernels",
    "/api/kernelspecs",
    "/api/sessions",
    "/api/terminals",
    "/favicon.ico",
    "/files/trial.ipynb",
    "/login",
    "/nbextensions/anywidget/index.js",
    "/static",
    "/static/0/page.js",
    "/static/../../pyproject.toml",
    "/trial.ipynb",
    "/voila/api/contents",
    "/voila/api/shutdown/1-2-3-4-5",
    "/voila/files/trial.ipynb",
    "/voila/render/trial.ipynb",
    "/voila/static/voila.js",
    "/voila/templates/lab/static/voila.js",
    "/voila/tree",
]


@pytest.fixture(scope="module")
def page(server: str) -> str:
    return read(server)


@pytest.fixture(scope="module")
def assets(page: str) -> list[str]:
    return [f"/{path}" for path in sorted(set(re.findall(r"static/\w+/[\w.]+", page)))]


def test_the_page_is_the_notebook_without_its_source(page: str) -> None:
    assert "<title>A trial – Electoral College explorer</title>" in page
    assert '<meta name="ecx-page" content="trial">' in page
    assert "<h1" in page
    assert "anchor-link" not in page
    assert "widget-view+json" in page
    assert "import anywidget" not in page


def test_kernels_run_without_debugger_and_history(page: str) -> None:
    assert "unused: []" in page


def test_the_page_is_found_by_its_name_too(server: str) -> None:
    assert "<title>A trial – Electoral College explorer</title>" in read(
        f"{server}/trial?cycle=2016"
    )


def test_a_slash_too_many_leads_to_the_page(server: str) -> None:
    answer, _ = fetch(server, "/trial/?cycle=2016&call=PA:clinton-h")
    assert answer.status == 302
    assert answer.headers["Location"] == "../trial?cycle=2016&call=PA:clinton-h"


@pytest.mark.parametrize("path", REFUSED)
def test_every_other_address_is_refused_with_a_plain_page(server: str, path: str) -> None:
    answer, body = fetch(server, path)
    assert answer.status == 404
    assert b"There is no page at this address." in body


@pytest.mark.parametrize("path", ["/", "/trial", "/api/kernels", "/api/kernels/1-2-3-4-5/pulse"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_sent_to_it(server: str, path: str, method: str) -> None:
    assert fetch(server, path, method)[0].status in {403, 404, 405}


@pytest.mark.parametrize("path", ["/", "/nothing/here"])
def test_answers_allow_only_this_server_and_tell_nobody(server: str, path: str) -> None:
    answer, _ = fetch(server, path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self';" in policy
    assert "script-src 'self' blob:;" in policy
    assert "img-src 'self' data: blob:;" in policy  # pictures of the map are made in the browser
    assert "frame-ancestors 'self'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Set-Cookie"] is None


def test_no_file_of_the_page_names_another_host_to_load_from(
    server: str, page: str, assets: list[str]
) -> None:
    ours = [path for path in assets if not path.endswith("libraries.js")]
    texts = {path: read(server + path) for path in ours} | {"page": page}
    outside = re.compile(r"""(?:src|href|url|import|from|fetch)\W{1,4}(?:https?:)?//""")
    assert {path for path, text in texts.items() if outside.search(text)} == set()


def test_assets_are_compressed_and_may_be_kept_for_ever(server: str, assets: list[str]) -> None:
    assert {Path(path).name for path in assets} >= {
        "icon.svg",
        "libraries.js",
        "page.css",
        "page.js",
    }
    for path in assets:
        plain, body = fetch(server, path)
        packed, less = fetch(server, path, Accept_Encoding="gzip")
        assert plain.status == packed.status == 200
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(less) == body
        assert packed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        again, nothing = fetch(server, path, If_None_Match=packed.headers["ETag"])
        assert (again.status, nothing) == (304, b"")


def test_what_a_first_visit_loads_stays_small(server: str, assets: list[str]) -> None:
    total = sum(len(fetch(server, path, Accept_Encoding="gzip")[1]) for path in assets)
    assert total < 400_000


def test_pages_are_compressed_and_never_kept(server: str) -> None:
    answer, body = fetch(server, "/", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert b"<!doctype html>" in gzip.decompress(body)
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve three pages without a pool: each visit starts its kernel."""
    folder = tmp_path_factory.mktemp("several")
    pages = [
        trial.write(folder / "explorer.ipynb", trial.PROSE, trial.CELL),
        trial.write(folder / "atlas.ipynb", "# An atlas\n\nMaps & <more>."),
        trial.write(folder / "broken.ipynb", "# Broken", trial.FAILURE),
    ]
    with serving("--pool", "0", *map(str, pages)) as address:
        yield address


def test_a_page_works_without_a_pool(several: str) -> None:
    assert "widget-view+json" in read(f"{several}/explorer")


def test_a_cell_that_fails_says_so_without_its_traceback(several: str) -> None:
    page = read(f"{several}/broken")
    assert "There was an error" in page
    assert "the reason" not in page


def test_several_pages_are_listed_with_their_first_sentence(several: str) -> None:
    text = read(several)
    title = r'href="(\w+)">.*?door-title">([^<]*)<'
    first = re.findall(f'<a class="door-first" {title}', text, re.DOTALL)
    cards = re.findall(f'<a class="door-card" {title}.*?<span>([^<]*)<', text, re.DOTALL)
    assert first == [("explorer", "What if it works?")]
    assert cards == [
        ("atlas", "An atlas", "Maps &amp; &lt;more&gt;."),
        ("broken", "Broken", ""),
    ]


def test_a_link_that_lost_its_page_finds_the_explorer(several: str) -> None:
    answer, _ = fetch(several, "/?cycle=2016&call=PA:clinton-h")
    assert answer.status == 302
    assert answer.headers["Location"] == "explorer?cycle=2016&call=PA:clinton-h"
