"""All addresses of the server, and the headers of their responses."""

from collections.abc import AsyncIterator
from enum import Enum, auto
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.base.handlers import JupyterHandler
from tornado.httputil import HTTPHeaders
from tornado.web import HTTPError, RequestHandler
from voila.tornado.handler import TornadoVoilaHandler

from ecx.link.address import href
from ecx.say import LANGUAGE, _, phrase
from ecx.serve import landing
from ecx.serve.assets import Assets
from ecx.serve.class_page import shown_doors
from ecx.serve.kernels import FullError
from ecx.serve.pages import FIRST_PAGE, KERNEL, Page
from ecx.serve.policy import content_policy

FOREVER: Final = "public, max-age=31536000, immutable"
"""For addresses that change with their content."""

PIECE: Final = 65_536
"""Bytes of a file that are sent at once."""

A_MINUTE: Final = 60
"""Seconds after which it is worth trying again: pages that were left have lost their kernels."""

_WORDS: Final = {
    HTTPStatus.FORBIDDEN: phrase("This address is closed to visitors."),
    HTTPStatus.NOT_FOUND: phrase("There is no page at this address."),
    HTTPStatus.SERVICE_UNAVAILABLE: phrase("The class is full. Try again in a minute."),
    HTTPStatus.TOO_MANY_REQUESTS: phrase(
        "You have too many pages open here. Close one and try again."
    ),
}

_UNOPENED: Final = phrase("We couldn’t open this page.")

_AGAIN: Final = frozenset({HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS})
"""Status codes after which a visitor should try again later."""


class Anyone(IdentityProvider):
    """Treats all visitors as one user without a login, and sets no cookie."""

    def get_user(self, _handler: RequestHandler) -> User:
        """Return the same user for every visitor."""
        return User("visitor")


class Guarded(RequestHandler):
    """Sends headers that let a page load files from this server only."""

    def set_default_headers(self) -> None:
        """Set the headers that limit what a page may load."""
        host = self.request.host
        # Older Safari does not count websockets of the same host as 'self'.
        sockets = f"'self' ws://{host} wss://{host}"
        policy = content_policy({"connect-src": sockets, "frame-ancestors": "'self'"})
        self.set_header("Content-Security-Policy", policy)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Server", "ecx")

    def write_error(self, status_code: int, **_kwargs: Any) -> None:  # noqa: ANN401
        """Send a page with one sentence on the error."""
        words = _(_WORDS.get(HTTPStatus(status_code), _UNOPENED))
        again = status_code in _AGAIN
        if again:
            self.set_header("Retry-After", A_MINUTE)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.render_own("notice.html.j2", words=words, again=again))

    def render_own(self, template: str, **context: object) -> str:
        """Render one of the package's templates that needs no kernel."""
        # Relative addresses hold behind a proxy that puts the server into a folder.
        root = "../" * (self.request.path.count("/") - 1)
        static = root + self.settings["ecx_static"]
        html: str = (
            self.settings["voila_jinja2_env"]
            .get_template(template)
            .render(root=root, static=static, language=LANGUAGE, _=_, **context)
        )
        return html


class PageHandler(Guarded, TornadoVoilaHandler):  # type: ignore[misc]
    """Serves one page: takes a kernel from the pool, or a new one, and renders its notebook."""

    _kernel_id = ""
    _is_left = False

    def head(self) -> None:
        """Answer that the page exists, without starting a kernel."""
        self.set_header("Content-Type", "text/html")

    async def get(self) -> None:
        """Send the page if a person opens it and there is room for one more."""
        match _what_is_asked(self.request.headers):
            case _Asked.NO_PAGE:
                raise HTTPError(HTTPStatus.FORBIDDEN)
            case _Asked.FROM_ELSEWHERE:
                self.set_header("Cache-Control", "no-store")
                self.finish(self.render_own("again.html.j2", address=self._here()))
                return
        await self.kernel_manager.tend(self.notebook_path)
        try:
            await TornadoVoilaHandler.get(self, path=None)
        finally:
            if self._is_left:
                await self.kernel_manager.end(self._kernel_id)
            else:
                self.kernel_manager.expect(self._kernel_id)

    async def get_generator(self, path: str | None = None) -> AsyncIterator[str]:
        """Yield the page in pieces, and record which kernel it names."""
        pieces = super().get_generator(path)
        begun = ""
        try:
            async with self.kernel_manager.admitted(self.request.remote_ip):
                while not (named := KERNEL.search(begun)):
                    begun += await anext(pieces)
                self._kernel_id = named[1]
                self.kernel_manager.hand_out(self._kernel_id, self.request.remote_ip)
        except FullError as full:
            raise HTTPError(
                HTTPStatus.TOO_MANY_REQUESTS if full.of_address else HTTPStatus.SERVICE_UNAVAILABLE
            ) from full
        yield begun
        async for piece in pieces:
            yield piece

    def on_connection_close(self) -> None:
        """Record that the visitor left before the page was sent."""
        self._is_left = True
        super().on_connection_close()

    def _here(self) -> str:
        """Return the relative address of this page."""
        query = f"?{self.request.query}" if self.request.query else ""
        return self.request.path.rpartition("/")[2] + query


class SlashHandler(Guarded):
    """Redirects an address that ends in a slash to the page, one level up."""

    def initialize(self, page: Page) -> None:
        """Store the page to redirect to."""
        self._page = page

    def get(self) -> None:
        """Redirect the visitor, keeping the link's query."""
        query = f"?{self.request.query}" if self.request.query else ""
        self.redirect(f"../{self._page.link}{query}")

    head = get


class _Asked(Enum):
    """The kind of a request for a page, as far as the browser tells."""

    PAGE = auto()
    FROM_ELSEWHERE = auto()
    NO_PAGE = auto()


def _what_is_asked(headers: HTTPHeaders) -> _Asked:
    """Tell whether a person opens the page: only then does it get a kernel.

    An image, a script or a frame of another site must not start kernels. Browsers say what they
    ask for where they trust the address: over https, and on their own machine. Elsewhere they
    say which kinds of content they take, and where a link was followed. A link and a frame of
    another site look alike then; both get a page that opens itself again, which a frame cannot,
    for the policy lets only this site frame its pages. Programs that are no browsers say nothing,
    and no site can make them come. What a browser fetches in case it is wanted is not wanted yet.
    """
    if "prefetch" in headers.get("Sec-Purpose", ""):
        return _Asked.NO_PAGE
    shown_in = headers.get("Sec-Fetch-Dest")
    if shown_in is not None:
        framed = shown_in == "iframe" and headers.get("Sec-Fetch-Site") == "same-origin"
        return _Asked.PAGE if framed or shown_in == "document" else _Asked.NO_PAGE
    is_browser = headers.get("User-Agent", "").startswith("Mozilla/")
    if is_browser and "text/html" not in headers.get("Accept", ""):
        return _Asked.NO_PAGE
    came_from = headers.get("Origin") or headers.get("Referer")
    if came_from and urlsplit(came_from).netloc != headers.get("Host"):
        return _Asked.FROM_ELSEWHERE
    return _Asked.PAGE


class ContentsHandler(Guarded):
    """Serves the list of pages; a query without a page's name goes to the first page."""

    def initialize(self, pages: tuple[Page, ...]) -> None:
        """Store the pages to list."""
        self._pages = pages

    def get(self) -> None:
        """Send the list, or redirect the visitor."""
        if self.request.query:
            self.redirect(href(FIRST_PAGE, f"?{self.request.query}"))
            return
        self.set_header("Cache-Control", "no-cache")
        self.finish(
            self.render_own(
                "contents.html.j2",
                pages=self._pages,
                landing=landing,
                for_class=bool(self.settings["ecx_doors"]()),
            )
        )

    head = get


class ClassHandler(Guarded):
    """Serves the page for the projector, with the address that students type."""

    def get(self) -> None:
        """Send the page; ``?at=`` names one of this machine's addresses to show."""
        shown = shown_doors(self.settings["ecx_doors"](), self.get_query_argument("at", ""))
        self.set_header("Cache-Control", "no-store")
        self.finish(self.render_own("class.html.j2", **shown))

    head = get


class AssetHandler(Guarded):
    """Serves a file of the front end from memory."""

    def initialize(self, assets: Assets) -> None:
        """Store the assets."""
        self._assets = assets

    async def get(self, digest: str, name: str) -> None:
        """Send an asset, or answer that the browser's copy is current."""
        asset = self._assets.find(name)
        if asset is None or digest != self._assets.digest:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.set_header("Cache-Control", FOREVER)
        self.set_header("Content-Type", asset.content_type)
        self.set_header("ETag", f'"{digest}"')
        self.set_header("Vary", "Accept-Encoding")
        if self.check_etag_header():
            self.set_status(HTTPStatus.NOT_MODIFIED)
        elif "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            await self._send(asset.packed)
        else:
            await self._send(asset.body)

    head = get

    async def _send(self, body: bytes) -> None:
        """Send an asset in pieces, so that a slow visitor does not fill the memory."""
        self.set_header("Content-Length", len(body))
        for start in range(0, len(body), PIECE):
            self.write(body[start : start + PIECE])
            await self.flush()

    def compute_etag(self) -> str | None:
        """Keep the ETag that was set from the digest."""
        return None


class PulseHandler(Guarded, JupyterHandler):
    """Tells a page that lost its connection whether its kernel still runs."""

    def get(self, kernel_id: str) -> None:
        """Answer 204 if the kernel runs, 410 if it is gone."""
        known = kernel_id in self.kernel_manager
        self.set_header("Cache-Control", "no-store")
        self.set_status(HTTPStatus.NO_CONTENT if known else HTTPStatus.GONE)


class NothingHandler(Guarded):
    """Answers every other address with an error."""

    def prepare(self) -> None:
        """Send the error 404."""
        raise HTTPError(HTTPStatus.NOT_FOUND)
