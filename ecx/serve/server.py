"""Voilà, configured for a class: own template, own kernels, and no address but the pages."""

import logging
import os
import shutil
import socket
import sys
import threading
import webbrowser
from http import HTTPStatus
from importlib.resources import files
from typing import Any, Final

from jupyter_core.utils import run_sync
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.log import access_log, gen_log
from tornado.web import RequestHandler
from traitlets.config import Config
from voila.app import Voila

from ecx.serve import handlers
from ecx.serve.assets import CHARTS, load_assets
from ecx.serve.pages import Page
from ecx.serve.request import Request

_KERNEL: Final = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"

FORGOTTEN: Final = 4 * 60 * 60
"""Seconds after which a page that is open but not used loses its kernel."""

GRACE: Final = 60
"""Seconds a kernel is kept whose page is not connected."""

TICK: Final = 10
"""Seconds between two looks for kernels to take back."""


def run(request: Request, sockets: list[socket.socket]) -> None:
    """Serve until the process is interrupted or terminated.

    Parameters
    ----------
    request : Request
        What the command line asked for.
    sockets : list of socket.socket
        Bound and listening.
    """
    server = Server(request, sockets, config=_config(request))
    server.initialize([])
    server.start()


def _config(request: Request) -> Config:
    first, *others = request.pages
    pool = {page.file: {"pool_size": min(request.pool, 1)} for page in others}
    return Config(
        {
            "VoilaConfiguration": {
                "template": "ecx",
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "strip_sources": True,
                "preheat_kernel": request.pool > 0,
                "multi_kernel_manager_class": "ecx.serve.kernels.Kernels",
                "kernel_spec_manager_class": "ecx.serve.kernels.OwnPython",
                "page_config_hook": _page_config,
                # Voilà would write a script into a slow page, which the policy forbids.
                "http_keep_alive_timeout": 24 * 60 * 60,
            },
            "VoilaExporter": {"markdown_renderer_class": "ecx.serve.prose.Prose"},
            "VoilaExecutor": {"cell_error_instruction": "The server's log says why."},
            "VoilaKernelManager": {
                "kernel_pools_config": {
                    "default": {"pool_size": 0},
                    first.file: {"pool_size": request.pool},
                    **pool,
                },
                # A visitor's page should not share the machine with the start of a new kernel.
                "fill_delay": 2.0,
            },
            "Kernels": {
                "cull_idle_timeout": FORGOTTEN,
                "cull_interval": TICK,
                "grace": GRACE,
                "cull_connected": True,
                "at_most": request.at_most,
            },
            "KernelManager": {"transport": "tcp" if os.name == "nt" else "ipc"},
            # The code that runs is the page's own: nothing to protect the browser from.
            "ZMQChannelsWebsocketConnection": {"limit_rate": False},
        }
    )


def _page_config(
    _config: dict[str, Any],
    *,
    settings: dict[str, Any],
    notebook_path: str,
    **_others: object,
) -> dict[str, Any]:
    """Give the template what it shows, instead of JupyterLab's settings."""
    page = next(page for page in settings["ecx_pages"] if page.file == notebook_path)
    return {
        "name": page.name,
        "title": page.title,
        "summary": page.summary,
        "static": settings["ecx_static"],
        "modules": settings["ecx_modules"],
        "charts": CHARTS if page.charts else "",
    }


class Server(Voila):  # type: ignore[misc]
    """Voilà with our addresses, template and sockets.

    Parameters
    ----------
    request : Request
        What the command line asked for.
    sockets : list of socket.socket
        Bound and listening.
    **kwargs
        Traits, among them ``config``.
    """

    def __init__(self, request: Request, sockets: list[socket.socket], **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(**kwargs)
        self._request = request
        self._sockets = sockets
        self._assets = load_assets()
        self.ioloop = IOLoop.current()  # Voilà's answer to a termination, which may come early
        self.config_file_paths: list[str] = []  # a voila.json somewhere must not change these pages
        self.log_level = logging.ERROR
        gen_log.setLevel(logging.ERROR)
        if os.name != "nt":
            # Kernels are spoken to through files, which no other program can take or read, as it
            # can a port. Their names must be short, and the folder of macOS's $TMPDIR is not.
            self.connection_dir_root = "/tmp"  # noqa: S108  # a fresh folder of our own in it
        self.root_dir = str(request.pages[0].path.parent)
        self.port = sockets[0].getsockname()[1]
        self.identity_provider_class = handlers.Anyone
        self.tornado_settings = {
            "websocket_compression_options": {},
            "log_function": _log_failures,
            "default_handler_class": handlers.NothingHandler,
        }

    def setup_template_dirs(self) -> None:
        """Use the package's own template, whatever is installed besides."""
        self.template_paths = [str(files("ecx").joinpath("template"))]

    def init_settings(self) -> dict[str, Any]:
        """Add what the handlers and the template need, and compression."""
        self.tornado_settings |= {
            "ecx_pages": self._request.pages,
            "ecx_static": f"static/{self._assets.digest}",
            "ecx_modules": self._assets.modules,
        }
        settings: dict[str, Any] = super().init_settings()
        return settings | {"compress_response": True}

    def init_handlers(self) -> list[tuple[str, type[RequestHandler], dict[str, Any]]]:
        """List every address there is."""
        pages = self._request.pages
        alone = len(pages) == 1
        return [
            (r"/", *(self._page(pages[0]) if alone else self._contents(pages))),
            *((rf"/{page.name}", *self._page(page)) for page in pages),
            *((rf"/{page.name}/", handlers.SlashHandler, {"page": page}) for page in pages),
            (r"/static/(\w+)/([\w.-]+)", handlers.AssetHandler, {"assets": self._assets}),
            (rf"/api/kernels/{_KERNEL}/channels", handlers.ChannelsHandler, {}),
            (rf"/api/kernels/{_KERNEL}/pulse", handlers.PulseHandler, {}),
        ]

    def _page(self, page: Page) -> tuple[type[RequestHandler], dict[str, Any]]:
        return handlers.PageHandler, {
            "notebook_path": page.file,
            "template_paths": self.template_paths,
            "config": self.config,
            "voila_configuration": self.voila_configuration,
        }

    def _contents(self, pages: tuple[Page, ...]) -> tuple[type[RequestHandler], dict[str, Any]]:
        return handlers.ContentsHandler, {"pages": pages}

    def listen(self) -> None:
        """Serve on the sockets that were bound before anything was started."""
        HTTPServer(self.app).add_sockets(self._sockets)
        sys.stdout.write(f"ecx is ready: {self._address()} (Ctrl+C ends it)\n")
        sys.stdout.flush()
        if self._request.browser:
            threading.Thread(target=webbrowser.open, args=(self._first(),), daemon=True).start()
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            sys.stderr.write("\n")  # the terminal shows ^C at the start of this line
        finally:
            self.stop()

    def stop(self) -> None:
        """End every kernel without waiting for it: none has anything to save."""
        run_sync(self.kernel_manager.shutdown_all)(now=True)
        shutil.rmtree(self.connection_dir, ignore_errors=True)

    def _first(self) -> str:
        """Give the address of the page that is opened in the browser."""
        pages = self._request.pages
        return self._address() + (pages[0].name if len(pages) > 1 else "")

    def _address(self) -> str:
        host = self._request.host
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]", "": "127.0.0.1"}.get(host, host)  # noqa: S104
        return f"http://{f'[{shown}]' if ':' in shown and '[' not in shown else shown}:{self.port}/"


def _log_failures(handler: RequestHandler) -> None:
    """Log what the server got wrong or had no room for; what visitors mistype is theirs."""
    if handler.get_status() == HTTPStatus.SERVICE_UNAVAILABLE:
        access_log.error("full: somebody could not open %s (see --at-most)", handler.request.path)
    elif handler.get_status() >= HTTPStatus.INTERNAL_SERVER_ERROR:
        access_log.error("%d %s", handler.get_status(), handler.request.path)
