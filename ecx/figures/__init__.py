"""Functions that draw figures from values, and the palette they share."""
