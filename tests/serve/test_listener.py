"""Connections: who says nothing, too much, or nothing a browser would say, makes room."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from serve.channel import visit
from serving import PATIENCE, fetch, limited, process_of, server_of, serving

IDLE = 260


def connected(address: str) -> socket.socket:
    where = urlsplit(address)
    return socket.create_connection((where.hostname or "", where.port or 0), PATIENCE)


def heard(visitor: socket.socket) -> bytes:
    """Read to the end."""
    parts = []
    while part := visitor.recv(65_536):
        parts.append(part)
    return b"".join(parts)


@pytest.fixture(scope="module")
def narrow_server(notebook: Path) -> Iterator[str]:
    with serving("--pool", "1", str(notebook), command=limited(256, 256)) as address:
        yield address


@pytest.mark.parametrize("start", [b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "])
def test_silent_connections_make_room_for_visitors(
    narrow_server: str, start: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    with ExitStack() as stack:
        for _ in range(IDLE):
            visitor = stack.enter_context(closing(connected(narrow_server)))
            visitor.sendall(start)
        kernel = visit(narrow_server)
        # The first of them was closed for it; the last may still say something.
        assert process_of(kernel).is_running()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("size", [70_000, 127_000])
def test_a_long_address_is_read(server: str, size: int) -> None:
    assert fetch(server, f"/?call={'x' * size}")[0].status == 200


@pytest.mark.parametrize("size", [128_000, 250_000])
def test_an_address_that_is_too_long_is_refused_in_words(server: str, size: int) -> None:
    answer, page = fetch(server, f"/?call={'x' * size}")
    assert answer.status == 414
    assert "<h1>We can’t read this link. It is too long." in page.decode()


@pytest.mark.parametrize(
    "body", [b"Content-Length: 99000000\r\n\r\n", b"Transfer-Encoding: chunked\r\n\r\n"]
)
def test_a_body_is_refused_in_words_before_it_comes(server: str, body: bytes) -> None:
    with closing(connected(server)) as visitor:
        visitor.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + body)
        answer = heard(visitor)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"<h1>Nothing can be sent to this address.</h1>" in answer


def test_a_visitor_who_sends_it_all_the_same_hears_the_words(server: str) -> None:
    with closing(connected(server)) as visitor:
        visitor.sendall(b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500000\r\n\r\n")
        visitor.sendall(bytes(500_000))
        assert heard(visitor).startswith(b"HTTP/1.1 413 ")


def test_a_head_without_end_is_cut_off(server: str) -> None:
    head = b"GET / HTTP/1.1\r\n" + 10_000 * (b"X: " + 1_000 * b"x" + b"\r\n")
    with closing(connected(server)) as visitor, pytest.raises(ConnectionError):
        visitor.sendall(head)


def test_a_thousand_requests_that_are_broken_off_leave_nothing(server: str) -> None:
    kernel = visit(server)
    program = server_of(process_of(kernel))
    fetch(server, "/nothing")
    before = program.num_fds()
    for _ in range(1_000):
        with closing(connected(server)) as visitor:
            visitor.sendall(b"GET /nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    # The last of them are noticed a moment later; a kernel for the next visitor may come meanwhile.
    few = before + 20
    assert any(fetch(server, "/nothing") and program.num_fds() < few for _ in range(1_000))
