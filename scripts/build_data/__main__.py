"""Build ``data/`` from ``data/raw/``: ``make data``."""

import argparse
import sys
from pathlib import Path
from typing import Final

from build_data.build import build
from build_data.raw import BadInputError

DATA: Final = Path(__file__).resolve().parents[2] / "data"


def main(arguments: list[str] | None = None) -> int:
    """Run the build; 0 if it wrote the record, 1 if the input is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--raw", type=Path, default=DATA / "raw", help="gathered tables")
    parser.add_argument("--out", type=Path, default=DATA, help="where to write")
    options = parser.parse_args(arguments)
    try:
        build(options.raw, DATA, options.out)
    except BadInputError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
