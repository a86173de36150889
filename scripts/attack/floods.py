"""Visitors who send as fast as they can, while others want to be answered."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from itertools import count, islice, repeat
from typing import Final

from attack.findings import Findings
from attack.target import ATTACKER, Grounds, Target, until
from attack.wire import (
    BINARY,
    CLOSE,
    PING,
    Channel,
    HandshakeRefusedError,
    encode,
    frame,
    header,
    request,
)

SECONDS: Final = 3.0
"""Seconds for which somebody sends without a pause."""

MIDDLE: Final = 0.2
"""Seconds in which others are answered meanwhile, in the middle: server and flood share cores."""

WORST: Final = 1.5

GOING_AWAY: Final = (1001).to_bytes(2)

ROOM: Final = 60
"""Descriptors that one page may take in any case."""

BUNDLE: Final = 200
"""Messages that are sent together."""


def _watch(grounds: Grounds, flood: Callable[[Target, threading.Event], int]) -> Findings:
    """Let somebody send, and time what others get meanwhile."""
    findings = Findings()
    target = grounds.common()
    memory, logged = target.memory(), target.logged()
    witness = Channel(target, target.visit(), session="witness")
    over, sent = threading.Event(), []
    sender = threading.Thread(target=lambda: sent.append(flood(target, over)))
    gets, clicks = [], []
    began = time.monotonic()
    sender.start()
    try:
        time.sleep(0.3)  # the flood has to be under way before others are timed
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            gets.append(target.ask("/").seconds)
            start = time.monotonic()
            clicks.append(time.monotonic() - start if witness.kernel_answers() else 9.0)
            time.sleep(0.02)  # the pace of people, who do not ask as fast as they can
    finally:
        over.set()
        sender.join(20)
    seconds = time.monotonic() - began
    findings.note(f"sent {sum(sent)} times")
    for what, times in (("GET", gets), ("click", clicks)):
        middle, worst = statistics.median(times), max(times)
        told = f"others' {what} {1000 * middle:.0f} ms, worst {1000 * worst:.0f}"
        findings.see(told, held=middle <= MIDDLE and worst <= WORST)
    growth = target.memory() - memory
    findings.see(f"memory {growth:+.0f} MB", held=growth < 50)  # noqa: PLR2004
    until(lambda: _is_quiet(target), 10)  # a kernel may have some of it before it still
    rate = (target.logged() - logged) / seconds * 60 / 1e6
    findings.see(f"log {rate:.2f} MB a minute", held=rate < 1)
    witness.leave()
    return findings


def _is_quiet(target: Target) -> bool:
    before = target.logged()
    time.sleep(0.5)  # the span in which nothing may be logged
    return target.logged() == before


def _through_a_page(messages: Iterator[bytes]) -> Callable[[Target, threading.Event], int]:
    """Send through the websocket of a page, and come back with another where it is closed."""

    def flood(target: Target, over: threading.Event) -> int:
        kernel, sent = target.visit(source=ATTACKER), 0
        while not over.is_set():
            try:
                channel = Channel(target, kernel, session=f"flood{sent}")
            except HandshakeRefusedError:
                break
            reader = threading.Thread(target=channel.ended, args=(60.0,))
            reader.start()
            while not over.is_set() and channel.raw(next(messages)):
                sent += 1
            channel.raw(frame(CLOSE, GOING_AWAY))  # its kernel shall not disturb the next attack
            channel.shut()
            reader.join(10)
        return sent

    return flood


def clicks(grounds: Grounds) -> Findings:
    """Send thousands of requests to one's own kernel without a pause."""
    asked = (frame(BINARY, request("comm_info_request")) for _ in count())
    return _watch(grounds, _through_a_page(_bundles(asked)))


def _bundles(frames: Iterator[bytes]) -> Iterator[bytes]:
    """Join frames, for one by one they would take the sender longer than the server."""
    while True:
        yield b"".join(islice(frames, BUNDLE))


def repeated_messages(grounds: Grounds) -> Findings:
    """Send one and the same message thousands of times, of which a kernel takes one."""
    return _watch(
        grounds, _through_a_page(_bundles(repeat(frame(BINARY, request("comm_info_request")))))
    )


def messages_that_fail(grounds: Grounds) -> Findings:
    """Send thousands of messages that no widget can take, each of which fails in the kernel."""
    wrong = (frame(BINARY, request("comm_msg", comm_id=[], data={})) for _ in count())
    return _watch(grounds, _through_a_page(_bundles(wrong)))


def messages_that_are_dropped(grounds: Grounds) -> Findings:
    """Send thousands of small messages that no page may send."""
    dropped = frame(BINARY, encode("shell", header("execute_request"), {}, {}, {}))
    return _watch(grounds, _through_a_page(_bundles(repeat(dropped))))


def large_messages_that_are_dropped(grounds: Grounds) -> Findings:
    """Send large messages, costly to read, that no page may send."""
    content = b"{" + b",".join(b'"%d":[]' % number for number in range(80_000)) + b"}"
    dropped = frame(BINARY, encode("shell", header("execute_request"), {}, {}, content))
    return _watch(grounds, _through_a_page(repeat(dropped)))


def pings(grounds: Grounds) -> Findings:
    """Send thousands of pings, each of which wants an answer."""
    return _watch(grounds, _through_a_page(_bundles(repeat(frame(PING, b"x")))))


def requests_in_a_row(grounds: Grounds) -> Findings:
    """Ask for the list of pages over eight connections, request after request without waiting."""

    def flood(target: Target, over: threading.Event) -> int:
        asked = f"GET / HTTP/1.1\r\nHost: {target.host}\r\n\r\n".encode()

        def ask() -> None:
            while not over.is_set():
                target.tell(200 * asked, 0.5)

        askers = [threading.Thread(target=ask) for _ in range(8)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
        return 1

    return _watch(grounds, flood)


def pages_in_a_row(grounds: Grounds) -> Findings:
    """Ask for pages over four connections, each as soon as the one before has come."""

    def flood(target: Target, over: threading.Event) -> int:
        opened = []

        def ask() -> None:
            while not over.is_set():
                opened.append(target.ask("/explorer", source=ATTACKER, Accept="text/html").status)

        askers = [threading.Thread(target=ask) for _ in range(4)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
        return opened.count(200)

    return _watch(grounds, flood)


def many_websockets(grounds: Grounds) -> Findings:
    """Open 200 websockets to one's own kernel, all of them at once."""
    findings = Findings()
    target = grounds.common()
    kernel = target.visit(source=ATTACKER)
    before = target.process.num_fds()
    opened: list[Channel] = []

    def connect(number: int) -> None:
        try:
            opened.append(Channel(target, kernel, session=f"one{number}"))
        except HandshakeRefusedError:
            return

    crowd = [threading.Thread(target=connect, args=(number,)) for number in range(200)]
    for member in crowd:
        member.start()
    for member in crowd:
        member.join(20)
    settled = until(lambda: target.process.num_fds() <= before + ROOM, 10)
    told = f"{len(opened)} opened, {target.process.num_fds() - before:+d} descriptors"
    findings.see(told, held=settled is not None)
    answer = target.ask("/")
    findings.see(f"next GET {1000 * answer.seconds:.0f} ms", held=answer.status == 200)  # noqa: PLR2004
    for channel in opened:
        channel.leave()
    return findings
