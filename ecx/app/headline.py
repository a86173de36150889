"""The headline: who is elected, in words, with the votes of others and broken pledges."""

from markupsafe import Markup

from ecx.app import words
from ecx.app.pane import Pane
from ecx.app.state import Screen


class Headline(Pane):
    """Says the outcome for both offices, and what the bar of totals cannot show."""

    def view(self, screen: Screen) -> Markup:
        """Render the sentences."""
        return Markup('<p class="page-outcome">{}</p><p class="page-aside">{} {}</p>').format(
            words.headline(screen), words.second_line(screen), _faithless(screen)
        )


def _faithless(screen: Screen) -> str:
    """Say how many electors broke their pledge, and for whom."""
    election = screen.scenario.election
    broken = screen.ledger.faithless
    if not broken:
        return ""
    tickets = {
        ticket.president
        for ticket in election.tickets.values()
        if ticket.id in screen.tally.pledged
    }
    others = {p: n for p, n in screen.tally.president.items() if p not in tickets}
    votes = [f"{words.short(election, person)} {won}" for person, won in others.items()]
    if screen.tally.blank:
        votes.append(words.count(screen.tally.blank, "blank ballot"))
    listed = f" ({', '.join(votes)})" if votes else ""
    verb = "breaks its" if len(broken) == 1 else "break their"
    return f"{words.count(len(broken), 'elector')} {verb} pledge{listed}."
