"""The server's side of the kernel parent, a process that forks a kernel on request."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

from tornado.log import app_log

POSSIBLE: Final = sys.platform == "linux"
"""Whether kernels are forked at all. Elsewhere a process that was forked may not use all of its
system: macOS ends one that does, and Windows cannot fork."""

PATIENCE: Final = 60.0
"""Seconds after which a parent that does not answer has failed, its first imports included."""

_LARGEST_ANSWER: Final = 4096

_LAUNCH: Final = (
    "import sys; sys.path.append({root!r}); "
    "from ecx.serve.parent_program import main; main(sys.argv[1:])"
)


class ForkedKernel:
    """A kernel process with the parts of `subprocess.Popen` that `jupyter_client` uses.

    Parameters
    ----------
    parent : KernelParent
        The server's side of the process that forked it.
    pid : int
        Its process id, and that of its group.

    Attributes
    ----------
    returncode : int or None
        By the custom of `subprocess`: None while it runs, or minus the signal that ended it.
    """

    stdin = stdout = stderr = None

    def __init__(self, parent: "KernelParent", pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._parent = parent

    def poll(self) -> int | None:
        """Return the exit code; None while the process runs."""
        self._parent.listen()
        if self.returncode is None and _has_ended(self.pid):
            return -signal.SIGKILL  # until its parent reports the exit code
        return self.returncode

    wait = poll  # called only after a kernel has ended

    def send_signal(self, signum: int) -> None:
        """Send a signal to the process, if it still runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, signum)

    def terminate(self) -> None:
        """Ask the process to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """Kill the process."""
        self.send_signal(signal.SIGKILL)


def _has_ended(pid: int) -> bool:
    """Tell whether a process has ended, even if its parent has not noticed yet."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return True
    return stat.rpartition(b")")[2].split()[0] in b"ZX"


class KernelParent:
    """The process that forks kernels; it starts with the first kernel, or earlier on request.

    If it ends, its kernels end too, and another parent is started for the next kernel. If it ends
    before it has forked a kernel, no other is started: that would fail again.

    Parameters
    ----------
    notebooks : sequence of str
        The files of the pages, for it to import what they do.
    env : mapping of str to str
        Its environment.
    """

    def __init__(self, notebooks: Sequence[str], env: Mapping[str, str]) -> None:
        self._notebooks = notebooks
        self._env = env
        self._hopeful = POSSIBLE
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None
        self._kernels: dict[int, ForkedKernel] = {}
        self._numbers = count(1)
        self._number = 0
        self._answer: asyncio.Future[ForkedKernel | None] | None = None
        self._turn = asyncio.Lock()

    def start(self) -> None:
        """Start the process, unless it runs or cannot be used."""
        if self._socket or not self._hopeful:
            return
        self._hopeful = False  # until it has forked a kernel
        root = str(Path(__file__).resolve().parents[2])
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)  # noqa: FBT003  # the method's one way
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603  # our own program
                [
                    *(sys.executable, "-P", "-c", _LAUNCH.format(root=root)),
                    *(str(theirs.fileno()), *self._notebooks),
                ],
                stdin=subprocess.DEVNULL,
                env=self._env,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._socket = ours

    def stop(self) -> None:
        """End the process and its kernels."""
        self._hopeful = False
        self._lose()

    async def fork(
        self, arguments: Sequence[str], cwd: str, env: Mapping[str, str]
    ) -> ForkedKernel | None:
        """Fork a kernel.

        Parameters
        ----------
        arguments : sequence of str
            Its command line, without the program.
        cwd : str
            Its working directory.
        env : mapping of str to str
            Its whole environment.

        Returns
        -------
        ForkedKernel or None
            None if it must be started as any program is.
        """
        async with self._turn:
            self.start()
            if self._socket is None:
                return None
            connection, loop = self._socket, asyncio.get_running_loop()
            self._number = next(self._numbers)
            self._answer = loop.create_future()
            wish = {"request": self._number, "arguments": arguments, "cwd": cwd, "env": {**env}}
            loop.add_reader(connection, self.listen)
            try:
                connection.send(json.dumps(wish).encode())
                return await asyncio.wait_for(self._answer, PATIENCE)
            except TimeoutError:
                app_log.error("the parent of the kernels does not answer; it is ended")
                self._lose()
                return None
            except OSError:  # it is gone, or the environment is too large for one message
                return None
            finally:
                loop.remove_reader(connection)
                self._answer = None
                if self._socket is not connection:
                    connection.close()

    def listen(self) -> None:
        """Read the process's messages that have arrived, without waiting."""
        while self._socket:
            try:
                message = self._socket.recv(_LARGEST_ANSWER)
            except BlockingIOError:
                return
            except ConnectionError:
                message = b""
            if message:
                self._hear(json.loads(message))
            else:
                app_log.error("the parent of the kernels has ended, and they with it")
                self._lose()

    def _hear(self, message: dict[str, int]) -> None:
        if "ended" in message:
            self._kernels.pop(message["ended"]).returncode = message["code"]
            return
        kernel = None
        if "forked" in message:
            self._hopeful = True
            kernel = self._kernels[message["forked"]] = ForkedKernel(self, message["forked"])
        if self._answer and not self._answer.done() and message["request"] == self._number:
            self._answer.set_result(kernel)
        elif kernel:  # nobody waits for it any more
            kernel.kill()

    def _lose(self) -> None:
        """Close the connection to the process; its kernels end with it."""
        if self._process:
            self._process.kill()
            self._process.wait()
        for kernel in self._kernels.values():
            kernel.returncode = -signal.SIGKILL
        self._kernels.clear()
        if self._socket and not self._answer:
            self._socket.close()
        self._process = self._socket = None
        if self._answer and not self._answer.done():
            self._answer.set_result(None)
