"""Check every websocket frame from a page before the kernel receives it.

A frame that no page of ecx would send never reaches a library: the deserialiser of jupyter_server
trusts the numbers in a frame, and eight bytes are enough to keep it busy for ever.

The two forms of a message are those of Jupyter's websockets: one JSON text, and the binary form
``v1.kernel.websocket.jupyter.org``. See
https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

BINARY: Final = "v1.kernel.websocket.jupyter.org"
"""The name of the binary form, as a page asks for it when it connects."""

AT_MOST: Final = 1_000_000
"""Bytes of the largest message: a pasted table of every place in a country is a tenth of it."""

PARTS: Final = range(5, 65)
"""How many parts a message may have: channel, four JSON objects, and buffers."""

OPENED: Final = "jupyter.widget.control"
"""The one conversation a page opens: it asks for the widgets that are there."""

ALLOWED: Final = frozenset(
    {"comm_close", "comm_info_request", "comm_msg", "comm_open", "kernel_info_request"}
)
"""The types of messages that a page sends."""

UNREADABLE: Final = 1007
"""The code to close a websocket with whose message is not in its form (RFC 6455, 7.4.1)."""

WRONG_KIND: Final = 1003
"""The code for text where bytes belong, and for bytes where text belongs."""

TOO_MUCH: Final = 1008
"""The code for a page that asks for more than a page needs."""

_WORD: Final = 8
_CHANNEL: Final = "shell"


class RefusedFrameError(Exception):
    """A frame is not a message that a page may send.

    Parameters
    ----------
    code : int
        The code to close the websocket with.
    reason : str
        What is wrong, in fewer than 120 characters.
    """

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


@dataclass(frozen=True, slots=True)
class Message:
    """The parts of a message that the server needs.

    Attributes
    ----------
    id : str
        Chosen by the page; the kernel's answers name it.
    type : str
        ``"comm_msg"``.
    size : int
        Bytes of the frame it came in.
    opens : bool
        Whether it opens a conversation.
    allowed : bool
        Whether pages send such messages; others are dropped.
    """

    id: str
    type: str
    size: int
    opens: bool
    allowed: bool


def read_frame(frame: bytes | str, *, binary: bool) -> Message:
    """Read a frame from a page, and check all of it.

    Parameters
    ----------
    frame : bytes or str
        One websocket frame, bytes or text as it came.
    binary : bool
        Whether the page asked for the binary form when it connected.

    Returns
    -------
    Message
        What it is.

    Raises
    ------
    RefusedFrameError
        If the frame is not one message in the form that was agreed on.

    Examples
    --------
    >>> read_frame((2**62).to_bytes(8, "little"), binary=True)
    Traceback (most recent call last):
        ...
    ecx.serve.messages.RefusedFrameError: a message has 5 to 64 parts
    """
    if isinstance(frame, bytes) != binary:
        raise RefusedFrameError(WRONG_KIND, f"this page speaks {'bytes' if binary else 'text'}")
    if len(frame) > AT_MOST:
        raise RefusedFrameError(1009, f"a message has at most {AT_MOST} bytes")
    read = _of_bytes(frame) if isinstance(frame, bytes) else _of_text(frame)
    channel, header, read_content = read
    kind, name = header.get("msg_type"), header.get("msg_id")
    if not isinstance(kind, str) or not isinstance(name, str) or not name:
        raise RefusedFrameError(UNREADABLE, "a header names msg_type and msg_id")
    if channel != _CHANNEL or kind not in ALLOWED:
        return Message(name, kind, len(frame), opens=False, allowed=False)
    content = read_content()
    opens = kind == "comm_open"
    return Message(name, kind, len(frame), opens, allowed=_is_in_order(kind, content))


def _is_in_order(kind: str, content: dict[str, Any]) -> bool:
    """Tell whether the kernel can use a message's content."""
    if not kind.startswith("comm_") or kind == "comm_info_request":
        return True
    name = content.get("comm_id")
    if not isinstance(name, str) or not isinstance(content.get("data", {}), dict):
        return False
    return kind != "comm_open" or content.get("target_name") == OPENED


_Read = tuple[str, dict[str, Any], Callable[[], dict[str, Any]]]
"""The channel of a message, its header, and what reads the rest: that can be long."""


def _of_bytes(frame: bytes) -> _Read:
    channel, header, *others = _cut(frame)

    def read_content() -> dict[str, Any]:
        return [_object(part) for part in others[:3]][-1]

    return _text(channel), _object(header), read_content


def _of_text(frame: str) -> _Read:
    whole = _object(frame)
    parts = [whole.get(key) for key in ("header", "parent_header", "metadata", "content")]
    header, *_, content = parts
    if not all(isinstance(part, dict) for part in parts):
        raise RefusedFrameError(UNREADABLE, "a message has four objects")
    if whole.get("buffers") or not isinstance(whole.get("channel"), str):
        raise RefusedFrameError(UNREADABLE, "a text message names its channel and has no buffers")
    return whole["channel"], header or {}, lambda: content or {}


def _cut(frame: bytes) -> Sequence[bytes]:
    """Split a binary message into its parts: channel, four JSON objects, buffers.

    It starts with 64-bit numbers in little-endian order: how many offsets follow, then the
    offset of each part and of the end.
    """
    offsets = int.from_bytes(frame[:_WORD], "little")
    if len(frame) < _WORD or offsets - 1 not in PARTS:
        raise RefusedFrameError(UNREADABLE, f"a message has {PARTS[0]} to {PARTS[-1]} parts")
    head = _WORD * (offsets + 1)
    places = [
        int.from_bytes(frame[start : start + _WORD], "little")
        for start in range(_WORD, head, _WORD)
    ]
    if places[0] != head or places[-1] != len(frame) or places != sorted(places):
        raise RefusedFrameError(UNREADABLE, "the parts of a message follow each other to its end")
    return [frame[start:end] for start, end in pairwise(places)]


def _text(part: bytes) -> str:
    try:
        return part.decode()
    except UnicodeDecodeError as error:
        raise RefusedFrameError(UNREADABLE, "a part is not UTF-8") from error


def _object(part: bytes | str) -> dict[str, Any]:
    text = part if isinstance(part, str) else _text(part)
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedFrameError(UNREADABLE, "a part is not JSON") from error
    if not isinstance(value, dict):
        raise RefusedFrameError(UNREADABLE, "a part is not a JSON object")
    return value
