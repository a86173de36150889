"""Attack servers of our own and print what happened: ``make attack``.

``make attack ARGS="--only frames"`` runs one part, ``--list`` says what there is. The exit code
is 1 if anything is broken.
"""

import argparse
import signal
import sys
import textwrap
import time
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from attack.findings import Findings
from attack.plan import PATIENT, PLAN, Attack
from attack.target import Grounds
from serve import trial

TOO_LONG: Final = 100
"""Seconds after which an attack that does not end is stopped, and has broken something."""

WIDTHS: Final = (44, 70)

LARGE: Final = 'import ipywidgets\nipywidgets.Label("x" * 300_000)'
"""A widget whose state is as large as that of the explorer's map."""


def write_pages(folder: Path) -> list[str]:
    """Write two light pages: what is attacked is the server, not the pages."""
    return [
        str(trial.write(folder / f"{name}.ipynb", trial.PROSE, trial.CELL, LARGE))
        for name in ("explorer", "other")
    ]


def tried(attack: Attack) -> str:
    """Say what an attack does: the first line of its description."""
    return (attack.__doc__ or "").splitlines()[0]


def attempt(attack: Attack, grounds: Grounds) -> tuple[Findings, float]:
    """Attack, and count whatever goes wrong on the way as broken; the findings and the seconds."""
    start = time.monotonic()
    try:
        findings = attack(grounds)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told and the next one comes
        findings = Findings()
        findings.see(f"{type(error).__name__}: {error}", held=False)
    return findings, time.monotonic() - start


def attempt_in_time(attack: Attack, grounds: Grounds) -> tuple[Findings, float]:
    """Attack, but not for ever."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"not over in {TOO_LONG} s")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(TOO_LONG)
    try:
        return attempt(attack, grounds)
    finally:
        signal.alarm(0)


def show(name: str, attack: Attack, findings: Findings, seconds: float) -> None:
    """Print one row of the table."""
    verdict = "held" if findings.held else "BROKEN"
    left = textwrap.wrap(f"{name}: {tried(attack)}", WIDTHS[0])
    right = textwrap.wrap("; ".join(findings.figures), WIDTHS[1])
    for number in range(max(len(left), len(right))):
        cells = [column[number] if number < len(column) else "" for column in (left, right)]
        end = f" | {verdict} ({seconds:.0f} s)" if number == 0 else " |"
        print(f"{cells[0]:{WIDTHS[0]}} | {cells[1]:{WIDTHS[1]}}{end}", flush=True)


def main() -> int:
    """Run the attacks that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="say what there is, and end")
    parser.add_argument("--only", nargs="+", default=[], help="parts or attacks to run")
    wanted = parser.parse_args()
    everything = {
        attack: f"{part}.{attack.__name__}" for part, attacks in PLAN.items() for attack in attacks
    }
    chosen = {
        attack: name
        for attack, name in everything.items()
        if not wanted.only or any(word in (name, *name.split(".")) for word in wanted.only)
    }
    if wanted.list:
        for attack, name in chosen.items():
            print(f"{name:38} {tried(attack)}")
        return 0
    return run(chosen)


def run(chosen: dict[Attack, str]) -> int:
    """Run attacks, the patient ones beside the others; the exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    grounds = Grounds(write_pages)
    broken, start = [], time.monotonic()

    def report(attack: Attack, outcome: tuple[Findings, float]) -> None:
        findings, seconds = outcome
        show(chosen[attack], attack, findings, seconds)
        if not findings.held:
            broken.append(chosen[attack])

    try:
        with ThreadPoolExecutor(len(PATIENT)) as beside:
            waiting: dict[Attack, Future[tuple[Findings, float]]] = {
                attack: beside.submit(attempt, attack, grounds)
                for attack in PATIENT
                if attack in chosen
            }
            try:
                for attack in chosen:
                    if attack not in waiting:
                        report(attack, attempt_in_time(attack, grounds))
            except BaseException:
                grounds.close()  # what runs beside has nothing to wait for any more
                raise
            for attack, future in waiting.items():
                report(attack, future.result())
    finally:
        grounds.close()
    seconds = time.monotonic() - start
    print(f"{len(chosen)} attacks in {seconds:.0f} s; broken: {', '.join(broken) or 'nothing'}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
