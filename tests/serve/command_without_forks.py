"""The command, where every kernel is started as a program of its own."""

import sys
from unittest.mock import patch

from ecx.serve import kernel_parent, main

if __name__ == "__main__":
    with patch.object(kernel_parent, "POSSIBLE", new=False):
        sys.exit(main())
