"""Open each page once, as a visitor would, before the server says that it is ready."""

import json
import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from tornado.httpclient import AsyncHTTPClient, HTTPClientError

from ecx.say import _
from ecx.serve.pages import KERNEL, Page
from ecx.serve.start_errors import PageError

PATIENCE: Final = 120.0
"""Seconds a page may take to open on a slow machine that has just been switched on."""

_OUTPUT: Final = re.compile(r'<script type="application/json">(.*?)</script>', re.DOTALL)


async def check_pages(
    pages: Iterable[Page], address: str, leave: Callable[[str], Awaitable[None]]
) -> list[str]:
    """Open each page, and close it again.

    Parameters
    ----------
    pages : iterable of Page
        What to open.
    address : str
        Where the server listens, ``"http://127.0.0.1:8866/"``.
    leave : callable
        Gives the kernel of a page back, by its id.

    Returns
    -------
    list of str
        What is wrong, in a sentence each.

    Raises
    ------
    PageError
        If not a single page could be opened.
    """
    client = AsyncHTTPClient(force_instance=True)
    troubles, opened = [], 0
    try:
        for page in pages:
            try:
                answer = await client.fetch(
                    address + page.name, request_timeout=PATIENCE, connect_timeout=PATIENCE
                )
            except (HTTPClientError, OSError) as error:
                troubles.append(
                    _("The page “{page}” could not be opened: {error}.").format(
                        page=page.name, error=error
                    )
                )
                continue
            opened += 1
            html = answer.body.decode()
            if _has_error(html):
                troubles.append(
                    _("A cell of the page “{page}” fails. The lines above say why.").format(
                        page=page.name
                    )
                )
            if named := KERNEL.search(html):
                await leave(named[1])
    finally:
        client.close()
    if not opened:
        raise PageError(" ".join(troubles))
    return troubles


def _has_error(html: str) -> bool:
    """Tell whether a cell's output in a page, as JSON, is an error."""
    return any(json.loads(output)["output_type"] == "error" for output in _OUTPUT.findall(html))
