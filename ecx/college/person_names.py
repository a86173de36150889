"""Which person of an election is meant by a name as people say it: "Al Gore", "TRUMP, Donald".

A name is read as given names and a surname. Case, accents, full stops and commas count for nothing,
middle names and "Jr." may be left out, a name may be an initial, and an everyday first name stands
for the names it is short for. A surname alone will do where one person of the election has it.
"""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

FirstNames = Mapping[str, Collection[str]]
"""The full first names that an everyday one is short for, in small letters: bill → william."""

_SUFFIXES: Final = frozenset({"jr", "sr", "i", "ii", "iii", "iv"})
_ALIKE: Final = 0.8
"""From which likeness on two surnames may be one, spelled in two ways."""


@dataclass(frozen=True, slots=True)
class PersonNames:
    """The persons of an election, by the names that people call them.

    Attributes
    ----------
    people : mapping of str to str
        Full names by person id.
    shorts : mapping of str to str
        Surnames by person id, where they are more than the last word of the name.
    first_names : mapping of str to collection of str
        The full first names that an everyday one is short for.

    Examples
    --------
    >>> people = {"gore": "Albert Gore Jr.", "bush": "George W. Bush"}
    >>> two = PersonNames(people, {}, {"al": ["albert"]})
    >>> [two.named(name) for name in ("GORE, jr", "George Bush", "Al Gore", "Albert Gorre")]
    ['gore', 'bush', 'gore', None]
    >>> two.near("Albert Gorre"), two.near("Jane Doe")
    (('gore',), ())
    """

    people: Mapping[str, str]
    shorts: Mapping[str, str]
    first_names: FirstNames

    def named(self, name: str) -> str | None:
        """Find the only person whom a name fits.

        Parameters
        ----------
        name : str
            As somebody typed it.

        Returns
        -------
        str or None
            The person's id; None where the name fits nobody, or several.
        """
        fits = self._fits(_words(name))
        return fits[0] if len(fits) == 1 else None

    def near(self, name: str) -> tuple[str, ...]:
        """List those who may be meant by a name that does not fit one person alone.

        Parameters
        ----------
        name : str
            As somebody typed it.

        Returns
        -------
        tuple of str
            Ids: of several whom it fits, or else of those whom it nearly fits.
        """
        typed = _words(name)
        fits = self._fits(typed)
        if len(fits) == 1:
            return ()
        nearly = (
            person for person, known in self._read() if _nearly_fits(typed, known, self.first_names)
        )
        return fits or tuple(nearly)

    def _fits(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        read = self._read()
        equal = tuple(person for person, known in read if known.all == typed)
        return equal or tuple(
            person for person, known in read if _fits(typed, known, self.first_names)
        )

    def _read(self) -> list[tuple[str, "_Name"]]:
        return [
            (person, _read(full, self.shorts.get(person, "")))
            for person, full in self.people.items()
        ]


@dataclass(frozen=True, slots=True)
class _Name:
    """A full name, taken apart into words of small letters."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    suffix: str

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.given, *self.surname, *filter(None, [self.suffix]))


@lru_cache(maxsize=2048)
def _words(name: str) -> tuple[str, ...]:
    """Split a name into words without case, accents and marks; the surname last."""
    first, comma, last = name.partition(",")
    if comma and last.split() and last.split()[0].strip(". ").casefold() not in _SUFFIXES:
        name = f"{last} {first}"  # Gore, Albert
    plain = unicodedata.normalize("NFKD", name.casefold())
    kept = "".join(
        " " if mark in '.,-"“”()' else mark for mark in plain if not unicodedata.combining(mark)
    )
    return tuple(kept.replace("’", "'").split())


@lru_cache(maxsize=2048)
def _read(full: str, short: str) -> _Name:
    words, suffix = _without_suffix(_words(full))
    surname = tuple(word for word in _words(short) if len(word) > 1)
    if not surname or words[-len(surname) :] != surname:
        surname = words[-1:]
    return _Name(words[: -len(surname)], surname, suffix)


def _without_suffix(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return words[:-1], words[-1]
    return words, ""


def _fits(typed: tuple[str, ...], known: _Name, first_names: FirstNames) -> bool:
    words, suffix = _without_suffix(typed)
    size = len(known.surname)
    if words[-size:] != known.surname or suffix not in ("", known.suffix):
        return False
    return _stands_in(words[:-size], known.given, first_names)


def _nearly_fits(typed: tuple[str, ...], known: _Name, first_names: FirstNames) -> bool:
    """Tell whether a name differs by its spelling, by a name in the middle, or by "Jr."."""
    words, suffix = _without_suffix(typed)
    size = len(known.surname)
    given, surname = words[:-size], words[-size:]
    if not _is_alike(" ".join(surname), " ".join(known.surname)):
        return False
    if not given:
        return bool(suffix) or surname != known.surname
    return any(
        _is_one(word, name, first_names) or _is_alike(word, name)
        for word in given
        for name in known.given
    )


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _stands_in(typed: tuple[str, ...], known: tuple[str, ...], first_names: FirstNames) -> bool:
    """Tell whether all given names that were typed are among those that are known, in order."""
    left = iter(known)
    return all(any(_is_one(word, name, first_names) for name in left) for word in typed)


def _is_one(word: str, name: str, first_names: FirstNames) -> bool:
    """Tell whether two given names can be one: alike, one an initial, one short for the other."""
    if word == name or (1 in (len(word), len(name)) and word[0] == name[0]):
        return True
    return not set(_meant(word, first_names)).isdisjoint(_meant(name, first_names))


def _meant(word: str, first_names: FirstNames) -> Iterator[str]:
    yield word
    yield from first_names.get(word, ())
