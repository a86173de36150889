"""Compiles what pages use, run by the Python that browsers will run.

Which modules of the standard library are used is seen by using them: all pages are opened, and
whatever a module of the package imports, also within its functions, is imported.
"""

import ast
import json
import marshal
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import ModuleType
from typing import Final

LIBRARY: Final = "/lib/python3.14"
"""Where the packs lay out the standard library and the packages."""

OWN: Final = "/app/ecx"
PACKAGES: Final = "/packages"
OUT: Final = "/out"

MORE: Final = ("_strptime", "encodings.ascii", "encodings.latin_1", "encodings.utf_8_sig")
"""Modules that the interpreter imports by itself when something seldom happens."""

_HEAD: Final = MAGIC_NUMBER + bytes(12)
"""What compiled files begin with; no source has to be compared with."""


def compile_used(pages: str, versions: str) -> str:
    """Compile all modules that pages use, into `OUT`.

    Parameters
    ----------
    pages : str
        JSON of the names of all pages.
    versions : str
        JSON of the versions of packages that are asked for theirs.

    Returns
    -------
    str
        JSON of the paths below `OUT`, sorted.
    """
    sys.path.append(PACKAGES)
    own = sorted(Path(OWN).rglob("*.py"))
    _use(json.loads(pages), versions, own)
    modules = [module for _, module in sorted(sys.modules.items()) if _is_shipped(module)]
    written = [_compile(path.read_bytes(), str(path)) for path in own]
    written += [_compile(_source(module), _place(module)) for module in modules]
    return json.dumps(sorted(written))


def _use(pages: list[str], versions: str, own: list[Path]) -> None:
    """Open all pages, and import what the package could import later."""
    from ecx.site.session import Session  # noqa: PLC0415  # the path is set now

    for page in pages:
        Session(lambda _message: None, versions).open(page)
    for name in (*MORE, *(name for path in own for name in _imported(path))):
        try:
            import_module(name)
        except ModuleNotFoundError:  # for people who work with tables, not for pages
            continue


def _imported(path: Path) -> Iterator[str]:
    """Name the modules that a module imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def _is_shipped(module: ModuleType) -> bool:
    """Tell whether a module of others has a source that browsers need."""
    file = getattr(module, "__file__", None) or ""
    is_inside = getattr(module.__spec__, "origin", "") == "frozen"
    return file.endswith(".py") and not file.startswith("/app/") and not is_inside


def _source(module: ModuleType) -> bytes:
    source: str | None = module.__spec__.loader.get_source(module.__name__)  # type: ignore[union-attr]
    return (source or "").encode()


def _place(module: ModuleType) -> str:
    name = module.__name__.replace(".", "/")
    return f"{LIBRARY}/{name}{'/__init__' if hasattr(module, '__path__') else ''}.py"


def _compile(source: bytes, place: str) -> str:
    """Compile a source; return where the result lies."""
    code = compile(source, place, "exec", dont_inherit=True, optimize=2)
    target = f"{place}c"
    file = Path(OUT + target)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_HEAD + marshal.dumps(code))
    return target
