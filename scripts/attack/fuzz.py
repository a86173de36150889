"""Frames that nobody thought of: made up at random, and real ones with something changed."""

import json
import random
import struct
import time
from collections.abc import Callable
from typing import Any, Final

from attack.findings import Aftermath, Findings
from attack.target import ATTACKER, Grounds
from attack.wire import (
    BINARY,
    LEGACY,
    TEXT,
    V1,
    HandshakeRefusedError,
    encode,
    frame,
    header,
    open_again,
)

Change = Callable[[random.Random, bytes], bytes]

FRAMES: Final = 100_000

BATCH: Final = 50
"""Frames that are sent before the server is asked whether it has read them."""

SECONDS: Final = 45.0
"""Seconds after which the trial ends, however far it came."""

SEED: Final = 1788

_HUGE: Final = [0, 1, 2, 5, 6, 7, 64, 65, 2**16, 2**31 - 1, 2**31, 2**32, 2**62, 2**63, 2**64 - 1]


def a_hundred_thousand_frames(grounds: Grounds) -> Findings:
    """Send 100,000 random frames and changed copies of real ones, or as many as 45 s allow."""
    findings = Findings()
    target = grounds.common()
    after = Aftermath(target)
    dice = random.Random(SEED)  # noqa: S311  # not a secret
    kernels = [target.visit(source=ATTACKER) for _ in range(3)]
    logged, start = target.logged(), time.monotonic()
    sent = closed = 0
    worst = 0.0
    while sent < FRAMES and time.monotonic() - start < SECONDS:
        protocol = dice.choice((V1, V1, LEGACY))
        try:
            channel = open_again(target, dice.choice(kernels), protocol)
        except HandshakeRefusedError as error:
            findings.see(f"no further websocket: {error}", held=False)
            break
        batch = _batch(dice, protocol)
        sent += len(batch)
        channel.raw(b"".join(batch))
        kept = channel.heard(3)
        closed += not kept
        channel.drop()
        answer = target.ask("/", patience=3)
        worst = max(worst, answer.seconds)
        if not answer.status:
            break
    seconds = time.monotonic() - start
    findings.see(f"{sent} frames in {seconds:.0f} s", held=sent >= FRAMES or seconds >= SECONDS)
    findings.note(f"{closed} websockets closed, worst GET between {1000 * worst:.0f} ms")
    rate = (target.logged() - logged) / seconds * 60 / 1e6
    findings.see(f"log {rate:.2f} MB a minute", held=rate < 1)
    after.settle(findings)
    after.close()
    return findings


def _batch(dice: random.Random, protocol: str) -> list[bytes]:
    """Many frames that a careful server takes or leaves, and one last that it may not like."""
    if protocol == LEGACY:
        texts = [frame(TEXT, _odd_text(dice)) for _ in range(BATCH - 1)]
        return [*texts, frame(BINARY, dice.randbytes(dice.randrange(200)))]
    good = [frame(BINARY, _odd_message(dice)) for _ in range(BATCH - 1)]
    return [*good, frame(BINARY, _changed(dice, _odd_message(dice)))]


def _odd_value(dice: random.Random, depth: int = 0) -> Any:  # noqa: ANN401
    simple: list[Any] = [None, True, 0, -1, 1e308, 2**70, "", "x", "\ud800", "comm_msg", [], {}]
    if depth < 3 and dice.random() < 0.4:  # noqa: PLR2004
        inner = [_odd_value(dice, depth + 1) for _ in range(dice.randrange(4))]
        return inner if dice.random() < 0.5 else {str(n): value for n, value in enumerate(inner)}  # noqa: PLR2004
    return dice.choice(simple)


def _odd_header(dice: random.Random) -> Any:  # noqa: ANN401
    kinds = ["comm_msg", "comm_open", "comm_close", "comm_info_request", "execute_request", "x"]
    told = header(dice.choice(kinds))
    for _ in range(dice.randrange(3)):
        told[dice.choice(list(told))] = _odd_value(dice)
    return told


def _odd_message(dice: random.Random) -> bytes:
    parts = [_odd_header(dice), {}, {}, {"comm_id": _odd_value(dice), "data": _odd_value(dice)}]
    buffers = [dice.randbytes(dice.randrange(20)) for _ in range(dice.randrange(4))]
    channel = dice.choice(["shell"] * 6 + ["control", "stdin", "none"])
    return encode(channel, *parts, *buffers)


def _odd_text(dice: random.Random) -> bytes:
    told = {"channel": "shell", "header": _odd_header(dice), "parent_header": {}, "metadata": {}}
    told |= {"content": _odd_value(dice), "buffers": []}
    for _ in range(dice.randrange(2)):
        told[dice.choice(list(told))] = _odd_value(dice)
    return json.dumps(told).encode()


def _changed(dice: random.Random, data: bytes) -> bytes:
    """Change one thing of a real frame, or make all of it up."""
    changes: list[Change] = [
        lambda dice, data: data[: dice.randrange(len(data))],
        lambda dice, data: data + dice.randbytes(dice.randrange(1, 50)),
        lambda dice, _data: dice.randbytes(dice.randrange(2000)),
        lambda dice, data: _with_word(data, 0, dice.choice(_HUGE)),
        lambda dice, data: _with_word(data, dice.randrange(1, 6), dice.choice(_HUGE)),
        lambda dice, data: _with_word(data, dice.randrange(1, 6), dice.randrange(len(data) + 9)),
        lambda dice, data: _with_byte(data, dice.randrange(len(data)), dice.randrange(256)),
    ]
    return dice.choice(changes)(dice, data)


def _with_word(data: bytes, index: int, word: int) -> bytes:
    return data[: 8 * index] + struct.pack("<Q", word) + data[8 * index + 8 :]


def _with_byte(data: bytes, index: int, byte: int) -> bytes:
    return data[:index] + bytes([byte]) + data[index + 1 :]
