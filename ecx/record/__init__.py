"""The record: reads the tables in ``data/``, opens scenarios, and tells where each number is from.

Only this package reads these tables. Nothing here draws; pandas is imported inside functions.
"""
