"""Fill a class: open many sessions at once, let every student click, and time the answers.

Run it with ``make bench-class``. Each session is a page as the server sees it: the HTML, a kernel
of its own, a websocket; what a browser would add is left out, for the browsers of a class run on
the students' machines.
"""

import argparse
import asyncio
import json
import random
import statistics
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

import psutil
from serve.channel import visit
from serving import process_of, serving
from websockets.asyncio.client import ClientConnection, connect

POOL: Final = 8
CLICKS: Final = 10
PAUSE: Final = 2.0
"""Seconds between two clicks of one student."""

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


async def attend(stack: AsyncExitStack, address: str, number: int) -> Session:
    """Open one page."""
    kernel = await asyncio.to_thread(visit, f"{address}/explorer")
    name = f"student{number}"
    where = f"{address.replace('http', 'ws')}/api/kernels/{kernel}/channels?session_id={name}"
    socket = await stack.enter_async_context(connect(where, max_size=None))
    session = Session(socket, name, kernel)
    await session.find_board()
    return session


async def play(session: Session, seed: int) -> list[float]:
    """Click now and then, not in step with the others."""
    dice = random.Random(seed)  # noqa: S311 - not a secret
    times = []
    await asyncio.sleep(dice.uniform(0, PAUSE))
    for serial in range(1, CLICKS + 1):
        times.append(await session.click(serial, dice))
        await asyncio.sleep(PAUSE)
    return times


async def lesson(address: str, students: int) -> tuple[list[float], float, list[str]]:
    """Open all pages, let all click; return the times, the seconds of the opening, the kernels."""
    async with AsyncExitStack() as stack:
        start = time.perf_counter()
        opening = [attend(stack, address, number) for number in range(students)]
        sessions = await asyncio.gather(*opening)
        opened = time.perf_counter() - start
        played = await asyncio.gather(*(play(s, seed) for seed, s in enumerate(sessions)))
        times = [milliseconds for times in played for milliseconds in times]
        return times, opened, [session.kernel for session in sessions]


def kernels() -> list[psutil.Process]:
    """Find the kernels of the server that this program started."""
    servers = psutil.Process().children()
    return [kernel for server in servers for kernel in server.children()]


def main() -> None:
    """Print how a class fares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("students", nargs="?", type=int, default=100)
    students = parser.parse_args().students
    room = ("--pool", str(POOL), "--at-most", str(students))
    with serving("explorer", *room) as address:
        times, opened, visited = asyncio.run(lesson(address, students))
        memory = sum(kernel.memory_info().rss for kernel in kernels())
        psutil.wait_procs([process_of(kernel) for kernel in visited], timeout=120)
        print(f"{students} sessions opened in {opened:.0f} s, on {psutil.cpu_count()} cores")
        print(f"kernels, resident: {memory / 1e9:.1f} GB while open; {len(kernels())} kept after")
    ranked = sorted(times)
    p95 = ranked[int(0.95 * (len(ranked) - 1))]
    print(f"click to every number: {statistics.median(times):.0f} ms, p95 {p95:.0f} ms (200 ms)")


if __name__ == "__main__":
    main()
