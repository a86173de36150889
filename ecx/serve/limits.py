"""How many pages this machine can keep open, by files, processes and memory."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ecx.say import _
from ecx.serve.kernel_parent import POSSIBLE
from ecx.serve.start_errors import LimitError

FILES_OF_ITS_OWN: Final = 40
"""Files the server needs before anybody comes."""

CONNECTIONS: Final = range(60, 1_001)
"""Connections there must be room for, and that are enough, beside those of pages that are open."""

FILES_EACH: Final = 14
"""Files the server holds open for one page: 9, and 5 more while it connects anew."""

THREADS_EACH: Final = 10
"""Threads of one kernel; Linux counts them as processes."""

BYTES_EACH: Final = 30_000_000 if POSSIBLE else 60_000_000
"""Memory of one page and its kernel, with some to spare; forked kernels share most of theirs."""

ENOUGH: Final = 65_536
"""Open files that are more than any class needs."""

_CGROUP: Final = Path("/sys/fs/cgroup")


@dataclass(frozen=True, slots=True)
class Room:
    """The number of kernels that fit, and what limits it.

    Attributes
    ----------
    kernels : int
        Of pages that are open, and of those kept ready.
    because : str
        What sets the limit, as the end of a sentence.
    """

    kernels: int
    because: str


@dataclass(frozen=True, slots=True)
class Shares:
    """The numbers of kernels for open pages and for the pools.

    Attributes
    ----------
    at_most : int
        Pages that are open.
    pool : int
        Kernels kept ready for the first page.
    pool_of_others : int
        Kernels kept ready for each other page.
    """

    at_most: int
    pool: int
    pool_of_others: int


def raise_file_limit() -> int | None:
    """Raise this process's limit of open files as far as the system allows.

    Returns
    -------
    int or None
        How many files that is; None where the system sets no such limit.
    """
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415  # not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = ENOUGH if hard == resource.RLIM_INFINITY else min(hard, ENOUGH)
    # macOS reports no limit, but accepts only a smaller number.
    for wanted in (most, 10_240):
        if soft == resource.RLIM_INFINITY or soft >= wanted:
            break
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (OSError, ValueError):
            continue
        soft = wanted
    return None if soft == resource.RLIM_INFINITY else soft


def find_room(files: int | None) -> Room:
    """Find how many kernels fit on this machine.

    Parameters
    ----------
    files : int or None
        How many files this process may open; None for no limit.

    Returns
    -------
    Room
        By the tightest of all limits.

    Raises
    ------
    LimitError
        If it cannot hold a single one.
    """
    limits = list(_limits(files))
    room = min(limits, key=lambda limit: limit.kernels)
    if room.kernels < 1:
        raise LimitError(
            _("there is no room for a single page: {reason}").format(reason=room.because)
        )
    return room


def share(room: Room, asked: Shares, others: int) -> Shares:
    """Divide the room between open pages and kernels kept ready.

    Parameters
    ----------
    room : Room
        How many kernels there may be.
    asked : Shares
        What there should be.
    others : int
        How many pages there are beside the first.

    Returns
    -------
    Shares
        The same, or less where it must be: open pages come first.

    Examples
    --------
    >>> share(Room(200, "…"), Shares(110, 4, 1), others=4)
    Shares(at_most=110, pool=4, pool_of_others=1)
    >>> share(Room(12, "…"), Shares(110, 4, 1), others=4)
    Shares(at_most=9, pool=3, pool_of_others=0)
    """
    if asked.at_most + asked.pool + others * asked.pool_of_others <= room.kernels:
        return asked
    pool = min(asked.pool, room.kernels // 4)
    return Shares(min(asked.at_most, room.kernels - pool), pool, 0)


def connections(files: int | None, shares: Shares) -> int:
    """Return how many connections leave enough files for the pages.

    Parameters
    ----------
    files : int or None
        How many files this process may open; None for no limit.
    shares : Shares
        How many kernels there may be.

    Returns
    -------
    int
        Connections at once, beside those of pages that are open.
    """
    if files is None:
        return CONNECTIONS[-1]
    kernels = shares.at_most + shares.pool
    left = files - FILES_OF_ITS_OWN - FILES_EACH * kernels
    return max(CONNECTIONS[0], min(CONNECTIONS[-1], left))


def _limits(files: int | None) -> Iterator[Room]:
    if files is not None:
        because = _("this machine lets a program open {files} files").format(files=files)
        yield Room((files - FILES_OF_ITS_OWN - CONNECTIONS[0]) // FILES_EACH, because)
    yield from _process_limits()
    free = _free_memory()
    memory = _("{size} GB of memory are free").format(size=f"{free / 1e9:.1f}")
    yield Room(free // BYTES_EACH, memory)


def _process_limits() -> Iterator[Room]:
    group = _number(_CGROUP / "pids.max")
    if group is not None:
        left = group - (_number(_CGROUP / "pids.current") or 0)
        because = _("this machine lets {number} more processes run").format(number=left)
        yield Room(left // THREADS_EACH, because)
    if sys.platform == "linux" and os.getuid() != 0:  # root has no such limit
        import resource  # noqa: PLC0415  # not on Windows

        most, _hard = resource.getrlimit(resource.RLIMIT_NPROC)
        if most != resource.RLIM_INFINITY:
            left = most - _threads_of(os.getuid())
            because = _("you may run {number} more processes on this machine").format(number=left)
            yield Room(left // THREADS_EACH, because)


def _threads_of(user: int) -> int:
    count = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.stat().st_uid == user:
                count += len(list((process / "task").iterdir()))
        except OSError:
            continue  # it has ended
    return count


def _free_memory() -> int:
    """Return the bytes that programs may still use without swapping."""
    free = [_machine_memory()]
    most = _number(_CGROUP / "memory.max")
    if most is not None:
        free.append(most - (_number(_CGROUP / "memory.current") or 0))
    return max(0, min(free))


def _machine_memory() -> int:
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    if hasattr(os, "sysconf"):
        # Half of the memory, since other systems do not report how much is free.
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return sys.maxsize  # Windows swaps memory to disk without a limit


def _number(path: Path) -> int | None:
    """Read a limit of this program's control group; None if there is none."""
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):  # "max" is no limit
        return None
