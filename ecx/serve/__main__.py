"""``python -m ecx.serve`` is the same as the command ``ecx``."""

import sys

from ecx.serve.command import main

if __name__ == "__main__":
    sys.exit(main())
