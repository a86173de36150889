"""Many connections, slow ones, and few descriptors."""

import re
import socket
import time
from contextlib import ExitStack, suppress
from typing import Final

import psutil

from attack.findings import Findings, answers_soon
from attack.target import ATTACKER, Grounds, NotServedError, Target, many, until
from attack.wire import Channel, HandshakeRefusedError

FEW: Final = 256
"""Descriptors that a Mac gives to a program."""

PLENTY: Final = 20_000

NEWCOMER: Final = 2.0
"""Seconds within which a newcomer has a page."""

WATCHED: Final = 5.0
"""Seconds for which processor and log are watched."""

OVERDUE: Final = 75.0
"""Seconds after which a request that never comes to its end is cut off."""


def few_descriptors(grounds: Grounds) -> Findings:
    """Fill a server that may open 256 files and no more with a class."""
    findings = Findings()
    with grounds.fresh("--pool", "1", descriptors=(FEW, FEW)) as target, ExitStack() as stack:
        said = re.search(r"[^\n]*\b\d+ pages[^\n]*", target.told())
        findings.see(f"says {said[0]!r}" if said else "says nothing", held=said is not None)
        answered = 0
        while answered < 40:  # noqa: PLR2004
            try:
                channel = Channel(target, target.visit(), session=f"student{answered}")
            except (NotServedError, HandshakeRefusedError):
                break
            stack.callback(channel.drop)
            if not channel.kernel_answers():
                break
            answered += 1
        answer = target.ask("/explorer", Accept="text/html")
        findings.see(f"{answered} pages work", held=answered > 0)
        told = f"then {answer.status or 'no answer'} {answer.words}"
        findings.see(told, held=answer.status == 503 and bool(answer.words))  # noqa: PLR2004
        answers_soon(findings, target)
        findings.see(f"log {target.logged()} bytes", held=target.logged() < 20_000)  # noqa: PLR2004
    return findings


def soft_limit(grounds: Grounds) -> Findings:
    """Start a server with a soft limit of 256 files where it may have more."""
    findings = Findings()
    with grounds.fresh("--pool", "0", descriptors=(FEW, PLENTY)) as target:
        soft, hard = target.process.rlimit(psutil.RLIMIT_NOFILE)
        findings.see(f"soft limit {soft} of {hard}", held=soft > 1024)  # noqa: PLR2004
    return findings


def idle_sockets(grounds: Grounds) -> Findings:
    """Open 260 connections to a server that may open 256 files, and say nothing."""
    findings = Findings()
    with (
        grounds.fresh("--pool", "1", descriptors=(FEW, FEW)) as target,
        many([target.connect(ATTACKER) for _ in range(260)]),
    ):
        _see_quiet(findings, target)
        _see_newcomer(findings, target)
    return findings


def _see_quiet(findings: Findings, target: Target) -> None:
    logged, before = target.logged(), target.process.cpu_times()
    time.sleep(WATCHED)  # the span in which work and log are measured
    after = target.process.cpu_times()
    busy = (after.user + after.system - before.user - before.system) / WATCHED
    rate = 60 * (target.logged() - logged) / WATCHED
    findings.see(f"CPU {100 * busy:.0f} %", held=busy < 0.3)  # noqa: PLR2004
    findings.see(f"log {rate / 1e6:.2f} MB a minute", held=rate < 100_000)  # noqa: PLR2004


def _see_newcomer(findings: Findings, target: Target) -> None:
    start = time.monotonic()
    answer = target.ask("/explorer", patience=10, Accept="text/html")
    took = time.monotonic() - start
    told = f"newcomer {answer.status or answer.words} after {1000 * took:.0f} ms"
    findings.see(told, held=bool(answer.kernel) and took < NEWCOMER)


def slow_requests(grounds: Grounds) -> Findings:
    """Send 120 requests a byte at a time, in head or body, that never end."""
    findings = Findings()
    with grounds.fresh("--pool", "1") as target:
        host = f"/ HTTP/1.1\r\nHost: {target.host}\r\n"
        starts = [
            f"GET {host}X-Slow: ".encode(),
            f"POST {host}Content-Length: 90000\r\n\r\n".encode(),
            f"POST {host}Transfer-Encoding: chunked\r\n\r\n".encode(),
        ]
        sockets = [target.connect(ATTACKER) for _ in range(120)]
        with many(sockets):
            for number, connection in enumerate(sockets):
                connection.sendall(starts[number % 3])
            _see_newcomer(findings, target)
            _see_quiet(findings, target)
            cut = until(lambda: not _drip(sockets), OVERDUE, 1)
            told = "never cut off" if cut is None else f"all cut off in {cut:.0f} s"
            findings.see(told, held=cut is not None)
    return findings


def _drip(sockets: list[socket.socket]) -> int:
    """Send one more byte through each connection that is still open; how many are."""
    still = 0
    for connection in sockets:
        try:
            connection.sendall(b"x")
            connection.setblocking(False)  # noqa: FBT003
            still += connection.recv(4096) != b""
        except BlockingIOError:
            still += 1
        except OSError:
            pass
        finally:
            connection.settimeout(5)
    return still


def answers_nobody_reads(grounds: Grounds) -> Findings:
    """Ask for the largest file there is over 200 connections, and read nothing."""
    findings = Findings()
    target = grounds.common()
    asked, size = _largest(target)
    before = target.memory()
    sockets = [target.connect(ATTACKER, room=4096) for _ in range(200)]
    with many(sockets):
        for connection in sockets:
            connection.sendall(asked)
        _see_newcomer(findings, target)
        time.sleep(2)  # the span in which the server may fill its memory
        growth = target.memory() - before
        findings.note(f"{size / 1e6:.1f} MB each")
        findings.see(f"memory {growth:+.0f} MB", held=growth < 150)  # noqa: PLR2004
    answers_soon(findings, target)
    return findings


def nothing_but_unread_answers(grounds: Grounds) -> Findings:
    """Do the same over all connections that a server with 256 descriptors has room for."""
    findings = Findings()
    with grounds.fresh("--pool", "1", descriptors=(FEW, FEW)) as target:
        asked, _ = _largest(target)
        sockets = []
        with ExitStack() as stack:
            for _ in range(100):
                sockets.append(stack.enter_context(target.connect(ATTACKER, room=4096)))
                with suppress(OSError):
                    sockets[-1].sendall(asked)
            took = until(lambda: bool(target.ask("/explorer", Accept="text/html").kernel), 30, 0.5)
            told = "nobody in 30 s" if took is None else f"after {took:.1f} s"
            findings.see(f"newcomer gets in: {told}", held=took is not None)
    return findings


def _largest(target: Target) -> tuple[bytes, int]:
    """Give the request for the largest file, and its size."""
    page = target.ask("/explorer", Accept="text/html")
    found = re.search(rb"static/\w+/", page.body)
    path = f"/{found[0].decode() if found else ''}plotly.min.js"
    asked = f"GET {path} HTTP/1.1\r\nHost: {target.host}\r\n\r\n".encode()
    return asked, len(target.ask(path).body)
