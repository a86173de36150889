"""Writes the site: all pages as plain files, with Python for the browser beside them.

Run it with ``make site``. It needs this checkout, its environment and the npm package `pyodide`,
and asks no other host. The same input gives the same bytes.
"""

import os

# Before anything of `ecx` is imported: addresses of pages end in ".html" here.
os.environ["ECX_PLAIN_FILES"] = "1"
