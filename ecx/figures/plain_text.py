"""Text that plotly shows as it is, whoever wrote it.

Plotly reads a small HTML in every text of a figure (``<b>``, ``<a href>``, ``&lt;``), fills in
templates (``%{x}``), and typesets what stands between dollars where a page has MathJax. A name can
come from a link; it must show as itself.
"""

import re
from typing import Final

_MEANT_FOR_PLOTLY: Final = re.compile(r"[&<>$]|%(?=\{)|(?<=\{)%")


def plain(text: object) -> str:
    """Write a text so that plotly shows exactly it, in whatever part of a figure it stands.

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
