"""Joins JavaScript modules into one text, and holds the modules that several widgets share.

anywidget hands the browser one text, which has no address and so cannot import its neighbors.
We write several small modules, as an editor, a linter and a test understand them, and join them
when the widget class is made.
"""

import re
from pathlib import Path

_IMPORT = re.compile(
    r'^import \{(?P<names>[^}]*)\} from "(?P<path>\.{1,2}/[\w./-]+)";\n', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:async function|function|class|const|let)\b)", re.MULTILINE)
_ODD = re.compile(
    r"^(?:import\b|export\b(?! default)|(?:const|let) [{\[]|var\b|function ?\*).*$", re.MULTILINE
)
_NAME = re.compile(r"^(?:async function|function|class|const|let) (?P<name>[\w$]+)", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n", re.MULTILINE)


def join(entry: Path) -> str:
    """Join a module with all its imports, each once, every module after its imports.

    Only the plain forms are read: ``import { a, b } from "./file.js";`` and ``export`` before a
    declaration. All declarations come to stand in one scope, so two modules may not declare the
    same name at the top level. Comments that fill whole lines are left out: they hold types and
    explanations for those who read the modules.

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
        If a module imports, exports or declares in another form, two modules declare the same
        name, or modules import each other in a circle.

    Examples
    --------
    >>> text = join(Path(__file__).parents[1] / "board" / "js" / "board.js")
    >>> "import {" in text, text.count("export default")
    (False, 1)
    """
    texts: dict[Path, str] = {}
    _gather(entry.resolve(), (), texts)
    _check_names(texts)
    return "\n".join(texts.values())


def strip_comments(source: str) -> str:
    r"""Leave out comments that fill whole lines, which browsers need not load.

    Parameters
    ----------
    source : str
        A module. No line of its template strings may begin as a comment does.

    Returns
    -------
    str
        The module without these lines.

    Examples
    --------
    >>> strip_comments("// Why.\nlet a; // what\n")
    'let a; // what\n'
    """
    return _COMMENT.sub("", source)


def _gather(path: Path, importers: tuple[Path, ...], texts: dict[Path, str]) -> None:
    """Add a module's text to `texts`, after the texts of what it imports."""
    if path in texts:
        return
    if path in importers:
        circle = " -> ".join(module.name for module in (*importers, path))
        raise ValueError(f"modules import each other in a circle: {circle}; move what both need")
    source = strip_comments(path.read_text(encoding="utf-8"))
    for match in _IMPORT.finditer(source):
        if " as " in match["names"]:
            raise ValueError(f"{path.name} has {match[0].strip()!r}; import names as they are")
        _gather((path.parent / match["path"]).resolve(), (*importers, path), texts)
    body = _EXPORT.sub("", _IMPORT.sub("", source))
    if odd := _ODD.search(body):
        raise ValueError(
            f'{path.name} has {odd[0]!r}; write import {{ a }} from "./file.js"; and export before '
            "a declaration of one name by function, class, const or let"
        )
    texts[path] = body.strip() + "\n"


def _check_names(texts: dict[Path, str]) -> None:
    """Raise ValueError if two modules declare the same name at the top level."""
    owners: dict[str, Path] = {}
    for path, text in texts.items():
        for match in _NAME.finditer(text):
            owner = owners.setdefault(match["name"], path)
            if owner != path:
                raise ValueError(
                    f"{owner.name} and {path.name} both declare {match['name']!r}, and would be "
                    "joined into one scope; rename one, or import it from the other"
                )
