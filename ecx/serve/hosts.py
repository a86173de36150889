"""The host names by which a browser may call this server.

A page of another site can have its own name point to this machine and then speak to this server
as if it were its own (DNS rebinding). The browser tells the name it was given, so a name that is
not this server's is refused. An address in numbers cannot be pointed elsewhere.
"""

import ipaddress
import re
import socket
from collections.abc import Iterable
from typing import Final

_EVERYWHERE: Final = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104


class Hosts:
    """The host names of this server.

    Parameters
    ----------
    listens_on : str
        The address or name that it was told to listen on.
    allowed : iterable of str
        Names it was told to go by.

    Examples
    --------
    >>> hosts = Hosts("0.0.0.0", ["map.school.example"])
    >>> [name in hosts for name in ("192.168.1.5:8866", "[::1]:8866", "localhost", "evil.example")]
    [True, True, True, False]
    """

    def __init__(self, listens_on: str, allowed: Iterable[str] = ()) -> None:
        machine = socket.gethostname()
        names = ("localhost", listens_on, machine, f"{machine}.local", *allowed)
        self._names = frozenset(map(name_of, names)) - {""}

    def __contains__(self, header: str) -> bool:
        """Tell whether the value of a Host header names this server."""
        name = name_of(header)
        return name in self._names or name.endswith(".localhost") or _is_address(name)


def web_address(host: str, port: int) -> str:
    """Write the address by which this machine opens a server of its own.

    Parameters
    ----------
    host : str
        What the server listens on; the address of all networks is this machine's own here.
    port : int
        Its port.

    Returns
    -------
    str
        With the slash at the end.

    Examples
    --------
    >>> web_address("0.0.0.0", 8866), web_address("::", 80), web_address("map.school.example", 80)
    ('http://127.0.0.1:8866/', 'http://[::1]:80/', 'http://map.school.example:80/')
    """
    here = _EVERYWHERE.get(host, host)
    return f"http://{f'[{here}]' if ':' in here and '[' not in here else here}:{port}/"


def name_of(header: str) -> str:
    """Return the name in a Host header, without the port.

    Parameters
    ----------
    header : str
        With or without a port, ``"map.school.example:8866"``.

    Returns
    -------
    str
        In small letters, without port, brackets and a dot at the end.

    Examples
    --------
    >>> name_of("Map.School.example.:8866"), name_of("[::1]:8866"), name_of("127.0.0.1")
    ('map.school.example', '::1', '127.0.0.1')
    """
    name = re.sub(r"^(\[.*\]|[^:]*):\d*$", r"\1", header)
    return name.strip("[]").removesuffix(".").lower()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True
