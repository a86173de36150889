"""The kernels behind the pages: which program they run, and when they are taken back."""

# mypy: disallow-untyped-calls=False
# The classes of jupyter_server carry no annotations.

import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Float, Int
from voila.request_info_handler import RequestInfoSocketHandler

_NAME: Final = "python3"

_Pools = dict[str, list[asyncio.Task[dict[str, Any]]]]

_LAUNCH: Final = (
    "import sys; sys.path.append({root!r}); from ecx.serve.kernel import main; main(sys.argv[1:])"
)


class OwnPython(KernelSpecManager):
    """Offer one kernel: the Python that runs the server.

    A kernel of the same name in the user's folders may belong to another environment, where
    ecx is not installed; it is not looked at.
    """

    def find_kernel_specs(self) -> dict[str, str]:
        """Name the one kernel there is."""
        return {_NAME: ""}

    def get_kernel_spec(self, _kernel_name: str) -> KernelSpec:
        """Describe it, whatever name a notebook asks for."""
        root = str(Path(__file__).resolve().parents[2])
        return KernelSpec(
            argv=[sys.executable, "-c", _LAUNCH.format(root=root), "-f", "{connection_file}"],
            display_name="Python",
            language="python",
            # One class fills the cores as it is: numerical libraries need no threads of their own.
            env={"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"},
        )

    def get_all_specs(self) -> dict[str, Any]:
        """Describe it in the form of the kernelspec service."""
        return {_NAME: {"resource_dir": "", "spec": self.get_kernel_spec(_NAME).to_dict()}}


class Kernels(AsyncMappingKernelManager):
    """Take back the kernels nobody looks at any more.

    Voilà lays its pool over this class and asks `cull_kernel_if_idle` only about kernels that
    have left the pool, so kernels waiting for a visitor live on. A kernel whose page said
    goodbye goes at once (`release`). One whose page is not connected goes after `grace`: a
    network that was lost for a moment, or a page that was fetched but never ran. One whose page
    is open but forgotten goes after ``cull_idle_timeout``, the rule of the base class.

    Whoever hands out kernels asks `is_full` first, for nobody else knows of all of them.
    """

    grace = Float(60.0, help="Seconds a kernel is kept without a page.").tag(config=True)
    at_most = Int(100, help="Pages that may have a kernel at once.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  # traits of three classes
        # Voilà's, which keeps in them the kernels for the next visitors.
        self._pools: _Pools = {}
        self._expected = 0
        self._alone_since: dict[str, float] = {}
        self._farewells: defaultdict[str, list[Callable[[], None]]] = defaultdict(list)
        super().__init__(**kwargs)

    @property
    def is_full(self) -> bool:
        """Whether as many pages have a kernel, or wait for one, as may be."""
        pooled = [task for pool in self._pools.values() for task in pool]
        ready = [task for task in pooled if task.done() and not task.exception()]
        return self._expected + len(self) - len(ready) >= self.at_most

    @contextmanager
    def expected(self) -> Iterator[None]:
        """Count a page that waits for its kernel, until it is there to be counted itself."""
        self._expected += 1
        try:
            yield
        finally:
            self._expected -= 1

    def notify_connect(self, kernel_id: str) -> None:
        """Note that a page has connected."""
        super().notify_connect(kernel_id)
        self._alone_since.pop(kernel_id, None)

    def when_shut_down(self, kernel_id: str, farewell: Callable[[], None]) -> None:
        """Call back once a kernel is gone, so that its page can say so.

        Parameters
        ----------
        kernel_id : str
            A running kernel.
        farewell : callable
            Called without arguments, once.
        """
        self._farewells[kernel_id].append(farewell)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Shut a kernel down if its page is gone or forgotten.

        Parameters
        ----------
        kernel_id : str
            A kernel outside the pool.
        """
        if self._is_connected(kernel_id):
            await super().cull_kernel_if_idle(kernel_id)
            return
        since = self._alone_since.setdefault(kernel_id, time.monotonic())
        if time.monotonic() - since >= self.grace:
            await self.shutdown_kernel(kernel_id, now=True)

    async def release(self, kernel_id: str) -> None:
        """Shut a kernel down because its page was closed, unless another still shows it.

        Parameters
        ----------
        kernel_id : str
            The kernel of the page that was closed; it may be gone already.
        """
        if kernel_id in self and not self._is_connected(kernel_id):
            await self.shutdown_kernel(kernel_id, now=True)

    async def _async_shutdown_kernel(self, kernel_id: str, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        self._alone_since.pop(kernel_id, None)
        # Voilà keeps every visitor's request for a kernel that may ask for it, and never lets go.
        RequestInfoSocketHandler._cache.pop(kernel_id, None)  # noqa: SLF001
        # One that is still starting when the server ends is not known yet: it ends with its parent.
        if kernel_id in self:
            await super()._async_shutdown_kernel(kernel_id, *args, **kwargs)
        for farewell in self._farewells.pop(kernel_id, ()):
            farewell()

    shutdown_kernel = _async_shutdown_kernel  # type: ignore[assignment]

    def _is_connected(self, kernel_id: str) -> bool:
        return bool(self._kernel_connections.get(kernel_id, 0))
