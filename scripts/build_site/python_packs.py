"""What Python reads in a browser: its library and packages, and this package with its data."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import ecx
from build_site.compiling import LIBRARY, OWN, PACKAGES
from build_site.node_program import NodeProgram
from build_site.packs import packed
from ecx.record.files import folder

DISTRIBUTIONS: Final = {
    "anywidget": "anywidget",
    "comm": "comm",
    "ipywidgets": "ipywidgets",
    "markupsafe": "markupsafe",
    "psygnal": "psygnal",
    "traitlets": "traitlets",
    "typing_extensions": "typing_extensions",
}
"""Packages that pages use, by the name of their module."""

_PACKAGE: Final = Path(ecx.__file__).parent
_READ: Final = frozenset({".css", ".js", ".mo"})
"""Endings of files that the package reads beside its modules."""

_UNREAD: Final = frozenset({"README.md", "datapackage.json", "nad83.topo.json"})
"""Files of `data/` that no page reads."""


@dataclass(frozen=True, slots=True)
class PythonPacks:
    """The two packs.

    Attributes
    ----------
    library : bytes
        The parts of the standard library and of packages that pages use.
    own : bytes
        This package, its data and its notebooks.
    """

    library: bytes
    own: bytes


def make_packs(program: NodeProgram) -> PythonPacks:
    """Compile what the pages use, and pack it.

    Parameters
    ----------
    program : NodeProgram
        What compiles.

    Returns
    -------
    PythonPacks
        The packs.
    """
    beside = {path: file for path, file in own_files() if file.suffix != ".py"}
    sources = {**dict(own_files()), **dict(_packages())}
    sources["/app/compiling.py"] = Path(__file__).with_name("compiling.py")
    compiled = program.compile(sources)
    library = {path: body for path, body in compiled.items() if path.startswith(LIBRARY)}
    own = {path: body for path, body in compiled.items() if path.startswith(OWN)}
    own |= {path: file.read_bytes() for path, file in beside.items()}
    return PythonPacks(packed(library), packed(own))


def own_files() -> Iterator[tuple[str, Path]]:
    """Yield the files of this package that pages use, by where they lie for Python.

    Yields
    ------
    tuple of str and pathlib.Path
        Modules, what they read, the data and the notebooks; nothing of the server.
    """
    for file in sorted(_PACKAGE.rglob("*")):
        inner = file.relative_to(_PACKAGE)
        if inner.parts[0] != "serve" and file.suffix in {".py", *_READ}:
            yield f"{OWN}/{inner.as_posix()}", file
    data = folder("data")
    for file in sorted([*data.glob("*.*"), *data.glob("shapes/*.*")]):
        if file.name not in _UNREAD:
            yield f"/app/data/{file.relative_to(data).as_posix()}", file
    for file in sorted(folder("notebooks").glob("*.ipynb")):
        yield f"/app/notebooks/{file.name}", file


def _packages() -> Iterator[tuple[str, Path]]:
    """Yield the modules of other packages."""
    for name in sorted(DISTRIBUTIONS):
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(f"{name} is not installed; run make site again")
        origin = Path(spec.origin)
        if not spec.submodule_search_locations:
            yield f"{PACKAGES}/{origin.name}", origin
            continue
        for file in sorted(origin.parent.rglob("*.py")):
            inner = file.relative_to(origin.parent)
            if "tests" not in inner.parts:
                yield f"{PACKAGES}/{name}/{inner.as_posix()}", file
