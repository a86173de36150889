"""Build the tables in ``data/`` from the gathered ones in ``data/raw/``: ``make data``.

Every table of ``data/raw/`` is checked here. Nothing here imports `ecx`, which reads the result.
"""
