"""What an attack found."""

import statistics
from typing import Final

from attack.target import Target
from attack.wire import Channel

SOON: Final = 0.1
"""Seconds within which a visitor is answered, in the middle, while another attacks."""

LATE: Final = 3.0
"""Seconds within which every visitor is answered: new kernels and attackers use the cores too."""

GROWTH: Final = 50
"""Megabytes by which an attack may leave a server larger."""

PROBES: Final = 9


class Findings:
    """Figures, and whether each is as it should be.

    Attributes
    ----------
    figures : list of str
        In the order in which they were seen; those that are not as they should be are marked.
    held : bool
        Whether all are as they should be.
    """

    def __init__(self) -> None:
        self.figures: list[str] = []
        self.held = True

    def see(self, figure: str, *, held: bool) -> bool:
        """Note a figure.

        Parameters
        ----------
        figure : str
            What was seen, ``"next GET 4 ms"``.
        held : bool
            Whether it is as it should be.

        Returns
        -------
        bool
            The same, so that an attack can end early.
        """
        self.figures.append(figure if held else f"[{figure}]")
        self.held &= held
        return held

    def note(self, figure: str) -> None:
        """Note a figure that is neither right nor wrong."""
        self.figures.append(figure)


class Aftermath:
    """Compare a server after an attack with what it was before.

    Parameters
    ----------
    target : Target
        The server, before the attack.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._memory = target.memory()
        self._witness = Channel(target, target.visit(), session="witness")

    def settle(self, findings: Findings) -> bool:
        """See whether the next visitors and the open pages are served as before.

        Parameters
        ----------
        findings : Findings
            Where the figures go.

        Returns
        -------
        bool
            Whether all is as before.
        """
        held = answers_soon(findings, self._target)
        if held:
            there = self._witness.kernel_answers()
            held = findings.see("open page answers" if there else "open page is dead", held=there)
        growth = self._target.memory() - self._memory
        return findings.see(f"memory {growth:+.0f} MB", held=growth < GROWTH) and held

    def close(self) -> None:
        """Leave the page that was open all the time."""
        self._witness.leave()


def answers_soon(findings: Findings, target: Target) -> bool:
    """See how fast the next visitors are answered.

    Parameters
    ----------
    findings : Findings
        Where the figures go.
    target : Target
        The server.

    Returns
    -------
    bool
        Whether it is fast enough.
    """
    first = target.ask("/")
    if not first.status:
        return findings.see(f"next GET: {first.words}", held=False)
    times = [first.seconds, *(target.ask("/").seconds for _ in range(PROBES - 1))]
    middle, worst = statistics.median(times), max(times)
    told = f"next GET {1000 * middle:.0f} ms, worst {1000 * worst:.0f}"
    return findings.see(told, held=middle <= SOON and worst <= LATE)
