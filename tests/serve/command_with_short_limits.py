"""The command, where a page that is not connected loses its kernel after a second."""

import sys
from unittest.mock import patch

from ecx.serve import kernels, main, server

SOON = 1

if __name__ == "__main__":
    kernels.Kernels.patience.default_value = float(SOON)
    with patch.multiple(server, GRACE=SOON, TICK=SOON):
        sys.exit(main())
