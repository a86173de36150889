"""The kernel of a page that has no server: comms over messages, and nothing of IPython's."""

import logging
import traceback
from collections.abc import Callable, Mapping
from itertools import count
from types import MappingProxyType
from typing import Any, Final

import comm
from comm.base_comm import BaseComm, CommManager

from ecx.site.wire import WireMessage, understood, written

_VERSION: Final = "5.3"


class BrowserKernel:
    """Takes messages of the page one after another, and answers each as a Jupyter kernel does.

    Comms that Python opens have counted ids, so that a page that is built twice has the same
    models both times, and states that were recorded when the site was built fit.

    Parameters
    ----------
    send : callable
        Sends a message to the page, in bytes.
    """

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send = send
        self._parent: Mapping[str, Any] = MappingProxyType({})
        self._is_heard = False
        self._ids = (f"model-{number}" for number in count(1))
        self.comms = CommManager()
        comm.create_comm = self._create_comm
        comm.get_comm_manager = lambda: self.comms

    def begin(self) -> None:
        """From now on the page hears what is said; before, it would not know the comms."""
        self._is_heard = True

    def take(self, whole: bytes) -> None:
        """Carry out a message of the page, and answer it.

        Parameters
        ----------
        whole : bytes
            The message, as `ecx.site.wire` reads it.
        """
        message = understood(whole)
        self._parent = message.header
        self._publish("status", {"execution_state": "busy"})
        try:
            self._carry_out(message)
        except Exception as error:  # noqa: BLE001  # told to the page, which goes on
            lines = traceback.format_exception(error)
            told = {"ename": type(error).__name__, "evalue": str(error), "traceback": lines}
            self._publish("error", told)
        self._publish("status", {"execution_state": "idle"})
        self._parent = MappingProxyType({})

    def _carry_out(self, message: WireMessage) -> None:
        heard = {
            "header": message.header,
            "metadata": message.metadata,
            "content": message.content,
            "buffers": message.buffers,
        }
        match message.header["msg_type"]:
            case "comm_open":
                self.comms.comm_open(None, "", heard)  # type: ignore[arg-type]  # no stream
            case "comm_msg":
                if message.content["comm_id"] in self.comms.comms:
                    self.comms.comm_msg(None, "", heard)  # type: ignore[arg-type]
            case "comm_close":
                if message.content["comm_id"] in self.comms.comms:
                    self.comms.comm_close(None, "", heard)  # type: ignore[arg-type]
            case "comm_info_request":
                self._reply("comm_info_reply", {"comms": self._listed(message.content)})
            case _:
                self._reply("kernel_info_reply", {"protocol_version": _VERSION})

    def _listed(self, asked: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        """List the comms of a target, as the page asks for them."""
        target = asked.get("target_name")
        return {
            key: {"target_name": known.target_name}
            for key, known in self.comms.comms.items()
            if target in (None, known.target_name)
        }

    def _create_comm(self, *args: Any, comm_id: str | None = None, **kwargs: Any) -> BaseComm:  # noqa: ANN401
        return _PageComm(self._publish, *args, comm_id=comm_id or next(self._ids), **kwargs)

    def _reply(self, kind: str, content: dict[str, Any]) -> None:
        self._say("shell", kind, {"status": "ok", **content})

    def _publish(
        self,
        kind: str,
        content: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        buffers: tuple[bytes, ...] = (),
    ) -> None:
        self._say("iopub", kind, content, metadata, buffers)

    def _say(
        self,
        channel: str,
        kind: str,
        content: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        buffers: tuple[bytes, ...] = (),
    ) -> None:
        if self._is_heard:
            header = {"msg_type": kind}
            parent = dict(self._parent)
            self._send(
                written(WireMessage(channel, header, parent, content, metadata or {}, buffers))
            )


class _PageComm(BaseComm):
    """A comm whose messages go to the page."""

    def __init__(self, publish: Callable[..., None], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        self._to_page = publish
        super().__init__(*args, **kwargs)

    def publish_msg(
        self,
        msg_type: str,
        data: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
        buffers: list[bytes] | None = None,
        **keys: Any,  # noqa: ANN401
    ) -> None:
        """Send a message of this comm to the page."""
        content = {"comm_id": self.comm_id, "data": data or {}, **keys}
        self._to_page(msg_type, content, metadata, tuple(buffers or ()))


class ConsoleHandler(logging.StreamHandler[Any]):
    """Writes what is logged to the browser's console; stays quiet below errors."""

    def __init__(self) -> None:
        super().__init__()
        self.setLevel(logging.ERROR)
