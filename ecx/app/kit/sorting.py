"""Tables that are sorted by a click on the head of a column."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup


class Order(NamedTuple):
    """The column by which a table is sorted, and which way.

    Attributes
    ----------
    column : str
        Name of the column.
    falls : bool
        Whether the largest comes first.
    """

    column: str
    falls: bool = False

    def clicked(self, column: str, *, text: bool) -> "Order":
        """Return the order after a click on a head: a second click on one reverses it.

        Parameters
        ----------
        column : str
            Name of the column.
        text : bool
            Whether it holds text, which begins with the first letter; numbers begin with the
            largest.

        Returns
        -------
        Order
            The new order.

        Examples
        --------
        >>> Order("name").clicked("votes", text=False)
        Order(column='votes', falls=True)
        >>> Order("name").clicked("name", text=True)
        Order(column='name', falls=True)
        """
        return Order(column, not self.falls if column == self.column else not text)

    def heads(self, titles: Iterable[tuple[str, str]]) -> Markup:
        """Render the heads of a table; a click on one sends ``"sort"`` with its column.

        Parameters
        ----------
        titles : iterable of (str, str)
            Name and title of each column.

        Returns
        -------
        markupsafe.Markup
            A cell for each column.

        Examples
        --------
        >>> 'aria-sort="ascending"' in Order("name").heads([("name", "Place")])
        True
        """
        way = "descending" if self.falls else "ascending"
        return Markup("").join(
            Markup(
                '<th scope="col" aria-sort="{}"><button type="button" data-do="sort"'
                ' data-value="{}">{}</button></th>'
            ).format(way if name == self.column else "none", name, title)
            for name, title in titles
        )
