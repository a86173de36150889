"""The real server for a test: started on a free port, awaited, stopped by its process id."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import urlopen

import psutil

CHECKOUT: Final = Path(__file__).resolve().parent.parent
COMMAND: Final = (sys.executable, "-m", "ecx.serve")

PATIENCE: Final = 60
"""Seconds after which a server that does not answer has failed."""


def environment() -> dict[str, str]:
    """Let a program elsewhere import this checkout."""
    paths = [str(CHECKOUT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command until it ends by itself."""
    return subprocess.run(  # noqa: S603  # our own command
        [*COMMAND, *arguments],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env=environment(),
    )


def limited(soft: int, hard: int) -> tuple[str, ...]:
    """Give the command as a program that may open so many files."""
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv.pop(1)), "
        "int(sys.argv.pop(1)))); from ecx.serve import main; sys.exit(main())"
    )
    return (sys.executable, "-c", program, str(soft), str(hard))


@contextmanager
def serving(
    *arguments: str, folder: Path | None = None, command: tuple[str, ...] = COMMAND
) -> Iterator[str]:
    """Serve pages as `ecx` does, for as long as the context lasts.

    Parameters
    ----------
    *arguments
        Options and pages, as on the command line; the port is chosen here.
    folder
        The working directory of the server.
    command
        Another program that takes the same arguments.

    Yields
    ------
    str
        The address, ``"http://127.0.0.1:40123"``, when the server has said that it is ready.
    """
    server = subprocess.Popen(  # noqa: S603  # our own command
        [*command, "--no-browser", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        cwd=folder,
        env=environment(),
    )
    try:
        line = server.stdout.readline() if server.stdout else ""
        words = [word for word in line.split() if word.startswith("http://")]
        assert words, f"the server did not say its address but {line!r}"
        yield words[0].rstrip("/")
    finally:
        server.terminate()
        if server.stdout:
            server.stdout.close()
        server.wait(PATIENCE)


def process_of(kernel: str) -> psutil.Process:
    """Find the process of a kernel: its connection file is named after it."""
    return next(
        process
        for process in psutil.process_iter(["cmdline"])
        if any(kernel in word for word in process.info["cmdline"] or [])
    )


def server_of(process: psutil.Process) -> psutil.Process:
    """Find the server above one of its processes: the one this program started."""
    line = [process, *process.parents()]
    return next(ancestor for ancestor in line if ancestor.ppid() == os.getpid())


def parent_of_kernels(server: psutil.Process) -> psutil.Process | None:
    """Find the process that forks the kernels of a server, if there is one."""
    return next(
        (child for child in server.children() if _names(child, "ecx.serve.parent_program")), None
    )


def kernels_of(server: psutil.Process) -> list[psutil.Process]:
    """Find the kernels of a server, whether it started them itself or had them forked."""
    return [child for child in server.children(recursive=True) if _names(child, "/kernel-")]


def _names(process: psutil.Process, part: str) -> bool:
    try:
        return any(part in word for word in process.cmdline())
    except psutil.NoSuchProcess:  # it has ended meanwhile
        return False


def fetch(
    server: str, path: str, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    """Ask a server for something; its answer, and what is in it.

    Parameters
    ----------
    server
        As `serving` yields it.
    path
        What to ask for, ``"/explorer"``.
    method
        How.
    **headers
        With underscores for hyphens: ``Accept_Encoding="gzip"``.
    """
    where = urlsplit(server)
    connection = HTTPConnection(where.hostname or "", where.port, timeout=PATIENCE)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def read(address: str) -> str:
    """Read one page as text."""
    with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
        text: str = answer.read().decode()
    return text
