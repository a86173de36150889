"""Maps: outlines of places and districts, and the cartogram of one cell for each elector.

Nothing here knows votes or colours; geopandas is imported inside functions.
"""
