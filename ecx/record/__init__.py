"""The record: reads the tables in ``data/``, and tells where each number is from.

Nothing here knows what a visitor changed; pandas is imported inside functions.
"""
