"""Functions that draw figures from values, and the palette they share.

Nothing here keeps state, reads a table, or knows a widget.
"""
