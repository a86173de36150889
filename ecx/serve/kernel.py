"""The program of one kernel: IPython's, without what a page never uses."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str], *, watch_parent: bool = True) -> None:
    """Run a kernel until it is told to stop.

    Parameters
    ----------
    arguments : sequence of str
        As ipykernel takes them: ``-f`` and the connection file.
    watch_parent : bool, default True
        Look every second whether the process that started this one is still there, and end with
        it. False where the system itself sees to that.
    """
    load()
    from ecx.serve.kernel_app import KernelApp, bound_memory, lean  # noqa: PLC0415  # after `load`

    bound_memory()
    KernelApp.launch_instance(list(arguments), config=lean(watch_parent=watch_parent))


def load() -> None:
    """Import what every kernel needs, and nothing of a debugger."""
    # ipykernel offers a debugger wherever debugpy can be imported.
    sys.modules["debugpy"] = None  # type: ignore[assignment]

    import ecx.serve.kernel_app  # noqa: F401, PLC0415  # after debugpy is out of reach
