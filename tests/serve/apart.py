"""The command, where every kernel is started as a program of its own."""

import sys

from ecx.serve import kernel_parent, main

if __name__ == "__main__":
    kernel_parent.POSSIBLE = False
    sys.exit(main())
