"""Write a scenario as the query of a link, and read it back.

Only this package converts text to values; nothing here reads a file or draws.
"""
