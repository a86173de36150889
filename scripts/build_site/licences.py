"""The licences of all that the site ships."""

import json
from importlib.metadata import distribution
from typing import Final

from build_site.node_program import PYODIDE, TOP
from build_site.python_packs import DISTRIBUTIONS

_SHIPPED: Final = sorted({*DISTRIBUTIONS.values(), "plotly", "widgetsnbextension"})
_RULE: Final = "=" * 78
_PYTHON: Final = "typing_extensions"
"""The package whose licence is Python's own."""


def licences() -> str:
    """Gather the licences.

    Returns
    -------
    str
        One text: a head for each part, and its licence.
    """
    pyodide = json.loads((PYODIDE / "package.json").read_text("utf-8"))
    source = pyodide["repository"]["url"].removeprefix("git+").removesuffix(".git")
    version = pyodide["version"]
    parts = [
        _part("ecx", (TOP / "LICENSE").read_text("utf-8")),
        _part(
            f"Pyodide {version}",
            f"Pyodide is under the Mozilla Public License 2.0 (https://www.mozilla.org/MPL/2.0/).\n"
            f"Its source is at {source}, tag {version}. It is shipped unchanged. It\n"
            "contains CPython, whose licence is below, and the libraries that its source names.",
        ),
        _part("CPython", _text(_PYTHON)),
        *(_part(f"{name} {distribution(name).version}", _text(name)) for name in _SHIPPED),
    ]
    return "\n".join(parts)


def _part(head: str, text: str) -> str:
    return f"{_RULE}\n{head}\n{_RULE}\n\n{text.strip()}\n"


def _text(name: str) -> str:
    """Return the text of the licences of an installed package."""
    found = [
        file.locate().read_text("utf-8")  # type: ignore[attr-defined]
        for file in sorted(distribution(name).files or ())
        if file.parent.name == "licenses" and ".dist-info" in str(file)
    ]
    if not found:
        raise FileNotFoundError(f"{name} brings no licence, so the site cannot ship it")
    return "\n\n".join(found)
