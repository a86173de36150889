"""Write the catalogue, and print how plain each page is: run it with ``make words``."""

import sys

from words.catalogue import TEMPLATE, gathered, written
from words.reading import GRADE, LONGEST, SCORE, readings


def main() -> int:
    """Write ``messages.pot``, print a table and the worst sentences of each page.

    Returns
    -------
    int
        1 if a page is harder to read than it may be.
    """
    TEMPLATE.write_text(written(gathered()), encoding="utf-8")
    found = readings()
    print("| page | words | words in a sentence | grade | score | too long |")
    print("|---|---|---|---|---|---|")
    for read in found:
        print(
            f"| {read.page} | {read.words:,} | {read.mean:.1f} | {read.grade:.1f} "
            f"| {read.score:.1f} | {len(read.long)} |"
        )
    print(f"\nAllowed: grade {GRADE:g}, score {SCORE:g}, sentences of {LONGEST} words.")
    for read in found:
        print(f"\n{read.page}, the hardest first:")
        for sentence in read.worst:
            print(f"  {sentence}")
        for sentence in read.long:
            print(f"  TOO LONG {sentence}")
    hard = any(r.grade > GRADE or r.score > SCORE or r.long for r in found)
    return int(hard)


if __name__ == "__main__":
    sys.exit(main())
