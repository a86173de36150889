"""How the tables in ``data/`` are made from the gathered ones in ``data/raw/``."""
