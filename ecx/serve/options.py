"""The options of the command line, as one value."""

from dataclasses import dataclass
from pathlib import Path

from ecx.serve.pages import Page


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the command line.

    Attributes
    ----------
    host : str
        Address to listen on.
    port : int
        Port to listen on; 0 takes any that is free.
    browser : bool
        Whether to open a browser when ready.
    pool : int
        Kernels to keep ready for the first page; the other pages keep one each.
    at_most : int
        Pages that may be open at once; the kernels kept ready come on top.
    per_address : int
        Of these, pages that one network address may have open; 0 for all of them.
    site : pathlib.Path or None
        The folder of a site to serve instead of notebooks; None without one.
    for_class : bool
        Whether to show the address that students type.
    names : tuple of str
        Names the server goes by, beside those of this machine.
    pages : tuple of Page
        What to serve, the page for ``/`` first.
    """

    host: str
    port: int
    browser: bool
    pool: int
    at_most: int
    per_address: int
    site: Path | None
    for_class: bool
    names: tuple[str, ...]
    pages: tuple[Page, ...]
