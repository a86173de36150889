"""The prose of notebooks, paragraph by paragraph: each is one entry of the catalogue."""

import re
from collections.abc import Iterator
from typing import Final

from ecx.say import _

_BLANK: Final = re.compile(r"(\n[ \t]*\n\s*)")
_MARKUP: Final = re.compile(r"(?:</?\w+>|\s)*")


def paragraphs(markdown: str) -> Iterator[str]:
    r"""Give the paragraphs of a text; a list is one paragraph.

    Parameters
    ----------
    markdown : str
        A cell of a notebook.

    Yields
    ------
    str
        A paragraph that has words in it, without the lines around it.

    Examples
    --------
    >>> list(paragraphs("# Title\n\nOne\ntwo.\n\n</details>\n"))
    ['# Title', 'One\ntwo.']
    """
    for part in _BLANK.split(markdown):
        if not _MARKUP.fullmatch(part):
            yield part.strip()


def translated(markdown: str) -> str:
    r"""Return a text with each of its paragraphs in the visitor's language.

    Parameters
    ----------
    markdown : str
        A cell of a notebook.

    Returns
    -------
    str
        The same markdown; a paragraph that the catalogue lacks stays English.

    Examples
    --------
    >>> translated("# Title\n\nOne.\n")
    '# Title\n\nOne.\n'
    """
    return "".join(
        part if _MARKUP.fullmatch(part) else part.replace(part.strip(), _(part.strip()))
        for part in _BLANK.split(markdown)
    )
