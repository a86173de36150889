"""Runs `program.js` in node, with the Python that browsers will run."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

TOP: Final = Path(__file__).resolve().parents[2]
PYODIDE: Final = TOP / "node_modules" / "pyodide"
"""The package as ``npm ci`` lays it out."""

ASKED: Final = ("anywidget", "psygnal")
"""Packages that ask for their version when they are imported."""

EMPTY_ZIP: Final = b"PK\x05\x06" + bytes(18)


def versions() -> dict[str, str]:
    """Return the versions of the packages that ask for theirs."""
    return {name: version(name) for name in ASKED}


@dataclass(frozen=True, slots=True)
class NodeProgram:
    """The program, and the folder in which it writes.

    Attributes
    ----------
    folder : pathlib.Path
        An empty folder for what passes between the build and the program.
    pages : list of str
        Names of the pages.
    """

    folder: Path
    pages: list[str]

    def compile(self, sources: Mapping[str, Path]) -> dict[str, bytes]:
        """Compile what the pages use.

        Parameters
        ----------
        sources : mapping of str to pathlib.Path
            Files that Python needs for it, by where they lie for Python.

        Returns
        -------
        dict of str to bytes
            Compiled modules by where they lie for Python.
        """
        named = [[path, str(file)] for path, file in sources.items()]
        out = self._run("compile", sources=named)
        files = sorted(path for path in out.rglob("*.pyc"))
        return {f"/{path.relative_to(out).as_posix()}": path.read_bytes() for path in files}

    def record(self, packs: list[bytes], links: Mapping[str, list[str]]) -> dict[str, bytes]:
        """Open each page, and record what it shows.

        Parameters
        ----------
        packs : list of bytes
            What Python reads.
        links : mapping of str to list of str
            Queries to record beside what a page opens with, by the name of the page.

        Returns
        -------
        dict of str to bytes
            JSON with ``outputs``, ``states`` and, by query, what differs with ``links``; by the
            name of the page.
        """
        files = []
        for number, pack in enumerate(packs):
            files.append(self.folder / f"{number}.pack")
            files[-1].write_bytes(pack)
        out = self._run("record", packs=[str(file) for file in files], links=links)
        return {page: (out / f"{page}.json").read_bytes() for page in self.pages}

    def _run(self, what: str, **more: object) -> Path:
        """Give the program an order, and return the folder in which it has written."""
        out = self.folder / what
        out.mkdir()
        empty = self.folder / "empty.zip"
        empty.write_bytes(EMPTY_ZIP)
        given = {"pyodide": str(PYODIDE), "out": str(out), "empty": str(empty)}
        order = self.folder / f"{what}.json"
        order.write_text(
            json.dumps({**given, "pages": self.pages, "versions": versions(), **more}), "utf-8"
        )
        node = Path(sys.executable).with_name("node")
        program = Path(__file__).with_name("program.js")
        subprocess.run([node, program, what, order], check=True, cwd=TOP)  # noqa: S603  # our own
        return out
