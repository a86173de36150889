"""A websocket that says whatever it is told, right or wrong."""

import base64
import json
import os
import socket
import struct
import time
from contextlib import suppress
from itertools import count
from typing import Any, Final

from attack.target import ATTACKER, Target, until

V1: Final = "v1.kernel.websocket.jupyter.org"
LEGACY: Final = ""

CONTINUED, TEXT, BINARY, CLOSE, PING, PONG = 0, 1, 2, 8, 9, 10

GONE: Final = 1006
"""What a connection that ends without a word is said to have ended with."""

PATIENCE: Final = 5.0
"""Seconds after which a server that does not answer is taken to be stopped."""

_numbers = count(1)


class HandshakeRefusedError(Exception):
    """The server did not open the websocket; the message is its first line."""


def encode(channel: str | bytes, *parts: object) -> bytes:
    """Write a message in the binary form that pages speak.

    Parameters
    ----------
    channel : str or bytes
        ``"shell"``.
    *parts
        Header, parent header, metadata, content, then buffers; bytes as they are, others as JSON.
    """
    pieces = [_bytes(channel) if isinstance(channel, str) else channel, *map(_bytes, parts)]
    offset = 8 * (len(pieces) + 2)
    words = [len(pieces) + 1, offset]
    for piece in pieces:
        offset += len(piece)
        words.append(offset)
    return struct.pack(f"<{len(words)}Q", *words) + b"".join(pieces)


def _bytes(part: object) -> bytes:
    if isinstance(part, bytes):
        return part
    return part.encode() if isinstance(part, str) else json.dumps(part).encode()


def header(kind: object, session: str = "attack", **more: object) -> dict[str, Any]:
    """Give the header of a new message."""
    number = f"{session}-{next(_numbers)}"
    told = {"msg_id": number, "msg_type": kind, "session": session, "username": ""}
    return {**told, "version": "5.3", **more}


def request(kind: str, **content: object) -> bytes:
    """Write a request to the kernel, as a page does."""
    return encode("shell", header(kind), {}, {}, content)


def frame(  # noqa: PLR0913  # each is a field of a frame
    opcode: int,
    payload: bytes,
    *,
    final: bool = True,
    reserved: int = 0,
    masked: bool = True,
    claimed: int | None = None,
) -> bytes:
    """Write a websocket frame.

    Parameters
    ----------
    opcode : int
        Kind of frame, 0 to 15.
    payload : bytes
        What it carries. The mask is zero, which leaves it as it is.
    final : bool
        Whether the message ends with it.
    reserved : int
        The three reserved bits; 4 says that the message is compressed.
    masked : bool
        Whether it is masked, as a client's must be.
    claimed : int, optional
        The length it claims, if not that of `payload`.
    """
    length = len(payload) if claimed is None else claimed
    first = final << 7 | reserved << 4 | opcode
    mask = masked << 7
    short, middle = 126, 65_536
    if length < short:
        head = struct.pack("!BB", first, mask | length)
    elif length < middle:
        head = struct.pack("!BBH", first, mask | 126, length)
    else:
        head = struct.pack("!BBQ", first, mask | 127, length)
    return head + (bytes(4) if masked else b"") + payload


def upgrade(target: Target, kernel: str, protocol: str, session: str, **more: str) -> bytes:
    """Write the request that opens a websocket to a kernel."""
    lines = {
        "Host": target.host,
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode(),
        "Sec-WebSocket-Version": "13",
        **({"Sec-WebSocket-Protocol": protocol} if protocol else {}),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    path = f"/api/kernels/{kernel}/channels?session_id={session}"
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    return f"GET {path} HTTP/1.1\r\n{head}\r\n".encode()


class Channel:
    """One websocket to a kernel, without any care for the rules.

    Parameters
    ----------
    target : Target
        The server.
    kernel : str
        The kernel's id.
    protocol : str
        `V1` or `LEGACY`.
    session : str
        The name of the session.
    room : int, optional
        Bytes of answers that the system keeps for a client that does not read.
    **more
        Further headers of the handshake, with underscores for hyphens.

    Raises
    ------
    HandshakeRefusedError
        If the server does not open it.
    """

    def __init__(
        self,
        target: Target,
        kernel: str,
        protocol: str = V1,
        session: str = "attack",
        room: int | None = None,
        **more: str,
    ) -> None:
        self.socket = target.connect(ATTACKER, room=room)
        self._buffer = b""
        self._code: int | None = None
        self.socket.sendall(upgrade(target, kernel, protocol, session, **more))
        try:
            while b"\r\n\r\n" not in self._buffer:
                self._more()
        except OSError as error:
            self.socket.close()
            raise HandshakeRefusedError(type(error).__name__) from error
        self.answer, self._buffer = self._buffer.split(b"\r\n\r\n", 1)
        if b" 101 " not in self.answer.split(b"\r\n", 1)[0]:
            self.socket.close()
            raise HandshakeRefusedError(self.answer.split(b"\r\n", 1)[0].decode())

    def _more(self) -> None:
        piece = self.socket.recv(1 << 20)
        if not piece:
            raise ConnectionResetError
        self._buffer += piece

    def raw(self, data: bytes) -> bool:
        """Send bytes as they are; tell whether the server was there to take them."""
        try:
            self.socket.sendall(data)
        except OSError:
            return False
        return True

    def send(self, payload: bytes | str) -> bool:
        """Send one message: text as text, bytes as bytes."""
        text = isinstance(payload, str)
        data = payload.encode() if isinstance(payload, str) else payload
        return self.raw(frame(TEXT if text else BINARY, data))

    def receive(self) -> tuple[int, bytes]:
        """Receive one frame: its kind, and what it carries.

        Raises
        ------
        OSError
            If the connection is gone, or nothing came in time.
        """
        while (parsed := self._parse()) is None:
            self._more()
        return parsed

    def _parse(self) -> tuple[int, bytes] | None:
        data = self._buffer
        start = {126: 4, 127: 10}.get(data[1] & 127, 2) if len(data) > 1 else 2
        if len(data) < start:
            return None
        length = int.from_bytes(data[2:start]) if start > 2 else data[1] & 127  # noqa: PLR2004
        if len(data) < start + length:
            return None
        self._buffer = data[start + length :]
        kind, payload = data[0] & 15, data[start : start + length]
        if kind == CLOSE:
            self._code = int.from_bytes(payload[:2]) if payload else 1005
        return kind, payload

    def ended(self, patience: float = PATIENCE) -> int | None:
        """Receive until the connection ends; the code it ends with, or None if it does not."""
        deadline = time.monotonic() + patience
        try:
            while self._code is None and (left := deadline - time.monotonic()) > 0:
                self.socket.settimeout(left)
                self.receive()
        except TimeoutError:
            return None
        except OSError:
            self._code = GONE
        return self._code

    def heard(self, patience: float = PATIENCE) -> bool:
        """Whether the server has read all that was sent before, and keeps the connection."""
        token = next(_numbers).to_bytes(8)
        if not self.raw(frame(PING, token)):
            return False
        self.socket.settimeout(patience)
        try:
            while self._code is None:
                if self.receive() == (PONG, token):
                    return True
        except OSError:
            pass
        return False

    def kernel_answers(self, patience: float = PATIENCE) -> bool:
        """Whether the kernel behind a channel of the binary form answers a request."""
        asked = header("kernel_info_request")
        if not self.send(encode("shell", asked, {}, {}, {})):
            return False
        wanted = asked["msg_id"].encode()
        deadline = time.monotonic() + patience
        try:
            while self._code is None and (left := deadline - time.monotonic()) > 0:
                self.socket.settimeout(left)
                _, payload = self.receive()
                if wanted in payload and b"kernel_info_reply" in payload:
                    return True
        except OSError:
            pass
        return False

    def shut(self) -> None:
        """End the connection while another thread may be reading from it."""
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)

    def drop(self) -> None:
        """Cut the connection without a word."""
        self.socket.close()

    def leave(self) -> None:
        """Close the connection as a browser does that leaves the page."""
        if self.raw(frame(CLOSE, struct.pack("!H", 1001))):
            self.ended(1.0)
        self.socket.close()


def open_again(target: Target, kernel: str, protocol: str = V1, session: str = "attack") -> Channel:
    """Open a websocket where another one was a moment ago, as soon as the server has noticed.

    Raises
    ------
    HandshakeRefusedError
        If it stays closed.
    """
    opened: list[Channel] = []

    def is_open() -> bool:
        with suppress(HandshakeRefusedError):
            opened.append(Channel(target, kernel, protocol, session))
        return bool(opened)

    until(is_open, 2, 0.05)
    return opened[0] if opened else Channel(target, kernel, protocol, session)


def abandon(target: Target, kernel: str, after: float | None = None) -> None:
    """Ask for a websocket, and be gone before it opens.

    Parameters
    ----------
    target : Target
        The server.
    kernel : str
        The kernel's id.
    after : float, optional
        Seconds until the connection is cut; without them, it is closed at once, and in order.
    """
    with target.connect(ATTACKER) as raw:
        raw.sendall(upgrade(target, kernel, V1, "attack"))
        if after is not None:
            time.sleep(after)  # how long the page is there before it is cut off: what is tried
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
