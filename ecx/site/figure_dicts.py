"""Figures of plotly that hold dictionaries, for a browser in which plotly is not imported.

The functions of `ecx.figures` make the same JSON with these classes as with plotly's. They check
nothing: plotly's own, which run in every test and on a server, do.
"""

from collections.abc import Iterator
from typing import Any, Final

NO_TEMPLATE: Final = {"data": {"scatter": [{"type": "scatter"}]}}
"""What plotly writes for the template of the name ``"none"``."""


class PlainTrace:
    """A trace: its settings by name, and each as an attribute.

    Parameters
    ----------
    settings : dict, optional
        Settings by name.
    **more : Any
        More of them.
    """

    kind = ""

    def __init__(self, settings: dict[str, Any] | None = None, **more: Any) -> None:  # noqa: ANN401
        self.settings = {**(settings or {}), **more}

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        try:
            return self.settings[name]
        except KeyError:
            raise AttributeError(name) from None

    def update(self, **changes: Any) -> "PlainTrace":  # noqa: ANN401
        """Change settings; one that is a dictionary keeps what is not changed.

        Parameters
        ----------
        **changes : Any
            Settings by name.

        Returns
        -------
        PlainTrace
            This trace.
        """
        _merge(self.settings, changes)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Return the trace as plotly's JavaScript reads it."""
        return {**_plain(self.settings), "type": self.kind}


class PlainFigure:
    """A figure: traces, and a layout.

    Parameters
    ----------
    data : PlainTrace or list of PlainTrace, optional
        What is drawn, lowest first.
    layout : dict, optional
        How.
    """

    def __init__(
        self,
        data: "PlainTrace | list[PlainTrace] | None" = None,
        layout: dict[str, Any] | None = None,
    ) -> None:
        self.data = tuple([data] if isinstance(data, PlainTrace) else data or ())
        self.layout = dict(layout or {})

    def update_layout(self, **changes: Any) -> "PlainFigure":  # noqa: ANN401
        """Change the layout.

        Parameters
        ----------
        **changes : Any
            Settings; ``xaxis_title_text`` is the text of the title of the axis.

        Returns
        -------
        PlainFigure
            This figure.
        """
        for name, value in changes.items():
            *outer, inner = name.split("_")
            change = {inner: value}
            for part in reversed(outer):
                change = {part: change}
            _merge(self.layout, change)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as plotly's JavaScript reads it."""
        layout = _plain(self.layout)
        if layout.get("template") == "none":
            layout["template"] = NO_TEMPLATE
        return {"data": [trace.to_dict() for trace in self.data], "layout": layout}


def _merge(settings: dict[str, Any], changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        there = settings.get(name)
        if isinstance(there, dict) and isinstance(value, dict):
            _merge(there, value)
        else:
            settings[name] = value


def _plain(value: Any) -> Any:  # noqa: ANN401
    """Copy a value without what is None, which plotly leaves out of objects."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items() if part is not None}
    if isinstance(value, list | tuple | Iterator):
        return [_plain(part) for part in value]
    return value


CLASSES: Final = {
    "Figure": PlainFigure,
    **{
        name: type(name, (PlainTrace,), {"kind": name.lower()})
        for name in ("Bar", "Choropleth", "Scatter", "Scattergeo")
    },
}
"""The classes of ``plotly.graph_objects`` that figures are made of, by name."""
