"""The catalogue: what is marked is found, and shown in another language."""

import subprocess
import sys
from pathlib import Path

import pytest

from ecx.say import LanguageError, phrase, read_catalogue
from serving import environment

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the catalogue of a language that nobody speaks."""
    path = tmp_path_factory.mktemp("say") / "pseudo.mo"
    program = (
        "from pathlib import Path; from words.catalogue import write_pseudo\n"
        f"write_pseudo(Path({str(path)!r}))"
    )
    run(program, PYTHONPATH=f"{TOP}:{TOP / 'scripts'}")
    return path


def run(program: str, **variables: str) -> str:
    """Run a program in an interpreter of its own; what it prints."""
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**environment(), **variables},
    )
    return done.stdout


def test_a_sentence_is_shown_in_the_language_that_is_asked_for(pseudo: Path) -> None:
    program = (
        "from ecx.say import _, n_; from ecx.say.paragraphs import translated\n"
        "print(_('Blank map')); print(translated('# 60 presidential elections\\n\\n\\n'), end='|')"
    )
    said = run(program, ECX_LANGUAGE=str(pseudo))
    assert said == "Bļáňķ máp\n# 60 přéšíďéňťíáļ éļéčťíóňš\n\n\n|"


def test_numbers_have_their_own_forms(pseudo: Path) -> None:
    catalogue = read_catalogue(str(pseudo))
    one, many = "{number} elector", "{number} electors"
    assert [catalogue.ngettext(one, many, k) for k in (1, 2)] == [
        "{number} éļéčťóř",
        "{number} éļéčťóřš",
    ]


def test_english_needs_no_catalogue_and_an_unknown_language_is_named() -> None:
    assert read_catalogue("").gettext("Undo") == phrase("Undo") == "Undo"
    with pytest.raises(LanguageError, match="no catalogue for 'xx'; there are: en"):
        read_catalogue("xx")


def test_the_catalogue_holds_what_pages_say_today() -> None:
    program = (
        "from words.catalogue import TEMPLATE, gathered, written\n"
        "print(written(gathered()) == TEMPLATE.read_text('utf-8'))"
    )
    fresh = run(program, PYTHONPATH=f"{TOP}:{TOP / 'scripts'}")
    assert fresh == "True\n", "run make words"
