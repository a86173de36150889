"""The command, where a page that is not connected loses its kernel after a second."""

import sys

from ecx.serve import kernels, main, server

SOON = 1

if __name__ == "__main__":
    kernels.Kernels.patience.default_value = float(SOON)
    server.GRACE = SOON
    server.TICK = SOON
    sys.exit(main())
