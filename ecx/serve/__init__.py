"""The `ecx` command: serves the pages to a class, on this machine unless told otherwise."""

from ecx.serve.command import main

__all__ = ["main"]
