"""The command, where a night passes when a test says so: when the process gets SIGUSR1."""

import signal
import sys
import time
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast
from unittest.mock import patch

from jupyter_server._tz import utcnow
from jupyter_server.services.kernels import kernelmanager
from tornado.ioloop import IOLoop

from ecx.serve import kernels, main, server

if TYPE_CHECKING:
    from tornado.platform.asyncio import AsyncIOLoop

NIGHT = 12 * 60 * 60


class Overnight(kernels.Kernels):
    """Looks for kernels to take back in the evening and in the morning, and at no other time."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  # passed on unread
        super().__init__(**kwargs)
        self.cull_busy = True  # nobody works at night: a test need not wait for a kernel's idleness
        self._slept = timedelta()
        later = SimpleNamespace(monotonic=lambda: time.monotonic() + self._slept.total_seconds())
        patch.object(kernelmanager, "utcnow", lambda: utcnow() + self._slept).start()
        patch.object(kernels, "time", later).start()
        loop = cast("AsyncIOLoop", IOLoop.current())  # the only kind there is
        loop.asyncio_loop.add_signal_handler(signal.SIGUSR1, loop.add_callback, self._pass_a_night)

    async def _pass_a_night(self) -> None:
        await self.cull_kernels()  # type: ignore[no-untyped-call] # jupyter_server's own
        self._slept += timedelta(seconds=NIGHT)
        await self.cull_kernels()  # type: ignore[no-untyped-call] # jupyter_server's own


if __name__ == "__main__":
    with patch.object(kernels, "Kernels", Overnight), patch.object(server, "TICK", NIGHT):
        sys.exit(main())
