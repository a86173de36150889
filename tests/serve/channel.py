"""A page as the server sees it: the kernel's id from the HTML, and a websocket to it."""

import json
import re
import signal
from contextlib import AbstractContextManager
from itertools import count
from typing import Any

from serving import PATIENCE, fetch, process_of, read, server_of
from websockets.sync.client import ClientConnection, connect

_numbers = count(1)


def visit(address: str) -> str:
    """Fetch a page; the id of its kernel."""
    found = re.search(r'id="sheet-kernel" value="([\w-]+)"', read(address))
    assert found, "the page does not name its kernel"
    return found[1]


def open_channel(
    address: str,
    kernel: str,
    session: str = "test",
    **options: Any,  # noqa: ANN401  # passed on unread
) -> AbstractContextManager[ClientConnection]:
    """Connect to a kernel as a page does, in Jupyter's older form of plain JSON."""
    return connect(
        f"{address.replace('http', 'ws')}/api/kernels/{kernel}/channels?session_id={session}",
        open_timeout=PATIENCE,
        **options,
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
    parts = {"header": header, "parent_header": {}, "metadata": {}, "content": content}
    socket.send(json.dumps({"channel": "shell", "buffers": [], **parts}))
    return message


def answers(socket: ClientConnection, last: str) -> list[dict[str, Any]]:
    """Receive until the kernel has replied to a request and is done with it.

    The reply and the news of being idle come over two channels, in either order.
    """
    received: list[dict[str, Any]] = []
    replied = idle = False
    while not (replied and idle):
        message = json.loads(socket.recv(timeout=PATIENCE))
        received.append(message)
        if message["parent_header"].get("msg_id") == last:
            replied |= message["channel"] == "shell"
            idle |= message["content"].get("execution_state") == "idle"
    return received


def pass_a_night(kernel: str) -> None:
    """Let the server of a kernel look for pages that are gone or forgotten, a night later."""
    server_of(process_of(kernel)).send_signal(signal.SIGUSR1)


def lives(address: str, kernel: str) -> bool:
    """Whether a kernel still runs."""
    answer, _ = fetch(address, f"/api/kernels/{kernel}/pulse")
    assert answer.status in {204, 410}
    return answer.status == 204
