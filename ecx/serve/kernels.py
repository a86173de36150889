"""The kernels of the pages, and when they are shut down."""

# mypy: disallow-untyped-calls=False
# The classes of jupyter_server carry no annotations.

import asyncio
import math
import os
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Final

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import IOLoop
from traitlets import Float, Int
from voila.request_info_handler import RequestInfoSocketHandler

_Pools = dict[str, list[asyncio.Task[dict[str, Any]]]]


KEPT: Final = 4_000_000
"""Bytes of messages that are kept for a page that has lost its connection."""

_HURRIED: Final = {True: 3.0, False: 15.0}
"""Seconds a kernel is left alone while others wait: of a page that never connected, or did."""


class FullError(Exception):
    """No more pages can be opened.

    Parameters
    ----------
    of_address : bool
        Whether only this visitor's network address has all its pages.
    """

    def __init__(self, *, of_address: bool) -> None:
        super().__init__("no more pages can be open")
        self.of_address = of_address


class Kernels(AsyncMappingKernelManager):
    """Gives kernels to pages, up to a limit, and shuts down those without a visitor.

    Voilà adds its pool in a subclass and asks `cull_kernel_if_idle` only about kernels that
    have left the pool, so kernels waiting for a visitor live on. A kernel whose page said
    goodbye goes at once (`release`). One whose page never connected goes after `patience`: it
    was fetched by a program, or left while it loaded. One whose page lost its connection goes
    after `grace`, for a network comes back. One whose page is open but forgotten goes after
    ``cull_idle_timeout``, the rule of the base class. While the class is full, the first two are
    not waited for as long (`_HURRIED`).
    """

    fill_if_needed: Callable[..., None]  # set by Voilà's subclass

    grace = Float(60.0, help="Seconds a kernel is kept whose page lost its connection.").tag(
        config=True
    )
    patience = Float(10.0, help="Seconds a page has to connect, once it was sent.").tag(config=True)
    at_most = Int(100, help="Pages that may have a kernel at once.").tag(config=True)
    per_address = Int(0, help="Of these, pages of one address; 0 for all of them.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  # traits of three classes
        # Voilà's own pools, with the kernels for the next visitors.
        self._pools: _Pools = {}
        self._expected: Counter[str] = Counter()
        self._visitors: dict[str, str] = {}
        self._unmet: set[str] = set()
        self._alone_since: dict[str, float] = {}
        self._farewells: defaultdict[str, set[Callable[[], None]]] = defaultdict(set)
        super().__init__(**kwargs)

    @asynccontextmanager
    async def admitted(self, address: str) -> AsyncIterator[None]:
        """Find room for a page, and reserve it until the page has its kernel.

        Parameters
        ----------
        address : str
            The network address of the visitor.

        Raises
        ------
        FullError
            If as many pages are open as may be, or as may be of this address.
        """
        while reason := self._reason_to_refuse(address):
            if not await self._make_room(address if reason.of_address else None):
                raise reason
        self._expected[address] += 1
        try:
            yield
        finally:
            self._expected[address] -= 1

    def hand_out(self, kernel_id: str, address: str) -> None:
        """Record that a page was given a kernel.

        Parameters
        ----------
        kernel_id : str
            A running kernel.
        address : str
            The network address of the visitor.
        """
        self._visitors[kernel_id] = address
        self._unmet.add(kernel_id)
        self._alone_since[kernel_id] = math.inf  # not yet: its page is being built and sent

    def expect(self, kernel_id: str) -> None:
        """Record that a page was sent in full; it must connect soon, or it loses its kernel.

        Parameters
        ----------
        kernel_id : str
            The kernel of that page; it may be gone already.
        """
        if kernel_id in self._unmet:
            self._alone_since[kernel_id] = time.monotonic()
            IOLoop.current().call_later(self.patience, self._end_unmet, kernel_id)

    def notify_connect(self, kernel_id: str) -> None:
        """Record that a page has connected."""
        super().notify_connect(kernel_id)
        self._unmet.discard(kernel_id)
        self._alone_since.pop(kernel_id, None)

    def notify_disconnect(self, kernel_id: str) -> None:
        """Record that a page has disconnected."""
        super().notify_disconnect(kernel_id)
        if kernel_id in self and not self.connections(kernel_id):
            self._alone_since[kernel_id] = time.monotonic()

    def connections(self, kernel_id: str) -> int:
        """Count the websockets between a kernel and its page.

        Parameters
        ----------
        kernel_id : str
            Any kernel.

        Returns
        -------
        int
            0 also if there is no such kernel.
        """
        return int(self._kernel_connections.get(kernel_id, 0))

    def when_shut_down(self, kernel_id: str, farewell: Callable[[], None]) -> Callable[[], None]:
        """Call a function once a kernel is gone, so that its page can say so.

        Parameters
        ----------
        kernel_id : str
            A running kernel.
        farewell : callable
            Called without arguments, once.

        Returns
        -------
        callable
            Call it when that is no longer of interest.
        """
        farewells = self._farewells[kernel_id]
        farewells.add(farewell)
        return lambda: farewells.discard(farewell)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Shut down a kernel whose page is gone or unused for long.

        Parameters
        ----------
        kernel_id : str
            A kernel outside the pool.
        """
        self._drop_failed()
        if self.connections(kernel_id):
            await super().cull_kernel_if_idle(kernel_id)
            return
        since = self._alone_since.setdefault(kernel_id, time.monotonic())
        if time.monotonic() - since >= self.grace:
            await self.end(kernel_id)

    async def release(self, kernel_id: str) -> None:
        """Shut down a kernel because its page was closed, unless another page shows it.

        Parameters
        ----------
        kernel_id : str
            The kernel of the page that was closed; it may be gone already.
        """
        if not self.connections(kernel_id):
            await self.end(kernel_id)

    async def end(self, kernel_id: str) -> None:
        """Shut down a kernel, even if pages still show it.

        Parameters
        ----------
        kernel_id : str
            Any kernel; it may be gone already.
        """
        self._drop_failed()
        if kernel_id in self:
            await self.shutdown_kernel(kernel_id, now=True)

    async def filled(self) -> None:
        """Wait until the pools are full, even if some of their kernels have failed."""
        await asyncio.gather(
            *(task for pool in self._pools.values() for task in pool), return_exceptions=True
        )

    async def tend(self, notebook: str) -> None:
        """Remove dead kernels from the pool before one of them is given to a page.

        Parameters
        ----------
        notebook : str
            Whose pool, ``"explorer.ipynb"``.
        """
        self._drop_failed()
        for task in [task for task in self._pools.get(notebook, ()) if task.done()]:
            kernel_id = task.result()["kernel_id"]
            if kernel_id not in self or not await ensure_async(
                self.get_kernel(kernel_id).is_alive()
            ):
                self._handle_kernel_died(kernel_id)
                if task in self._pools[notebook]:
                    self._pools[notebook].remove(task)

    def start_buffering(self, kernel_id: str, session_key: str, channels: dict[str, Any]) -> None:
        """Keep a kernel's messages for a page that may return, up to a limit."""
        super().start_buffering(kernel_id, session_key, channels)
        loop = IOLoop.current()
        kept = _Kept(lambda: loop.add_callback(self.end, kernel_id))
        self._kernel_buffers[kernel_id]["buffer"] = kept

    def remove_kernel(self, kernel_id: str) -> Any:  # noqa: ANN401  # a kernel manager
        """Forget a kernel that has ended, and tell its pages."""
        self._visitors.pop(kernel_id, None)
        self._unmet.discard(kernel_id)
        self._alone_since.pop(kernel_id, None)
        # Voilà stores each visitor's request for the kernel and never deletes it.
        RequestInfoSocketHandler._cache.pop(kernel_id, None)  # noqa: SLF001
        removed = super().remove_kernel(kernel_id)
        for farewell in tuple(self._farewells.pop(kernel_id, ())):
            farewell()
        return removed

    async def _async_start_kernel(self, **kwargs: Any) -> str:  # noqa: ANN401  # passed on
        # Voilà hands the visitor's link and headers to the kernel, and to the next ones in the
        # pool; no page reads them, and a long link would be too long for a program to start.
        kwargs["env"] = dict(os.environ)
        return str(await super()._async_start_kernel(**kwargs))

    start_kernel = _async_start_kernel  # type: ignore[assignment]

    async def _async_shutdown_kernel(self, kernel_id: str, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        # A kernel that is still starting is not listed yet; it ends with its parent.
        if kernel_id in self:
            await super()._async_shutdown_kernel(kernel_id, *args, **kwargs)

    shutdown_kernel = _async_shutdown_kernel  # type: ignore[assignment]

    def _handle_kernel_died(self, kernel_id: str) -> None:
        """Clean up after a kernel that ended by itself, and start another for the pool."""
        notebooks = [
            notebook
            for notebook, pool in self._pools.items()
            if any(task.done() and task.result()["kernel_id"] == kernel_id for task in pool)
        ]
        loop = IOLoop.current()
        loop.add_callback(self.end, kernel_id)
        for notebook in notebooks:
            loop.add_callback(self.fill_if_needed, notebook_name=notebook)

    async def _end_unmet(self, kernel_id: str) -> None:
        if kernel_id in self._unmet:
            await self.end(kernel_id)

    def _reason_to_refuse(self, address: str) -> FullError | None:
        if self._expected.total() + len(self._visitors) >= self.at_most:
            return FullError(of_address=False)
        of_address = sum(visitor == address for visitor in self._visitors.values())
        if 0 < self.per_address <= of_address + self._expected[address]:
            return FullError(of_address=True)
        return None

    async def _make_room(self, address: str | None) -> bool:
        """Shut down the kernel that was alone for longest, if long enough; tell whether."""
        now = time.monotonic()
        alone = [
            (since, kernel_id)
            for kernel_id, since in self._alone_since.items()
            if now - since >= _HURRIED[kernel_id in self._unmet]
            and address in (None, self._visitors.get(kernel_id))
        ]
        if not alone:
            return False
        await self.end(min(alone)[1])
        return True

    def _drop_failed(self) -> None:
        """Remove kernels that never started from the pools; else Voilà fails at all others."""
        for notebook, pool in self._pools.items():
            for task in [task for task in pool if task.done() and task.exception()]:
                pool.remove(task)
                self.log.error("A kernel could not be started.", exc_info=task.exception())
                IOLoop.current().add_callback(self.fill_if_needed, notebook_name=notebook)


class _Kept(list[tuple[str, list[bytes]]]):
    """The messages of a kernel while its page is away; too many of them end the kernel."""

    def __init__(self, overflow: Callable[[], None]) -> None:
        super().__init__()
        self._left = KEPT
        self._overflow = overflow

    def append(self, said: tuple[str, list[bytes]]) -> None:
        """Keep one more message while there is room."""
        self._left -= sum(map(len, said[1]))
        if self._left >= 0:
            super().append(said)
        else:
            self._overflow()
