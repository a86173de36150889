"""Stand-ins for modules that pages import and a browser cannot afford.

ipywidgets imports IPython for notebooks that print; pages do not. Versions of packages are asked
of metadata that the packs do not have, by a module that imports a reader of e-mail. Figures are
dictionaries in the end, and plotly's classes for them take longer to import than all else.
"""

import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Final, NoReturn

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
    _slim_ipywidgets()


def _slim_ipywidgets() -> None:
    """Import ipywidgets without the sliders, pickers and media that no page has.

    Its list of widgets imports a module for each kind; here stands a list of what pages use.
    """
    spec = find_spec("ipywidgets")
    if spec is None or spec.submodule_search_locations is None:
        raise ModuleNotFoundError("ipywidgets is not there; build the site again")
    widgets = ModuleType("ipywidgets.widgets")
    widgets.__path__ = [f"{spec.submodule_search_locations[0]}/widgets"]
    vars(widgets)["__all__"] = ()
    sys.modules[widgets.__name__] = widgets
    package = import_module("ipywidgets")
    for name, contents in _WIDGETS.items():
        module = import_module(f"ipywidgets.widgets.{name}")
        for each in contents:
            setattr(package, each, getattr(module, each))


_WIDGETS: Final = {
    "widget": ("CallbackDispatcher", "Widget", "widget_serialization"),
    "domwidget": ("DOMWidget",),
    "widget_layout": ("Layout",),
    "widget_box": ("Box",),
    "widget_string": ("HTML",),
}
"""What pages use of ipywidgets, by module."""


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
