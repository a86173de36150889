"""The two charts that only the history page shows."""

from collections.abc import Sequence

from ecx.app.kit.chart import Cell, Chart, Numbers, drawn
from ecx.app.kit.words import count, listed
from ecx.figures.cycle_summary import Decision, Glance
from ecx.figures.deciding import deciding
from ecx.figures.vote_shares import shares


def shares_chart(glances: Sequence[Glance]) -> Chart:
    """Show the president's share of the electors against the share of the popular vote.

    Parameters
    ----------
    glances : sequence of Glance
        The cycles, earliest first.

    Returns
    -------
    Chart
        The figure, its sentence and its numbers.
    """
    voted = [glance for glance in glances if glance.popular is not None]
    inverted = [f"{glance.name} in {glance.label}" for glance in voted if glance.inverted]
    above = sum(glance.share > (glance.popular or 0) for glance in voted)
    return drawn(
        shares(voted),
        f"In {above} of {len(voted)} elections with a popular vote, the president's share of the "
        f"electors was larger than that of the votes. {count(len(inverted), 'president')} had "
        f"fewer popular votes than another candidate: {listed(inverted)}.",
        Numbers(
            ("Election", "President", "Share of votes, %", "Share of electors, %", "Most votes"),
            tuple(
                (
                    Cell(glance.label, glance.link),
                    glance.president,
                    f"{100 * (glance.popular or 0):.1f}",
                    f"{100 * glance.share:.1f}",
                    glance.leader,
                )
                for glance in voted
            ),
        ),
    )


def deciding_chart(glances: Sequence[Glance]) -> Chart:
    """Show the majority of each cycle, and who decided the election.

    Parameters
    ----------
    glances : sequence of Glance
        The cycles, earliest first.

    Returns
    -------
    Chart
        The figure, its sentence and its numbers.
    """
    ways = {
        Decision.HOUSE: "The House of Representatives chose the president in {}.",
        Decision.SENATE: "The Senate chose the vice president in {}.",
        Decision.COMMISSION: "An Electoral Commission settled which votes to count in {}.",
    }
    said = [
        sentence.format(listed([g.label for g in glances if g.decision is way]))
        for way, sentence in ways.items()
        if any(g.decision is way for g in glances)
    ]
    return drawn(
        deciding(glances),
        " ".join(["A majority is more than half of the electors appointed.", *said]),
        Numbers(
            ("Election", "President", "Votes", "Appointed", "Majority", "Settled by"),
            tuple(
                (
                    Cell(glance.label, glance.link),
                    glance.president,
                    glance.votes,
                    glance.appointed,
                    glance.majority,
                    glance.decision,
                )
                for glance in glances
            ),
        ),
    )
