"""The words of the app: gathers every sentence that visitors read, and measures how plain it is.

Run it with ``make words``.
"""
