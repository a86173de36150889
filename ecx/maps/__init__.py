"""Maps: outlines of places and districts, and a cartogram with one cell for each elector.

Nothing here knows votes or colors; geopandas is imported inside functions. A map is made in four
steps: `topology` reads arcs from a file, `layer` makes areas of them, `outlines` chooses those of a
cycle, and `drawing` adds labels and boxes. Two writers, `svg` and `geojson`, turn any layer into
text for the board and into features for plotly and shapely.
"""
