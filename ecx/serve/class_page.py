"""The page for the projector: the address that a class types, large, and a code to scan."""

from dataclasses import dataclass

import segno
from markupsafe import Markup

from ecx.serve.networks import addresses


@dataclass(frozen=True, slots=True)
class Door:
    """One address by which students come in.

    Attributes
    ----------
    host : str
        The address of this machine, ``"192.168.1.23"``.
    port : int
        The port that the server listens on.
    """

    host: str
    port: int

    @property
    def place(self) -> str:
        """What students type: a browser adds the rest."""
        return f"{self.host}:{self.port}"

    @property
    def address(self) -> str:
        """The whole address, ``"http://192.168.1.23:8866/"``."""
        return f"http://{self.place}/"

    @property
    def code(self) -> Markup:
        """The address as a code that a camera reads: SVG, black on white, of any size.

        Examples
        --------
        >>> Door("192.168.1.23", 8866).code.startswith("<svg")
        True
        """
        code = segno.make_qr(self.address)
        drawn: str = code.svg_inline(
            border=2, dark="black", light="white", omitsize=True, svgclass="class-code"
        )
        return Markup(drawn)  # noqa: S704  # made of an address in numbers, escaped by segno


def doors(port: int) -> list[Door]:
    """List the addresses by which students come in now, the most likely one first.

    Parameters
    ----------
    port : int
        The port that the server listens on.

    Returns
    -------
    list of Door
        Empty where this machine is on no network. A network may come and go while the server runs.

    Examples
    --------
    >>> all(door.port == 8866 for door in doors(8866))
    True
    """
    return [Door(host, port) for host in addresses()]
