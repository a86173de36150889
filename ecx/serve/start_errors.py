"""Errors that keep the server from starting, each a single line for the user."""


class ServeError(Exception):
    """The server cannot start; the message is one line that says why."""


class PageError(ServeError):
    """A page cannot be served."""


class AddressError(ServeError):
    """The server cannot listen on the address."""


class MissingLibraryError(ServeError):
    """An installed package lacks a file that pages load."""


class LimitError(ServeError):
    """The machine has no room for even one page."""
