"""Where pages are at home: on the server, or as plain files on any host."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Home:
    """Where pages are."""

    address: str
    """Without a slash at its end."""
    ending: str
    """What stands behind the name of a page."""
