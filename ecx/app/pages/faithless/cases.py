"""Every known case: the main numbers, a table, the reasons, and the published counts."""

from typing import Final

from markupsafe import Markup

from ecx.app.kit.chart import LinkedCell
from ecx.app.kit.words import count, listed
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

_COLUMNS: Final = (
    Heading("Election", pick=True, width=6),
    Heading("Place", pick=True),
    Heading("Electors"),
    Heading("Who"),
    Heading("Pledged to", width=9),
    Heading("Voted for", width=9),
    Heading("Office", pick=True),
    Heading("Outcome", pick=True),
    Heading("Why, and what to know", width=18),
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
    first, *_, last = years_of_law()
    total = sum(broken().values())
    void = [
        sum(law.effect is Effect.VOID for law in election(cycle).laws.values())
        for cycle in (first, last)
    ]
    presidents = [cycle for cycle, office in changed() if office == "president"]
    numbers = (
        (
            f"{total}",
            (
                f"electors broke a pledge, in {len(broken())} elections; "
                f"{electors_in(cases())} by the widest count"
            ),
        ),
        (f"{appointed():,}", f"electors appointed in that time: one in {appointed() // total}"),
        (f"{len(presidents)}", f"presidents whom a broken pledge changed; {_filled()}"),
        (
            f"{electors_in(lesson)}",
            f"tried it in {LESSON}, and {electors_in(counted)} were counted",
        ),
        (
            f"{void[1]}",
            (
                f"places would cancel such a ballot in {last}, as their laws are read here; "
                f"{void[0]} in {first}"
            ),
        ),
    )
    items = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(words, number)
        for number, words in numbers
    )
    return Markup('<dl class="lesson-numbers" aria-label="At a glance">{}</dl>').format(items)


def _filled() -> str:
    """Name the offices that faithless electors changed."""
    other = [f"the {office} of {cycle}" for cycle, office in changed() if office != "president"]
    return f"once the Senate had to choose: {listed(other)}"


def case_table() -> FactTable:
    """List the known cases.

    Returns
    -------
    FactTable
        One row for each; its election opens in the explorer.
    """
    table = FactTable("Every known case", _COLUMNS, Tells("case", 2, "elector"))
    table.show([_row(case) for case in cases()])
    return table


def _row(case: FaithlessCase) -> tuple[object, ...]:
    return (
        LinkedCell(case.label, href(PageName.EXPLORER, record_link(case.cycle))),
        case.place or "not known",
        case.electors,
        case.elector,
        case.pledged,
        case.voted,
        case.office,
        case.outcome,
        " ".join(filter(None, (case.why, case.note if case.note != case.why else ""))),
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
            why,
            number / most,
            count(number, "elector"),
        )
        for why, number in reasons()
    )
    return Markup('<h3>Why they did it</h3><ul class="lesson-reasons">{}</ul>').format(lines)


def how_many() -> Markup:
    """Render how published counts follow from the cases.

    Returns
    -------
    markupsafe.Markup
        A table, and a sentence on the cases that none of the numbers has.
    """
    rows = Markup("").join(_count(row) for row in reversed(read_rows("faithless_counts")))
    outside = [case for case in cases() if not case.fairvote]
    return Markup(
        "<h3>155, 157, 165, 167: how many were there?</h3>"
        '<div class="page-scroll" tabindex="0" role="region" aria-label="Counts that differ">'
        '<table class="page-units fact-table"><thead><tr><th scope="col">Count</th>'
        '<th scope="col">Who says it</th><th scope="col">From the cases</th>'
        '<th scope="col">How far that explains it</th></tr></thead><tbody>{}</tbody></table></div>'
        "<p>The table above has {} more, in {} that FairVote does not count ({}): so {} and {} "
        "make {}.</p>"
    ).format(
        rows,
        count(electors_in(outside), "elector"),
        count(len(outside), "case"),
        listed(dict.fromkeys(case.label for case in outside)),
        electors_in(cases()) - electors_in(outside),
        electors_in(outside),
        electors_in(cases()),
    )


def _count(row: Row) -> Markup:
    """Render one published count, with the cases it leaves out."""
    return Markup(
        '<tr><th scope="row" data-label="Count">{}</th><td data-label="Who says it">{}</td>'
        '<td data-label="From the cases">{}</td><td data-label="How far">{}</td></tr>'
    ).format(row["count"], row["said_by"], _sum(row), f"{row['explained']} {row['doubt']}".strip())


def _sum(row: Row) -> str:
    """Write a published count as FairVote's count minus the cases left out."""
    left_out = row["left_out"].split(";") if row["left_out"] else []
    fairvote = electors_in(case for case in cases() if case.fairvote)
    gone: dict[str, int] = {}
    for case in cases():
        if case.id in left_out:
            gone[case.label] = gone.get(case.label, 0) + case.electors
    parts = [f"{number} of {label}" for label, number in gone.items()]
    made = fairvote - sum(gone.values())
    return f"{fairvote} less {listed(parts)}: {made}" if parts else f"all {made}"
