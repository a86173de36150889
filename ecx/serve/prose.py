"""Convert a notebook's prose to HTML."""

from typing import Any

from voila.exporter import VoilaMarkdownRenderer


class ProseRenderer(VoilaMarkdownRenderer):  # type: ignore[misc]
    """Removes the pilcrow that notebooks add to every heading as a link to itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # passed on unread
        super().__init__(*args, **{**kwargs, "exclude_anchor_links": True})
