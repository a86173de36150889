"""IPython's kernel without the threads, messages and files that pages do not need."""

# mypy: disallow-untyped-calls=False
# The classes of ipykernel carry no annotations.

import logging
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import zmq
from ipykernel import ipkernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell
from ipywidgets import load_ipython_extension
from traitlets import Type
from traitlets.config import Config
from zmq.eventloop.zmqstream import ZMQStream

from ecx.serve.log_filter import RepeatFilter

MEMORY: Final = 512 * 2**20
"""Bytes a kernel may take beyond what its program takes (on Linux).

A page in use takes 10 to 40 million. One that takes more than this was led to it, by a message
made for that; it ends with a `MemoryError`, before the class is without memory.
"""

_log = logging.getLogger(__name__)

_INIT: Final = 1
"""The first process of a system, which never ends: as a parent it is not worth watching."""


class Shell(ZMQInteractiveShell):
    """IPython's shell; it writes errors to the server's log and hides them from the page."""

    def _showtraceback(self, etype: type[BaseException], evalue: Any, stb: list[str]) -> None:  # noqa: ANN401
        super()._showtraceback(etype, evalue, stb)
        _log.error("%s in a page", etype.__name__, exc_info=evalue)


class Kernel(ipkernel.IPythonKernel):
    """IPython's kernel with that shell."""

    shell_class = Type(Shell)

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  # of its class, passed on
        # For its debugger, ipykernel lists the files of all modules. In a forked process this
        # copies their memory pages: 1.5 of 21 MB.
        without_modules = SimpleNamespace(**{**vars(sys), "modules": {}})
        setattr(ipkernel, "sys", without_modules)  # noqa: B010  # not for others to set
        try:
            super().__init__(**kwargs)
        finally:
            setattr(ipkernel, "sys", sys)  # noqa: B010


class KernelApp(IPKernelApp):
    """IPython's kernel program; it runs no user files and has fewer than half of the threads.

    A file that sets up IPython for its owner's work, in a folder of the user or of the machine,
    must not change what visitors see.
    """

    def initialize(self, argv: Any = None) -> None:  # noqa: ANN401  # of its class, passed on
        """Set up the kernel, and shorten its messages in the server's log."""
        super().initialize(argv)
        _log.addHandler(logging.StreamHandler(sys.__stderr__))
        _log.propagate = False  # `sys.stderr` is shown on the page
        repeats = RepeatFilter()
        for handler in (*_log.handlers, *self.log.handlers, logging.lastResort):
            if handler:
                handler.addFilter(repeats)

    def parse_command_line(self, _argv: Any = None) -> None:  # noqa: ANN401  # unread
        """Read no options; `lean` names the connection file, the only setting."""

    def init_config_files(self) -> None:
        """Search for no configuration files."""

    def load_config_file(self, *_args: Any, **_kwargs: Any) -> None:  # noqa: ANN401  # unread
        """Load no configuration file, neither the user's nor the machine's."""

    def init_extensions(self) -> None:
        """Load only the ipywidgets extension, which the parent may have imported already."""
        load_ipython_extension(self.shell)

    def init_code(self) -> None:
        """Run no file before the page, neither a profile's nor PYTHONSTARTUP."""

    def init_heartbeat(self) -> None:
        """Answer the heartbeat in the main thread, so that no second context is needed.

        Not answering would be worse: a client waits for the answer before it closes.
        """
        heart = self.context.socket(zmq.ROUTER)  # type: ignore[union-attr]  # made before
        self.hb_port = self._bind_socket(heart, self.hb_port)
        self._heart = ZMQStream(heart)
        self._heart.on_recv(self._heart.send_multipart)

    def close(self) -> None:
        """Close the sockets."""
        self._heart.close(linger=0)
        super().close()

    def init_control(self, context: Any) -> None:  # noqa: ANN401  # of zmq, passed on
        """Read control messages in the main thread, and start no debugger.

        Pages have no subshells, for which a thread would have to distribute messages.
        """
        super().init_control(context)
        self.debug_shell_socket.close()
        self.shell_channel_thread = None


def lean(connection_file: str, *, watch_parent: bool) -> Config:
    """Configure a kernel without the parts a page never uses.

    Pages have no debugger, no history and no completion.

    Parameters
    ----------
    connection_file : str
        How the server speaks to this kernel.
    watch_parent : bool
        Whether to look every second if the parent process is still there.
    """
    parent = {} if watch_parent else {"parent_handle": _INIT}
    return Config(
        {
            "HistoryManager": {"enabled": False},
            "IPCompleter": {"use_jedi": False},
            "IPKernelApp": {
                "capture_fd_output": False,
                "connection_file": connection_file,
                "kernel_class": Kernel,
                "log_level": "ERROR",
                **parent,
            },
            # Always copy: to send long messages without a copy, a thread must wait for the end.
            # A replayed message is harmless, since nobody else can send to a kernel.
            "Session": {"copy_threshold": sys.maxsize, "digest_history_size": 0},
        }
    )


def bound_memory() -> None:
    """Limit this process's memory to what a page can need, if the system can (Linux)."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415  # not on every system

    taken = next(
        1024 * int(line.split()[1])
        for line in Path("/proc/self/status").read_text().splitlines()
        if line.startswith("VmData:")
    )
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = taken + MEMORY
    if hard == resource.RLIM_INFINITY or wanted <= hard:
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, hard))
