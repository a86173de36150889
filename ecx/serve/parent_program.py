"""The program of the kernel parent: imports everything once, and forks a process per kernel.

The server starts it (`ecx.serve.kernel_parent`) and speaks to it over a socket. Each message is
one packet of JSON. The server asks for a kernel::

    {"request": 1, "arguments": ["-f", "kernel-1.json"], "cwd": "/pages", "env": {"LANG": "C"}}

and is answered ``{"request": 1, "forked": 4711}`` with the process id, or
``{"request": 1, "refused": "it has 2 threads"}``. When a kernel has ended, the server is told
``{"ended": 4711, "code": -9}``, by the custom of `subprocess`. When the server is gone, all
kernels end, and the parent with them.
"""

import ast
import ctypes
import gc
import json
import os
import select
import signal
import socket
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any, Final

from ecx import scenario, tally
from ecx.record.elections import latest

LARGEST: Final = 2**20
"""Bytes that a message has at most."""

_PR_SET_PDEATHSIG: Final = 1
"""Linux's number for: send me this signal when my parent ends."""

_ARGUMENTS_START: Final = 45
"""Where the address of the command line stands in ``/proc/self/stat``, behind the name."""


@dataclass(frozen=True, slots=True)
class ForkRequest:
    """The request for a new kernel: its arguments, folder and environment."""

    request: int
    arguments: list[str]
    cwd: str
    env: dict[str, str]


class ParentProgram:
    """The kernel parent.

    Parameters
    ----------
    server : socket.socket
        The connection to the server, which keeps messages apart (``SOCK_SEQPACKET``).
    """

    def __init__(self, server: socket.socket) -> None:
        self._server = server
        self._kernels: set[int] = set()
        # Python writes a byte here when a child ends, which wakes the wait below.
        self._wake, wake = socket.socketpair()
        self._ends = [server, self._wake, wake]
        wake.setblocking(False)  # noqa: FBT003  # the method's one way
        signal.set_wakeup_fd(wake.fileno())
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def serve(self) -> ForkRequest | None:
        """Fork kernels until the server ends.

        Returns
        -------
        ForkRequest or None
            In each kernel what it was given, in the parent None.
        """
        while True:
            ready, _, _ = select.select([self._server, self._wake], [], [])
            if self._wake in ready:
                self._wake.recv(LARGEST)
                self._reap()
            if self._server in ready:
                message = self._hear()
                if not message:
                    break
                wanted = ForkRequest(**json.loads(message))
                if self._fork(wanted.request):
                    self._become_a_child()
                    return wanted
        for kernel in self._kernels:
            with suppress(ProcessLookupError):
                os.kill(kernel, signal.SIGKILL)
        return None

    def _hear(self) -> bytes:
        """Read the next message; return nothing when the server is gone."""
        with suppress(ConnectionResetError):  # it did not read all messages
            return self._server.recv(LARGEST)
        return b""

    def _fork(self, request: int) -> bool:
        """Fork a process, and tell the server; return whether this is the child."""
        threads = len(list(Path("/proc/self/task").iterdir()))
        if threads > 1:
            # A lock that another thread holds would stay locked in the child forever.
            self._tell(request=request, refused=f"it has {threads} threads")
            return False
        try:
            kernel = os.fork()
        except OSError as error:
            self._tell(request=request, refused=str(error))
            return False
        if kernel:
            self._kernels.add(kernel)
            self._tell(request=request, forked=kernel)
        return not kernel

    def _reap(self) -> None:
        """Tell the server which kernels have ended."""
        with suppress(ChildProcessError):  # there is none left
            while True:
                kernel, status = os.waitpid(-1, os.WNOHANG)
                if not kernel:
                    return
                self._kernels.discard(kernel)
                self._tell(ended=kernel, code=os.waitstatus_to_exitcode(status))

    def _tell(self, **message: object) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # the next read says that it is gone
            self._server.send(json.dumps(message).encode())

    def _become_a_child(self) -> None:
        """Drop what belongs to the parent only."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for end in self._ends:
            end.close()


def main(arguments: Sequence[str]) -> None:
    """Run the parent, and a kernel in each child.

    Parameters
    ----------
    arguments : sequence of str
        The file descriptor of the connection to the server, and the notebooks it serves.
    """
    descriptor, *notebooks = arguments
    preload(map(Path, notebooks))
    # Everything loaded now stays in use; a later collection would only copy memory pages.
    gc.collect()
    gc.freeze()
    wanted = ParentProgram(socket.socket(fileno=int(descriptor))).serve()
    if wanted:
        _live(wanted, os.getppid())


def preload(notebooks: Iterable[Path]) -> None:
    """Import what kernels and notebooks import, and read the data that pages open with.

    What else they import is theirs: it may change while the server runs.

    Parameters
    ----------
    notebooks : iterable of pathlib.Path
        The notebooks of the pages.
    """
    from ecx.serve.kernel import load  # noqa: PLC0415  # a kernel then finds it done

    load()
    # plotly checks at import if it is in a notebook: not yet, and kernels have another env.
    os.environ.setdefault("PLOTLY_RENDERER", "plotly_mimetype+notebook")
    imports = chain.from_iterable(map(imported, notebooks))
    for module, name in [("anywidget", ""), ("ecx.app", "explorer"), *imports]:
        with suppress(Exception):  # the page itself will say so
            loaded = import_module(module)
            if name:
                getattr(loaded, name)
    # Every page opens with the latest election.
    tally(scenario(latest()))


def imported(notebook: Path) -> list[tuple[str, str]]:
    """List the modules of ecx that a notebook imports.

    Parameters
    ----------
    notebook : pathlib.Path
        A notebook file.

    Returns
    -------
    list of tuple of str
        Modules and the name that is asked of each, ``("ecx.app", "history")``, in the order of
        the notebook; the name is empty where the module itself is imported. Cells that are more
        than Python are left out, and files that are no notebooks.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        return [pair for source in sources for pair in _imports(source)]
    return []


def _imports(source: str) -> Iterator[tuple[str, str]]:
    with suppress(SyntaxError):
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and not node.level:
                found = [(node.module or "", alias.name) for alias in node.names]
            elif isinstance(node, ast.Import):
                found = [(alias.name, "") for alias in node.names]
            else:
                continue
            yield from (pair for pair in found if pair[0].partition(".")[0] == "ecx")


def _live(wanted: ForkRequest, parent: int) -> None:
    """Run a kernel."""
    from ecx.serve.kernel import main as run_kernel  # noqa: PLC0415  # long since imported

    os.setsid()
    end_with(parent)
    os.environ.clear()
    os.environ.update(wanted.env)
    os.chdir(wanted.cwd)
    sys.path.insert(0, "")  # the notebook's folder, as for any kernel
    sys.argv[1:] = wanted.arguments
    set_title([sys.executable, *wanted.arguments])
    reseed(sys.modules)
    run_kernel(wanted.arguments, watch_parent=False)


def end_with(parent: int) -> None:
    """Make the system end this process when its parent ends.

    Parameters
    ----------
    parent : int
        The process id of the parent; if it has another by now, this process ends at once.

    Raises
    ------
    SystemExit
        If the parent is gone already.
    """
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)


def set_title(command: Sequence[str]) -> None:
    """Change the command line shown in the list of processes, if the new one fits.

    Parameters
    ----------
    command : sequence of str
        A program and its arguments.
    """
    stat = Path("/proc/self/stat").read_text(encoding="utf-8")
    start, end = map(int, stat.rpartition(")")[2].split()[_ARGUMENTS_START:][:2])
    title = b"\0".join(map(os.fsencode, command))
    if start and len(title) < end - start:
        with Path("/proc/self/mem").open("r+b", buffering=0) as memory:
            memory.seek(start)
            memory.write(title.ljust(end - start, b"\0"))


def reseed(modules: Mapping[str, Any]) -> None:
    """Seed the random number generators again, since a fork copies its parent's state.

    Python sees to its module `random` itself.

    Parameters
    ----------
    modules : mapping of str to module
        What has been imported.
    """
    if "numpy.random" in modules:
        modules["numpy.random"].seed()
