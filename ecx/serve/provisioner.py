"""Start kernels: by a fork of a parent that has all imports, or as a new program."""

# mypy: disallow-untyped-calls=False
# The classes of jupyter_client are annotated in part.

import os
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, Final

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Instance

from ecx.serve.kernel_parent import KernelParent

_NAME: Final = "ecx-fork"


class ForkProvisioner(LocalProvisioner):
    """Starts kernels by a fork where that is possible."""

    process: Any  # a `ForkedKernel`, or a `subprocess.Popen` where it was started as a program
    parent_process = Instance(KernelParent)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:  # noqa: ANN401
        """Start a kernel.

        Parameters
        ----------
        cmd : list of str
            What would start it as a program: Python, ``-c``, the code, and its arguments.
        **kwargs
            As `subprocess.Popen` takes them, among them ``cwd`` and ``env``.

        Returns
        -------
        dict
            How to connect to it.
        """
        cwd, env = kwargs.get("cwd") or str(Path.cwd()), kwargs.get("env") or {**os.environ}
        process = await self.parent_process.fork(cmd[3:], cwd, env)
        if process is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process, self.pid, self.pgid, self.cwd = process, process.pid, process.pid, cwd
        return self.connection_info

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel, and to no later process with its id.

        Parameters
        ----------
        signum : int
            A signal.
        """
        if await self.poll() is None:
            await super().send_signal(signum)


def forked_from(parent: KernelParent) -> dict[str, Any]:
    """Make a kernel specification that starts kernels by a fork of a parent.

    Parameters
    ----------
    parent : KernelParent
        What forks it.

    Returns
    -------
    dict
        Metadata of a kernel's specification.
    """
    where = f"{ForkProvisioner.__module__}:{ForkProvisioner.__name__}"
    factory = KernelProvisionerFactory
    factory.provisioners[_NAME] = EntryPoint(_NAME, where, factory.GROUP_NAME)
    config = {"parent_process": parent}
    return {"kernel_provisioner": {"provisioner_name": _NAME, "config": config}}
