"""The flip map: a widget that draws units as shapes and lets people set them."""

from ecx.board.board import Board

__all__ = ["Board"]
