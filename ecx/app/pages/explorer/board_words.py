"""What the board says on each of the explorer's maps, in the visitor's language."""

from ecx.app.kit.still_words import still_words
from ecx.board.content import Wording
from ecx.say import _


def of_places() -> Wording:
    """Return the sentences of the map of states.

    Returns
    -------
    Wording
        All that the board says.

    Examples
    --------
    >>> of_places()["flip"]
    'Flip'
    """
    return {
        **still_words(_("Map with {number} states and districts")),
        "choose": _("Which one do you mean?"),
        "pills": _("What a click does"),
        "pills_touch": _("What a tap does"),
        "flip": _("Flip"),
        "look": _("Look"),
        "clicked": _("{unit}: {value}. {totals}"),
        "clicked_many": _("{number} changes. The last is {unit}: {value}. {totals}"),
        "opened": _("{unit} opened. Press Tab for its details."),
        "hint_two": _("Click a state to change its winner. Backspace clears it."),
        "hint_turn": _("Click a state to change its winner: {names}."),
        "hint_give": _("Click a state to give it to {name}."),
        "hint_none": _("Click a state to make it undecided."),
        "hint_look": _("Click a state to see its details. Nothing changes."),
        "hint_drag": _("Drag to change many."),
        "hint_two_touch": _("Tap a state to change its winner. Hold it to clear it."),
        "hint_turn_touch": _("Tap a state to change its winner: {names}."),
        "hint_give_touch": _("Tap a state to give it to {name}."),
        "hint_none_touch": _("Tap a state to make it undecided."),
        "hint_look_touch": _("Tap a state to see its details. Nothing changes."),
        "keys": _(
            "Arrow keys move. Enter switches. Space opens. Backspace clears. "
            "Or type a name, or a number: {digits}."
        ),
        "key": "{number} {name}",
    }


def of_electors() -> Wording:
    """Return the sentences of the map of electors.

    Returns
    -------
    Wording
        All that the board says; what is the same on both maps is that of `of_places`.

    Examples
    --------
    >>> of_electors()["none"]
    'a blank'
    """
    return {
        **of_places(),
        "map": _("Map with {number} electors"),
        "choose": _("Which elector do you mean?"),
        "none": _("a blank"),
        "none_title": _("A blank"),
        "letter": "–",
        "open": _("Undecided"),
        "elector": "",
        "electors": "",
        "set": _("votes for {name}"),
        "other": _("a vote for somebody else"),
        "share": "{name}",
        "share_other": _("others"),
        "share_idle": _("not counted"),
        "share_none": _("a blank"),
        "share_open": _("undecided"),
        "hint_two": _("Click an elector to switch the vote. Backspace makes it blank."),
        "hint_turn": _("Click an elector to change the vote: {names}."),
        "hint_give": _("Click an elector to vote for {name}."),
        "hint_none": _("Click an elector to make the vote blank."),
        "hint_look": _("Click an elector to see the details. Nothing changes."),
        "hint_two_touch": _("Tap an elector to switch the vote. Hold to make it blank."),
        "hint_turn_touch": _("Tap an elector to change the vote: {names}."),
        "hint_give_touch": _("Tap an elector to vote for {name}."),
        "hint_none_touch": _("Tap an elector to make the vote blank."),
        "hint_look_touch": _("Tap an elector to see the details. Nothing changes."),
        "signs": {
            "✓": _("Broke the pledge, and the vote counted"),
            "§": _("Broke the pledge: the vote counted, with a penalty"),
            "×": _("Broke the pledge: the vote was canceled"),
            "–": _("No vote, or a vote that Congress did not count"),
        },
    }
