"""The command with a short memory: what takes minutes and hours there takes seconds here."""

import sys

from ecx.serve import main, server

if __name__ == "__main__":
    server.TICK = 1
    server.GRACE = 2
    server.FORGOTTEN = 5
    sys.exit(main())
