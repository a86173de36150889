"""The pages of the site as HTML, from the same templates and notebooks as those of the server."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader
from nbconvert.filters.markdown_mistune import MarkdownWithMath

import ecx
from ecx.esm import join
from ecx.link.address import HOME
from ecx.say import LANGUAGE, _
from ecx.serve import landing
from ecx.serve.page_words import told
from ecx.serve.pages import Page
from ecx.serve.policy import content_policy
from ecx.serve.prose import ProseRenderer
from ecx.serve.sheet_words import site_words

SCRIPTS: Final = Path(ecx.__file__).parent / "site"
"""Where the JavaScript of the site is."""

FIRST_SCRIPT: Final = "first_page.js"
"""The script of the list of pages."""

_RUNS: Final = {"script-src": "'self' blob: 'wasm-unsafe-eval'", "worker-src": "'self'"}
"""What the policy of a page that runs Python allows beyond that of the server."""


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the pages of a site are told of its files.

    Attributes
    ----------
    static : str
        The folder of scripts and styles, relative to the pages.
    files : dict of str to Any
        `SiteFiles` of ``ecx/site/types.d.ts``, without the page and its states.
    """

    static: str
    files: dict[str, Any]


class PageFiles:
    """Renders pages.

    Parameters
    ----------
    facts : SiteFacts
        Where files are.
    """

    def __init__(self, facts: SiteFacts) -> None:
        self._facts = facts
        loader = FileSystemLoader(str(files("ecx").joinpath("serve", "template")))
        self._own = Environment(loader=loader, autoescape=True)
        # As the exporter of notebooks has it, which escapes nothing by itself.
        self._notebooks = Environment(loader=loader, autoescape=False)  # noqa: S701
        self._notebooks.filters["markdown2html"] = _html_of

    def page(
        self, page: Page, outputs: list[dict[str, Any]], states: str, links: Mapping[str, str]
    ) -> str:
        """Render the page of a notebook.

        Parameters
        ----------
        page : Page
            The page.
        outputs : list of dict
            What each cell of code shows, by media type.
        states : str
            Where the states of its widgets are.
        links : mapping of str to str
            Where it is written what of the states differs with a link, by the link's query.

        Returns
        -------
        str
            HTML.
        """
        notebook = json.loads(page.path.read_text("utf-8"))
        about = told(page)
        site = {**self._facts.files, "page": page.name, "states": states, "links": links}
        config = {
            **about,
            "words": {**about["words"], **site_words()},
            "static": self._facts.static,
            "modules": [],
            "charts": "",
            "policy": content_policy(_RUNS),
            "site": site,
        }
        cells = list(_cells(notebook["cells"], outputs))
        return self._notebooks.get_template("index.html.j2").render(
            page_config=config,
            nb=notebook,
            kernel_start=lambda _notebook: "",
            cell_generator=lambda _notebook, _kernel: cells,
        )

    def contents(self, pages: tuple[Page, ...]) -> str:
        """Render the list of pages.

        Parameters
        ----------
        pages : tuple of Page
            All pages.

        Returns
        -------
        str
            HTML.
        """
        return self._own_page("contents.html.j2", pages=pages, landing=landing, script=FIRST_SCRIPT)

    def lost(self, pages: tuple[Page, ...], style: str) -> str:
        """Render the page for addresses that are not there.

        Parameters
        ----------
        pages : tuple of Page
            All pages.
        style : str
            The style sheet of pages.

        Returns
        -------
        str
            HTML that needs no other file.
        """
        script = join(SCRIPTS / "lost.js")
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        return self._own_page(
            "lost.html.j2",
            rules={"script-src": f"'sha256-{digest}'"},
            pages={page.name: page.link for page in pages},
            words=_("There is no page at this address."),
            style=style,
            script=script,
        )

    def _own_page(self, template: str, rules: Mapping[str, str] | None = None, **more: Any) -> str:  # noqa: ANN401
        return self._own.get_template(template).render(
            root=HOME,
            static=self._facts.static,
            language=LANGUAGE,
            policy=content_policy(rules or {}),
            _=_,
            **more,
        )


def _cells(cells: list[dict[str, Any]], outputs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the cells of a notebook with what they showed when they were run."""
    shown = iter(outputs)
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] != "code":
            yield {**cell, "source": source}
            continue
        data = next(shown)
        result = {"output_type": "execute_result", "data": data, "metadata": {}}
        yield {**cell, "source": "", "outputs": [result] if data else []}


class _NoImages:
    """Stands for the server's files, of which prose has none."""

    def file_exists(self, _path: str) -> bool:
        """Tell that there is no such file."""
        return False


def _html_of(prose: str) -> str:
    """Convert prose to HTML as the server does."""
    renderer = ProseRenderer(_NoImages(), escape=False)
    html: str = MarkdownWithMath(renderer=renderer).render(prose)
    return html
