"""Escape text so that plotly shows it unchanged.

Plotly reads a small HTML in every text of a figure (``<b>``, ``<a href>``, ``&lt;``), fills in
templates (``%{x}``), and typesets what stands between dollars where a page has MathJax. A name can
come from a link; it must show as itself.
"""

import re
from typing import Final

_MEANT_FOR_PLOTLY: Final = re.compile(r"[&<>$]|%(?=\{)|(?<=\{)%")


def plain(text: object) -> str:
    """Escape a text so that plotly shows it unchanged in any part of a figure.

    Parameters
    ----------
    text : object
        What is to be read.

    Returns
    -------
    str
        The same, with the characters that plotly would act on as numbers of theirs. The front end
        of a chart turns them back where it writes a title itself.

    Examples
    --------
    >>> plain("John Kasich"), plain("<b>A</b>"), plain("%{x} $1")
    ('John Kasich', '&#60;b&#62;A&#60;/b&#62;', '&#37;{x} &#36;1')
    """
    return _MEANT_FOR_PLOTLY.sub(lambda found: f"&#{ord(found[0])};", str(text))
