"""Questions for a class, with computed answers that are folded."""

from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from ecx.analysis.defections import Defections, defections
from ecx.app.kit.words import listed, short
from ecx.app.pages.faithless.known_cases import (
    LESSON,
    appointed,
    broken,
    cases,
    changed,
    electors_in,
)
from ecx.college.counted import Counted
from ecx.college.laws import Effect, Regime
from ecx.college.ledger import ledger
from ecx.college.meeting import meeting
from ecx.college.tally import tally
from ecx.record.elections import held, latest
from ecx.record.opening import read_link, scenario
from ecx.record.presets import presets


class Question(NamedTuple):
    """A question for a class.

    Attributes
    ----------
    asked : str
        The question.
    answer : str
        An answer to it, whose numbers are computed from the record.
    """

    asked: str
    answer: str


def questions() -> Markup:
    """Render the questions, each with a folded answer.

    Returns
    -------
    markupsafe.Markup
        A numbered list.
    """
    item = Markup("<li><p>{}</p><details><summary>An answer</summary><p>{}</p></details></li>")
    items = Markup("").join(item.format(one.asked, one.answer) for one in asked_and_answered())
    return Markup('<ol class="lesson-questions">{}</ol>').format(items)


def asked_and_answered() -> tuple[Question, ...]:
    """List the questions with their answers.

    Returns
    -------
    tuple of Question
        In the order of the lesson.

    Examples
    --------
    >>> "37" in asked_and_answered()[0].answer
    True
    """
    return (_leave(), _day(), _law(), _blank(), _changed(), _nation(), _often(), _opinion())


def _leave() -> Question:
    pledged = scenario(LESSON).as_pledged()
    counted = Counted(pledged)
    found, totals = Defections.of(counted), counted.tally
    (leader, won), (rival, _), *_ = totals.president.items()
    ahead, behind = (short(pledged.election, person) for person in (leader, rival))
    need = totals.majority
    return Question(
        asked=f"In {LESSON}, as pledged, how many of {ahead}'s electors had to leave him so that "
        f"nobody had a majority? Why is one more needed to elect {behind}?",
        answer=f"{found.deny}: he had {won}, and a majority was {need}; with {found.deny} fewer "
        f"he has {won - (found.deny or 0)}. If those {found.tie} go over to {behind}, each has "
        f"{won - (found.tie or 0)}, a tie. She needs {need} herself: {found.elect} electors.",
    )


def _day() -> Question:
    then = meeting(LESSON)
    wednesday = then.day - timedelta(days=5)
    return Question(
        asked=f"On which day did the electors of {LESSON} meet, and why not all in one place?",
        answer=f"On {_date(then.day)}, by the rule of the time: {then.rule}. The second Wednesday "
        f"was the {wednesday.day}th. The Constitution has them meet in their own states and on "
        "one day. Hamilton gave the reason in The Federalist, No. 68: divided like that, they "
        "are less open to heat and to intrigue. Since the act of 2022 they meet "
        f"a day later in the week: on {_date(meeting(latest()).day)}.",
    )


def _law() -> Question:
    last = latest()
    now = defections(scenario(last).as_pledged())
    alone = "does not make" if now.possible(now.deny) else "makes"
    return Question(
        asked="The counters say that the law of the day cancels some ballots. How many of the "
        f"winner's electors could not have left to any effect in {LESSON}, and how many in {last}?",
        answer=f"{_bound(LESSON)} {_bound(last)} It takes {now.deny} to deny a majority in {last}: "
        f"the law alone {alone} that impossible.",
    )


def _bound(cycle: int) -> str:
    """Say how many of the winner's electors the law of the day held to their pledge."""
    pledged = scenario(cycle).as_pledged()
    counted = Counted(pledged)
    leader, won = next(iter(counted.tally.president.items()))
    free = Defections.of(counted).available
    whose = short(pledged.election, leader)
    return f"For {whose} in {cycle} it was {won - free} of {won}; {free} could."


def _blank() -> Question:
    cast = tally(scenario(2000))
    voted = sum(cast.president.values())
    return Question(
        asked="In 2000 one elector left the ballot blank. Was a majority smaller for that?",
        answer=f"No. {cast.appointed} electors were appointed and {voted} voted, but a majority "
        f"is of those appointed: {cast.majority}, as before. If it were of those who voted, it "
        f"would be {voted // 2 + 1}.",
    )


def _changed() -> Question:
    cast, faithful = tally(scenario(1836)), tally(scenario(1836).as_pledged())
    return Question(
        asked="Did electors who broke their pledge ever change who was elected?",
        answer=f"Not who is president. In {listed([str(cycle) for cycle, _ in changed()])} the 23 "
        f"of Virginia left Johnson with {cast.vice_president['johnson-rm']} votes for vice "
        f"president, where {cast.majority} were needed; with theirs he would have had "
        f"{faithful.vice_president['johnson-rm']}. The Senate chose him all the same. It is "
        "another matter with the eighteen of 1796: had they given their second votes to "
        "Pinckney, he would have been president, but no pledge bound a second vote.",
    )


def _nation() -> Question:
    query = next(one.query for one in presets() if one.key == "as-the-nation")
    nation = read_link(query)
    bound, free = (tally(nation.under(regime)).president for regime in (Regime.DAY, Regime.FREE))
    (winner, _), (other, _), *_ = nation.election.popular.ranking
    void = sum(law.effect is Effect.VOID for law in nation.election.laws.values())
    kept = {entry.place for entry in ledger(nation) if entry.replaced}
    return Question(
        asked=f"Suppose that in {nation.cycle} every elector had voted for the winner of the "
        "popular vote. Under the law of the day, would she have had all the votes?",
        answer=f"No: {bound[winner]}, and {short(nation.election, other)} {bound[other]}. Ballots "
        f"against the pledge were cancelled in {void} places, and in {len(kept)} of them "
        f"{short(nation.election, other)} had electors. Under no law she would have had all "
        f"{free[winner]}.",
    )


def _often() -> Question:
    total = sum(broken().values())
    died = electors_in(case for case in cases() if "had died" in case.why)
    return Question(
        asked="How often does it happen? And how often was it because a candidate had died?",
        answer=f"{total} of {appointed():,} electors, {100 * total / appointed():.1f} percent, in "
        f"{len(broken())} of {len(held())} elections. {died} of the {total} had lost their "
        "candidate: in 1872 for president, in 1912 for vice president.",
    )


def _opinion() -> Question:
    return Question(
        asked="Should electors be free to vote as they think right? Find two reasons for each "
        "side.",
        answer="There is no one answer. For freedom: the Constitution speaks of electors who vote "
        "by ballot; and something may come to light, or a candidate may die, before they meet. "
        "For the pledge: people vote for a ticket, and most never read the electors' names; and "
        "without it nobody could know the result in November. Say which reason weighs most for "
        "you, and what could change your mind.",
    )


def _date(day: date) -> str:
    return f"{day:%A}, {day.day} {day:%B %Y}"
