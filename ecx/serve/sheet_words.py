"""The words of a page about itself: it waits, it lost its server, it could not be built."""

from ecx.say import _


def site_words() -> dict[str, str]:
    """Return what a page says otherwise that has no server.

    Returns
    -------
    dict of str to str
        Sentences in the visitor's language, by names of `sheet_words`.

    Examples
    --------
    >>> site_words().keys() <= sheet_words().keys()
    True
    """
    return {"slow": _("Still working. Your clicks are kept.")}


def sheet_words() -> dict[str, str]:
    """Return what the browser may have to say by itself, when there is no kernel to ask.

    Returns
    -------
    dict of str to str
        Sentences and names of buttons in the visitor's language, by the names that `words.js`
        knows them by.

    Examples
    --------
    >>> sheet_words()["reload"]
    'Reload'
    """
    return {
        "close": _("Close"),
        "failed": _("Something broke, so nothing counts anymore. Reload the page to try again."),
        "gone": _("This page went to sleep. Reload it to go on."),
        "incomplete": _("Part of this page didn’t load. Check your connection, then reload."),
        "lost": _("The connection is lost. We keep trying, and keep your clicks."),
        "noscript": _("This page needs JavaScript. Turn it on and reload."),
        "offline": _("Your device is offline. Your clicks are kept and sent later."),
        "part": _("We couldn’t build this part of the page."),
        "reload": _("Reload"),
        "slow": _("Waiting for the server. Your clicks are kept and sent."),
        "tooLarge": _("That was too much to send at once. Try a smaller part."),
        "tooLargeOver": _("That was too much to send at once. Reload the page to go on."),
        "unable": _("This browser can’t count the votes here. Update it, or try another one."),
        "unbuilt": _("We couldn’t build this page."),
        "unreadable": _("The server couldn’t read what this page sent. Reload it to go on."),
        "unstarted": _("We couldn’t start this page."),
        "unsure": _("The connection broke. Your last click may be lost. Reload to check."),
    }
