"""The websocket between a page and its kernel: allowed messages, limits, and closing."""

# mypy: disallow-untyped-calls=False
# The classes of jupyter_server carry no annotations.

import asyncio
import re
from collections import defaultdict, deque
from contextlib import ExitStack
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.ioloop import IOLoop
from tornado.iostream import StreamBufferFullError
from tornado.web import HTTPError
from zmq.eventloop.zmqstream import ZMQStream

from ecx.serve import messages
from ecx.serve.handlers import Guarded

if TYPE_CHECKING:
    from ecx.serve.kernels import Kernels
GOING_AWAY: Final = 1001
"""The code a browser closes a websocket with when its page is closed, left or reloaded."""

UNREAD: Final = 8_000_000
"""Bytes that may wait for a page to read them: ten times what the largest page is sent at first."""

UNANSWERED: Final = 64
"""Messages of a page that its kernel may have before it; the page's next ones wait unread."""

UNANSWERED_BYTES: Final = 2_000_000
"""Bytes of such messages."""

HUNG: Final = 120
"""Seconds without any answer, while that many wait, after which a kernel is ended."""

OPENINGS: Final = 16
"""Conversations a page may open in one connection; ours open one."""

DROPPED: Final = 16
"""Messages of kinds that no page sends, after which a websocket is closed."""

PINGS: Final = 20
"""Pings in a second, after which a websocket is closed; browsers send none, proxies a few."""

SHOWN_BY: Final = 2
"""Websockets a kernel may have: its page, and that page again while the network comes and goes."""

_SESSION: Final = re.compile(r"[\w-]{1,64}")
"""How a page names itself while it is open."""


class Connection(ZMQChannelsWebsocketConnection):
    """Connects a websocket to its kernel, and counts it once, however it ends.

    jupyter_server counts a connection when it is made, and uncounts it whenever a websocket ends,
    whether or not it was made. A visitor who leaves in between left the count at -1 for ever.
    """

    websocket_handler: "ChannelsHandler"
    _is_made = False

    @property
    def subprotocol(self) -> str | None:
        """The agreed subprotocol, kept while the websocket closes.

        The base class forgets it then, and would read bytes in the wrong form.
        """
        return messages.BINARY if self.websocket_handler.is_binary else None

    async def prepare(self) -> None:
        """Read the kernel's key; the kernel has already built the page, so there is no wait."""
        self.session.key = self.kernel_manager.session.key
        await self._register_session()

    def create_stream(self) -> None:
        """Open the two of five channels that a page needs."""
        identity = self.session.bsession
        for channel in ("iopub", "shell"):
            stream = getattr(self.kernel_manager, f"connect_{channel}")(identity=identity)
            stream.channel = channel
            self.channels[channel] = stream

    def connect(self) -> Any:  # noqa: ANN401  # a future without a type
        """Connect to the kernel, and count the connection."""
        self._is_made = True
        with ExitStack() as undo:
            undo.callback(self.disconnect)
            connected = super().connect()
            undo.pop_all()
        return connected

    def on_restart_failed(self) -> None:
        """Tell the page that its kernel ended by itself."""
        self._send_status_message("dead")

    def _on_zmq_reply(self, stream: ZMQStream, answer: list[bytes] | dict[str, Any]) -> None:
        """Forward the kernel's messages, except the source of its cells."""
        if isinstance(answer, dict):
            header, parent, content = answer["header"], answer["parent_header"], answer["content"]
            if answer["buffers"]:
                self.websocket_handler.close(messages.WRONG_KIND, "this page speaks text")
                return
        else:
            header, parent = (self.session.unpack(part) for part in answer[:2])
            content = self.session.unpack(answer[3]) if header["msg_type"] == "status" else {}
        if content.get("execution_state") == "idle":
            self.websocket_handler.note_idle(parent.get("msg_id", ""))
        if header["msg_type"] != "execute_input":
            super()._on_zmq_reply(stream, answer)

    def disconnect(self) -> None:  # type: ignore[override]  # as in the class above
        """Disconnect, and stop counting the connection if it was counted."""
        if self._is_made:
            self._is_made = False
            super().disconnect()
        elif self._open_sessions.get(self.session_key) is self.websocket_handler:
            del self._open_sessions[self.session_key]


class ChannelsHandler(Guarded, KernelWebsocketHandler):
    """One websocket; it closes when its page or kernel ends, or on a forbidden message."""

    connection: Connection | None = None
    is_binary = False

    def initialize(self) -> None:
        """Set the counters to zero; nothing is opened yet."""
        self._unanswered: defaultdict[str, list[int]] = defaultdict(list)
        self._waiting = 0
        self._bytes_waiting = 0
        self._openings = 0
        self._dropped = 0
        self._pings: deque[float] = deque(maxlen=PINGS)
        self._answered = asyncio.Event()
        self._is_over = False
        self._forget = lambda: None
        self._kernels: Kernels = self.settings["kernel_manager"]

    async def pre_get(self) -> None:
        """Find the kernel; refuse one that another page shows."""
        session = self.get_argument("session_id", "")
        if not _SESSION.fullmatch(session):
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        replaced = f"{self.kernel_id}:{session}" in Connection._open_sessions  # noqa: SLF001
        if self._kernels.connections(self.kernel_id) - replaced >= SHOWN_BY:
            raise HTTPError(HTTPStatus.SERVICE_UNAVAILABLE)
        await super().pre_get()

    async def open(self, kernel_id: str) -> None:
        """Connect to the kernel until it is shut down."""
        stream = None if self.ws_connection is None else self.ws_connection.stream
        if self._is_over or self.connection is None or stream is None:
            return  # the visitor left during the handshake
        self.is_binary = self.selected_subprotocol == messages.BINARY
        # A click is answered by several small messages; each is sent without delay.
        self.set_nodelay(True)
        stream.max_write_buffer_size = UNREAD
        self._forget = self._kernels.when_shut_down(kernel_id, self._say_farewell)
        with ExitStack() as undo:
            # Tornado closes a websocket that could not be opened, but tells nobody.
            undo.callback(self.on_connection_close)
            await super().open(kernel_id)
            undo.pop_all()

    async def on_message(self, frame: bytes | str) -> None:
        """Forward a message or close the websocket; pause reading while much is waiting."""
        if self.ws_connection is None:
            return  # we closed it: later messages are not read
        try:
            message = messages.read_frame(frame, binary=self.is_binary)
        except messages.RefusedFrameError as refused:
            self.close(refused.code, str(refused))
            return
        self._openings += message.opens
        self._dropped += not message.allowed
        if self._openings > OPENINGS or self._dropped > DROPPED:
            self.close(messages.TOO_MUCH, "no page sends this")
            return
        if not message.allowed or self.connection is None:
            return
        self._unanswered[message.id].append(message.size)
        self._waiting += 1
        self._bytes_waiting += message.size
        self.connection.handle_incoming_message(frame)  # type: ignore[arg-type]  # or bytes
        try:
            while self._waiting > UNANSWERED or self._bytes_waiting > UNANSWERED_BYTES:
                self._answered.clear()
                await asyncio.wait_for(self._answered.wait(), HUNG)
        except TimeoutError:
            await self._kernels.end(self.kernel_id)

    def on_ping(self, _data: bytes) -> None:
        """Close a websocket that only sends pings."""
        now = IOLoop.current().time()
        if len(self._pings) == PINGS and now - self._pings[0] < 1:
            self.close(messages.TOO_MUCH, "no page pings as often")
        self._pings.append(now)

    def write_message(self, message: bytes | str | dict[str, Any], binary: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  # tornado's signature
        """Send a kernel's message, unless the page has stopped reading."""
        if self._is_over or self.ws_connection is None or self.ws_connection.is_closing():
            return None
        try:
            return super().write_message(message, binary)
        except StreamBufferFullError:
            # The page has lost the unread messages, so it must start again.
            self.on_connection_close()
            IOLoop.current().add_callback(self._kernels.end, self.kernel_id)
            return None

    def note_idle(self, message: str) -> None:
        """Record that the kernel has finished a message, whoever sent it.

        Parameters
        ----------
        message : str
            Its id.
        """
        sizes = self._unanswered.get(message)
        if not sizes:
            return
        self._waiting -= 1
        self._bytes_waiting -= sizes.pop()
        if not sizes:
            del self._unanswered[message]
        self._answered.set()

    def _say_farewell(self) -> None:
        """Close because the kernel is gone, and wait for no answer of it."""
        self._waiting = self._bytes_waiting = 0
        self._answered.set()
        self.close()

    def on_close(self) -> None:
        """Release the kernel at once if the browser says that the page is closed."""
        self._is_over = True
        self._forget()
        self._waiting = self._bytes_waiting = 0
        self._answered.set()
        if self.connection is not None:
            self.connection.disconnect()
            self.connection = None
        if self.close_code == GOING_AWAY:
            IOLoop.current().add_callback(self._kernels.release, self.kernel_id)
