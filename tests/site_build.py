"""The site for tests: built when something has changed, and hosted by a plain file server."""

import fcntl
import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

from serving import CHECKOUT, environment

BUILT: Final = CHECKOUT / "build" / "tested"
"""Where the site for tests is, in a folder of its own beside what says from what it was built."""

PREFIX: Final = "some/school"
"""The folder of the host in which the site lies."""

_SOURCES: Final = ("ecx", "data", "notebooks", "scripts/build_site")
_MADE_OF: Final = frozenset(
    {".csv", ".css", ".ipynb", ".j2", ".js", ".json", ".mo", ".py", ".svg", ".toml"}
)


def site_folder() -> Path:
    """Build the site unless it is there already, from what is here now."""
    BUILT.mkdir(parents=True, exist_ok=True)
    folder, stamp = BUILT / PREFIX, BUILT / "made_of"
    with (BUILT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two workers want the same
        now = _digest()
        if not stamp.exists() or stamp.read_text() != now:
            build(folder)
            stamp.write_text(now)
    return folder


def build(folder: Path) -> None:
    """Build the site into a folder."""
    command = [sys.executable, "-m", "build_site", "--to", str(folder)]
    env = environment()
    env["PYTHONPATH"] = f"{CHECKOUT / 'scripts'}:{env['PYTHONPATH']}"
    subprocess.run(command, check=True, capture_output=True, env=env, cwd=CHECKOUT)  # noqa: S603


def _digest() -> str:
    """Tell apart what a site is made of."""
    digest = hashlib.sha256()
    paths = [CHECKOUT / "package-lock.json", CHECKOUT / "requirements-dev.lock"]
    for source in _SOURCES:
        paths += [path for path in (CHECKOUT / source).rglob("*") if path.suffix in _MADE_OF]
    for path in sorted(paths):
        if "raw" not in path.parts:
            digest.update(f"{path.relative_to(CHECKOUT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


class _Quiet(SimpleHTTPRequestHandler):
    """Python's file server, which tells of requests to whoever asks."""

    def __init__(self, *args: Any, note: Callable[[str], None], **kwargs: Any) -> None:  # noqa: ANN401
        self._note = note
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:  # its name there
        """Send a file."""
        self._note(self.path)
        super().do_GET()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for what is not there, as hosts of repositories' pages do."""
        page = Path(self.directory) / PREFIX / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  # its name there
        """Keep it to itself."""


@contextmanager
def hosted(folder: Path, note: Callable[[str], None] = lambda _path: None) -> Iterator[str]:
    """Serve a folder as ``python -m http.server`` does, for as long as the context lasts.

    Parameters
    ----------
    folder
        What is served.
    note
        Called with the path of each request.

    Yields
    ------
    str
        The address, ``"http://127.0.0.1:40123"``.
    """
    handler = partial(_Quiet, directory=str(folder), note=note)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def hosted_site(note: Callable[[str], None] = lambda _path: None) -> Iterator[str]:
    """Build and serve the site below the folder of a host; yield its address."""
    site_folder()
    with hosted(BUILT, note) as host:
        yield f"{host}/{PREFIX}"
