"""The program of one kernel: IPython's, without the parts a page never uses."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

_LATER: Final = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "faulthandler",
    "ipykernel.debugger",
    "tornado.platform.asyncio",
    "tornado.queues",
)
"""What ipykernel imports while a kernel starts, beside what it imports itself."""


def main(arguments: Sequence[str], *, watch_parent: bool = True) -> None:
    """Run a kernel until it is told to stop.

    Parameters
    ----------
    arguments : sequence of str
        As ipykernel takes them: ``-f`` and the connection file, the last.
    watch_parent : bool, default True
        Look every second whether the process that started this one is still there, and end with
        it. False where the system itself sees to that.
    """
    load()
    from ecx.serve.kernel_app import KernelApp, bound_memory, lean  # noqa: PLC0415  # after `load`

    bound_memory()
    KernelApp.launch_instance(config=lean(arguments[-1], watch_parent=watch_parent))


def load() -> None:
    """Import what every kernel needs, without the debugger."""
    # ipykernel offers a debugger wherever debugpy can be imported.
    sys.modules["debugpy"] = None  # type: ignore[assignment]

    for module in ("ecx.serve.kernel_app", *_LATER):
        import_module(module)
