"""Maps: outlines of places and districts, and a cartogram with one cell for each elector.

Nothing here knows votes or colours; geopandas is imported inside functions.
"""
