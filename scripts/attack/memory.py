"""Attempts to make the server, or the kernel of a page, keep more and more."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from attack.findings import GROWTH, Aftermath, Findings, answers_soon
from attack.target import ATTACKER, Grounds, Target, until
from attack.wire import BINARY, Channel, encode, frame, header

UNREAD: Final = 1500
BODY: Final = 99_000_000
PIECE: Final = bytes(1_000_000)
KERNEL_GROWTH: Final = 150
"""Megabytes by which the kernel of a page may grow at its visitor's wish."""


QUIET: Final = 5.0
"""Seconds without growth after which there will be none."""


class _Peak:
    """The most memory a server took while something was going on."""

    def __init__(self, target: Target) -> None:
        self._target, self._before, self.growth = target, target.memory(), 0.0
        self._since = time.monotonic()

    def look(self) -> None:
        grown = self._target.memory() - self._before
        if grown > self.growth:
            self.growth, self._since = grown, time.monotonic()

    def rested(self) -> float:
        """Look again; the seconds for which there was no growth."""
        self.look()
        return time.monotonic() - self._since


def unread_answers(grounds: Grounds) -> Findings:
    """Ask 1,500 times for the state of all widgets, and read no answer."""
    findings = Findings()
    target = grounds.common()
    after, peak = Aftermath(target), _Peak(target)
    channel = Channel(target, target.visit(source=ATTACKER), room=4096)
    opening = {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}}
    channel.send(encode("shell", header("comm_open"), {}, {"version": "1.0.0"}, opening))
    asking = {"comm_id": "control", "data": {"method": "request_states"}}
    asked = 0
    channel.socket.settimeout(2)
    while asked < UNREAD:
        question = encode("shell", header("comm_msg"), {}, {}, asking)
        if not channel.raw(frame(BINARY, question)):
            break
        asked += 1
        peak.look()
    until(lambda: peak.rested() > QUIET, 20)
    findings.note(f"asked {asked} times")
    findings.see(f"memory at most {peak.growth:+.0f} MB", held=peak.growth < GROWTH)
    channel.drop()
    after.settle(findings)
    after.close()
    return findings


def large_messages(grounds: Grounds) -> Findings:
    """Open sixty widgets of one's own, of 9 MB each."""
    return _feed(grounds, [_widget(number, 9_000_000) for number in range(60)])


def many_comms(grounds: Grounds) -> Findings:
    """Open 3,000 widgets of one's own, of 50 kB each."""
    return _feed(grounds, [_widget(number, 50_000) for number in range(3000)])


def _widget(number: int, size: int) -> bytes:
    state = {"_model_module": "@jupyter-widgets/controls", "_model_name": "LabelModel"}
    state |= {"_view_module": "@jupyter-widgets/controls", "_view_name": "LabelView"}
    versions = {"_model_module_version": "2.0.0", "_view_module_version": "2.0.0"}
    data = {"state": {**state, **versions, "value": "x" * size}, "buffer_paths": []}
    content = {"comm_id": f"c{number}", "target_name": "jupyter.widget", "data": data}
    message = encode("shell", header("comm_open"), {}, {"version": "2.1.0"}, content)
    return frame(BINARY, message)


def _feed(grounds: Grounds, messages: list[bytes]) -> Findings:
    findings = Findings()
    target = grounds.common()
    after, peak = Aftermath(target), _Peak(target)
    kernel = target.visit(source=ATTACKER)
    channel = Channel(target, kernel)
    family = {process.pid: process.memory_info().rss for process in target.family()}
    channel.socket.settimeout(10)
    sent = 0
    for message in messages:
        if not channel.raw(message):
            break
        sent += 1
        peak.look()
    channel.kernel_answers(20)
    grown = [
        process.memory_info().rss - family[process.pid]
        for process in target.family()
        if process.pid in family
    ]
    findings.note(f"{sent} of {len(messages)} sent")
    most = max(grown, default=0) / 1e6
    findings.see(f"kernel {most:+.0f} MB", held=most < KERNEL_GROWTH)
    findings.see(f"server at most {peak.growth:+.0f} MB", held=peak.growth < 2 * GROWTH)
    channel.leave()
    after.settle(findings)
    after.close()
    return findings


def large_bodies(grounds: Grounds) -> Findings:
    """Bring bodies of 99 MB with ten requests at once."""
    return _bring(grounds, "Content-Length: 99000000\r\n\r\n", lambda: _pieces(chunked=False))


def large_bodies_in_chunks(grounds: Grounds) -> Findings:
    """Bring such bodies in chunks, whose lengths are not told before."""
    return _bring(grounds, "Transfer-Encoding: chunked\r\n\r\n", lambda: _pieces(chunked=True))


def _pieces(*, chunked: bool) -> Iterator[bytes]:
    for _ in range(BODY // len(PIECE)):
        yield b"%x\r\n%b\r\n" % (len(PIECE), PIECE) if chunked else PIECE
    if chunked:
        yield b"0\r\n\r\n"


def _bring(grounds: Grounds, lines: str, pieces: Callable[[], Iterator[bytes]]) -> Findings:
    findings = Findings()
    target = grounds.common()
    peak = _Peak(target)

    def bring(number: int) -> tuple[int, bytes]:
        path = ("/", "/explorer", "/api/kernels/1-2-3-4-5/channels", "/nothing")[number % 4]
        sent = 0
        with target.connect(ATTACKER) as connection:
            try:
                connection.sendall(
                    f"POST {path} HTTP/1.1\r\nHost: {target.host}\r\n{lines}".encode()
                )
                for piece in pieces():
                    connection.sendall(piece)
                    sent += len(piece)
                    peak.look()
            except OSError:
                pass
            try:
                return sent, connection.recv(1000)
            except OSError:
                return sent, b""

    with ThreadPoolExecutor(10) as crowd:
        brought = list(crowd.map(bring, range(10)))
    taken = sum(sent for sent, _ in brought) / 1e6
    statuses = sorted({answer[9:12].decode() or "cut off" for _, answer in brought})
    findings.see(f"took {taken:.0f} MB", held=taken < BODY / 1e6)
    findings.see(f"answered {', '.join(statuses)}", held="200" not in statuses)
    findings.see(f"memory at most {peak.growth:+.0f} MB", held=peak.growth < 2 * GROWTH)
    answers_soon(findings, target)
    return findings


def long_queries(grounds: Grounds) -> Findings:
    """Open links of 150 kB, which are refused in words, and of 1 MB, which are cut off."""
    findings = Findings()
    target = grounds.common()
    for size, name, cut in ((150_000, "150 kB", False), (1_000_000, "1 MB", True)):
        line = f"GET /explorer?call={'x' * size} HTTP/1.1\r\nHost: {target.host}\r\n"
        _see_told(findings, target, f"link of {name}", line, cut=cut)
        line = f"GET / HTTP/1.1\r\nHost: {target.host}\r\nX-Long: {'x' * size}\r\n"
        _see_told(findings, target, f"header of {name}", line, cut=cut)
    answers_soon(findings, target)
    return findings


def _see_told(findings: Findings, target: Target, what: str, head: str, *, cut: bool) -> None:
    raw = target.tell(f"{head}Accept: text/html\r\nConnection: close\r\n\r\n".encode(), 3)
    status, _, rest = raw[9:].partition(b" ")
    words = rest.partition(b"\r\n\r\n")[2]
    answered = status in {b"200", b"400", b"414", b"431"} and bool(words)
    findings.see(f"{what}: {status.decode() or 'cut off'}", held=answered or (cut and not raw))
