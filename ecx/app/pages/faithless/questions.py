"""Questions for a class, with computed answers that are folded."""

from datetime import timedelta
from typing import NamedTuple

from markupsafe import Markup

from ecx.analysis.defections import Defections, defections
from ecx.app.kit.words import listed, short, weekday_words
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
from ecx.say import _


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
    item = Markup("<li><p>{}</p><details><summary>{}</summary><p>{}</p></details></li>")
    items = Markup("").join(
        item.format(one.asked, _("See an answer"), one.answer) for one in asked_and_answered()
    )
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
    (first, won), (second, _votes), *_others = totals.president.items()
    leader, rival = short(pledged.election, first), short(pledged.election, second)
    return Question(
        asked=_(
            "In {year}, as pledged, how many of {leader}’s electors had to switch so that nobody "
            "had a majority? Why does it take one more to elect {rival}?"
        ).format(year=LESSON, leader=leader, rival=rival),
        answer=_(
            "{deny}. {leader} had {won} electors, and a majority was {need}. With {deny} fewer, it "
            "is {left}. If {tie} electors switch to {rival}, each has {even}: a tie. {rival} needs "
            "{need}, so it takes {elect}."
        ).format(
            deny=found.deny,
            leader=leader,
            won=won,
            need=totals.majority,
            left=won - (found.deny or 0),
            tie=found.tie,
            rival=rival,
            even=won - (found.tie or 0),
            elect=found.elect,
        ),
    )


def _day() -> Question:
    then, now = meeting(LESSON).day, meeting(latest()).day
    return Question(
        asked=_("On which day did the electors of {year} meet? Why not all in one place?").format(
            year=LESSON
        ),
        answer=_(
            "They met on {day}. By the law of the time, it was the Monday after the second "
            "Wednesday in December, which was {wednesday}. The Constitution says that electors "
            "meet in their own states, all on one day. Alexander Hamilton gave the reason in The "
            "Federalist, No. 68. Apart from each other, they are harder to stir up or to trick. A "
            "law of 2022 moved the meeting to Tuesday. In {last}, it was {later}."
        ).format(
            day=weekday_words(then),
            wednesday=weekday_words(then - timedelta(days=5)),
            last=latest(),
            later=weekday_words(now),
        ),
    )


def _law() -> Question:
    last = latest()
    now = defections(scenario(last).as_pledged())
    alone = (
        _("It takes {deny} to leave {year} without a majority. So the law alone does not stop it.")
        if now.possible(now.deny)
        else _("It takes {deny} to leave {year} without a majority. So the law alone stops it.")
    )
    return Question(
        asked=_(
            "The law cancels some faithless votes. How many of the winner’s electors had no real "
            "way to switch in {first}? In {last}?"
        ).format(first=LESSON, last=last),
        answer=" ".join((_bound(LESSON), _bound(last), alone.format(deny=now.deny, year=last))),
    )


def _bound(cycle: int) -> str:
    """Say how many of the winner's electors the law of the day held to their pledge."""
    pledged = scenario(cycle).as_pledged()
    counted = Counted(pledged)
    leader, won = next(iter(counted.tally.president.items()))
    free = Defections.of(counted).available
    return _(
        "In {year}, {name} had {won} electors. {bound} had no real way to switch, and {free} could."
    ).format(year=cycle, name=short(pledged.election, leader), won=won, bound=won - free, free=free)


def _blank() -> Question:
    cast = tally(scenario(2000))
    voted = sum(cast.president.values())
    return Question(
        asked=_("In 2000, one elector left the ballot blank. Did that change the majority?"),
        answer=_(
            "No. There were {appointed} electors, and {voted} voted. A majority is more than half "
            "of all electors: {majority}, as before. If only those who voted counted, it would be "
            "{less}."
        ).format(
            appointed=cast.appointed, voted=voted, majority=cast.majority, less=voted // 2 + 1
        ),
    )


def _changed() -> Question:
    cast, faithful = tally(scenario(1836)), tally(scenario(1836).as_pledged())
    return Question(
        asked=_("Did faithless electors ever change who won?"),
        answer=_(
            "Never for president. In {years}, the 23 electors of Virginia did not vote for Johnson "
            "for vice president. He got {had} votes and needed {need}. With theirs he would have "
            "had {faithful}. The Senate chose him anyway. In 1796, eighteen electors gave their "
            "second vote to someone else. With those votes, Pinckney would have been president. "
            "But no pledge covered a second vote."
        ).format(
            years=listed([str(cycle) for cycle, _office in changed()]),
            had=cast.vice_president["johnson-rm"],
            need=cast.majority,
            faithful=faithful.vice_president["johnson-rm"],
        ),
    )


def _nation() -> Question:
    query = next(one.query for one in presets() if one.key == "as-the-nation")
    nation = read_link(query)
    bound, free = (tally(nation.under(regime)).president for regime in (Regime.DAY, Regime.FREE))
    (winner, _votes), (other, _fewer), *_others = nation.election.popular.ranking
    void = sum(law.effect is Effect.VOID for law in nation.election.laws.values())
    kept = {entry.place for entry in ledger(nation) if entry.replaced}
    return Question(
        asked=_(
            "Suppose that in {year} every elector had voted for {winner}, who won the popular "
            "vote. Under the law of the day, would {winner} have had all the votes?"
        ).format(year=nation.cycle, winner=short(nation.election, winner)),
        answer=_(
            "No. {void} states canceled a faithless vote. {other} won {kept} of them, with "
            "{other_votes} electors, so those votes stay with {other}: {winner_votes} to "
            "{other_votes}. Under no law, {winner} would have had all {all}."
        ).format(
            void=void,
            other=short(nation.election, other),
            kept=len(kept),
            other_votes=bound[other],
            winner_votes=bound[winner],
            winner=short(nation.election, winner),
            all=free[winner],
        ),
    )


def _often() -> Question:
    total = sum(broken().values())
    died = electors_in(case for case in cases() if "had died" in case.why)
    return Question(
        asked=_(
            "How often do electors break their pledge? How often was it because a candidate had "
            "died?"
        ),
        answer=_(
            "{total} of {appointed} electors did, which is {share} percent. It happened in "
            "{elections} of {all} elections. {died} of the {total} had lost their candidate. In "
            "1872 it was the candidate for president, and in 1912 the one for vice president."
        ).format(
            total=total,
            appointed=f"{appointed():,}",
            share=f"{100 * total / appointed():.1f}",
            elections=len(broken()),
            all=len(held()),
            died=died,
        ),
    )


def _opinion() -> Question:
    return Question(
        asked=_(
            "Should electors be free to vote as they think right? Find two reasons for each side."
        ),
        answer=_(
            "There is no one answer. For freedom: the Constitution says that electors vote by "
            "ballot. And before they meet, there may be news, or a candidate may die. For the "
            "pledge: people vote for a candidate, and most never read the electors’ names. And "
            "without it, nobody would know the result in November. Which reason matters most to "
            "you? What could change your mind?"
        ),
    )
