"""Figures without plotly are those with plotly, to the last number."""

import json
from typing import Any

import plotly.graph_objects as go
import pytest

from ecx.site.figure_dicts import CLASSES, PlainFigure, PlainTrace
from sites.fresh_python import result_of

PAGES = ("history", "compare", "faithless", "apportionment")
MAKE = """
import json
from importlib import import_module
from ipywidgets import Widget
page = {page!r}
session.open(page)
found = [w.figure for w in Widget.widgets.values() if getattr(w, "figure", None)]
print(json.dumps(found))
"""
WITHOUT = "from ecx.site.session import Session\nsession = Session(print, {versions!r})"
WITH = """
from unittest.mock import patch
from ecx.site import session as module
with patch.object(module.stand_ins, "install"):
    session = module.Session(print, "{}")
"""
VERSIONS = json.dumps({"anywidget": "0.11.0", "psygnal": "0.16.1"})


@pytest.mark.parametrize("page", PAGES)
def test_pages_draw_the_same_figures_with_and_without_plotly(page: str) -> None:
    without = result_of(WITHOUT.format(versions=VERSIONS) + MAKE.format(page=page))
    assert without
    assert without == result_of(WITH + MAKE.format(page=page))


def test_what_is_none_is_left_out_as_plotly_does() -> None:
    settings: dict[str, Any] = {"x": [1, None], "name": None, "line": {"dash": None, "width": 1}}
    theirs = go.Figure(go.Scatter(settings), {"template": "none", "height": None})
    ours = CLASSES["Figure"](CLASSES["Scatter"](settings), {"template": "none", "height": None})
    assert ours.to_dict() == theirs.to_dict()


def test_a_change_of_the_layout_reaches_as_deep_as_its_name() -> None:
    figure = PlainFigure([], {"xaxis": {"title": {"text": "", "standoff": 8}}})
    figure.update_layout(xaxis_title_text="points")
    assert figure.to_dict()["layout"] == {"xaxis": {"title": {"text": "points", "standoff": 8}}}


def test_a_trace_without_a_setting_says_so() -> None:
    with pytest.raises(AttributeError, match="customdata"):
        _ = PlainTrace(name="Codes").customdata
