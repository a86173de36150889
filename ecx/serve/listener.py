"""All connections: who may connect, how long the server waits, and how many it keeps.

Requests that no visitor's browser sends are refused here, with a message, before any handler sees
them: a name that is not the server's, an address too long to be a link, and anything that has a
body.
"""

import asyncio
import contextlib
import math
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any, Final

from tornado.http1connection import HTTP1Connection, HTTP1ServerConnection
from tornado.httpserver import HTTPServer
from tornado.httputil import (
    HTTPHeaders,
    HTTPMessageDelegate,
    RequestStartLine,
    ResponseStartLine,
)
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.iostream import IOStream, StreamClosedError
from tornado.web import Application

from ecx.say import _
from ecx.serve.hosts import Hosts, name_of
from ecx.serve.messages import AT_MOST as LARGEST_MESSAGE

PATIENCE: Final = 20
"""Seconds a visitor has to ask for something, and a connection is kept that asks for nothing."""

ANSWERING: Final = 180
"""Seconds an answer may take, with the time a slow visitor needs to read it."""

UNREAD: Final = 2
"""Seconds after which an answer that is not read makes room, if others have no room otherwise."""

LONGEST_ADDRESS: Final = 128_000
"""Characters of an address: a comparison of the two longest maps has half of it."""

LARGEST_HEAD: Final = 256_000
"""Bytes of an address and what comes before a body; a connection that sends more is closed."""

_LINGER: Final = 2.0
"""Seconds, and at most `_DREGS` bytes, to read from a visitor whose request was refused midway."""

_DREGS: Final = 1_000_000
_SWEEP: Final = 5_000
"""Milliseconds between two checks for answers that nobody reads."""

PageWriter = Callable[[str], bytes]
"""Writes a sentence as a page."""


class Listener(HTTPServer):
    """An HTTP server that idle connections cannot fill.

    Parameters
    ----------
    application : tornado.web.Application
        Answers the requests that pass.
    hosts : Hosts
        The names of the server.
    most : int
        Connections at once. One more takes the place of the one that has said nothing for
        longest, from the address that has most of them; where all are being answered, it is
        refused.
    words : callable
        Writes a sentence as an HTML page.
    """

    def initialize(  # type: ignore[override]
        self,
        application: Application,
        *,
        hosts: Hosts,
        most: int,
        words: PageWriter,
    ) -> None:
        """Store the constructor's arguments, as tornado's classes do."""
        super().initialize(
            application,
            idle_connection_timeout=PATIENCE,
            body_timeout=PATIENCE,
            max_header_size=LARGEST_HEAD,
            max_body_size=0,
            # Also of a websocket, whose largest message must fit.
            max_buffer_size=3 * LARGEST_MESSAGE,
        )
        self._hosts = hosts
        self._most = most
        self._words = words
        self._waiting: dict[HTTP1ServerConnection, float] = {}
        self._answering: dict[HTTP1ServerConnection, float] = {}
        self._refused = 0
        PeriodicCallback(self._sweep, _SWEEP).start()

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Accept a new connection if there is room, or room can be made."""
        if len(self._connections) + self._refused < self._most or self._let_go():
            super().handle_stream(stream, address)
        elif self._refused < self._most:
            words = _("Too many visitors came at once. Try again in a minute.")
            self._spawn(stream, HTTPStatus.SERVICE_UNAVAILABLE, words)
        else:
            stream.close()

    def start_request(
        self,
        server_conn: object,
        request_conn: HTTP1Connection,  # type: ignore[override]
    ) -> HTTPMessageDelegate:
        """Start waiting for a request."""
        connection: HTTP1ServerConnection = server_conn  # type: ignore[assignment]
        self._answering.pop(connection, None)
        self._waiting[connection] = time.monotonic()
        inner = super().start_request(server_conn, request_conn)
        return _Request(self, connection, request_conn, inner)

    def on_close(self, server_conn: object) -> None:
        """Forget a connection that has ended or become a websocket."""
        connection: HTTP1ServerConnection = server_conn  # type: ignore[assignment]
        self._waiting.pop(connection, None)
        self._answering.pop(connection, None)
        if connection in self._connections:  # not closed before
            super().on_close(server_conn)

    def heard(self, connection: HTTP1ServerConnection) -> None:
        """Record that a request has arrived."""
        self._waiting.pop(connection, None)
        self._answering[connection] = time.monotonic()

    def objection(self, line: RequestStartLine, headers: HTTPHeaders) -> tuple[HTTPStatus, str]:
        """Check a request: return the status to refuse it with, or 200 if it may pass.

        Parameters
        ----------
        line : tornado.httputil.RequestStartLine
            Method and address.
        headers : tornado.httputil.HTTPHeaders
            What it says of itself.

        Returns
        -------
        tuple of http.HTTPStatus and str
            The status to refuse it with, and a sentence; status 200 and no words if it may pass.
        """
        host = headers.get("Host", "")
        if host not in self._hosts:
            name = name_of(host)[:100]
            return HTTPStatus.MISDIRECTED_REQUEST, _(
                "This site is not called “{name}”. If it should be, start the server with "
                "“--allow-host {name}”."
            ).format(name=name)
        if len(line.path) > LONGEST_ADDRESS:
            return (
                HTTPStatus.REQUEST_URI_TOO_LONG,
                _("We can’t read this link. It is too long. Open the map again and copy its link."),
            )
        if headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in headers:
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("Nothing can be sent to this address.")
        return HTTPStatus.OK, ""

    def refuse(self, connection: HTTP1Connection, status: HTTPStatus, words: str) -> None:
        """Answer a request with a sentence on the error, and close its connection.

        Parameters
        ----------
        connection : tornado.http1connection.HTTP1Connection
            On which it came.
        status : http.HTTPStatus
            Why.
        words : str
            The sentence.
        """
        self._spawn(connection.detach(), status, words)

    def _let_go(self) -> bool:
        """Close the least useful connection; tell whether there was one."""
        # New connections are not in `_waiting` yet.
        silent = [it for it in self._connections if it not in self._answering]
        if not (silent := silent or self._unread()):
            return False
        of_each = Counter(map(_address, self._connections))
        idle = min(silent, key=lambda it: (-of_each[_address(it)], self._since(it)))
        idle.stream.close()
        self.on_close(idle)
        return True

    def _unread(self) -> list[HTTP1ServerConnection]:
        """List the connections whose visitors have not read their answer for a while."""
        late = time.monotonic() - UNREAD
        return [it for it, since in self._answering.items() if since < late and it.stream.writing()]

    def _since(self, connection: HTTP1ServerConnection) -> float:
        """Tell since when a connection waits, or is being answered."""
        waiting = self._waiting.get(connection, math.inf)
        return self._answering.get(connection, waiting)

    def _sweep(self) -> None:
        late = time.monotonic() - ANSWERING
        for connection in [it for it, since in self._answering.items() if since < late]:
            connection.stream.close()

    def _spawn(self, stream: IOStream, status: HTTPStatus, words: str) -> None:
        saying = asyncio.ensure_future(self._say(stream, status, words))
        IOLoop.current().add_future(saying, lambda future: future.result())

    async def _say(self, stream: IOStream, status: HTTPStatus, words: str) -> None:
        self._refused += 1
        body = self._words(words)
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\nServer: ecx\r\n"
            f"Content-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n"
            "Content-Security-Policy: default-src 'self'\r\nX-Content-Type-Options: nosniff\r\n"
            "Referrer-Policy: no-referrer\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        )
        with contextlib.suppress(StreamClosedError, TimeoutError):
            await asyncio.wait_for(stream.write(head.encode() + body), PATIENCE)
            # Closing with unread data would make the browser discard the answer.
            await asyncio.wait_for(_hear_out(stream), _LINGER)
        self._refused -= 1
        stream.close()


class _Request(HTTPMessageDelegate):
    """One request, which is passed to the application unless it is refused."""

    def __init__(
        self,
        listener: Listener,
        server_connection: HTTP1ServerConnection,
        connection: HTTP1Connection,
        inner: HTTPMessageDelegate,
    ) -> None:
        self._listener = listener
        self._server_connection = server_connection
        self._connection = connection
        self._inner = inner

    def headers_received(
        self, start_line: RequestStartLine | ResponseStartLine, headers: HTTPHeaders
    ) -> Awaitable[None] | None:
        """Pass the request on, or refuse it."""
        assert isinstance(start_line, RequestStartLine)  # noqa: S101  # a server gets requests
        self._listener.heard(self._server_connection)
        status, words = self._listener.objection(start_line, headers)
        if words:
            self._listener.refuse(self._connection, status, words)
            return None
        return self._inner.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        """Pass the data on."""
        return self._inner.data_received(chunk)

    def finish(self) -> None:
        """Pass the end of the request on."""
        self._inner.finish()

    def on_connection_close(self) -> None:
        """Pass the end of the connection on."""
        self._inner.on_connection_close()


async def _hear_out(stream: IOStream) -> None:
    heard = 0
    while heard < _DREGS:
        heard += len(await stream.read_bytes(65_536, partial=True))


def _address(connection: HTTP1ServerConnection) -> str:
    return getattr(connection.context, "remote_ip", "")
