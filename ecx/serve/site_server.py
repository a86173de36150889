"""The pages without kernels: what ``make site`` wrote, from memory, for a whole school."""

import gzip
import hashlib
import mimetypes
import re
import signal
import socket
import sys
import threading
import webbrowser
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Final

from jinja2 import Environment, FileSystemLoader
from tornado.ioloop import IOLoop
from tornado.web import Application, RequestHandler

from ecx.say import LANGUAGE, _
from ecx.serve import limits
from ecx.serve.class_page import Door, doors, how_to_join, shown_doors
from ecx.serve.hosts import Hosts, web_address
from ecx.serve.listener import Listener
from ecx.serve.options import Options
from ecx.serve.policy import content_policy
from ecx.serve.start_errors import PageError

FOREVER: Final = "public, max-age=31536000, immutable"
"""For files whose address changes with their content."""

PIECE: Final = 65_536
"""Bytes of a file that are sent at once."""

MOST: Final = 1_000
"""Connections at once; a browser opens up to six."""

_LASTING: Final = re.compile(r"[0-9a-f]{16}")
_MEDIA: Final = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".pack": "application/octet-stream",
    ".wasm": "application/wasm",
    ".json": "application/json",
}
_HEAD: Final = '<meta charset="utf-8">'


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of the site.

    Attributes
    ----------
    media : str
        Its type.
    body : bytes
        Its content.
    packed : bytes or None
        The content gzip-compressed; None where that is not smaller.
    lasting : bool
        Whether its address changes with its content.
    """

    media: str
    body: bytes
    packed: bytes | None
    lasting: bool


def read_site(folder: Path) -> dict[str, SiteFile]:
    """Read the files of a site.

    Parameters
    ----------
    folder : pathlib.Path
        Where ``make site`` wrote them.

    Returns
    -------
    dict of str to SiteFile
        By address, relative to the first page: ``"explorer.html"``.

    Raises
    ------
    PageError
        If there is no site in the folder.
    """
    if not (folder / "index.html").is_file():
        raise PageError(
            _("There is no site in {folder}. Run make site, or name its folder").format(
                folder=folder
            )
        )
    return {
        path.relative_to(folder).as_posix(): _file(path, path.relative_to(folder).as_posix())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def serve_files(options: Options, sockets: list[socket.socket], site: dict[str, SiteFile]) -> None:
    """Serve a site until the process is interrupted or terminated.

    Parameters
    ----------
    options : Options
        What the command line asked for.
    sockets : list of socket.socket
        Bound and listening.
    site : dict of str to SiteFile
        The files of the site.
    """
    port = sockets[0].getsockname()[1]
    open_files = limits.raise_file_limit()
    routes = [(r"/class", SiteClassHandler)] if options.for_class else []
    app = Application(
        [*routes, (r"/(.*)", FileHandler)],
        log_function=_say_nothing,
        site=site,
        doors=lambda: doors(port) if options.for_class else [],
    )
    listener = Listener(
        app,
        hosts=Hosts(options.host, options.names),
        most=min(MOST, (open_files or MOST) // 2),
        words=lambda words: f"<!doctype html><title>{escape(words)}</title>".encode(),
    )
    listener.add_sockets(sockets)
    loop = IOLoop.current()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):  # Windows has no SIGHUP
            signal.signal(number, lambda *_: loop.add_callback_from_signal(loop.stop))
    here = web_address(options.host, port)
    sys.stdout.write(_("ecx is ready: {address} (Ctrl+C ends it)").format(address=here) + "\n")
    if options.for_class:
        sys.stdout.write(f"{how_to_join(doors(port))}\n")
    sys.stdout.flush()
    if options.browser:
        first = here + ("class" if options.for_class else "")
        threading.Thread(target=webbrowser.open, args=(first,), daemon=True).start()
    loop.start()


class FileHandler(RequestHandler):
    """Serves the files of the site, by the addresses that a server with kernels has too."""

    def set_default_headers(self) -> None:
        """Set the headers that a plain host may leave out."""
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Content-Security-Policy", "frame-ancestors 'self'")
        self.set_header("Server", "ecx")

    async def get(self, address: str) -> None:
        """Send a file; ``explorer`` is ``explorer.html``, and an unknown address says so."""
        site: dict[str, SiteFile] = self.settings["site"]
        found = site.get(address or "index.html") or site.get(f"{address}.html")
        if found is None:
            self.set_status(HTTPStatus.NOT_FOUND)
            found = site.get("404.html", SiteFile("text/plain", b"", None, lasting=False))
        self.set_header("Content-Type", found.media)
        self.set_header("Cache-Control", FOREVER if found.lasting else "no-cache")
        if found.media.startswith("text/html"):
            found = _addressed(found, self.settings["doors"]())
        self.set_header("ETag", f'"{hashlib.sha256(found.body).hexdigest()[:16]}"')
        self.set_header("Vary", "Accept-Encoding")
        if self.get_status() == HTTPStatus.OK and self.check_etag_header():
            self.set_status(HTTPStatus.NOT_MODIFIED)
            return
        body = found.body
        if found.packed and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            body = found.packed
        self.set_header("Content-Length", len(body))
        for start in range(0, len(body), PIECE):
            self.write(body[start : start + PIECE])
            await self.flush()

    head = get

    def compute_etag(self) -> str | None:
        """Keep the ETag that was set from the content."""
        return None


class SiteClassHandler(RequestHandler):
    """Serves the page for the projector, with the address that students type."""

    def set_default_headers(self) -> None:
        """Set the headers that limit what a page may load."""
        policy = content_policy({"frame-ancestors": "'self'"})
        self.set_header("Content-Security-Policy", policy)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Server", "ecx")

    def get(self) -> None:
        """Send the page; ``?at=`` names one of this machine's addresses to show."""
        site: dict[str, SiteFile] = self.settings["site"]
        style = next(name for name in site if name.endswith("/page.css"))
        place = str(files("ecx").joinpath("serve", "template"))
        templates = Environment(loader=FileSystemLoader(place), autoescape=True)
        self.finish(
            templates.get_template("class.html.j2").render(
                root="",
                static=str(PurePosixPath(style).parent),
                language=LANGUAGE,
                _=_,
                **shown_doors(self.settings["doors"](), self.get_query_argument("at", "")),
            )
        )

    head = get


def _addressed(page: SiteFile, found: list[Door]) -> SiteFile:
    """Tell a page the address by which a class opens it, for the links that it writes."""
    if not found:
        return page
    told = f'{_HEAD}<meta name="ecx-address" content="{escape(found[0].address)}">'
    return SiteFile(
        page.media,
        page.body.replace(_HEAD.encode(), told.encode(), 1),
        None,
        lasting=False,
    )


def _file(path: Path, address: str) -> SiteFile:
    body = path.read_bytes()
    media = _MEDIA.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "text/plain"
    packed = gzip.compress(body, 6, mtime=0)
    smaller = len(packed) < 0.9 * len(body)
    kind = f"{media}; charset=utf-8" if media.startswith("text/") else media
    return SiteFile(kind, body, packed if smaller else None, bool(_LASTING.search(address)))


def _say_nothing(_handler: RequestHandler) -> None:
    """Log no request."""
