"""Stand-ins for modules that pages import and a browser cannot afford.

ipywidgets imports IPython for notebooks that print; pages do not. Versions of packages are asked
of metadata that the packs do not have, by a module that imports a reader of e-mail. Figures are
dictionaries in the end, and plotly's classes for them take longer to import than all else.
"""

import sys
from collections.abc import Mapping
from types import ModuleType
from typing import Any, NoReturn

from ecx.site import figure_dicts


def install(versions: Mapping[str, str]) -> None:
    """Put the stand-ins where `import` finds them.

    Parameters
    ----------
    versions : mapping of str to str
        Versions of the packages that are asked for theirs, by name.
    """
    shell = type("InteractiveShell", (), {})
    _offer("IPython", get_ipython=lambda: None)
    _offer("IPython.display", display=_undone, clear_output=_undone)
    _offer("IPython.core")
    _offer("IPython.core.interactiveshell", InteractiveShell=shell)
    _offer("importlib.metadata", version=versions.__getitem__, PackageNotFoundError=KeyError)
    _offer("plotly")
    _offer("plotly.graph_objects", **figure_dicts.CLASSES)


def _offer(name: str, **contents: Any) -> None:  # noqa: ANN401
    """Make a module, and an attribute of the package that it lies in."""
    module = ModuleType(name)
    vars(module).update(contents)
    sys.modules[name] = module
    package, _, own = name.rpartition(".")
    if package in sys.modules:
        setattr(sys.modules[package], own, module)


def _undone(*_args: object, **_kwargs: object) -> NoReturn:
    raise NotImplementedError("a page without a server prints nothing; show a widget instead")
