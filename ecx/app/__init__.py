"""The pages: one state, panels that render wholly from it, and the doors notebooks open."""

from ecx.app.explorer import explorer

__all__ = ["explorer"]
