"""Names: what cannot be seen of one is no part of it, and what looks alike is alike."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import ecx
from ecx.college.names import is_written, tidy
from ecx.college.write_ins import write_in
from ecx.say.errors import BallotError

BLANKS = (
    "\u3164", "\u115f", "\u1160", "\uffa0", "\u2800",  # fillers, a braille pattern of no dots
    "\u200b", "\u2060", "\ufeff", "\u00ad", "\u200c", "\u200d",  # of no width
    "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u061c",  # of direction
    "\ufe0e", "\ufe0f", "\u180b", "\U000e0100", "\U000e01ef",  # variants of glyphs
    "\U000e0001", "\U000e0041", "\U000e007f", "\u034f", "\u17b4", "\U0001d159", "\ufffb",
)  # fmt: skip
UNWRITTEN = ("\ue000", "\U000f0000", "\u0378", "\x07", "\ud800")

blank = st.text(st.sampled_from(BLANKS), min_size=1, max_size=4)
anything = st.text(st.characters(exclude_categories=()), max_size=12)
marked = st.text(
    st.sampled_from([*BLANKS, *"aé ", "\u0301", "\u0316", "क", "\u094d", "\u0dd9", "\u0dca", "ش"]),
    max_size=12,
)


@given(blank | st.text(st.sampled_from([*BLANKS, *UNWRITTEN, " ", "\u3000"]), max_size=6))
def test_a_name_of_which_nothing_is_seen_is_none(name: str) -> None:
    with pytest.raises(BallotError, match=r"is not a name\. A name has letters"):
        write_in(name)


@pytest.mark.parametrize("character", BLANKS)
def test_what_cannot_be_seen_makes_no_other_person(character: str) -> None:
    assert write_in(f"{character}Jane{character} {character}D{character}oe") == "~Jane Doe"


@pytest.mark.parametrize("character", UNWRITTEN)
def test_what_nobody_writes_is_refused_within_a_name(character: str) -> None:
    with pytest.raises(BallotError, match="characters that can’t be seen"):
        write_in(f"Jane{character} Doe")


@given(anything | marked)
@example("\u0dd9\u0dca\u200d")  # a joiner that joins no more when the signs before it are one
def test_a_tidy_name_is_tidy_and_in_one_form(name: str) -> None:
    seen = tidy(name)
    assert tidy(seen) == seen == unicodedata.normalize("NFC", seen) == seen.strip()
    assert not set(seen) & ({*BLANKS} - {"\u200c", "\u200d"})


@given(st.text(st.characters(categories=("L", "Mn", "Zs")), min_size=1, max_size=12), blank)
def test_names_that_look_alike_are_one_in_a_link(name: str, unseen: str) -> None:
    try:
        person = write_in(name)
    except BallotError:
        return
    for form in ("NFC", "NFD"):
        assert write_in(unicodedata.normalize(form, unseen + name)) == person


@pytest.mark.parametrize(
    "name",
    [
        "مهدی پیام\u200cنگار",  # noqa: RUF001 - Persian parts letters that would join
        "ශ\u0dca\u200dරී",  # Sinhala joins them
        "क\u094d\u200dष",  # Hindi chooses how
        "O’Neill", "Đặng", "李", "Œ.-É.", "ʻOkina",  # noqa: RUF001 - not those of ASCII
    ],
)  # fmt: skip
def test_real_names_stay_as_they_are_written(name: str) -> None:
    name = unicodedata.normalize("NFC", name)
    assert tidy(name) == name
    assert all(map(is_written, name))


def test_a_link_with_a_name_that_cannot_be_seen_says_so() -> None:
    found = ecx.read_query("?cycle=2016&cast=TX.1:~~E3~85~A4,TX.2:~Jane~E2~80~8B_Doe")
    assert found.scenario == ecx.scenario(2016).cast("TX.2", president="~Jane Doe")
    [problem] = found.problems
    assert "is not a name. A name has letters, such as Jane Doe" in problem


def test_the_code_of_a_state_that_joins_has_letters_that_can_be_seen() -> None:
    for code in ("P\u200bR", "PR\u3164", "\u3164\u3164", "ＰＲ"):  # noqa: RUF001 - wide letters
        with pytest.raises(ecx.EcxError, match=r"is not a code\. Use two or three capital letters"):
            ecx.scenario(2016).with_house(ecx.HouseRules(added=(ecx.Addition(code, 3_285_874),)))
