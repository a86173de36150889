"""A private folder for all files that Jupyter and IPython would read or write at home.

No configuration of a user is run, a home that cannot be written stops nothing, and nothing is
left behind. It has to be made before Jupyter is imported.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_FOLDERS: Final = {
    "IPYTHONDIR": "ipython",
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
}

_LONGEST: Final = 24
"""Characters of the name of the folder it lies in: a socket in it may have no more than a hundred.

The folder that macOS offers for such files has a longer name.
"""

_REMOVED: Final = ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH", "PYTHONSTARTUP")


@contextmanager
def private_folder() -> Iterator[Path]:
    """Make Jupyter and IPython use a new folder until the server ends.

    Yields
    ------
    pathlib.Path
        The folder, which only this user can read.
    """
    where = tempfile.gettempdir()
    if os.name != "nt" and len(where) > _LONGEST:
        where = "/tmp"  # noqa: S108  # a new folder of our own in it
    folder = Path(tempfile.mkdtemp(prefix="ecx_", dir=where))
    for variable, name in _FOLDERS.items():
        (folder / name).mkdir()
        os.environ[variable] = str(folder / name)
    os.environ["JUPYTER_NO_CONFIG"] = "1"
    # Libraries also keep their temporary files there.
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    for variable in _REMOVED:
        os.environ.pop(variable, None)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
