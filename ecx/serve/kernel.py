"""The program of one kernel: IPython's, without what a page never uses."""

from collections.abc import Sequence


def main(arguments: Sequence[str]) -> None:
    """Run a kernel until it is told to stop.

    Parameters
    ----------
    arguments : sequence of str
        As ipykernel takes them: ``-f`` and the connection file.
    """
    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance([*arguments, "--log-level=ERROR"])
