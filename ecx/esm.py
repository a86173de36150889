"""Join ES modules into the single text that a widget's front end needs.

anywidget hands the browser one text, which has no address and so cannot import its neighbours.
We write several small modules, as an editor, a linter and a test understand them, and join them
when the widget class is made.
"""

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "(?P<name>\.{1,2}/[\w./-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const|let)\b)", re.MULTILINE)
_ODD = re.compile(r"^(?:import|export(?! default))\b.*$", re.MULTILINE)


def join(entry: Path) -> str:
    """Join a module with all its imports, each once, every module after its imports.

    Only the plain forms are read: ``import { a, b } from "./file.js";`` and ``export`` before a
    declaration. As all declarations come to stand in one scope, a name of the top level may occur
    in one module only; the browser refuses the text otherwise.

    Parameters
    ----------
    entry : pathlib.Path
        The module to start from, which alone may have a default export.

    Returns
    -------
    str
        One module without imports.

    Raises
    ------
    FileNotFoundError
        If a module that is imported does not exist.
    ValueError
        If a module imports or exports in another form, or modules import each other in a circle.

    Examples
    --------
    >>> text = join(Path(__file__).parent / "board" / "js" / "board.js")
    >>> "import {" in text, text.count("export default")
    (False, 1)
    """
    texts: dict[Path, str] = {}
    _gather(entry.resolve(), (), texts)
    return "\n".join(texts.values())


def _gather(path: Path, importers: tuple[Path, ...], texts: dict[Path, str]) -> None:
    """Add a module's text to `texts`, after the texts of what it imports."""
    if path in texts:
        return
    if path in importers:
        circle = " -> ".join(module.name for module in (*importers, path))
        raise ValueError(f"modules import each other in a circle: {circle}; move what both need")
    source = path.read_text(encoding="utf-8")
    for match in _IMPORT.finditer(source):
        _gather((path.parent / match["name"]).resolve(), (*importers, path), texts)
    body = _EXPORT.sub("", _IMPORT.sub("", source))
    if odd := _ODD.search(body):
        raise ValueError(
            f'{path.name} has {odd[0]!r}; write import {{ a }} from "./file.js"; and export before '
            "a declaration"
        )
    texts[path] = body.strip() + "\n"
