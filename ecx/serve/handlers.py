"""Every address the server answers, and with which headers."""

from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Any, Final

from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.base.handlers import JupyterHandler
from tornado.httputil import HTTPHeaders
from tornado.ioloop import IOLoop
from tornado.web import HTTPError, RequestHandler
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from ecx.serve.assets import Assets
from ecx.serve.pages import FIRST_PAGE, Page

FOREVER: Final = "public, max-age=31536000, immutable"
"""For addresses that change with their content."""

GOING_AWAY: Final = 1001
"""The code a browser closes a websocket with when its page is closed, left or reloaded."""

A_MINUTE: Final = 60
"""Seconds after which it is worth trying again: pages that were left have lost their kernels."""

_WORDS: Final = {
    HTTPStatus.FORBIDDEN: "This address is closed to visitors.",
    HTTPStatus.NOT_FOUND: "There is no page at this address.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The class is full; try again in a minute.",
}


class Anyone(IdentityProvider):
    """Ask nobody who they are, and leave no cookie."""

    def get_user(self, _handler: RequestHandler) -> User:
        """Know every visitor as one."""
        return User("visitor")


class _Guarded(RequestHandler):
    """Allow a page what it needs from this server, and nothing from anywhere else."""

    def set_default_headers(self) -> None:
        host = self.request.host
        policy = {
            "default-src": "'self'",
            # anywidget loads a widget's module from a blob; ipywidgets writes its own styles.
            "script-src": "'self' blob:",
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            # Older Safari does not count websockets of the same host as 'self'.
            "connect-src": f"'self' ws://{host} wss://{host}",
            "object-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'self'",
            "frame-ancestors": "'self'",
        }
        self.set_header(
            "Content-Security-Policy", "; ".join(f"{key} {value}" for key, value in policy.items())
        )
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Server", "ecx")

    def write_error(self, status_code: int, **_kwargs: Any) -> None:  # noqa: ANN401
        words = _WORDS.get(HTTPStatus(status_code), "This page could not be opened.")
        full = status_code == HTTPStatus.SERVICE_UNAVAILABLE
        if full:
            self.set_header("Retry-After", A_MINUTE)
        self.finish(self.render_own("notice.html.j2", words=words, again=full))

    def render_own(self, template: str, **context: object) -> str:
        """Render one of the package's templates that needs no kernel."""
        # Relative addresses hold behind a proxy that puts the server into a folder.
        root = "../" * (self.request.path.count("/") - 1)
        html: str = (
            self.settings["voila_jinja2_env"]
            .get_template(template)
            .render(root=root, static=root + self.settings["ecx_static"], **context)
        )
        return html


class PageHandler(_Guarded, TornadoVoilaHandler):  # type: ignore[misc]
    """One page: a kernel from the pool, or a new one, and the HTML of its notebook."""

    async def get(self) -> None:
        """Send the page, if somebody opens it and there is room for one more."""
        if not _opens_a_page(self.request.headers):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        if self.kernel_manager.is_full:
            raise HTTPError(HTTPStatus.SERVICE_UNAVAILABLE)
        await TornadoVoilaHandler.get(self, path=None)

    async def get_generator(self, path: str | None = None) -> AsyncIterator[str]:
        """Give the page piece by piece; with the first of them it has its kernel."""
        pieces = super().get_generator(path)
        with self.kernel_manager.expected():
            first = await anext(pieces)
        yield first
        async for piece in pieces:
            yield piece


class SlashHandler(_Guarded):
    """An address of a page that ends in a slash, as some write it: the page is one level up."""

    def initialize(self, page: Page) -> None:
        """Take the page that is meant."""
        self._page = page

    def get(self) -> None:
        """Send the visitor there, with the link's query."""
        query = f"?{self.request.query}" if self.request.query else ""
        self.redirect(f"../{self._page.name}{query}")


def _opens_a_page(headers: HTTPHeaders) -> bool:
    """Tell whether a page is asked for to be looked at, as far as the browser says.

    Browsers say it where they trust the address: over https, and on their own machine. There, an
    image on any other site must not start kernels. A frame of another site need not: the policy
    lets only this one frame its pages. Nor need what a browser fetches in case it is wanted.
    """
    if "prefetch" in headers.get("Sec-Purpose", ""):
        return False
    shown_in = headers.get("Sec-Fetch-Dest", "document")
    framed = shown_in == "iframe" and headers.get("Sec-Fetch-Site") == "same-origin"
    return framed or shown_in == "document"


class ContentsHandler(_Guarded):
    """The list of pages. A link that lost its page's name is sent on to the first page."""

    def initialize(self, pages: tuple[Page, ...]) -> None:
        """Take the pages to list."""
        self._pages = pages

    def get(self) -> None:
        """Send the list, or the visitor on."""
        if self.request.query:
            self.redirect(f"{FIRST_PAGE}?{self.request.query}")
            return
        self.set_header("Cache-Control", "no-cache")
        self.finish(self.render_own("contents.html.j2", pages=self._pages))


class AssetHandler(_Guarded):
    """A file of the front end, from memory."""

    def initialize(self, assets: Assets) -> None:
        """Take the assets to send."""
        self._assets = assets

    def get(self, digest: str, name: str) -> None:
        """Send an asset, or that the browser has it."""
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
            self.write(asset.packed)
        else:
            self.write(asset.body)

    def compute_etag(self) -> str | None:
        """Leave the tag alone: it is set from the digest."""
        return None


class PulseHandler(_Guarded, JupyterHandler):
    """Whether a page's kernel still runs, for a page that lost its connection."""

    def get(self, kernel_id: str) -> None:
        """Answer 204 if it does, 410 if it is gone."""
        known = kernel_id in self.kernel_manager
        self.set_header("Cache-Control", "no-store")
        self.set_status(HTTPStatus.NO_CONTENT if known else HTTPStatus.GONE)


class ChannelsHandler(VoilaKernelWebsocketHandler):  # type: ignore[misc]
    """The websocket between a page and its kernel: closed by the end of either."""

    async def open(self, kernel_id: str) -> None:
        """Connect, until the kernel is shut down."""
        # A click is answered by several small messages: none shall wait until the last was heard.
        self.set_nodelay(True)
        self.kernel_manager.when_shut_down(kernel_id, self.close)
        await super().open(kernel_id)

    def on_close(self) -> None:
        """Give the kernel back at once if the browser says that the page is gone."""
        super().on_close()
        if self.close_code == GOING_AWAY:
            IOLoop.current().add_callback(self.kernel_manager.release, self.kernel_id)


class NothingHandler(_Guarded):
    """Every other address."""

    def prepare(self) -> None:
        """Refuse."""
        raise HTTPError(HTTPStatus.NOT_FOUND)
