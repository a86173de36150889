"""A network between a page and its server that a test breaks as networks break."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from serving import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Page, WebSocketRoute

_NAME = re.compile(rb'"msg_id":"([^"]+)"')


@dataclass
class Wire:
    """One websocket, and what of it arrives.

    Attributes
    ----------
    page, server : WebSocketRoute
        Its two ends.
    up, down : bool
        Whether the server hears the page, and the page the server.
    heard, said : list of bytes
        What the server has heard of the page, and what it has said.
    """

    page: "WebSocketRoute"
    server: "WebSocketRoute"
    up: bool = True
    down: bool = True
    heard: list[bytes] = field(default_factory=list)
    said: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on_message(self._pass_up)
        self.server.on_message(self._pass_down)
        self.page.on_close(self._pass_on_end)

    def close(self, code: int) -> None:
        """Close it, as if the server did."""
        self.page.close(code=code)
        self.server.close()

    def is_done(self, words: bytes) -> bool:
        """Tell whether the kernel has dealt with a message in which these words are."""
        names = [name[1] for it in self.heard if words in it and (name := _NAME.search(it))]
        idle = [it for it in self.said if b'"idle"' in it]
        return any(name in it for name in names for it in idle)

    def _pass_on_end(self, _code: int | None, _reason: str | None) -> None:
        if self.up:
            self.server.close()

    def _pass_up(self, message: str | bytes) -> None:
        if self.up:
            self.heard.append(_bytes(message))
            self.server.send(message)

    def _pass_down(self, message: str | bytes) -> None:
        if self.down:
            self.page.send(message)
        self.said.append(_bytes(message))


class Network:
    """All websockets of a page, the newest last.

    Parameters
    ----------
    page : Page
        Before it is opened.
    """

    def __init__(self, page: "Page") -> None:
        self.wires: list[Wire] = []
        self._page = page
        page.route_web_socket("**/channels*", self._connect)

    @property
    def wire(self) -> Wire:
        """The newest."""
        return self.wires[-1]

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Let messages pass until a condition holds."""
        end = monotonic() + PATIENCE
        while not condition():
            assert monotonic() < end, "what was waited for has not come"
            self._page.title()

    def _connect(self, socket: "WebSocketRoute") -> None:
        self.wires.append(Wire(socket, socket.connect_to_server()))


def _bytes(message: str | bytes) -> bytes:
    return message.encode() if isinstance(message, str) else message
