"""Run the command ``ecx`` as ``python -m ecx.serve``."""

import sys

from ecx.serve.command import main

if __name__ == "__main__":
    sys.exit(main())
