"""Pages without a server: what takes the place of a kernel and of IPython in a browser.

A worker of the page runs Python. What is here runs there, beside the same notebooks and the same
packages as on a server; `scripts/build_site` writes the files of the site. Nothing here imports
the server.
"""
