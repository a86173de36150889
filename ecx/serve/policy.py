"""What a page may load: files of its own host, and nothing else."""

from collections.abc import Mapping
from typing import Final

_RULES: Final = {
    "default-src": "'self'",
    # anywidget loads a widget's module from a blob; ipywidgets writes its own styles.
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def content_policy(more: Mapping[str, str]) -> str:
    """Write the content policy of a page.

    Parameters
    ----------
    more : mapping of str to str
        Rules that depend on the host; they take the place of those of the same name.

    Returns
    -------
    str
        The policy, as a header or a ``meta`` element has it.

    Examples
    --------
    >>> content_policy({"connect-src": "'none'"}).split("; ")[5:7]
    ["connect-src 'none'", "object-src 'none'"]
    """
    return "; ".join(f"{name} {sources}" for name, sources in {**_RULES, **more}.items())
