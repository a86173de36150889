"""How many may come, and what is no visit at all: a machine cannot be filled with kernels."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from serve.channel import answers, ask, lives, open_channel, visit
from serving import PATIENCE, fetch, kernels_of, process_of, server_of, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AT_MOST = 2
READY = 1

NO_VISITS = {
    "an image": {"Sec_Fetch_Dest": "image", "Sec_Fetch_Site": "cross-site"},
    "a script": {"Sec_Fetch_Dest": "script", "Sec_Fetch_Site": "same-origin"},
    "what a script fetches": {"Sec_Fetch_Dest": "empty", "Sec_Fetch_Site": "same-origin"},
    "a frame of another site": {"Sec_Fetch_Dest": "iframe", "Sec_Fetch_Site": "cross-site"},
    "a page fetched in case": {"Sec_Fetch_Dest": "document", "Sec_Purpose": "prefetch;prerender"},
}
VISITS = {
    "a page": {"Sec_Fetch_Dest": "document", "Sec_Fetch_Site": "cross-site"},
    "a frame of the same site": {"Sec_Fetch_Dest": "iframe", "Sec_Fetch_Site": "same-origin"},
}


@pytest.fixture
def small_server(notebook: Path) -> Iterator[str]:
    with serving("--pool", str(READY), "--at-most", str(AT_MOST), str(notebook)) as address:
        yield address


def test_of_twelve_who_come_at_once_as_many_get_a_kernel_as_may(small_server: str) -> None:
    with ThreadPoolExecutor(12) as crowd:
        answers = list(crowd.map(lambda _: fetch(small_server, "/"), range(12)))
    assert sorted(answer.status for answer, _ in answers) == AT_MOST * [200] + 10 * [503]


def test_whoever_finds_the_class_full_is_told_when_to_try_again(small_server: str) -> None:
    kernels = [visit(small_server) for _ in range(AT_MOST)]
    answer, page = fetch(small_server, "/?cycle=2016")
    assert answer.status == 503
    assert answer.headers["Retry-After"] == "60"
    assert b"<h1>The class is full. Try again in a minute.</h1>" in page
    assert b'<a href="">Try again</a>' in page
    assert "default-src 'self';" in answer.headers["Content-Security-Policy"]
    server = server_of(process_of(kernels[0]))
    assert len(kernels_of(server)) <= AT_MOST + READY


def test_a_page_that_is_left_makes_room_for_another(small_server: str) -> None:
    kernels = [visit(small_server) for _ in range(AT_MOST)]
    process = process_of(kernels[0])
    with open_channel(small_server, kernels[0]) as socket:
        socket.close(1001)
    process.wait(PATIENCE)
    # The server notes the end of a process a moment after it.
    assert not all(lives(small_server, kernels[0]) for _ in range(1000))
    assert visit(small_server) not in kernels


def test_pages_that_nobody_came_for_make_room_for_those_who_come(small_server: str) -> None:
    kernels = [visit(small_server) for _ in range(AT_MOST)]
    processes = [process_of(kernel) for kernel in kernels]
    # They never connect: a moment later, whoever comes takes the place of the first one.
    while fetch(small_server, "/")[0].status == 503:
        assert processes[0].is_running()
    processes[0].wait(PATIENCE)


def test_one_address_has_no_more_pages_than_it_may(notebook: Path) -> None:
    with (
        serving("--pool", "1", "--per-address", "2", str(notebook)) as address,
        open_channel(address, visit(address)) as one,
        open_channel(address, visit(address)),
    ):
        answer, page = fetch(address, "/")
        assert answer.status == 429
        assert b"You have too many pages open here. Close one and try again." in page
        assert b'<a href="">Try again</a>' in page
        one.close(1001)
        assert any(fetch(address, "/")[0].status == 200 for _ in range(10_000))


def test_a_kernel_that_died_while_it_waited_is_not_handed_out(notebook: Path) -> None:
    with serving("--pool", "2", str(notebook)) as address:
        program = server_of(process_of(visit(address)))
        for process in kernels_of(program):
            process.kill()
        kernel = visit(address)
        with open_channel(address, kernel) as socket:
            assert answers(socket, ask(socket, "kernel_info_request"))


def test_a_visitor_who_leaves_while_the_page_is_built_leaves_no_kernel(notebook: Path) -> None:
    with serving("--pool", "0", "--at-most", "1", str(notebook)) as address:
        where = urlsplit(address)
        with socket.create_connection((where.hostname or "", where.port or 0)) as visitor:
            visitor.sendall(f"GET / HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n".encode())
        assert any(fetch(address, "/")[0].status == 200 for _ in range(1000))


@pytest.mark.parametrize("case", VISITS)
def test_a_page_that_somebody_opens_is_sent(server: str, case: str) -> None:
    assert fetch(server, "/", **VISITS[case])[0].status == 200


def test_a_page_that_nobody_opens_gets_no_kernel(small_server: str) -> None:
    for headers in NO_VISITS.values():
        answer, page = fetch(small_server, "/", **headers)
        assert answer.status == 403
        assert b"This address is closed to visitors." in page
    assert fetch(small_server, "/", "HEAD")[0].status == 200
    # None of them has taken a place. All come at once: one who waits long makes room.
    with ThreadPoolExecutor(AT_MOST + 1) as crowd:
        answers = list(crowd.map(lambda _: fetch(small_server, "/"), range(AT_MOST + 1)))
    assert sorted(answer.status for answer, _ in answers) == [*AT_MOST * [200], 503]


@pytest.mark.browser
def test_another_site_cannot_make_a_browser_start_kernels(
    browser: "Browser", small_server: str
) -> None:
    page = browser.new_context().new_page()
    for number in range(AT_MOST):
        for element in ('<img src="{}/?{}">', '<iframe src="{}/?{}"></iframe>'):
            with page.expect_event("requestfailed"):
                page.set_content(element.format(small_server, number))
    page.context.close()
    for _ in range(AT_MOST):
        visit(small_server)
