"""The colors of a figure that depend on the screen: bright, or dark."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from ecx.figures.palette import GREY, GROUND, INK, QUIET, RULE, WHITE

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {INK: "ink", QUIET: "quiet", RULE: "grid", WHITE: "paper", GROUND: "ground"}
)
"""What style sheets call the colors of words, lines and paper, by their values in the palette."""

SEAM: Final = "seam"
"""What style sheets call the color of lines between the places of a map: on a dark screen they
are to be told from the darkest fill and from the lightest."""

_OF_PICTURES: Final = {WHITE: "paper", GROUND: "ground", GREY: "idle"}
_OUTLINED: Final = frozenset({"choropleth"})
_ON_FILLS: Final = "textfont"
_AS_THEY_ARE: Final = frozenset({"geojson", "meta"})


def in_picture(color: str) -> str:
    """Name a color of a small picture, which has no text on its fills.

    Parameters
    ----------
    color : str
        A color of the palette.

    Returns
    -------
    str
        What an attribute of SVG understands: the color of paper, of land that took no part and of
        what is undecided by name, and any other as it is.

    Examples
    --------
    >>> in_picture(GROUND) == f"var(--ecx-ground, {GROUND})", in_picture("red")
    (True, 'red')
    """
    return _written(color, _OF_PICTURES)


def schemed(figure: Mapping[str, Any]) -> dict[str, Any]:
    """Name in a figure the colors that depend on the screen.

    The fills of what is counted stay as they are, and so does text on them: a party has one color
    on every screen.

    Parameters
    ----------
    figure : mapping
        A figure as plotly's ``to_dict`` writes it.

    Returns
    -------
    dict
        The same with ``"var(--ecx-ink, …)"`` in the place of the ink of the palette, and so on; the
        page's script looks it up in its style sheets.

    Examples
    --------
    >>> layout = schemed({"layout": {"font": {"color": INK}, "title": {"text": INK}}})["layout"]
    >>> layout["font"]["color"].startswith("var(--ecx-ink,"), layout["title"]["text"] == INK
    (True, True)
    """
    whole: dict[str, Any] = {**figure}
    if "data" in whole:
        whole["data"] = [_trace(trace) for trace in whole["data"]]
    if "layout" in whole:
        whole["layout"] = _named(whole["layout"], NAMES)
    return whole


def _trace(trace: Mapping[str, Any]) -> dict[str, Any]:
    """Name the colors of a trace; white between places is a seam, and elsewhere paper."""
    outlined = trace.get("type") in _OUTLINED
    names = {**NAMES, WHITE: SEAM} if outlined else NAMES
    return {
        key: value if key in _AS_THEY_ARE or key == _ON_FILLS else _named(value, names, key)
        for key, value in trace.items()
    }


def _named(value: Any, names: Mapping[str, str], key: str = "") -> Any:  # noqa: ANN401 - JSON
    """Name colors wherever a key says that there is one."""
    if isinstance(value, Mapping):
        return {name: _named(part, names, name) for name, part in value.items()}
    if isinstance(value, list | tuple) and key.endswith(
        ("color", "colorscale", "annotations", "shapes")
    ):
        return [_named(part, names, key) for part in value]
    if isinstance(value, str) and key.endswith(("color", "colorscale")):
        return _written(value, names)
    return value


def _written(color: str, names: Mapping[str, str]) -> str:
    return f"var(--ecx-{names[color]}, {color})" if color in names else color
