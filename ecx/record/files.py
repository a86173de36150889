"""Find the data folders: inside the package in a wheel, one folder up in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def folder(name: str) -> Path:
    """Find one of the folders that are installed with the package.

    Parameters
    ----------
    name : str
        ``"data"`` or ``"notebooks"``.

    Returns
    -------
    pathlib.Path
        The folder inside the installed package, or the one of that name at the top of a checkout.

    Raises
    ------
    FileNotFoundError
        If neither is there: the installation is broken.

    Examples
    --------
    >>> (folder("data") / "elections.csv").is_file()
    True
    """
    for candidate in (_PACKAGE / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(
        f"the folder {name!r} is missing from this installation of ecx ({_PACKAGE}); "
        "install ecx again"
    )
