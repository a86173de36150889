"""A page as the server sees it: the kernel's id from the HTML, and a websocket to it."""

import json
import re
import signal
import struct
from contextlib import AbstractContextManager
from itertools import count, pairwise
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from ecx.serve.messages import BINARY
from serving import PATIENCE, fetch, process_of, read, server_of

_numbers = count(1)


def visit(address: str) -> str:
    """Fetch a page; the id of its kernel."""
    return kernel_of(read(address))


def kernel_of(page: str) -> str:
    """Find the id of the kernel in the text of its page."""
    found = re.search(r'id="sheet-kernel" value="([\w-]+)"', page)
    assert found, "the page does not name its kernel"
    return found[1]


def open_channel(
    address: str,
    kernel: str,
    session: str = "test",
    **options: Any,  # noqa: ANN401  # passed on unread
) -> AbstractContextManager[ClientConnection]:
    """Connect to a kernel as a page does."""
    return connect(
        f"{address.replace('http', 'ws')}/api/kernels/{kernel}/channels?session_id={session}",
        open_timeout=PATIENCE,
        **{"subprotocols": [BINARY], "max_size": None} | options,
    )


def ask(socket: ClientConnection, kind: str, **content: object) -> str:
    """Send a message; its id."""
    message = f"{kind}-{next(_numbers)}"
    header = {
        "msg_id": message,
        "msg_type": kind,
        "session": "test",
        "username": "",
        "version": "5.3",
    }
    socket.send(written("shell", header, content))
    return message


def written(
    channel: str, header: object, content: object, buffers: tuple[bytes, ...] = ()
) -> bytes:
    """Write a message in the binary form, as wire.js does."""
    objects: tuple[object, ...] = (header, {}, {"version": "1.0.0"}, content)
    parts = [channel.encode(), *(json.dumps(part).encode() for part in objects), *buffers]
    places = [8 * (len(parts) + 2)]
    for part in parts:
        places.append(places[-1] + len(part))
    return struct.pack(f"<{len(places) + 1}Q", len(places), *places) + b"".join(parts)


def understood(frame: str | bytes) -> dict[str, Any]:
    """Read a message in the binary form."""
    if not isinstance(frame, bytes):
        raise TypeError(f"a message in text; the binary form was agreed on: {frame[:80]}")
    (count,) = struct.unpack_from("<Q", frame)
    places = struct.unpack_from(f"<{count}Q", frame, 8)
    channel, *parts = [frame[start:end] for start, end in pairwise(places)]
    names = ("header", "parent_header", "metadata", "content")
    message: dict[str, Any] = dict(zip(names, map(json.loads, parts[:4]), strict=True))
    return message | {"channel": channel.decode(), "msg_type": message["header"]["msg_type"]}


def answers(socket: ClientConnection, last: str) -> list[dict[str, Any]]:
    """Receive until the kernel has replied to a request and is done with it.

    The reply and the news of being idle come over two channels, in either order.
    """
    received: list[dict[str, Any]] = []
    replied = idle = False
    while not (replied and idle):
        message = understood(socket.recv(timeout=PATIENCE))
        received.append(message)
        if message["parent_header"].get("msg_id") == last:
            replied |= message["channel"] == "shell"
            idle |= message["content"].get("execution_state") == "idle"
    return received


def closed_by(socket: ClientConnection) -> int:
    """Receive to the end; the code that the server closes with."""
    try:
        while True:
            socket.recv(timeout=PATIENCE)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 0


def open_control(socket: ClientConnection) -> str:
    """Open the conversation in which a page asks for its widgets; its name."""
    name = f"control-{next(_numbers)}"
    ask(socket, "comm_open", comm_id=name, target_name="jupyter.widget.control", data={})
    return name


def widgets_of(socket: ClientConnection) -> dict[str, dict[str, Any]]:
    """Ask for the widgets of a page: the state of each, by its id."""
    control = open_control(socket)
    ask(socket, "comm_msg", comm_id=control, data={"method": "request_states"})
    states: dict[str, dict[str, Any]] = {}
    for answer in answers(socket, ask(socket, "kernel_info_request")):
        for name, about in answer["content"].get("data", {}).get("states", {}).items():
            states[name] = about["state"]
    return states


def pass_a_night(kernel: str) -> None:
    """Let the server of a kernel look for pages that are gone or forgotten, a night later."""
    server_of(process_of(kernel)).send_signal(signal.SIGUSR1)


def lives(address: str, kernel: str) -> bool:
    """Whether a kernel still runs."""
    answer, _ = fetch(address, f"/api/kernels/{kernel}/pulse")
    assert answer.status in {204, 410}
    return answer.status == 204
