"""The files that pages load: read once, joined, compressed, never changed.

The front end is our own few modules plus two files that the installed packages carry for hosts
such as this one: the widget classes of ``widgetsnbextension`` and the runtime of ``anywidget``.
The two are joined into one response when the server starts. Plotly's program is large and only
pages with a chart ask for it, so it is read when the first of them does. The address of an asset
contains a digest of them all, so browsers may keep it for ever and still see every update.
"""

import gzip
import hashlib
import json
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from jupyter_core.paths import jupyter_path

from ecx.esm import strip_comments
from ecx.say import _
from ecx.serve.start_errors import MissingLibraryError

LIBRARIES: Final = {
    "nbextensions/jupyter-js-widgets/extension": "jupyter-js-widgets/extension.js",
    "anywidget": "anywidget/index.js",
}
"""Installed files to load, by the name the front end knows the module by."""

CHARTS: Final = "plotly.min.js"
"""The program that draws charts, as the installed plotly carries it."""

_SUFFIXES: Final = frozenset({".css", ".svg"})
_SHEET: Final = "page.css"


@dataclass(frozen=True, slots=True)
class Asset:
    """One complete response.

    Attributes
    ----------
    content_type : str
        Media type with charset.
    body, packed : bytes
        The content as it is, and gzip-compressed.
    """

    content_type: str
    body: bytes
    packed: bytes


@dataclass(frozen=True, slots=True)
class Assets:
    """The assets of this server.

    Attributes
    ----------
    digest : str
        Changes when any of them does; part of their address.
    by_name : dict of str to Asset
        By file name, ``"page.js"``.
    """

    digest: str
    by_name: dict[str, Asset]

    @property
    def modules(self) -> list[str]:
        """Names of our own JavaScript modules, which pages load early and in parallel."""
        return sorted(
            name for name in self.by_name if name.endswith(".js") and name != "libraries.js"
        )

    def find(self, name: str) -> Asset | None:
        """Find an asset by its file name.

        Parameters
        ----------
        name : str
            ``"page.js"``.

        Returns
        -------
        Asset or None
            None if there is none of that name.
        """
        return _charts() if name == CHARTS else self.by_name.get(name)


def load_assets() -> Assets:
    """Read, join and compress the assets.

    Returns
    -------
    Assets
        Our own files in ``template/static``, of which ``page.css`` begins with the colors of the
        pages, and ``libraries.js``.

    Raises
    ------
    MissingLibraryError
        If an installed package lacks the file that pages load from it.
    """
    contents = dict(_own_files()) | {"libraries.js": _libraries()}
    digest = hashlib.sha256(version("plotly").encode())
    for name, body in sorted(contents.items()):
        digest.update(name.encode() + b"\0" + body + b"\0")
    return Assets(
        digest.hexdigest()[:16], {name: _asset(name, body) for name, body in contents.items()}
    )


def _own_files() -> Iterator[tuple[str, bytes]]:
    colors = files("ecx").joinpath("app", "kit", "colors.css").read_bytes()
    for entry in files("ecx").joinpath("serve", "template", "static").iterdir():
        suffix = Path(entry.name).suffix
        if suffix == ".js":
            yield entry.name, strip_comments(entry.read_text(encoding="utf-8")).encode()
        elif entry.name == _SHEET:
            yield entry.name, colors + entry.read_bytes()
        elif suffix in _SUFFIXES:
            yield entry.name, entry.read_bytes()


def _libraries() -> bytes:
    """Join installed JavaScript files, each in a function that names what it defines.

    They read `AbortSignal` as that function gives it, with more patience (``amd.js``).
    """
    parts = (
        f"((define, AbortSignal) => {{\n{_installed(file)}\n}})"
        f"(define.as({json.dumps(name)}), define.AbortSignal);"
        for name, file in LIBRARIES.items()
    )
    return "\n".join(parts).encode()


def _installed(file: str) -> str:
    for folder in jupyter_path("nbextensions"):
        path = Path(folder, file)
        if path.is_file():
            return path.read_text(encoding="utf-8").replace("//# sourceMappingURL=", "// from ")
    raise MissingLibraryError(
        _(
            "the file {file} of the Jupyter widgets is not installed; install ipywidgets and "
            "anywidget again, where ecx is installed"
        ).format(file=file)
    )


@cache
def _charts() -> Asset:
    """Read and compress the chart library when the first page requests it."""
    return _asset(CHARTS, files("plotly").joinpath("package_data", CHARTS).read_bytes())


def _asset(name: str, body: bytes) -> Asset:
    media = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if media in {"application/javascript", "application/x-javascript"}:
        media = "text/javascript"
    return Asset(f"{media}; charset=utf-8", body, gzip.compress(body, 9, mtime=0))
