"""The presets: scenarios for teaching, written by hand."""

from build_data.gathered import Gathered
from build_data.raw import RawRow


def presets(gathered: Gathered) -> list[RawRow]:
    """List the presets of every included cycle.

    Raises
    ------
    BadInputError
        If the presets of a cycle are not numbered from 1 on, or one links to another cycle.
    """
    found = []
    for cycle in gathered.cycles:
        for number, row in enumerate(gathered.of("by_hand/presets", cycle), start=1):
            if row.number("order") != number:
                row.refuse(
                    f"order is {row['order']!r}, after {number - 1} others of {cycle}",
                    f"make it {number}",
                )
            if f"{row['query']}&".partition("&")[0] != f"?cycle={cycle}":
                row.refuse(
                    f"the query {row['query']!r} is not of {cycle}", f"begin it with ?cycle={cycle}"
                )
            found.append(row)
    return found
