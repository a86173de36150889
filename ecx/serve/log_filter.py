"""Shorten the log: count messages that repeat within a minute instead of writing them."""

import logging
import math
import time
from typing import Final

A_MINUTE: Final = 60.0
"""Seconds in which one kind of message is written once."""

KINDS: Final = 1_000
"""Kinds of message to remember; beyond that, all are forgotten."""


class RepeatFilter(logging.Filter):
    """Writes each kind of message once a minute, with the number of those left out.

    Whoever can make a server write a line can otherwise fill its disk. A kind is a logger and a
    message before its details are filled in, with the kind of error that is told.

    Examples
    --------
    >>> log = logging.getLogger("doctest")
    >>> log.addFilter(RepeatFilter())
    >>> record = log.makeRecord("doctest", logging.ERROR, "", 0, "full: %s", ("/",), None)
    >>> log.filter(record) and record.getMessage(), log.filter(record)
    ('full: /', False)
    """

    def __init__(self) -> None:
        super().__init__()
        self._kinds: dict[tuple[str, str, object], tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether to write a message."""
        error = record.exc_info[0] if record.exc_info else None
        kind = (record.name, str(record.msg), error)
        now = time.monotonic()
        since, held = self._kinds.get(kind, (-math.inf, 0))
        if now - since < A_MINUTE:
            self._kinds[kind] = (since, held + 1)
            return False
        if len(self._kinds) >= KINDS:
            self._kinds.clear()
        self._kinds[kind] = (now, 0)
        if held:
            record.msg = f"{record.msg} ({held} more like this)"
        return True
