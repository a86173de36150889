"""Every known case: the main numbers, a table, the reasons, and the published counts."""

from typing import Final

from markupsafe import Markup

from ecx.app.kit.chart import LinkedCell
from ecx.app.kit.words import listed, number_of_electors
from ecx.app.pages.faithless.fact_table import FactTable, Heading, Tells
from ecx.app.pages.faithless.known_cases import (
    LESSON,
    NOT_TOLD,
    FaithlessCase,
    appointed,
    broken,
    cases,
    changed,
    electors_in,
    reasons,
    years_of_law,
)
from ecx.college.laws import Effect
from ecx.link.address import PageName, href
from ecx.link.query import record_link
from ecx.record.csv_rows import Row, read_rows
from ecx.record.elections import election
from ecx.say import _, phrase

_OFFICES: Final = {
    "president": phrase("president"),
    "vice president": phrase("vice president"),
    "both": phrase("both"),
}
_RESULTS: Final = {
    "counted": phrase("counted"),
    "abstained": phrase("did not vote"),
    "replaced": phrase("removed"),
    "voted again": phrase("voted again"),
}
_COUNT_COLUMNS: Final = (
    phrase("Count"),
    phrase("Who says it"),
    phrase("From the cases"),
    phrase("How well it fits"),
)


def _columns() -> tuple[Heading, ...]:
    return (
        Heading(_("Election"), pick=True, width=6),
        Heading(_("State"), pick=True),
        Heading(_("Electors")),
        Heading(_("Who")),
        Heading(_("Pledged to"), width=9),
        Heading(_("Voted for"), width=9),
        Heading(_("Office"), pick=True),
        Heading(_("Result"), pick=True),
        Heading(_("Why, and what to know"), width=18),
    )


def at_a_glance() -> Markup:
    """Render the main numbers of the lesson.

    Returns
    -------
    markupsafe.Markup
        A list of numbers with their words.
    """
    lesson = [case for case in cases() if case.cycle == LESSON]
    counted = [case for case in lesson if case.outcome == "counted"]
    first, *_between, last = years_of_law()
    total = sum(broken().values())
    void = [
        sum(law.effect is Effect.VOID for law in election(cycle).laws.values())
        for cycle in (first, last)
    ]
    presidents = [cycle for cycle, office in changed() if office == "president"]
    others = [str(cycle) for cycle, office in changed() if office != "president"]
    numbers = (
        (
            f"{total}",
            _(
                "electors broke their pledge, in {elections} elections. The longest list has "
                "{number}."
            ).format(elections=len(broken()), number=electors_in(cases())),
        ),
        (
            f"{appointed():,}",
            _("electors in all that time. One in {number} broke the pledge.").format(
                number=appointed() // total
            ),
        ),
        (
            f"{len(presidents)}",
            _(
                "elections for president changed by faithless electors. In {years}, they sent the "
                "vice president’s race to the Senate."
            ).format(years=listed(others)),
        ),
        (
            f"{electors_in(lesson)}",
            _("tried it in {year}, and {number} of their votes counted.").format(
                year=LESSON, number=electors_in(counted)
            ),
        ),
        (
            f"{void[1]}",
            _(
                "states would have canceled a faithless vote in {last}, as we read their laws. In "
                "{first} it was {number}."
            ).format(last=last, first=first, number=void[0]),
        ),
    )
    items = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(words, number)
        for number, words in numbers
    )
    return Markup('<dl class="lesson-numbers" aria-label="{}">{}</dl>').format(
        _("At a glance"), items
    )


def case_table() -> FactTable:
    """List the known cases.

    Returns
    -------
    FactTable
        One row for each; its election opens in the explorer.
    """
    rows = _("Cases: {shown} of {all}. Electors: {sum}.")
    table = FactTable(_("Every known case"), _columns(), Tells(rows, 2))
    table.show([_row(case) for case in cases()])
    return table


def _row(case: FaithlessCase) -> tuple[object, ...]:
    return (
        LinkedCell(case.label, href(PageName.EXPLORER, record_link(case.cycle))),
        _(case.place) if case.place else _("not known"),
        case.electors,
        case.elector,
        case.pledged,
        case.voted,
        _(_OFFICES[case.office]),
        _(_RESULTS[case.outcome]),
        " ".join(_(said) for said in dict.fromkeys((case.why, case.note)) if said),
    )


def why_they_did_it() -> Markup:
    """Render the reasons the sources give, with the electors of each.

    Returns
    -------
    markupsafe.Markup
        A list of bars with their numbers.
    """
    most = max(number for _, number in reasons())
    lines = Markup("").join(
        Markup(
            '<li{}><span class="lesson-reason">{}</span>'
            '<span class="lesson-bar" style="--share: {:.4f}"><b>{}</b></span></li>'
        ).format(
            Markup(' class="lesson-quiet"') if why == NOT_TOLD else "",
            _(why),
            number / most,
            number_of_electors(number),
        )
        for why, number in reasons()
    )
    return Markup('<h3>{}</h3><ul class="lesson-reasons">{}</ul>').format(
        _("Why they did it"), lines
    )


def how_many() -> Markup:
    """Render, folded, how published counts follow from the cases.

    Returns
    -------
    markupsafe.Markup
        A table, and a sentence on the cases that none of the numbers has.
    """
    rows = Markup("").join(_count(row) for row in reversed(read_rows("faithless_counts")))
    outside = [case for case in cases() if not case.fairvote]
    heads = Markup("").join(
        Markup('<th scope="col">{}</th>').format(_(title)) for title in _COUNT_COLUMNS
    )
    return Markup(
        '<details class="lesson-counts"><summary>{title}</summary>'
        '<div class="page-scroll" tabindex="0" role="region" aria-label="{label}">'
        '<table class="page-units fact-table"><thead><tr>{heads}</tr></thead>'
        "<tbody>{rows}</tbody></table></div><p>{more}</p></details>"
    ).format(
        title=_("Why other lists count 155, 157, 165, or 167"),
        label=_("Counts that differ"),
        heads=heads,
        rows=rows,
        more=_(
            "Our table has {more} more electors, in {cases} cases that FairVote does not count: "
            "{years}. So {fairvote} and {more} make {all}."
        ).format(
            more=electors_in(outside),
            cases=len(outside),
            years=listed(dict.fromkeys(case.label for case in outside)),
            fairvote=electors_in(cases()) - electors_in(outside),
            all=electors_in(cases()),
        ),
    )


def _count(row: Row) -> Markup:
    """Render one published count, with the cases it leaves out."""
    doubts = " ".join(_(row[column]) for column in ("explained", "doubt") if row[column])
    cells = (_(row["said_by"]), _sum(row), doubts)
    return Markup('<tr><th scope="row" data-label="{}">{}</th>{}</tr>').format(
        _(_COUNT_COLUMNS[0]),
        row["count"],
        Markup("").join(
            Markup('<td data-label="{}">{}</td>').format(_(title), cell)
            for title, cell in zip(_COUNT_COLUMNS[1:], cells, strict=True)
        ),
    )


def _sum(row: Row) -> str:
    """Write a published count as FairVote's count minus the cases left out."""
    left_out = row["left_out"].split(";") if row["left_out"] else []
    fairvote = electors_in(case for case in cases() if case.fairvote)
    gone: dict[str, int] = {}
    for case in cases():
        if case.id in left_out:
            gone[case.label] = gone.get(case.label, 0) + case.electors
    made = fairvote - sum(gone.values())
    if not gone:
        return _("all {number}").format(number=made)
    parts = (_("{number} of {year}").format(number=n, year=year) for year, n in gone.items())
    return _("{all} minus {left_out}: {made}").format(
        all=fairvote, left_out=listed(parts), made=made
    )
