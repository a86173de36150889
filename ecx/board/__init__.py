"""The flip map: a widget that draws units as shapes and lets people set them.

Nothing here knows what an election is: a page says what units, tickets and marks mean.
"""

from ecx.board.board import Board

__all__ = ["Board"]
