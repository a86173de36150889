"""The pages of the server: one notebook each, listed with its title and what it is for."""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ecx.link import address
from ecx.say import _
from ecx.serve.start_errors import PageError

FIRST_PAGE: Final = address.PageName.EXPLORER
"""The page that comes first wherever pages are listed."""

KERNEL: Final = re.compile(r'id="sheet-kernel" value="([\w-]+)"')
"""How the HTML of a page names its kernel."""


@dataclass(frozen=True, slots=True)
class Page:
    """One notebook, as visitors see it.

    Attributes
    ----------
    name : str
        Its name in the address, ``"explorer"``.
    path : pathlib.Path
        The notebook file.
    title : str
        The first heading of its prose, or its name where there is none.
    summary : str
        What it is for, in a sentence: ``{"ecx": {"line": ...}}`` in the notebook's metadata, or
        the first sentence below the heading, without markup; empty where there is none.
    charts : bool
        Whether it draws with plotly: its notebook's metadata say ``{"ecx": {"charts": true}}``.
    order : float
        Its place among the others, ``{"ecx": {"order": 2}}``; a page that names none is last.
    """

    name: str
    path: Path
    title: str
    summary: str
    charts: bool = False
    order: float = math.inf

    @property
    def link(self) -> str:
        """The link that leads to it from beside it."""
        return address.href(self.name)

    @property
    def file(self) -> str:
        """The notebook's file name, by which Voilà finds it."""
        return self.path.name


def find_pages(wanted: Sequence[str], folder: Path) -> tuple[Page, ...]:
    """Find the notebooks to serve.

    Parameters
    ----------
    wanted : sequence of str
        Names of pages in `folder`, or paths of notebooks that lie side by side in some other
        folder. With none, every notebook in `folder` is a page.
    folder : pathlib.Path
        Where the pages of ecx are.

    Returns
    -------
    tuple of Page
        In the order that their metadata give, then by name; as given where names were given.

    Raises
    ------
    PageError
        If a page is not there, two have one name, they lie in different folders, a notebook
        cannot be read, or there is no page at all.
    """
    paths = [_locate(name, folder) for name in wanted] or [*folder.glob("*.ipynb")]
    if not paths:
        raise PageError(_("there is no page to serve in {folder}").format(folder=folder))
    if len({path.parent for path in paths}) > 1:
        raise PageError(_("pages must lie in one folder; start one server for each folder"))
    pages = [_read(path) for path in dict.fromkeys(paths)]
    return tuple(pages if wanted else sorted(pages, key=lambda page: (page.order, page.name)))


def _locate(name: str, folder: Path) -> Path:
    for path in (folder / f"{name}.ipynb", Path(name)):
        if path.suffix == ".ipynb" and path.is_file():
            return path.resolve()
    there = ", ".join(sorted(path.stem for path in folder.glob("*.ipynb"))) or _("none")
    raise PageError(
        _("there is no page {name}: neither a page of ecx ({pages}) nor a notebook file").format(
            name=repr(name), pages=there
        )
    )


def _read(path: Path) -> Page:
    try:
        notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        prose = "\n\n".join(
            "".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "markdown"
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PageError(
            _("{path} cannot be read as a notebook: {error}").format(path=path, error=repr(error))
        ) from error
    heading = re.search(r"^#+\s+(.+?)\s*#*$", prose, re.MULTILINE)
    title = _plain(heading[1]) if heading else path.stem
    own = notebook.get("metadata", {}).get("ecx", {})
    return Page(
        path.stem,
        path,
        title,
        own.get("line") or _first_sentence(prose),
        bool(own.get("charts")),
        own.get("order", math.inf),
    )


def _first_sentence(prose: str) -> str:
    r"""Return the first sentence that is not part of a heading.

    Examples
    --------
    >>> _first_sentence("# Swing\n\nWhat *if* [Ohio](x) had gone\nthe other way? Try it.\n\nMore.")
    'What if Ohio had gone the other way?'
    """
    text = re.sub(r"^#.*$", "", prose, flags=re.MULTILINE).strip()
    paragraph = " ".join(text.split("\n\n", maxsplit=1)[0].split())
    return re.split(r"(?<=[.!?])\s", _plain(paragraph), maxsplit=1)[0]


def _plain(markdown: str) -> str:
    without_links = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    return re.sub(r"[*_`]+", "", without_links)
