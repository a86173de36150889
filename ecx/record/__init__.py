"""The record: the only readers of the tables in ``data/``, and where each number is from.

Nothing here knows what a visitor changed; pandas is imported inside functions.
"""
