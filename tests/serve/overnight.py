"""The command, where a night passes when a test says so: when the process gets SIGUSR1."""

import signal
import sys
import time
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from jupyter_server.services.kernels import kernelmanager
from tornado.ioloop import IOLoop

from ecx.serve import kernels, main, server

NIGHT = 12 * 60 * 60
now = kernelmanager.utcnow


class Overnight(kernels.Kernels):
    """Looks for kernels to take back in the evening and in the morning, and at no other time."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  # passed on unread
        super().__init__(**kwargs)
        self.cull_busy = True  # nobody works at night: a test need not wait for a kernel's idleness
        self._slept = timedelta()
        kernelmanager.utcnow = lambda: now() + self._slept
        kernels.time = SimpleNamespace(
            monotonic=lambda: time.monotonic() + self._slept.total_seconds()
        )
        loop = IOLoop.current()
        loop.asyncio_loop.add_signal_handler(signal.SIGUSR1, loop.add_callback, self._pass_a_night)

    async def _pass_a_night(self) -> None:
        await self.cull_kernels()
        self._slept += timedelta(seconds=NIGHT)
        await self.cull_kernels()


if __name__ == "__main__":
    kernels.Kernels = Overnight
    server.TICK = NIGHT
    sys.exit(main())
