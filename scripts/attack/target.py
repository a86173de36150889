"""A server to attack: started by us, watched, and stopped by its process id."""

import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import IO, ClassVar, Final, Self

import psutil

from serving import COMMAND, environment

VISITOR: Final = "127.0.0.1"
ATTACKER: Final = "127.0.0.2" if sys.platform == "linux" else VISITOR
"""Where each comes from; only Linux has more than one address for a machine to speak to itself."""

PATIENCE: Final = 5.0
"""Seconds after which a server that does not answer is taken to be stopped."""

START: Final = 120.0
"""Seconds within which a server must be ready."""

END: Final = 10.0
"""Seconds within which a server must end when asked to."""

MEMORY: Final = 6 << 30
"""Bytes a server and each of its kernels may use, so that a broken one harms nobody."""

_MARK: Final = "ECX_ATTACK_TARGET"
"""The variable that tells the processes of a server from all others."""

_LIMITED: Final = """
import os, resource, sys
soft, hard, memory = map(int, sys.argv[1:4])
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
if soft:
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
os.execv(sys.argv[4], sys.argv[4:])
"""


class NotServedError(Exception):
    """A visitor who should have got a page did not."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    Attributes
    ----------
    status : int
        The HTTP status, 0 if nothing came.
    seconds : float
        How long it took.
    headers : dict of str to str
        By name in lower case.
    body : bytes
        What was in it.
    words : str
        The first heading of the body, or why nothing came.
    """

    status: int
    seconds: float
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    words: str = ""

    @property
    def kernel(self) -> str:
        """The id of the kernel that a page speaks to, empty where it has none."""
        found = re.search(rb'id="sheet-kernel" value="([\w-]+)"', self.body)
        return found[1].decode() if found else ""


class Target:
    """One server.

    Parameters
    ----------
    *arguments
        Options and pages, as on the command line.
    descriptors : tuple of int
        The soft and the hard limit of open files, 0 to leave them as they are.
    variables : mapping of str to str, optional
        Further environment variables.

    Raises
    ------
    NotServedError
        If it does not say that it is ready.
    """

    running: ClassVar[set["Target"]] = set()
    """Those that have not been stopped."""

    def __init__(
        self,
        *arguments: str,
        descriptors: tuple[int, int] = (0, 0),
        variables: Mapping[str, str] | None = None,
    ) -> None:
        self._mark = uuid.uuid4().hex
        self.folder = Path(tempfile.mkdtemp(prefix="attack-"))
        self.said, self.log = self.folder / "said", self.folder / "log"
        with self.said.open("wb") as said, self.log.open("wb") as log:
            self._started = self._start(arguments, descriptors, variables or {}, said, log)
        self.process = psutil.Process(self._started.pid)
        Target.running.add(self)
        try:
            self.port = self._ready()
        except BaseException:
            self.stop()
            raise
        self.host = f"{VISITOR}:{self.port}"

    def _start(
        self,
        arguments: tuple[str, ...],
        descriptors: tuple[int, int],
        variables: Mapping[str, str],
        *outputs: IO[bytes],
    ) -> subprocess.Popen[bytes]:
        said, log = outputs
        limits = [sys.executable, "-c", _LIMITED, *map(str, (*descriptors, MEMORY))]
        return subprocess.Popen(  # noqa: S603  # our own command
            [*limits, *COMMAND, "--no-browser", "--port", "0", *arguments],
            cwd=self.folder,
            stdout=said,
            stderr=log,
            env={**environment(), **variables, _MARK: self._mark},
        )

    def _ready(self) -> int:
        until(lambda: self._started.poll() is not None or bool(self._port_said()), START, 0.02)
        if port := self._port_said():
            return port
        raise NotServedError(f"the server does not start: {self.told()[-200:]!r}")

    def _port_said(self) -> int:
        found = re.search(r"http://[\w.]+:(\d+)", self.said.read_text())
        return int(found[1]) if found else 0

    def __enter__(self) -> Self:
        """Give the server itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self.stop()

    def connect(self, source: str, room: int | None = None) -> socket.socket:
        """Open a connection.

        Parameters
        ----------
        source : str
            The address it comes from.
        room : int, optional
            Bytes of answers that the system keeps for a client that does not read.
        """
        connection = socket.socket()
        connection.settimeout(PATIENCE)
        if room:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        connection.bind((source, 0))
        connection.connect((VISITOR, self.port))
        return connection

    def ask(
        self,
        path: str = "/",
        method: str = "GET",
        *,
        source: str = VISITOR,
        patience: float = PATIENCE,
        **headers: str,
    ) -> Answer:
        """Ask for something, with underscores for hyphens in the names of headers."""
        start = time.monotonic()
        connection = HTTPConnection(
            VISITOR, self.port, timeout=patience, source_address=(source, 0)
        )
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, headers=named)
            got = connection.getresponse()
            body = got.read()
        except (OSError, HTTPException) as error:
            return Answer(0, time.monotonic() - start, words=type(error).__name__)
        finally:
            connection.close()
        known = {name.lower(): value for name, value in got.getheaders()}
        heading = re.search(rb"<h1[^>]*>(.*?)</h1>", body)
        words = heading[1].decode() if heading else ""
        return Answer(got.status, time.monotonic() - start, known, body, words)

    def tell(self, data: bytes, patience: float = PATIENCE, source: str = ATTACKER) -> bytes:
        """Send bytes as they are; what came back until the end or a moment's silence."""
        received = b""
        with self.connect(source) as connection:
            connection.settimeout(patience)
            with suppress(OSError):  # whoever refuses early does not take the rest
                connection.sendall(data)
            with suppress(OSError):
                while piece := connection.recv(1 << 16):
                    received += piece
        return received

    def visit(self, page: str = "/explorer", source: str = VISITOR) -> str:
        """Open a page; the id of its kernel.

        Raises
        ------
        NotServedError
            If there is none.
        """
        answer = self.ask(page, source=source, patience=20, Accept="text/html")
        if answer.status != 200 or not answer.kernel:  # noqa: PLR2004
            raise NotServedError(f"{page}: {answer.status or ''} {answer.words}")
        return answer.kernel

    def lives(self, kernel: str) -> bool:
        """Whether a kernel still runs."""
        return self.ask(f"/api/kernels/{kernel}/pulse").status == 204  # noqa: PLR2004

    def memory(self) -> float:
        """Megabytes of the server alone."""
        return float(self.process.memory_info().rss) / 1e6

    def family(self) -> list[psutil.Process]:
        """Every process that the server has started, whoever is its parent now."""
        return [process for process in psutil.process_iter() if self._owns(process)]

    def _owns(self, process: psutil.Process) -> bool:
        try:
            mark: str | None = process.environ().get(_MARK)
        except psutil.Error:
            return False
        return mark == self._mark and process.pid != self._started.pid

    def family_memory(self) -> float:
        """Megabytes of all that the server has started."""
        total = 0
        for process in self.family():
            try:
                total += process.memory_info().rss
            except psutil.Error:
                continue
        return total / 1e6

    def told(self) -> str:
        """All that it has said, to both of its outputs."""
        return self.said.read_text() + self.log.read_text(errors="replace")

    def logged(self) -> int:
        """Bytes of its log."""
        return self.log.stat().st_size

    def signal(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._started.send_signal(number)

    def wait(self, seconds: float = END) -> int | None:
        """Wait for its end; its exit code, or None if it goes on."""
        try:
            return self._started.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def stop(self) -> None:
        """End it and all that it has started."""
        orphans = self.family()
        if self._started.poll() is None:
            self._started.terminate()
            if self.wait(3) is None:
                self._started.kill()
                self._started.wait()
        for process in {*orphans, *self.family()}:
            with suppress(psutil.Error):
                process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
        Target.running.discard(self)


class Grounds:
    """The servers of one run, each started when the first attack asks for one like it.

    Parameters
    ----------
    page : callable
        Writes the pages into a folder.
    """

    def __init__(self, write_pages: Callable[[Path], list[str]]) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="attack-pages-"))
        self.pages = write_pages(self._folder)
        self._common: Target | None = None

    def common(self) -> Target:
        """Give a server with room for many, shared by attacks that leave it as it was."""
        if self._common is not None and not self._common.ask("/", patience=2).status:
            self._common.stop()
            self._common = None
        if self._common is None:
            self._common = self.fresh("--pool", "4", "--at-most", "60")
        return self._common

    def close(self) -> None:
        """Stop every server that still runs, and remove the pages."""
        for target in tuple(Target.running):
            target.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def fresh(
        self,
        *options: str,
        descriptors: tuple[int, int] = (0, 0),
        variables: Mapping[str, str] | None = None,
    ) -> Target:
        """Start a server for one attack."""
        return Target(*options, *self.pages, descriptors=descriptors, variables=variables)


@contextmanager
def many(connections: list[socket.socket]) -> Iterator[None]:
    """Close connections in the end."""
    try:
        yield
    finally:
        for connection in connections:
            connection.close()


def until(condition: Callable[[], bool], seconds: float, step: float = 0.1) -> float | None:
    """Wait for a condition; the seconds it took, or None if it did not come true."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        if condition():
            return time.monotonic() - start
        time.sleep(step)  # what is waited for happens in another process, which sends no word of it
    return None
