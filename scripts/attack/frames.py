"""What a visitor may send through the websocket of a page: frames, messages, and noise."""

import json
import random
import struct
import zlib
from collections.abc import Iterable
from typing import Any, Final

from attack.findings import Aftermath, Findings
from attack.target import ATTACKER, Grounds
from attack.wire import (
    BINARY,
    CLOSE,
    CONTINUED,
    LEGACY,
    PING,
    TEXT,
    V1,
    Channel,
    HandshakeRefusedError,
    encode,
    frame,
    header,
    open_again,
    request,
)

SEED: Final = 1788

ENDED: Final = {1002, 1003, 1007, 1008, 1009}
"""Codes that say: this is not a message I take."""

_DEEP: Final = 100_000


def _try(
    grounds: Grounds, protocol: str, payloads: Iterable[bytes | str], *, must_end: bool
) -> Findings:
    """Send each payload through a websocket of its own, and see what becomes of the server."""
    findings = Findings()
    target = grounds.common()
    after = Aftermath(target)
    kernel = target.visit(source=ATTACKER)
    ends: dict[str, int] = {}
    for payload in payloads:
        try:
            channel = open_again(target, kernel, protocol)
        except HandshakeRefusedError as error:
            findings.see(f"no further websocket: {error}", held=False)
            break
        channel.send(payload)
        kept = channel.heard(2)
        end = "kept open" if kept else str(channel.ended(1.0) or "silent")
        ends[end] = ends.get(end, 0) + 1
        channel.drop()
        if end == "silent":
            break
    told = ", ".join(f"{end} ×{number}" for end, number in ends.items())
    right = {str(code) for code in ENDED} | (set() if must_end else {"kept open"})
    findings.see(f"ended with {told}", held=set(ends) <= right)
    after.settle(findings)
    after.close()
    return findings


def claims_of_many_parts(grounds: Grounds) -> Findings:
    """Claim 2**62 parts in eight bytes, and other numbers that no message can hold."""
    word = struct.Struct("<Q")
    payloads = [
        word.pack(2**62),
        word.pack(2**64 - 1),
        word.pack(2**40) + bytes(1000),
        word.pack(10**7) + bytes(100),
        word.pack(0),
        word.pack(1) + word.pack(16),
        b"",
        b"\x07",
        word.pack(7) + 7 * word.pack(2**62),
        word.pack(7) + b"".join(word.pack(n) for n in (64, 60, 50, 40, 30, 20, 10)),
        struct.pack("<70000Q", 69_999, *range(69_999)),
    ]
    return _try(grounds, V1, payloads, must_end=True)


def noise(grounds: Grounds) -> Findings:
    """Send a thousand random bytes, five times, and text where bytes are due."""
    dice = random.Random(SEED)  # noqa: S311  # not a secret
    random_bytes = [dice.randbytes(1000) for _ in range(5)]
    return _try(grounds, V1, [*random_bytes, "text", "", '{"channel": "shell"}'], must_end=True)


def older_binary_form(grounds: Grounds) -> Findings:
    """Send bytes that claim 2**31 - 1 parts through a websocket of Jupyter's older form."""
    claims = [2**31 - 1, 2**30, -1, 0, 1, 10**6, -(2**31)]
    payloads = [struct.pack("!i", claim) + bytes(12) for claim in claims] + [b"", b"\1\2\3"]
    return _try(grounds, LEGACY, payloads, must_end=True)


def older_text_form(grounds: Grounds) -> Findings:
    """Send text that is no message: garbage, 100,000 brackets, 100,000 digits, 9 MB."""
    told = {"channel": "shell", "header": header("comm_msg"), "content": {}}
    rest: dict[str, Any] = {"parent_header": {}, "metadata": {}, "buffers": []}
    odd: list[Any] = [None, 0, True, "x", [], {}, [[]], {"channel": []}, {"channel": {}}]
    headers: list[Any] = [None, 1, [], "x", {}, {"msg_type": []}]
    channels: list[Any] = ["control", "stdin", "none", 1, [], ""]
    odd += [{**told, **rest, "header": wrong} for wrong in headers]
    odd += [{**told, **rest, "channel": wrong} for wrong in channels]
    payloads = [
        *map(json.dumps, odd),
        "",
        "{",
        "NaN",
        "[" * _DEEP,
        '{"a":' * _DEEP,
        "9" * 100_000,
        json.dumps({**told, **rest, "content": {"data": "x" * 9_000_000}}),
    ]
    return _try(grounds, LEGACY, payloads, must_end=False)


def older_form_with_buffers(grounds: Grounds) -> Findings:
    """Speak the older form to a kernel that answers with widgets that hold bytes."""
    opening = {"comm_id": "c", "target_name": "jupyter.widget.control", "data": {}}
    asking = {"comm_id": "c", "data": {"method": "request_states"}}
    parts = {"parent_header": {}, "metadata": {"version": "1.0.0"}, "buffers": []}
    payloads = [
        json.dumps({"channel": "shell", "header": header(kind), **parts, "content": it})
        for kind, it in (("comm_open", opening), ("comm_msg", asking), ("comm_msg", asking))
    ]
    findings = Findings()
    target = grounds.common()
    after = Aftermath(target)
    channel = Channel(target, target.visit(source=ATTACKER), LEGACY)
    for payload in payloads:
        channel.send(payload)
    ended = channel.ended(2)
    findings.note(f"ended with {ended}" if ended else "kept open")
    channel.drop()
    after.settle(findings)
    after.close()
    return findings


def odd_messages(grounds: Grounds) -> Findings:
    """Send messages with odd parts: wrong types, deep nesting, strange channels."""
    ordinary = header("comm_msg")
    wrong: list[object] = [None, 1, [], "x", {}, {"msg_type": []}, {"msg_type": {}}, b"\xff", b"{"]
    deep = b'{"a":' * _DEEP + b"1" + b"}" * _DEEP
    payloads = [
        *(encode("shell", part, {}, {}, {}) for part in [*wrong, b"[" * _DEEP, deep]),
        *(encode("shell", ordinary, part, {}, {}) for part in [*wrong[:6], b"\xff", deep]),
        *(encode("shell", ordinary, {}, {}, part) for part in [*wrong, b"[" * _DEEP, deep]),
        *(encode(name, ordinary, {}, {}, {}) for name in ("", "iopub", "__class__", b"\xff\xfe")),
        encode("shell", ordinary, {}, {}, {}, *([b""] * 5000)),
        encode("shell", ordinary),
        encode("shell"),
    ]
    return _try(grounds, V1, payloads, must_end=False)


def broken_frames(grounds: Grounds) -> Findings:
    """Break the websocket's own rules: lengths, kinds, masks, endless pieces."""
    findings = Findings()
    target = grounds.common()
    after = Aftermath(target)
    kernel = target.visit(source=ATTACKER)
    cases = [
        frame(PING, bytes(126)),
        frame(PING, b"", final=False),
        frame(CLOSE, b"\1"),
        frame(CLOSE, struct.pack("!H", 999)),
        frame(3, b"unknown"),
        frame(11, b"unknown"),
        frame(BINARY, b"compressed?", reserved=4),
        frame(BINARY, b"reserved", reserved=2),
        frame(BINARY, request("kernel_info_request"), masked=False),
        frame(CONTINUED, b"of nothing"),
        frame(TEXT, b"a", final=False) + frame(BINARY, b"b"),
        frame(TEXT, b"\xed\xa0\x80"),
        frame(BINARY, b"", claimed=2**63),
        frame(BINARY, b"", claimed=2**62),
        frame(BINARY, bytes(1000), claimed=100_000_000),
        frame(BINARY, bytes(1000), final=False) + 20_000 * frame(CONTINUED, b"", final=False),
        frame(BINARY, b"", final=False) + 200 * frame(CONTINUED, bytes(100_000), final=False),
        b"\xff" * 1000,
        b"GET / HTTP/1.1\r\n\r\n",
    ]
    stayed = 0
    for case in cases:
        channel = open_again(target, kernel)
        channel.raw(case)
        stayed += channel.ended(0.5) is None
        channel.drop()
    findings.note(f"{len(cases)} kinds, {stayed} kept open")
    after.settle(findings)
    after.close()
    return findings


def bombs(grounds: Grounds) -> Findings:
    """Send compressed messages of 100 kB that unpack to 100 MB."""
    findings = Findings()
    target = grounds.common()
    after = Aftermath(target)
    kernel = target.visit(source=ATTACKER)
    packer = zlib.compressobj(9, wbits=-15)
    bomb = packer.compress(bytes(100_000_000)) + packer.flush(zlib.Z_SYNC_FLUSH)
    ends = set()
    for kind in (BINARY, TEXT):
        channel = Channel(target, kernel, Sec_WebSocket_Extensions="permessage-deflate")
        channel.raw(frame(kind, bomb.removesuffix(b"\0\0\xff\xff"), reserved=4))
        ends.add(channel.ended())
    findings.see(f"{len(bomb) // 1000} kB, ended with {ends}", held=None not in ends)
    after.settle(findings)
    after.close()
    return findings


def kinds_not_allowed(grounds: Grounds) -> Findings:
    """Ask a kernel to run code, take input, stop, or be looked into."""
    findings = Findings()
    target = grounds.common()
    kernel = target.visit(source=ATTACKER)
    kinds = [
        "execute_request", "input_reply", "shutdown_request", "interrupt_request", "debug_request",
        "complete_request", "inspect_request", "history_request", "is_complete_request",
        "apply_request", "clear_request", "abort_request", "connect_request",
        "create_subshell_request", "EXECUTE_REQUEST", "execute_request ", "execute_request\0",
        "usage_request",
    ]  # fmt: skip
    code = {"code": "print(6 * 7)", "value": "x", "restart": False, "silent": False}
    channel = Channel(target, kernel)
    for kind in kinds:
        for name in ("shell", "control", "stdin", "iopub"):
            channel.send(encode(name, header(kind), {}, {}, code))
            twice = f'{{"msg_type": "{kind.strip()}", "msg_type": "comm_info_request",'
            channel.send(encode(name, twice + '"msg_id": "1", "session": "s"}', {}, {}, code))
            if not channel.heard():
                channel.drop()
                channel = open_again(target, kernel)
    asked = header("kernel_info_request")
    channel.send(encode("shell", asked, {}, {}, {}))
    received = b"".join(_until(channel, asked["msg_id"].encode()))
    ran = [word for word in (b"execute_input", b"execute_reply", b"42\\n") if word in received]
    findings.see(f"{8 * len(kinds)} messages, {len(ran)} ran", held=not ran)
    findings.see("the next is answered", held=b"kernel_info_reply" in received)
    findings.see("the kernel lives", held=target.lives(kernel))
    channel.leave()
    return findings


def _until(channel: Channel, wanted: bytes) -> Iterable[bytes]:
    channel.socket.settimeout(3)
    try:
        while True:
            _, payload = channel.receive()
            yield payload
            if wanted in payload and b"kernel_info_reply" in payload:
                return
    except OSError:
        return
