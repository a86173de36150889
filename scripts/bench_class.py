"""Fill a class: open many sessions at once, let every student click, and time the answers.

Run it with ``make bench-class``. Each session is a page as the server sees it: the HTML, a kernel
of its own, a websocket; what a browser would add is left out, for the browsers of a class run on
the students' machines.
"""

import argparse
import asyncio
import json
import random
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import count
from typing import Any, Final

import psutil
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from serve.channel import visit
from serving import PATIENCE, kernels_of, serving

POOL: Final = 8
CLICKS: Final = 10
PAUSE: Final = 2.0
"""Seconds between two clicks of one student."""

FAILURES: Final = (OSError, AssertionError, LookupError, HTTPException, WebSocketException)
"""What a page or a click may fail with: the others go on."""

_serials = count(1)


@dataclass
class Session:
    """One student: a websocket to a kernel, and the board's id in it."""

    socket: ClientConnection
    name: str
    kernel: str
    board: str = ""
    units: list[str] = field(default_factory=list)
    tickets: list[str] = field(default_factory=list)

    async def send(self, kind: str, **content: object) -> str:
        """Send a message to the kernel; return its id."""
        message = f"{self.name}-{next(_serials)}"
        header = {
            "msg_id": message,
            "msg_type": kind,
            "session": self.name,
            "username": "",
            "version": "5.3",
        }
        parts = {"header": header, "parent_header": {}, "metadata": {"version": "1.0.0"}}
        whole = {"channel": "shell", "buffers": [], **parts, "content": content}
        await self.socket.send(json.dumps(whole))
        return message

    async def done(self, message: str) -> list[dict[str, Any]]:
        """Receive until the kernel is done with a message."""
        received = []
        async for text in self.socket:
            answer = json.loads(text) if isinstance(text, str) else {}
            if answer.get("parent_header", {}).get("msg_id") != message:
                continue
            received.append(answer["content"])
            if answer["content"].get("execution_state") == "idle":
                break
        return received

    async def find_board(self) -> None:
        """Ask the kernel for its widgets, and note which of them is the map."""
        comm = {"comm_id": f"control-{self.name}"}
        await self.send("comm_open", target_name="jupyter.widget.control", data={}, **comm)
        asked = await self.send("comm_msg", data={"method": "request_states"}, **comm)
        for content in await self.done(asked):
            for model, about in content.get("data", {}).get("states", {}).items():
                state = about["state"]
                if "told" in state:
                    self.board, self.units = model, list(state["units"])
                    self.tickets = [ticket["id"] for ticket in state["tickets"]]
        if not self.board:
            raise LookupError("the page has no map")

    async def click(self, serial: int, dice: random.Random) -> float:
        """Click a unit; return the milliseconds until every panel has been told."""
        click = {
            "kind": "set",
            "unit": dice.choice(self.units),
            "ticket": dice.choice(self.tickets),
            "serial": serial,
        }
        start = time.perf_counter()
        data = {"method": "custom", "content": click}
        await self.done(await self.send("comm_msg", comm_id=self.board, data=data))
        return 1000 * (time.perf_counter() - start)


@dataclass
class Lesson:
    """What was measured: milliseconds, seconds, bytes, and what went wrong."""

    times: list[float] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    opened: float = 0
    unanswered: int = 0
    resident: int = 0
    shared: int = 0
    server: int = 0

    def weigh(self, server: psutil.Process) -> None:
        """Weigh the server, and what runs below it."""
        self.server = server.memory_info().rss
        for process in server.children(recursive=True):
            with suppress(psutil.NoSuchProcess):
                memory = process.memory_full_info()
                self.resident += memory.rss
                self.shared += getattr(
                    memory, "pss", memory.uss
                )  # only Linux counts what is shared


async def attend(stack: AsyncExitStack, address: str, number: int) -> Session | None:
    """Open one page; None if it does not open."""
    name = f"student{number}"
    try:
        async with asyncio.timeout(PATIENCE):
            kernel = await asyncio.to_thread(visit, f"{address}/explorer")
            where = f"{address.replace('http', 'ws')}/api/kernels/{kernel}/channels"
            socket = await stack.enter_async_context(
                connect(f"{where}?session_id={name}", max_size=None, open_timeout=PATIENCE)
            )
            session = Session(socket, name, kernel)
            await session.find_board()
    except FAILURES as failure:
        print(f"{name}: {failure!r}")
        return None
    return session


async def play(session: Session, seed: int, lesson: Lesson) -> None:
    """Click now and then, not in step with the others."""
    dice = random.Random(seed)  # noqa: S311 - not a secret
    await asyncio.sleep(dice.uniform(0, PAUSE))
    for serial in range(1, CLICKS + 1):
        try:
            async with asyncio.timeout(PATIENCE):
                lesson.times.append(await session.click(serial, dice))
        except FAILURES as failure:
            lesson.unanswered += 1
            print(f"{session.name}: click {serial}: {failure!r}")
        await asyncio.sleep(PAUSE)


async def teach(address: str, students: int, server: psutil.Process) -> Lesson:
    """Open all pages, let all click, and weigh the kernels while all pages are open."""
    lesson = Lesson()
    # Nobody waits for another's page.
    asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(students))
    async with AsyncExitStack() as stack:
        start = time.perf_counter()
        opening = (attend(stack, address, number) for number in range(students))
        sessions = [session for session in await asyncio.gather(*opening) if session]
        lesson.opened = time.perf_counter() - start
        lesson.visited = [session.kernel for session in sessions]
        await asyncio.gather(*(play(s, seed, lesson) for seed, s in enumerate(sessions)))
        lesson.weigh(server)
    return lesson


def rank(times: list[float], share: float) -> float:
    """Give the value that a share of all stay under."""
    return sorted(times)[int(share * (len(times) - 1))] if times else float("nan")


def main() -> None:
    """Print how a class fares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("students", nargs="?", type=int, default=100)
    students = parser.parse_args().students
    room = ("--pool", str(POOL), "--at-most", str(students))
    with serving("explorer", *room) as address:
        server = psutil.Process().children()[0]
        lesson = asyncio.run(teach(address, students, server))
        deadline = time.monotonic() + 2 * PATIENCE
        while (kept := len(kernels_of(server))) > POOL and time.monotonic() < deadline:
            time.sleep(1)  # kernels end in other processes, which send no word of it
    there = len(lesson.visited)
    print(f"{there} sessions opened in {lesson.opened:.0f} s, on {psutil.cpu_count()} cores")
    print(
        f"kernels and their parent: {lesson.shared / 1e9:.2f} GB, each page counted once (PSS); "
        f"{lesson.resident / 1e9:.2f} GB resident (RSS)"
    )
    print(f"the server: {lesson.server / 1e9:.2f} GB; {kept} kernels kept when all had left")
    p95, p99 = rank(lesson.times, 0.95), rank(lesson.times, 0.99)
    print(
        f"click to every number: {rank(lesson.times, 0.5):.0f} ms, p95 {p95:.0f} ms (150 ms), "
        f"p99 {p99:.0f} ms"
    )
    print(f"not opened: {students - there}; clicks not answered: {lesson.unanswered}")


if __name__ == "__main__":
    main()
