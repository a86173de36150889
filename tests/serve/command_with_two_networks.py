"""The command, on a machine that is on two networks."""

import sys
from unittest.mock import patch

from ecx.serve import class_page, main

ADDRESSES = ["192.168.1.23", "10.0.0.5"]

if __name__ == "__main__":
    with patch.object(class_page, "addresses", lambda: ADDRESSES):
        sys.exit(main())
