"""Packs: many files in one, as `ecx/site/interpreter.js` lays them out."""

import gzip
import json
import struct
from collections.abc import Mapping


def packed(files: Mapping[str, bytes]) -> bytes:
    """Put files into one.

    Parameters
    ----------
    files : mapping of str to bytes
        Their contents, by where they lie for Python.

    Returns
    -------
    bytes
        The length of the index, the index, and the files in its order.

    Examples
    --------
    >>> packed({"/a": b"12", "/b": b"3"})[4:]
    b'[["/a",2],["/b",1]]123'
    """
    entries = sorted(files.items())
    index = json.dumps([[path, len(body)] for path, body in entries], separators=(",", ":"))
    head = index.encode()
    return struct.pack("<I", len(head)) + head + b"".join(body for _, body in entries)


def squeezed(body: bytes) -> bytes:
    """Compress a file as every browser can unpack it; the same bytes give the same bytes."""
    return gzip.compress(body, 9, mtime=0)
