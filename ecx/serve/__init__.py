"""The `ecx` command: serves the pages to a class, by default only on this machine."""

from ecx.serve.command import main

__all__ = ["main"]
