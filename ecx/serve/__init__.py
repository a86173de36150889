"""The `ecx` command: serves the pages to a class, by default only on this machine.

Nothing here knows what a page shows; nothing else in `ecx` imports it.
"""

import sys

from ecx.serve.command import main

__all__ = ["main"]

# Voilà imports jsonschema, which builds the grammars of international addresses if it finds this
# package: two of three seconds of the start. No schema of the server has such an address, and
# jsonschema does without it.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None: not to be found
