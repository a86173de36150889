"""Names that are written in: text, limited, and the same after a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecx.college.names import tidy
from ecx.college.write_ins import LONGEST, escaped, is_write_in, unescaped, write_in, written_name
from ecx.say.errors import BallotError

names = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=20
).filter(lambda name: any(character.isalpha() for character in tidy(name)))


@given(names)
def test_a_name_survives_a_link(name: str) -> None:
    person = write_in(name)
    assert is_write_in(person)
    assert unescaped(escaped(written_name(person))) == written_name(person)


@given(names)
def test_a_name_in_a_link_needs_no_escaping_and_holds_none_of_its_separators(name: str) -> None:
    assert set(escaped(name)) <= set("~_.-") | set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    )


@given(names)
def test_writing_a_name_in_twice_changes_nothing(name: str) -> None:
    assert write_in(written_name(write_in(name))) == write_in(name)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "is not a name"),
        ("  \t ", "is not a name"),
        ("12 34", "is not a name"),
        ("x" * (LONGEST + 1), f"A name may have {LONGEST}"),
        ("Jane\x00Doe", "can’t be seen"),
        ("Jane\ue000Doe", "can’t be seen"),
        ("Jane\U000e1000Doe", "can’t be seen"),
        ("a" + "\u0316\u0300" * 500_000, f"A name may have {LONGEST}"),
    ],
)
def test_what_is_no_name_is_refused_with_the_mend(name: str, problem: str) -> None:
    with pytest.raises(BallotError, match=problem):
        write_in(name)


def test_markup_is_a_name_like_another() -> None:
    assert write_in("<b>Jane</b>") == "~<b>Jane</b>"
