"""A websocket cannot stop the server, whatever it sends, and whatever it does not read."""

import contextlib
import random
import socket as sockets
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from ecx.serve.messages import AT_MOST, BINARY
from serve.channel import (
    answers,
    ask,
    closed_by,
    lives,
    open_channel,
    open_control,
    visit,
    widgets_of,
)
from serving import PATIENCE, fetch, process_of, server_of, serving

MANY = 80

NOISE = random.Random(1).randbytes(300_000)  # noqa: S311  # no secret
"""What cannot be compressed to nothing."""

HANDSHAKE = (
    "GET /api/kernels/{kernel}/channels?session_id=gone HTTP/1.1\r\n"
    "Host: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)

HOSTILE: dict[str, tuple[str | bytes, str | None, int]] = {
    "a number of parts beyond all memory": ((2**62).to_bytes(8, "little"), BINARY, 1007),
    "a thousand random bytes": (NOISE[:1000], BINARY, 1007),
    "nothing": (b"", BINARY, 1007),
    "text where bytes belong": ("{}", BINARY, 1003),
    "bytes where text belongs": (struct.pack("!i", 2**31 - 1), None, 1003),
    "text that is not JSON": ("{" * 1000, None, 1007),
    "JSON deeper than Python reads": ("[" * 500_000, None, 1007),
    "more than a message may have": (bytes(AT_MOST + 1), BINARY, 1009),
}


@pytest.fixture(scope="module")
def kernel(server: str) -> str:
    return visit(server)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_frame_that_is_no_message_ends_its_own_websocket_alone(
    server: str, kernel: str, case: str
) -> None:
    frame, form, code = HOSTILE[case]
    with open_channel(server, kernel, subprotocols=form and [form]) as socket:
        socket.send(frame)
        assert fetch(server, "/nothing")[0].status == 404
        assert closed_by(socket) == code
    with open_channel(server, kernel) as socket:
        assert answers(socket, ask(socket, "kernel_info_request"))


def test_nothing_is_read_after_a_frame_that_is_no_message(server: str, kernel: str) -> None:
    program = server_of(process_of(kernel))
    before = program.memory_info().rss
    with open_channel(server, kernel) as socket:
        socket.send(b"")
        # In the older form, the first bytes of this would be a hundred million parts.
        with contextlib.suppress(ConnectionClosed):
            for _ in range(20):
                ask(socket, "kernel_info_request")
        assert closed_by(socket) == 1007
    assert fetch(server, "/nothing")[0].status == 404
    assert program.memory_info().rss - before < 100_000_000


def test_a_page_cannot_open_conversations_without_end(server: str, kernel: str) -> None:
    with open_channel(server, kernel) as socket:
        for number in range(100):
            ask(socket, "comm_open", comm_id=f"{number}", target_name="jupyter.widget.control")
        assert closed_by(socket) == 1008


def test_a_kernel_has_no_more_websockets_than_its_page_needs(server: str, kernel: str) -> None:
    with (
        open_channel(server, kernel, "one"),
        open_channel(server, kernel, "two"),
        pytest.raises(InvalidStatus, match="503"),
        open_channel(server, kernel, "three"),
    ):
        pass
    with open_channel(server, kernel, "three") as socket:
        assert answers(socket, ask(socket, "kernel_info_request"))


def test_a_thousand_questions_at_once_are_all_answered(server: str, kernel: str) -> None:
    with open_channel(server, kernel) as socket:
        for _ in range(2_000):
            last = ask(socket, "comm_info_request", target_name="none")
        replies = [answer for answer in answers(socket, last) if answer["channel"] == "shell"]
    assert len(replies) == 2_000


def test_a_page_that_does_not_read_is_given_up(server: str) -> None:
    kernel = visit(server)
    process = process_of(kernel)
    with open_channel(server, kernel, close_timeout=1) as socket:
        counter = next(name for name, state in widgets_of(socket).items() if "clicks" in state)
        large = {"method": "update", "state": {"bytes": NOISE.hex()}, "buffer_paths": []}
        ask(socket, "comm_msg", comm_id=counter, data=large)
        control = open_control(socket)
        with contextlib.suppress(ConnectionClosed):
            for _ in range(MANY):  # each is answered with all of them, which nobody reads
                ask(socket, "comm_msg", comm_id=control, data={"method": "request_states"})
        process.wait(PATIENCE)


@pytest.fixture(scope="module")
def server_with_short_limits(notebook: Path) -> Iterator[str]:
    """Take kernels back within a second whose page is not connected."""
    command = (sys.executable, str(Path(__file__).with_name("command_with_short_limits.py")))
    with serving("--pool", "2", str(notebook), command=command) as address:
        yield address


def leave_during_handshake(address: str, kernel: str) -> None:
    """Ask for a websocket while the server is busy, and be gone when it answers."""
    server = server_of(process_of(kernel))
    where = urlsplit(address)
    server.suspend()
    try:
        with sockets.create_connection((where.hostname, where.port), PATIENCE) as visitor:
            visitor.sendall(HANDSHAKE.format(kernel=kernel, host=where.netloc).encode())
            # Closed with a reset: the server hears of it while it shakes hands.
            visitor.setsockopt(sockets.SOL_SOCKET, sockets.SO_LINGER, struct.pack("ii", 1, 0))
    finally:
        server.resume()


def test_a_visitor_who_leaves_during_the_handshake_leaves_nothing(
    server_with_short_limits: str,
) -> None:
    kernel = visit(server_with_short_limits)
    process = process_of(kernel)
    leave_during_handshake(server_with_short_limits, kernel)
    process.wait(PATIENCE)


def test_a_page_that_connects_after_such_a_handshake_keeps_its_kernel(
    server_with_short_limits: str,
) -> None:
    kernel = visit(server_with_short_limits)
    leave_during_handshake(server_with_short_limits, kernel)
    with open_channel(server_with_short_limits, kernel) as socket:
        answers(socket, ask(socket, "kernel_info_request"))
        # Another one that is not connected is taken back meanwhile.
        process_of(visit(server_with_short_limits)).wait(PATIENCE)
        process_of(visit(server_with_short_limits)).wait(PATIENCE)
        assert lives(server_with_short_limits, kernel)
        assert answers(socket, ask(socket, "kernel_info_request"))
