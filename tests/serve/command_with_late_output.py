"""The command, where the libraries do not wait for what a cell shows, once it has run."""

import sys

from nbclient.client import NotebookClient

from ecx.serve import main

if __name__ == "__main__":
    NotebookClient.iopub_timeout.default_value = 0
    sys.exit(main())
