"""Kernels that die, and servers that end."""

import os
import signal
import tempfile
from pathlib import Path

import psutil

from attack.findings import Findings
from attack.target import END, Grounds, NotServedError, Target, until
from attack.wire import Channel, HandshakeRefusedError


def _leaves(target: Target) -> list[psutil.Process]:
    """Find the processes of a server that have none of their own: its kernels."""
    family = target.family()
    parents = {process.ppid() for process in family}
    return [process for process in family if process.pid not in parents]


def _kill(processes: list[psutil.Process]) -> int:
    for process in processes:
        os.kill(process.pid, signal.SIGKILL)
    until(lambda: not any(_runs(process) for process in processes), 10)
    return len(processes)


def _runs(process: psutil.Process) -> bool:
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def _see_living_page(findings: Findings, target: Target, who: str) -> None:
    try:
        channel = Channel(target, target.visit())
        lives = channel.kernel_answers()
        channel.leave()
        told = f"{who} {'lives' if lives else 'is dead'}"
    except (NotServedError, HandshakeRefusedError) as error:
        lives, told = False, f"{who}: {error}"
    findings.see(told, held=lives)


def killed_in_the_pool(grounds: Grounds) -> Findings:
    """Kill the kernels that wait for visitors."""
    findings = Findings()
    with grounds.fresh("--pool", "3") as target:
        until(lambda: len(_leaves(target)) >= 3, 10)  # noqa: PLR2004
        killed = _kill(_leaves(target))
        findings.note(f"{killed} killed")
        for who in ("first visitor's page", "second's"):
            _see_living_page(findings, target, who)
    return findings


def killed_with_all_their_kin(grounds: Grounds) -> Findings:
    """Kill every process that the server has started."""
    findings = Findings()
    with grounds.fresh("--pool", "2") as target:
        target.visit()
        findings.note(f"{_kill(target.family())} killed")
        for who in ("next visitor's page", "second's"):
            _see_living_page(findings, target, who)
    return findings


def killed_under_a_visitor(grounds: Grounds) -> Findings:
    """Kill the kernel of an open page."""
    findings = Findings()
    with grounds.fresh("--pool", "0") as target:
        kernel = target.visit()
        mine = {process.pid for process in _leaves(target)}
        channel = Channel(target, kernel)
        channel.kernel_answers()
        other = Channel(target, target.visit(), session="other")
        _kill([process for process in _leaves(target) if process.pid in mine])
        told = until(lambda: not target.lives(kernel) or _says_dead(channel), 10)
        words = "not told" if told is None else f"told in {told:.1f} s"
        findings.see(words, held=told is not None)
        findings.see("another page goes on", held=other.kernel_answers())
    return findings


def _says_dead(channel: Channel) -> bool:
    channel.socket.settimeout(0.5)
    try:
        kind, payload = channel.receive()
    except TimeoutError:
        return False
    except OSError:
        return True
    return kind == 8 or b'"dead"' in payload or b'"restarting"' in payload  # noqa: PLR2004


def _ends(grounds: Grounds, number: signal.Signals) -> Findings:
    findings = Findings()
    with (
        tempfile.TemporaryDirectory() as folder,
        grounds.fresh("--pool", "2", variables={"TMPDIR": folder}) as target,
    ):
        kernels = [target.visit() for _ in range(3)]
        channels = [Channel(target, kernel) for kernel in kernels]
        family = target.family()
        places = [Path("/tmp"), Path(folder)]  # noqa: S108  # where it may have put its sockets
        rooms = {
            place / found.relative_to(place).parts[0]
            for place in places
            for depth in ("*", "*/*")
            for found in place.glob(f"{depth}/*{kernels[0]}*")
        }
        target.signal(number)
        code = target.wait()
        findings.see("goes on" if code is None else f"exit code {code}", held=code == 0)
        until(lambda: not target.family(), END / 4)
        left = len(target.family())
        findings.see(f"{left} of {len(family)} processes left", held=not left)
        kept = [room for room in {*rooms, *Path(folder).iterdir()} if room.exists()]
        told = ", ".join(room.name for room in kept) or f"none of {len(rooms)}"
        findings.see(f"folders left: {told}", held=not kept)
        for channel in channels:
            channel.drop()
    return findings


def hung_up(grounds: Grounds) -> Findings:
    """Close the terminal of the server (SIGHUP) while three pages are open."""
    return _ends(grounds, signal.SIGHUP)


def terminated(grounds: Grounds) -> Findings:
    """Terminate the server (SIGTERM) while three pages are open."""
    return _ends(grounds, signal.SIGTERM)


def interrupted(grounds: Grounds) -> Findings:
    """Interrupt the server (Ctrl+C, SIGINT) while three pages are open."""
    return _ends(grounds, signal.SIGINT)


def started_again(grounds: Grounds) -> Findings:
    """Kill the server with a page open, and start another."""
    findings = Findings()
    with grounds.fresh("--pool", "1") as target:
        kernel = target.visit()
        family = target.family()
        target.signal(signal.SIGKILL)
        target.wait()
        gone = until(lambda: not target.family(), END)
        told = f"{len(target.family())} of {len(family)} processes outlive it"
        findings.see(told, held=gone is not None)
    with grounds.fresh("--pool", "1") as target:
        status = target.ask(f"/api/kernels/{kernel}/pulse").status
        findings.see(f"old page is told {status}", held=status == 410)  # noqa: PLR2004
        _see_living_page(findings, target, "new page")
    return findings
