"""What keeps the server from starting, each told to the user in one line."""


class ServeError(Exception):
    """The server cannot start; the message is one line that says why."""


class PageError(ServeError):
    """A page cannot be served."""


class AddressError(ServeError):
    """The address cannot be listened on."""


class MissingLibraryError(ServeError):
    """An installed package lacks the file that pages load from it."""


class LimitError(ServeError):
    """The machine has no room for a single page."""
