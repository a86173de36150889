"""Questions for a class, with computed answers that are folded."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from markupsafe import Markup

from ecx.analysis.defections import defections
from ecx.app.kit.words import listed
from ecx.app.pages.faithless.record import appointed, broken, cases, changed, electors
from ecx.college.laws import Effect, Regime
from ecx.college.ledger import ledger
from ecx.college.meeting import meeting
from ecx.college.tally import tally
from ecx.opening import read_link, scenario
from ecx.record.elections import cycles, latest, presets

_THEN: Final = 2016
_NOW: Final = 2024


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
    found = defections(scenario(_THEN).as_pledged())
    counted = tally(scenario(_THEN).as_pledged())
    won, need = counted.president["trump"], counted.majority
    return Question(
        asked=f"In {_THEN}, as pledged, how many of Trump's electors had to leave him so that "
        "nobody had a majority? Why is one more needed to elect Clinton?",
        answer=f"{found.deny}: he had {won}, and a majority was {need}; with {found.deny} fewer "
        f"he has {won - (found.deny or 0)}. If those {found.tie} go over to Clinton, each has "
        f"{won - (found.tie or 0)}, a tie. She needs {need} herself: {found.elect} electors.",
    )


def _day() -> Question:
    then = meeting(_THEN)
    wednesday = then.day - timedelta(days=5)
    return Question(
        asked=f"On which day did the electors of {_THEN} meet, and why not all in one place?",
        answer=f"On {_date(then.day)}, by the rule of the time: {then.rule}. The second Wednesday "
        f"was the {wednesday.day}th. The Constitution has them meet in their own states and on "
        "one day. Hamilton gave the reason in The Federalist, No. 68: divided like that, they "
        "are less open to heat and to intrigue. Since the act of 2022 they meet "
        f"a day later in the week: on {_date(meeting(_NOW).day)}.",
    )


def _law() -> Question:
    then, now = (defections(scenario(cycle).as_pledged()) for cycle in (_THEN, _NOW))
    won, later = (tally(scenario(cycle).as_pledged()).president["trump"] for cycle in (_THEN, _NOW))
    return Question(
        asked="The counters say that the law of the day cancels some ballots. How many of Trump's "
        f"electors could not have left to any effect in {_THEN}, and how many in {_NOW}?",
        answer=f"In {_THEN} {won - then.available} of {won}; {then.available} could. In {_NOW} "
        f"{later - now.available} of {later}; {now.available} could. It takes {now.deny} to deny "
        f"him a majority in {_NOW}: the law alone does not make that impossible.",
    )


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
    void = sum(law.effect is Effect.VOID for law in nation.election.laws.values())
    kept = {entry.place for entry in ledger(nation) if entry.replaced}
    return Question(
        asked=f"Suppose that in {nation.cycle} every elector had voted for the winner of the "
        "popular vote. Under the law of the day, would she have had all the votes?",
        answer=f"No: {bound['clinton-h']}, and Trump {bound['trump']}. Ballots against the pledge "
        f"were cancelled in {void} places, and in {len(kept)} of them Trump had electors. Under "
        f"no law she would have had all {free['clinton-h']}.",
    )


def _often() -> Question:
    total = sum(broken().values())
    died = electors(case for case in cases() if "had died" in case.why)
    held = [cycle for cycle in cycles() if cycle <= latest()]
    return Question(
        asked="How often does it happen? And how often was it because a candidate had died?",
        answer=f"{total} of {appointed():,} electors, {100 * total / appointed():.1f} percent, in "
        f"{len(broken())} of {len(held)} elections. {died} of the {total} had lost their "
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
