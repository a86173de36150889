"""Write a scenario as the query of a link, and read it back.

The one place where text becomes values; nothing here reads a file or draws.
"""
