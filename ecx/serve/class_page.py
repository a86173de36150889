"""The page for the projector: the address that a class types, large, and a code to scan."""

from collections.abc import Sequence
from dataclasses import dataclass

import segno
from markupsafe import Markup

from ecx.say import _
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


def shown_doors(found: Sequence[Door], wanted: str) -> dict[str, object]:
    """Choose which address the page for the projector shows.

    Parameters
    ----------
    found : sequence of Door
        The addresses by which students come in.
    wanted : str
        The host of one of them; any other text counts for nothing.

    Returns
    -------
    dict of str to object
        What the page's template names: the ``door`` that is shown, or None, and the ``others``.

    Examples
    --------
    >>> one, two = Door("192.168.1.23", 8866), Door("10.0.0.5", 8866)
    >>> shown_doors([one, two], "10.0.0.5") == {"door": two, "others": [one]}
    True
    """
    shown = next((door for door in found if door.host == wanted), found[0] if found else None)
    return {"door": shown, "others": [door for door in found if door != shown]}


def how_to_join(found: Sequence[Door]) -> str:
    """Say in the terminal what students type.

    Parameters
    ----------
    found : sequence of Door
        The addresses by which students come in.

    Returns
    -------
    str
        One line or two.

    Examples
    --------
    >>> how_to_join([Door("192.168.1.23", 8866)])
    'Students type: 192.168.1.23:8866'
    """
    if not found:
        return _(
            "This computer is on no network. Connect it to the Wi-Fi of your class: until then "
            "only you can open these pages."
        )
    told = _("Students type: {place}").format(place=found[0].place)
    if others := found[1:]:
        places = _(" or ").join(door.place for door in others)
        told += "\n" + _("If that does not open, try {places}").format(places=places)
    return told


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
