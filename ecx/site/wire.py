"""Messages as they travel: the binary form that Jupyter's websockets have, which pages speak.

https://jupyter-server.readthedocs.io/en/latest/developers/websocket-protocols.html
"""

import json
import struct
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

_WORD: Final = struct.calcsize("<Q")


@dataclass(frozen=True, slots=True)
class WireMessage:
    """One message between a page and its Python.

    Attributes
    ----------
    channel : str
        ``"shell"`` for questions and their replies, ``"iopub"`` for all else.
    header, parent_header : dict of str to Any
        What it is, and what it answers; ``msg_type`` and ``msg_id`` are read.
    content : dict of str to Any
        What it says.
    metadata : dict of str to Any
        What is said of the content.
    buffers : sequence of bytes
        Binary parts.
    """

    channel: str
    header: dict[str, Any]
    parent_header: dict[str, Any]
    content: dict[str, Any]
    metadata: dict[str, Any] = field(default_factory=dict)
    buffers: tuple[bytes, ...] = ()


def written(message: WireMessage) -> bytes:
    """Write a message in bytes.

    Parameters
    ----------
    message : WireMessage
        The message; all but its buffers must be what JSON has.

    Returns
    -------
    bytes
        The number of offsets, the offsets of the parts and of the end, and the parts.

    Raises
    ------
    ValueError
        If a number in it is not finite.

    Examples
    --------
    >>> sent = WireMessage("iopub", {"msg_type": "status"}, {}, {"execution_state": "idle"})
    >>> understood(written(sent)) == sent
    True
    """
    dicts = (message.header, message.parent_header, message.metadata, message.content)
    parts = [message.channel.encode(), *map(_json, dicts), *map(bytes, message.buffers)]
    offset = _WORD * (len(parts) + 2)
    words = [len(parts) + 1]
    for part in parts:
        words.append(offset)
        offset += len(part)
    words.append(offset)
    return struct.pack(f"<{len(words)}Q", *words) + b"".join(parts)


def understood(whole: bytes) -> WireMessage:
    """Read a message.

    Parameters
    ----------
    whole : bytes
        As the page's own program writes it.

    Returns
    -------
    WireMessage
        The message.
    """
    (count,) = struct.unpack_from("<Q", whole)
    offsets = struct.unpack_from(f"<{count}Q", whole, _WORD)
    parts = [whole[start:end] for start, end in pairwise(offsets)]
    channel, header, parent_header, metadata, content, *buffers = parts
    return WireMessage(
        channel.decode(),
        json.loads(header),
        json.loads(parent_header),
        json.loads(content),
        json.loads(metadata),
        tuple(buffers),
    )


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode()
