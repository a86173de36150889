"""The kernel specification: which program a kernel is, and how it starts."""

import os
import sys
from pathlib import Path
from typing import Any, Final

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from traitlets import List, Unicode

from ecx.serve.kernel_parent import KernelParent
from ecx.serve.provisioner import forked_from

_NAME: Final = "python3"

_LAUNCH: Final = (
    "import sys; sys.path.append({root!r}); from ecx.serve.kernel import main; main(sys.argv[1:])"
)

# A class keeps all cores busy, so numerical libraries get no threads of their own.
_ENV: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"}


class OwnPython(KernelSpecManager):
    """Offers a single kernel: the Python that runs the server.

    A kernel of the same name in the user's folders may belong to another environment, where
    ecx is not installed; it is not looked at.

    Attributes
    ----------
    parent_process : KernelParent
        What forks the kernels, where that can be done.
    """

    pages = List(Unicode(), help="Notebooks whose imports kernels start with.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401  # traits of the class above
        super().__init__(**kwargs)
        self.parent_process = KernelParent(self.pages, {**os.environ, **_ENV})

    def find_kernel_specs(self) -> dict[str, str]:
        """Return the name of the single kernel."""
        return {_NAME: ""}

    def get_kernel_spec(self, _kernel_name: str) -> KernelSpec:
        """Return the kernel's specification, whatever name a notebook asks for."""
        root = str(Path(__file__).resolve().parents[2])
        return KernelSpec(
            argv=[sys.executable, "-c", _LAUNCH.format(root=root), "-f", "{connection_file}"],
            display_name="Python",
            language="python",
            env=_ENV,
            metadata=forked_from(self.parent_process),
        )

    def get_all_specs(self) -> dict[str, Any]:
        """Return the specification in the form of the kernelspec service."""
        return {_NAME: {"resource_dir": "", "spec": self.get_kernel_spec(_NAME).to_dict()}}
