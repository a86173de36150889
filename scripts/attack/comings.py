"""Visitors who come and go at bad moments, and classes that fill up."""

import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Final

from attack.findings import Findings
from attack.target import ATTACKER, Grounds, NotServedError, Target, until
from attack.wire import Channel, HandshakeRefusedError, abandon, open_again

AT_MOST: Final = 12

FEW_SECONDS: Final = 15.0
"""Seconds within which somebody finds a place that nobody uses."""

HURRIED: Final = 25.0
"""Seconds within which a full class has room again whose pages lost their connections."""

LEFT_ALONE: Final = 75.0
"""Seconds after which a page that is not connected has lost its kernel in any case."""


def _gets_in(target: Target, seconds: float) -> float | None:
    def got_in() -> bool:
        try:
            Channel(target, target.visit(), session="newcomer").leave()
        except NotServedError:
            return False
        return True

    return until(got_in, seconds, 0.5)


def _see_newcomer(findings: Findings, target: Target, seconds: float) -> None:
    took = _gets_in(target, seconds)
    told = f"nobody in {seconds:.0f} s" if took is None else f"after {took:.1f} s"
    findings.see(f"next visitor gets in: {told}", held=took is not None)


def leaving_in_the_handshake(grounds: Grounds) -> Findings:
    """Leave all pages of a class of twelve before their websockets open."""
    findings = Findings()
    with grounds.fresh("--pool", "2", "--at-most", str(AT_MOST)) as target:
        kernels = [target.visit(source=ATTACKER) for _ in range(AT_MOST)]
        for number, kernel in enumerate(kernels):
            abandon(target, kernel, (number % 6) * 0.002)
        target.signal(signal.SIGSTOP)  # busy, for as long as it takes
        for kernel in kernels:
            abandon(target, kernel)
        target.signal(signal.SIGCONT)
        for number, kernel in enumerate(kernels):
            abandon(target, kernel, number * 0.018)
        _see_newcomer(findings, target, HURRIED)
        took = until(lambda: not any(map(target.lives, kernels)), LEFT_ALONE, 1)
        held = sum(map(target.lives, kernels))
        told = f"{held} of {AT_MOST} kernels held" if took is None else f"all gone in {took:.0f} s"
        findings.see(told, held=took is not None)
    return findings


def coming_back_after_it(grounds: Grounds) -> Findings:
    """Come back after a websocket that failed in its handshake, and stay."""
    findings = Findings()
    with grounds.fresh("--pool", "2") as target:
        kernels = [target.visit(source=ATTACKER) for _ in range(4)]
        target.signal(signal.SIGSTOP)
        for kernel in kernels[:2]:
            abandon(target, kernel)
        target.signal(signal.SIGCONT)
        for kernel in kernels[2:]:
            abandon(target, kernel, 0.003)
        channels = [Channel(target, kernel) for kernel in kernels]
        closed = until(
            lambda: not all(channel.kernel_answers() for channel in channels), LEFT_ALONE, 2
        )
        findings.see(
            f"answered for {LEFT_ALONE:.0f} s" if closed is None else f"dead after {closed:.0f} s",
            held=closed is None,
        )
        for channel in channels:
            channel.leave()
    return findings


def failing_after_the_handshake(grounds: Grounds) -> Findings:
    """Open websockets with sessions that are called as the kernel's sockets cannot be."""
    findings = Findings()
    with grounds.fresh("--pool", "1", "--at-most", "3") as target:
        kernels = [target.visit(source=ATTACKER) for _ in range(3)]
        for kernel in kernels:
            for session in ("a" * 256, "a" * 5000, "%00", "%ff" * 300):
                with suppress(HandshakeRefusedError):
                    channel = open_again(target, kernel, session=session)
                    channel.ended(0.5)
                    channel.drop()
        _see_newcomer(findings, target, HURRIED)
        took = until(lambda: not any(map(target.lives, kernels)), LEFT_ALONE, 1)
        held = sum(map(target.lives, kernels))
        told = f"{held} of 3 kernels held" if took is None else f"all gone in {took:.0f} s"
        findings.see(told, held=took is not None)
    return findings


def quick_reloads(grounds: Grounds) -> Findings:
    """Reload a page fifty times in a class of twelve."""
    findings = Findings()
    with grounds.fresh("--pool", "2", "--at-most", str(AT_MOST)) as target:
        with ThreadPoolExecutor(4) as crowd:
            answers = list(crowd.map(lambda _: target.ask("/explorer", patience=20), range(50)))
        findings.note(f"{sum(answer.status == 200 for answer in answers)} of 50 got a page")  # noqa: PLR2004
        _see_newcomer(findings, target, FEW_SECONDS)
    return findings


def pages_that_never_connect(grounds: Grounds) -> Findings:
    """Fetch all pages of a class of twelve with a program that runs nothing."""
    findings = Findings()
    with grounds.fresh("--pool", "2", "--at-most", str(AT_MOST)) as target:
        for _ in range(AT_MOST):
            target.ask("/explorer", source=ATTACKER, patience=20, Accept="text/html")
        _see_newcomer(findings, target, FEW_SECONDS)
    return findings


def one_too_many(grounds: Grounds) -> Findings:
    """Come as the thirteenth into a class of twelve, before and after one of them leaves."""
    findings = Findings()
    with grounds.fresh("--pool", "2", "--at-most", str(AT_MOST)) as target:
        channels = [Channel(target, target.visit()) for _ in range(AT_MOST)]
        answer = target.ask("/explorer", Accept="text/html")
        told = f"{answer.status} {answer.words}"
        findings.see(told, held=answer.status == 503 and "full" in answer.words)  # noqa: PLR2004
        findings.see("Retry-After", held=bool(answer.headers.get("retry-after")))
        channels.pop().leave()
        _see_newcomer(findings, target, FEW_SECONDS)
        there = sum(channel.kernel_answers() for channel in channels)
        findings.see(f"{there} of {len(channels)} go on", held=there == len(channels))
        for channel in channels:
            channel.leave()
    return findings


def aborted_requests(grounds: Grounds) -> Findings:
    """Abort a thousand requests before they are answered."""
    findings = Findings()
    target = grounds.common()
    paths = ["/", "/static/0/page.js", "/api/kernels/1-2-3-4-5/pulse", "/nothing"]

    def ask_and_go(number: int) -> None:
        with target.connect(ATTACKER) as connection:
            path = "/explorer" if number % 50 == 0 else paths[number % len(paths)]
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {target.host}\r\n\r\n".encode())

    ask_and_go(1)
    before, memory = target.process.num_fds(), target.memory()
    for number in range(1000):
        ask_and_go(number)
    settled = until(lambda: target.process.num_fds() <= before + 60, FEW_SECONDS)
    more = target.process.num_fds() - before
    findings.see(f"{more:+d} descriptors", held=settled is not None)
    findings.see(f"memory {target.memory() - memory:+.0f} MB", held=target.memory() - memory < 30)  # noqa: PLR2004
    _see_newcomer(findings, target, FEW_SECONDS)
    return findings
