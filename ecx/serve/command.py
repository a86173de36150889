"""The command line: its options, and one clear line for every error."""

import argparse
import ipaddress
import os
import signal
import socket
import sys
from collections.abc import Sequence
from errno import EACCES, EADDRINUSE
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, NoReturn

from ecx.record.files import folder
from ecx.say import _, phrase
from ecx.serve.options import Options
from ecx.serve.pages import find_pages
from ecx.serve.private_folder import private_folder
from ecx.serve.start_errors import AddressError, PageError, ServeError

POOL: Final = 4
"""Kernels kept ready for the next visitors, unless ``--pool`` says otherwise."""

AT_MOST: Final = 110
"""Pages open at once, unless ``--at-most`` says otherwise.

A class of a hundred is what two cores and 8 GB serve well. A tenth more, because a page that is
loaded again has two kernels for a moment: the old one goes when the new page has come.
"""

BACKLOG: Final = 256
"""Connections that may wait: a class presses Enter at the same moment."""

HERE: Final = "127.0.0.1"
"""The address that only this machine reaches."""

SITE: Final = Path("build", "site")
"""Where ``make site`` writes."""

EVERYWHERE: Final = "0.0.0.0"  # noqa: S104  # only when asked for a class
"""The address of all networks that this machine is on."""

_OPEN_TO_ALL: Final = phrase(
    "Everyone on your network can open these pages, until you press Ctrl+C here."
)

INTERRUPTED: Final = 130
"""The exit code of a program that was interrupted, by the custom of shells."""


class _Parser(argparse.ArgumentParser):
    """A parser that reports an error in one line, and names the help option."""

    def error(self, message: str) -> NoReturn:
        hint = _("see {command} --help").format(command=self.prog)
        self.exit(2, f"{self.prog}: {message} ({hint})\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the pages until interrupted.

    Parameters
    ----------
    arguments : sequence of str, optional
        The command line without the program's name; `sys.argv` by default.

    Returns
    -------
    int
        Exit code: 0 after an orderly end, 1 if the server cannot start, 130 if interrupted before
        it was ready.

    Raises
    ------
    SystemExit
        With code 2 for a wrong command line, with 0 after ``--help`` and ``--version``.
    """
    options = _parse(arguments)
    try:
        if options.site:
            return _serve_site(options, options.site)
        sockets = _bind(options.host, options.port)
        _warn(options)
        for name in ("SIGTERM", "SIGHUP"):  # until the server sets its own
            if number := getattr(signal, name, None):  # Windows has no SIGHUP
                signal.signal(number, _leave)
        with private_folder() as folder:
            # These imports take a second: not for --help, and only after the folder exists.
            from ecx.serve.server import run  # noqa: PLC0415

            run(options, sockets, folder)
    except ServeError as error:
        sys.stderr.write(f"ecx: {error}\n")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


def _serve_site(options: Options, site: Path) -> int:
    """Serve plain files: no kernel, no notebook, no private folder."""
    from ecx.serve.site_server import read_site, serve_files  # noqa: PLC0415  # not needed for --help

    files = read_site(site)
    sockets = _bind(options.host, options.port)
    _warn(options)
    serve_files(options, sockets, files)
    return 0


def _leave(_number: int, _frame: object) -> NoReturn:
    """Exit before the server has started, and leave no files behind."""
    raise SystemExit(0)


def _parse(arguments: Sequence[str] | None) -> Options:
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        pages = find_pages(given.pages, folder("notebooks"))
    except (PageError, FileNotFoundError) as error:
        parser.error(str(error))
    return Options(
        host=given.host or (EVERYWHERE if given.for_class else HERE),
        port=given.port,
        browser=given.browser,
        pool=given.pool,
        at_most=given.at_most,
        per_address=given.per_address,
        site=given.site,
        for_class=given.for_class,
        names=tuple(given.allow_host),
        pages=pages,
    )


def _parser() -> _Parser:
    parser = _Parser(
        prog="ecx",
        description=_("Serve the Electoral College explorer to the browsers of a class."),
    )
    parser.add_argument(
        "pages",
        nargs="*",
        metavar="PAGE",
        help=_("pages to serve, by name or as notebook files (default: all of them)"),
    )
    parser.add_argument(
        "--class",
        dest="for_class",
        action="store_true",
        help=_("let a class in: listen on your network, and show the address that students type"),
    )
    parser.add_argument(
        "--site",
        nargs="?",
        type=Path,
        const=SITE,
        metavar="FOLDER",
        help=_(
            "serve the files that make site wrote, and run no Python for visitors: for a whole "
            "school (default folder: {folder})"
        ).format(folder=SITE),
    )
    parser.add_argument(
        "--host",
        help=_("address to listen on (default: {here}, or {everywhere} with --class)").format(
            here=HERE, everywhere=EVERYWHERE
        ),
    )
    parser.add_argument(
        "--port",
        type=_between(0, 65535, phrase("{given} is not a port from {least} to {most}")),
        default=8866,
        help=_("port to listen on, 0 for any free one (default: %(default)s)"),
    )
    parser.add_argument(
        "--no-browser",
        dest="browser",
        action="store_false",
        help=_("do not open a browser when ready"),
    )
    parser.add_argument(
        "--pool",
        type=_between(0, 200, phrase("{given} is not a number of kernels from {least} to {most}")),
        default=POOL,
        metavar="N",
        help=_(
            "kernels kept ready, so that the next N visitors need not wait; about 25 MB of "
            "memory each on Linux, twice as much elsewhere (default: %(default)s)"
        ),
    )
    parser.add_argument(
        "--at-most",
        type=_between(1, 10_000, phrase("{given} is not a number of pages from {least} to {most}")),
        default=AT_MOST,
        metavar="N",
        help=_(
            "pages open at once; whoever comes when N are open is asked to try again in a "
            "minute; fewer where the machine has no room for them (default: %(default)s)"
        ),
    )
    parser.add_argument(
        "--per-address",
        type=_between(0, 10_000, phrase("{given} is not a number of pages from {least} to {most}")),
        default=0,
        metavar="N",
        help=_(
            "of these, pages that one network address may have open; a whole school can share "
            "one address (default: all of them)"
        ),
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help=_(
            "a name that visitors call this server by, besides this machine’s own names and its "
            "addresses in numbers; may be given several times"
        ),
    )
    parser.add_argument("--version", action="version", version=f"ecx {_version()}")
    return parser


class _between:  # noqa: N801  # reads as a type in the list of options
    """Accept whole numbers of a range, and reject others with a message."""

    def __init__(self, least: int, most: int, complaint: str) -> None:
        self._least, self._most, self._complaint = least, most, complaint

    def __call__(self, text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = self._least - 1
        if not self._least <= number <= self._most:
            raise argparse.ArgumentTypeError(
                _(self._complaint).format(given=repr(text), least=self._least, most=self._most)
            )
        return number


def _version() -> str:
    try:
        return version("ecx")
    except PackageNotFoundError:
        return _("(not installed)")


def _bind(host: str, port: int) -> list[socket.socket]:
    """Bind the address before anything slow is started, so that a conflict is reported at once."""
    from tornado.netutil import bind_sockets  # noqa: PLC0415  # not needed for --help

    try:
        return bind_sockets(port, address=host, backlog=BACKLOG)
    except OSError as error:
        raise AddressError(
            _("cannot listen on {host} port {port}: {reason}").format(
                host=host, port=port, reason=_reason(error)
            )
        ) from error


def _reason(error: OSError) -> str:
    if isinstance(error, socket.gaierror):
        return _("no such address")
    reason = os.strerror(error.errno) if error.errno else str(error)
    reason = f"{reason[:1].lower()}{reason[1:]}"
    if error.errno in {EADDRINUSE, EACCES}:
        return _("{reason}; give another with --port").format(reason=reason)
    return reason


def _warn(options: Options) -> None:
    host = options.host
    try:
        alone = ipaddress.ip_address(host).is_loopback
    except ValueError:
        alone = host == "localhost"
    if options.for_class or (options.site and not alone):
        sys.stderr.write(_(_OPEN_TO_ALL) + "\n")
    elif not alone:
        sys.stderr.write(
            _(
                "Anyone who can reach this machine at {host} can open these pages. Each visitor "
                "runs a Python process here. Nothing sent over the network is encrypted."
            ).format(host=host)
            + "\n"
        )
