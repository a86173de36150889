"""The addresses by which other devices reach this machine."""

import ipaddress
import socket
from typing import Final

import psutil

_ELSEWHERE: Final = ("192.0.2.1", 9)
"""An address of documentation: to ask which network leads there sends nothing."""

_WITHIN: Final = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "vEthernet", "utun", "tun")
"""How networks within a machine, or through it to somewhere else, are called."""


def addresses() -> list[str]:
    """List the addresses that devices nearby can type, the most likely one first.

    Returns
    -------
    list of str
        Internet addresses in numbers (version 4), ``"192.168.1.23"``: first that of the network
        which leads to the world, then those of networks between devices, then those that a machine
        has with programs of its own. Empty where it is on no network.

    Examples
    --------
    >>> "127.0.0.1" in addresses()
    False
    """
    first = _way_out()
    running = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = {
        entry.address: name
        for name, entries in psutil.net_if_addrs().items()
        if name in running
        for entry in entries
        if entry.family == socket.AF_INET and is_for_others(entry.address)
    }
    return sorted(found, key=lambda address: _rank(address, found[address], first))


def is_for_others(address: str) -> bool:
    """Tell whether other devices can reach an address.

    Parameters
    ----------
    address : str
        An internet address in numbers.

    Returns
    -------
    bool
        False for an address of this machine alone, and for one that it gave itself because no
        network gave it one.

    Examples
    --------
    >>> [is_for_others(address) for address in ("10.0.0.5", "127.0.0.1", "169.254.7.7")]
    [True, False, False]
    """
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_link_local or known.is_unspecified)


def _rank(address: str, network: str, first: str) -> tuple[bool, bool, str]:
    return address != first, network.startswith(_WITHIN), network


def _way_out() -> str:
    """Return this machine's address on the network that leads to the world, or nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(_ELSEWHERE)
        except OSError:
            return ""
        return str(way.getsockname()[0])
