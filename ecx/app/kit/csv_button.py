"""The button that keeps a table as a CSV file; the browser writes the file from what it shows."""

from collections.abc import Mapping

from markupsafe import Markup

from ecx.say import _


def csv_words() -> Mapping[str, str]:
    """Return what stands on the button, and what explains it.

    Returns
    -------
    mapping of str to str
        ``csv`` and ``keep``.

    Examples
    --------
    >>> csv_words()["csv"]
    'CSV'
    """
    return {"csv": _("CSV"), "keep": _("Save this table for a spreadsheet")}


def csv_button(title: str) -> Markup:
    """Render the button that keeps the table before it, in the same pane.

    Parameters
    ----------
    title : str
        What the table shows, in the visitor's language; the file is named after it.

    Returns
    -------
    markupsafe.Markup
        A button, to stand behind the table.

    Examples
    --------
    >>> csv_button("Every state").striptags()
    'CSV'
    """
    words = csv_words()
    return Markup(
        '<button type="button" class="page-button page-csv" data-csv="{title}"'
        ' aria-label="{label}" title="{keep}">{csv}</button>'
    ).format(title=title, label=_("CSV: {title}").format(title=title), **words)
