"""Build the tables in ``data/`` from the gathered ones in ``data/raw/``."""
