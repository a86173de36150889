"""The House rules: how many electors each place has, and why."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from markupsafe import Markup, escape

from ecx.app.kit import forms, from_text
from ecx.app.kit.forms import select
from ecx.app.kit.glossary import term
from ecx.app.kit.pane import Pane
from ecx.app.kit.screen import Screen
from ecx.app.kit.state import AppState
from ecx.app.kit.words import listed
from ecx.apportionment import Method
from ecx.college.electors_per_place import house_size, law_method, populations_of
from ecx.college.house_rules import AS_IT_WAS, LARGEST, CapitalElectors
from ecx.say import _, phrase

_METHODS: Final = {
    Method.HUNTINGTON_HILL: "Huntington-Hill",
    Method.WEBSTER: "Webster",
    Method.HAMILTON: "Hamilton",
    Method.JEFFERSON: "Jefferson",
    Method.ADAMS: "Adams",
    Method.DEAN: "Dean",
}
_DISTRICTS: Final = {
    CapitalElectors.AMENDMENT: phrase("as many as the smallest state"),
    CapitalElectors.STATE: phrase("as many as a state"),
    CapitalElectors.NONE: phrase("none"),
}


class RulesPanel(Pane):
    """Sets the House rules: size, census, method, D.C. rule and added states."""

    css_class: ClassVar = "ecx-rules-panel"

    intents: ClassVar[Mapping[str, Callable[[AppState, str], None]]] = {
        "slide": from_text.slide,
        "house": lambda state, value: from_text.set_rule(state, "house", value),
        "census": lambda state, value: from_text.set_rule(state, "census", value),
        "apportion": lambda state, value: from_text.set_rule(state, "apportion", value),
        "dc": lambda state, value: from_text.set_rule(state, "dc", value),
        "add": from_text.add_state,
        "remove": AppState.remove_state,
        "as-it-was": lambda state, _: state.as_it_was(),
    }

    def view(self, screen: Screen) -> Markup:
        """Render the drawer: a summary line, and the controls inside."""
        record = screen.scenario.record
        if record.census is None:
            return Markup("")
        return Markup('<details class="page-rules"><summary>{}</summary>{}</details>').format(
            _summary(screen), _controls(screen)
        )


def _size(screen: Screen) -> int:
    return screen.scenario.house_rules.size or house_size(screen.scenario.record)


def _summary(screen: Screen) -> Markup:
    """Sum up the House rules in one line."""
    scenario = screen.scenario
    rules, record = scenario.house_rules, scenario.record
    census = rules.census or record.census or 0
    method = _METHODS[law_method(census, rules.method)]
    if rules.added:
        said = _("{size} seats, {census} census, {method} method, with {states}")
    else:
        said = _("{size} seats, {census} census, {method} method")
    changed = Markup(" <em>{}</em>").format(_("changed")) if rules != AS_IT_WAS else ""
    return Markup("<b>{}</b> {}{}").format(
        _("Rules:"),
        said.format(
            size=_size(screen),
            census=census,
            method=method,
            states=listed(new.place for new in rules.added),
        ),
        changed,
    )


def _controls(screen: Screen) -> Markup:
    """Render the controls."""
    scenario = screen.scenario
    rules, record = scenario.house_rules, scenario.record
    census = rules.census or record.census or 0
    method = law_method(census, rules.method)
    rows = [
        _house(screen),
        select("census", _("Census"), ((year, str(year)) for year in record.censuses), census),
        select("apportion", _("Method"), _METHODS.items(), method),
    ]
    if "DC" in record.places:
        ways = [(way, _(said)) for way, said in _DISTRICTS.items()]
        rows.append(select("dc", _("Electors of D.C."), ways, rules.capital))
    rows += [_added(screen), _back(changed=rules != AS_IT_WAS)]
    told = escape(
        _("Electors are shared by {apportionment}: one for each House seat, and two more.")
    ).format(apportionment=term("apportionment", _("apportionment"), where="rules"))
    return Markup(
        '<section><p class="page-hint">{}</p><div class="page-form">{}</div></section>'
    ).format(told, Markup("").join(rows))


def _house(screen: Screen) -> Markup:
    """Render the House size; its minimum is one seat for each state."""
    scenario = screen.scenario
    least = len(populations_of(scenario.record, scenario.house_rules))
    return forms.house_size_control(least, LARGEST, _size(screen))


def _added(screen: Screen) -> Markup:
    """Render the added states, and the form that adds one."""
    buttons = Markup("").join(
        Markup(
            '<button type="button" class="page-button" data-do="remove" data-value="{0}"'
            ' title="{2}">{0} {1:,} ×</button>'
        ).format(new.place, new.people, _("Remove {state}").format(state=new.place))
        for new in screen.scenario.house_rules.added
    )
    return Markup(
        '<form data-do="add" class="page-form"><label>{code}'
        '<input name="place" maxlength="3" size="3" required autocomplete="off"'
        ' placeholder="PR"></label><label>{people}<input name="people" inputmode="numeric"'
        ' required autocomplete="off" placeholder="3285874"></label>'
        '<button class="page-button">{add}</button></form>{buttons}'
    ).format(
        code=_("New state: its code"),
        people=_("Its population"),
        add=_("Add state"),
        buttons=buttons,
    )


def _back(*, changed: bool) -> Markup:
    return Markup(
        '<button type="button" class="page-button" data-do="as-it-was"{}>{}</button>'
    ).format("" if changed else Markup(' aria-disabled="true"'), _("Real rules"))
