"""Voilà, configured for a class: our template, our kernels, and only the pages' addresses."""

import logging
import os
import signal
import socket
import sys
import threading
import webbrowser
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jupyter_core.utils import run_sync
from tornado.ioloop import IOLoop
from tornado.log import access_log, app_log, gen_log
from tornado.web import RequestHandler
from traitlets.config import Config
from voila.app import Voila

from ecx.say import LANGUAGE, _
from ecx.serve import handlers, limits, messages
from ecx.serve.assets import CHARTS, load_assets
from ecx.serve.channels import ChannelsHandler
from ecx.serve.class_page import Door, doors, how_to_join
from ecx.serve.hosts import Hosts, web_address
from ecx.serve.listener import Listener
from ecx.serve.log_filter import RepeatFilter
from ecx.serve.options import Options
from ecx.serve.page_words import told
from ecx.serve.pages import Page
from ecx.serve.self_check import check_pages
from ecx.serve.start_errors import PageError

_KERNEL: Final = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"

FORGOTTEN: Final = 4 * 60 * 60
"""Seconds after which a page that is open but not used loses its kernel."""

GRACE: Final = 60
"""Seconds a kernel is kept whose page is not connected."""

TICK: Final = 10
"""Seconds between two checks for kernels to shut down."""

OUTPUT_PATIENCE: Final = 120
"""Seconds in which what a cell shows must have come, once the cell has run."""

FILL_DELAY: Final = 2.0
"""Seconds after which a kernel that was handed out is replaced by another in the pool."""


def run(options: Options, sockets: list[socket.socket], folder: Path) -> None:
    """Serve until the process is interrupted or terminated.

    Parameters
    ----------
    options : Options
        What the command line asked for.
    sockets : list of socket.socket
        Bound and listening.
    folder : pathlib.Path
        A private folder, for the sockets to the kernels.

    Raises
    ------
    LimitError
        If this machine has no room for a single page.
    PageError
        If no page could be opened.
    """
    files = limits.raise_file_limit()
    shares = _share(options, limits.find_room(files))
    connections = limits.connections(files, shares)
    server = Server(options, sockets, folder, connections, config=_config(options, shares))
    server.initialize([])
    server.start()
    if server.failure:
        raise server.failure


def _share(options: Options, room: limits.Room) -> limits.Shares:
    """Limit pages and pools to the room on the machine, and log it."""
    asked = limits.Shares(options.at_most, options.pool, min(options.pool, 1))
    shares = limits.share(room, asked, len(options.pages) - 1)
    if shares.at_most < options.at_most:
        sys.stderr.write(
            _("At most {number} pages can be open at once, not {asked}: {reason}.").format(
                number=shares.at_most, asked=options.at_most, reason=room.because
            )
            + "\n"
        )
    return shares


def _config(options: Options, shares: limits.Shares) -> Config:
    first, *others = options.pages
    pool = {page.file: {"pool_size": shares.pool_of_others} for page in others}
    return Config(
        {
            "VoilaConfiguration": {
                "template": "ecx",
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "strip_sources": True,
                "preheat_kernel": shares.pool > 0,
                "multi_kernel_manager_class": "ecx.serve.kernels.Kernels",
                "kernel_spec_manager_class": "ecx.serve.kernel_spec.OwnPython",
                "page_config_hook": _page_config,
                # Voilà would write a script into a slow page, which the policy forbids.
                "http_keep_alive_timeout": 24 * 60 * 60,
            },
            "VoilaExporter": {"markdown_renderer_class": "ecx.serve.prose.ProseRenderer"},
            "VoilaExecutor": {
                "cell_error_instruction": _("The server’s log says why."),
                # What a cell shows comes apart from the news that it is done, and later. After
                # this time the page is sent without it, and nobody is told.
                "iopub_timeout": OUTPUT_PATIENCE,
            },
            "VoilaKernelManager": {
                "kernel_pools_config": {
                    "default": {"pool_size": 0},
                    first.file: {"pool_size": shares.pool},
                    **pool,
                },
                "fill_delay": 0.0,
            },
            "Kernels": {
                "cull_idle_timeout": FORGOTTEN,
                "cull_interval": TICK,
                "grace": GRACE,
                "cull_connected": True,
                "at_most": shares.at_most,
                "per_address": options.per_address,
            },
            # No restart: a new kernel would not have the page's widgets.
            "KernelRestarter": {"restart_limit": 0, "time_to_dead": 1.0},
            "Voila": {"kernel_websocket_connection_class": "ecx.serve.channels.Connection"},
            "OwnPython": {"pages": [str(page.path) for page in options.pages]},
            "KernelManager": {"transport": "tcp" if os.name == "nt" else "ipc"},
            # Only the page's own code runs, so its output is trusted.
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
    """Return the template's settings in place of JupyterLab's."""
    page = next(page for page in settings["ecx_pages"] if page.file == notebook_path)
    return {
        **told(page),
        "static": settings["ecx_static"],
        "modules": settings["ecx_modules"],
        "charts": CHARTS if page.charts else "",
        "address": next((door.address for door in settings["ecx_doors"]()), ""),
    }


class Server(Voila):  # type: ignore[misc]
    """Voilà with our addresses, template and sockets.

    Parameters
    ----------
    options : Options
        What the command line asked for.
    sockets : list of socket.socket
        Bound and listening.
    folder : pathlib.Path
        A private folder.
    connections : int
        How many there may be at once, beside those of pages that are open.
    **kwargs
        Traits, among them ``config``.

    Attributes
    ----------
    failure : PageError or None
        Why the server has ended before it was ready.
    """

    def __init__(
        self,
        options: Options,
        sockets: list[socket.socket],
        folder: Path,
        connections: int,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        super().__init__(**kwargs)
        self.failure: PageError | None = None
        self._options = options
        self._sockets = sockets
        self._connections = connections
        self._assets = load_assets()
        self.ioloop = IOLoop.current()  # Voilà uses it when it is told to end, which can be early
        self.config_file_paths: list[str] = []  # a voila.json somewhere must not change these pages
        self.log_level = logging.ERROR
        gen_log.setLevel(logging.ERROR)
        repeats = RepeatFilter()
        for log in (self.log, access_log, app_log, gen_log, logging.getLogger("asyncio")):
            log.addFilter(repeats)
        # Kernels use sockets that are files: unlike a port, no other program can take or read
        # them.
        self.connection_dir_root = str(folder)
        self.root_dir = str(options.pages[0].path.parent)
        self.port = sockets[0].getsockname()[1]
        self.identity_provider_class = handlers.Anyone
        self.tornado_settings = {
            # A third of the work of the usual level, for an eighth more bytes.
            "websocket_compression_options": {"compression_level": 2, "mem_level": 8},
            # A larger message is still read and refused with words; beyond this it is cut off.
            "websocket_max_message_size": 2 * messages.AT_MOST,
            "log_function": _log_failures,
            "default_handler_class": handlers.NothingHandler,
        }

    def setup_template_dirs(self) -> None:
        """Use only the package's own template, whatever else is installed."""
        self.template_paths = [str(files("ecx").joinpath("serve", "template"))]

    def init_settings(self) -> dict[str, Any]:
        """Add the settings of the handlers and the template, and compression."""
        self.tornado_settings |= {
            "ecx_pages": self._options.pages,
            "ecx_static": f"static/{self._assets.digest}",
            "ecx_modules": self._assets.modules,
            "ecx_doors": self._doors,
        }
        settings: dict[str, Any] = super().init_settings()
        return settings | {"compress_response": True}

    def init_handlers(self) -> list[tuple[str, type[RequestHandler], dict[str, Any]]]:
        """Return all addresses with their handlers."""
        pages = self._options.pages
        alone = len(pages) == 1
        return [
            (r"/", *(self._page(pages[0]) if alone else self._contents(pages))),
            *((rf"/{page.name}", *self._page(page)) for page in pages),
            *((rf"/{page.name}/", handlers.SlashHandler, {"page": page}) for page in pages),
            *([(r"/class", handlers.ClassHandler, {})] if self._options.for_class else []),
            (r"/static/(\w+)/([\w.-]+)", handlers.AssetHandler, {"assets": self._assets}),
            (rf"/api/kernels/{_KERNEL}/channels", ChannelsHandler, {}),
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
        """Accept connections on the sockets that were bound at the start."""
        listener = Listener(
            self.app,
            hosts=Hosts(self._options.host, self._options.names),
            most=self._connections,
            words=self._words,
        )
        listener.add_sockets(self._sockets)
        for name in ("SIGHUP", "SIGINT"):
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            if number and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._handle_signal_stop)
        self.ioloop.add_callback(self._get_ready)
        try:
            self.ioloop.start()
        finally:
            self.stop()

    async def _get_ready(self) -> None:
        """Open each page once, and say that the server is ready, or why it is not."""
        kernels = self.kernel_manager
        try:
            await kernels.filled()
            troubles = await check_pages(self._options.pages, self._own_address(), kernels.end)
        except PageError as failure:
            self.failure = failure
            self.ioloop.stop()
            return
        await kernels.filled()
        # From now on, no kernel start should compete with a visitor's page.
        kernels.fill_delay = FILL_DELAY
        sys.stderr.writelines(f"{trouble}\n" for trouble in troubles)
        ready = _("ecx is ready: {address} (Ctrl+C ends it)").format(address=self._address())
        sys.stdout.write(f"{ready}\n")
        if self._options.for_class:
            sys.stdout.write(f"{how_to_join(self._doors())}\n")
        sys.stdout.flush()
        if self._options.browser:
            threading.Thread(target=webbrowser.open, args=(self._first(),), daemon=True).start()

    def stop(self) -> None:
        """End all kernels without waiting, since none has anything to save."""
        self.kernel_spec_manager.parent_process.stop()
        run_sync(self.kernel_manager.shutdown_all)(now=True)

    def _words(self, words: str) -> bytes:
        """Render a sentence as a page that needs no kernel."""
        template = self.app.settings["voila_jinja2_env"].get_template("notice.html.j2")
        static = f"/{self.app.settings['ecx_static']}"
        html: str = template.render(
            root="/", static=static, words=words, again=False, language=LANGUAGE, _=_
        )
        return html.encode()

    def _first(self) -> str:
        """Return the address of the page that opens in the browser."""
        if self._options.for_class:
            return self._address() + "class"
        pages = self._options.pages
        return self._address() + (pages[0].name if len(pages) > 1 else "")

    def _doors(self) -> list[Door]:
        """List the addresses by which a class comes in; none where no class was announced."""
        return doors(self.port) if self._options.for_class else []

    def _own_address(self) -> str:
        """Return the address by which this machine reaches the server."""
        return web_address(self._sockets[0].getsockname()[0], self.port)

    def _address(self) -> str:
        return web_address(self._options.host, self.port)


def _log_failures(handler: RequestHandler) -> None:
    """Log the server's own errors and refusals, but not visitors' wrong addresses."""
    if handler.get_status() == HTTPStatus.SERVICE_UNAVAILABLE:
        access_log.error("full: somebody could not open %s (see --at-most)", handler.request.path)
    elif handler.get_status() >= HTTPStatus.INTERNAL_SERVER_ERROR:
        access_log.error("%d %s", handler.get_status(), handler.request.path)
