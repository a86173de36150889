"""The Electoral College, on a map you can change."""
