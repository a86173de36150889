"""One page in a browser: its notebook is run, and its widgets are kept in step with the page."""

import ast
import json
from collections.abc import Callable
from typing import Any, Final, Protocol

from ecx.record.files import folder
from ecx.site import stand_ins

_PAGE: Final = "<page>"


class SentBytes(Protocol):
    """Bytes of JavaScript, as Python has them in a browser."""

    def to_bytes(self) -> bytes:
        """Copy them."""


class Session:
    """Python behind one page.

    Parameters
    ----------
    send : callable
        Sends a message to the page, in bytes.
    versions : str
        JSON of the versions of packages, by name.
    """

    def __init__(self, send: Callable[[bytes], None], versions: str) -> None:
        stand_ins.install(json.loads(versions))
        from ipywidgets import register_comm_target  # noqa: PLC0415  # after the stand-ins

        from ecx.site.browser_kernel import BrowserKernel  # noqa: PLC0415  # likewise

        self._kernel = BrowserKernel(send)
        register_comm_target()

    def open(self, page: str) -> str:
        """Run the notebook of a page, unheard.

        Parameters
        ----------
        page : str
            The name of the page, ``"explorer"``.

        Returns
        -------
        str
            JSON of a list: what each cell of code shows, by media type.
        """
        notebook = json.loads((folder("notebooks") / f"{page}.ipynb").read_text("utf-8"))
        names: dict[str, Any] = {"__name__": "__main__"}
        codes = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]
        return json.dumps([run_cell(code, names) for code in codes])

    def begin(self) -> None:
        """Speak to the page, which has the widgets now."""
        self._kernel.begin()

    def take(self, message: SentBytes) -> None:
        """Carry out a message of the page.

        Parameters
        ----------
        message : SentBytes
            As `ecx.site.wire` reads it.
        """
        self._kernel.take(message.to_bytes())


def run_cell(code: str, names: dict[str, Any]) -> dict[str, Any]:
    """Run the code of a cell, and say what it shows.

    Parameters
    ----------
    code : str
        Statements; if the last is an expression, its value is shown.
    names : dict of str to Any
        The variables of the notebook.

    Returns
    -------
    dict of str to Any
        By media type; empty if nothing is shown.

    Examples
    --------
    >>> run_cell("a = 2; a + 1", {})
    {'text/plain': '3'}
    >>> run_cell("a = 2", {})
    {}
    """
    tree = ast.parse(code)
    last = ast.Expression(ast.Constant(None, lineno=1, col_offset=0))
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body[-1].value)
        tree.body.pop()
    exec(compile(tree, _PAGE, "exec"), names)  # noqa: S102  # the notebook of the page
    value = eval(compile(last, _PAGE, "eval"), names)  # noqa: S307  # likewise
    if value is None:
        return {}
    described = getattr(value, "_repr_mimebundle_", None)
    if described is None:
        return {"text/plain": repr(value)}
    bundle: dict[str, Any] = described()
    # The text has addresses in memory, which are others each time, and nobody reads it.
    return {media: content for media, content in bundle.items() if media != "text/plain"}
