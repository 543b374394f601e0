"""What single words say of an actor: its kind, number and gender. The words stand in `lists/`, one file a question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from reportedly.reading.wordlists import entries_of
from reportedly.records import ActorKind

Gender = Literal["m", "f"]

_FILES: tuple[tuple[str, ActorKind], ...] = (  # the first that has a word decides its kind
    ("person_nouns", "person"),
    ("document_nouns", "document"),
    ("organisation_nouns", "organisation"),
    ("outlet_nouns", "outlet"),
    ("group_nouns", "group"),
)
_IRREGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "staff": "staff",
    "police": "police",
}
_AGENT = ("man", "woman", "person", "ist", "eer", "ier", "ologist", "ographer", "crat", "ian", "er", "or", "ant")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a noun calls: `word` in the singular, and the marks that its list gives it."""

    word: str
    kind: ActorKind
    plural: bool = False
    gender: Gender | None = None
    marks: frozenset[str] = frozenset()

    @property
    def speaks(self) -> bool:
        """Whether whoever is called so speaks for somebody else."""
        return "speaks" in self.marks


@lru_cache(maxsize=16_384)
def noun(word: str) -> Noun | None:
    """The noun that this word is, in singular or plural, written in any case; None when no list has it."""
    lists = _nouns()
    low = word.lower().strip(".")
    for single, plural in ((low, False), *((one, True) for one in _singulars(low))):
        if found := lists.get(single):
            many = plural or (found.kind == "group" and not found.marks >= {"one"})
            return Noun(single, found.kind, many, found.gender, found.marks)
    if "-" in low:  # "ex-minister", "vice-chair", "padlock-maker"
        last = low.rpartition("-")[2]
        found = noun(last)
        return agent_noun(last) if found is not None and found.kind == "organisation" else found
    return None


_NO_AGENTS = frozenset(["cluster", "matter", "number", "order", "paper", "power", "quarter", "trigger", "winter"])


def agent_noun(word: str) -> Noun | None:
    """A noun that no list has but that ends as words for people do ("haulier", "archivists")."""
    low = word.lower()
    single = low[:-1] if low.endswith("s") and not low.endswith("ss") else low
    if len(single) > 8 and single.endswith("maker") and single.isalpha():  # "planemaker"; the lists have who are people
        return Noun(single, "organisation", single != low, None, frozenset(("vague",)))
    if len(single) > 4 and single.isalpha() and single.endswith(_AGENT) and single not in _NO_AGENTS:
        gender: Gender | None = "f" if single.endswith("woman") else "m" if single.endswith("man") else None
        return Noun(single, "person", single != low, gender)
    return None


def honorific(word: str) -> Gender | Literal[""] | None:
    """The gender that a title such as "Mr" shows, "" for one that shows none, None when the word is no such title."""
    return _titles().get(word.lower().rstrip("."))


def gender_of(first_name: str) -> Gender | None:
    """He or she, for whoever has this first name; None when the lists do not know."""
    return _first_names().get(first_name.lower())


def is_first_name(word: str) -> bool:
    """Whether somebody can have this first name, be it he or she ("Drew")."""
    return gender_of(word) is not None or word.lower() in _names_of_both()


def look_of(first_name: str) -> float:
    """Above 0 for a first name that looks like hers by its ending, below for his; 0 when that says nothing."""
    low = first_name.lower()
    if low.endswith(("a", "ine", "elle", "ette", "ie", "ys", "een", "ild", "ette", "yn")):
        return 1.0
    return -1.0 if low.endswith(("o", "us", "er", "im", "an", "ard", "or", "ek", "av", "ik", "el", "is", "on")) else 0.0


def akin(one: str, other: str) -> bool:
    """Whether an article may call the bearer of one role by the other ("president", "leader")."""
    return one == other or other in _synonyms().get(one, ())


def others_for(word: str) -> frozenset[str]:
    """The other nouns that may stand for this one ("office" for "ministry")."""
    return _synonyms().get(word, frozenset()) - {word}


@cache
def small_words(row: str) -> tuple[str, ...]:
    """The small words of this row, in order ("cut": those that end the core of a mention)."""
    return next(tuple(words) for name, *words in map(str.split, entries_of("small_words.txt")) if name == row)


def qualifies(word: str) -> bool:
    """Whether a capitalised word is an adjective, a month or a day, which names nobody ("Recent polling", "June")."""
    return word.lower() in _before_nouns()


@cache
def _before_nouns() -> frozenset[str]:
    return frozenset(small_words("before_noun"))


def outlet_word(word: str) -> bool:
    """Whether the word shows, inside a name, that it names an outlet ("Gazette", "Wikinews")."""
    low = word.lower()
    return low in _outlet_words() or (low.endswith("news") and len(low) > 5)


def country(name: str) -> str | None:
    """The usual name of the country that is called so: by name, by what belongs to it or by its capital."""
    return _countries().get(name)


def home_of(word: str) -> str | None:
    """The country of one who is called so ("Spaniard", "Brazilian", "Israeli"); None for words for several."""
    if (home := _nationals().get(word)) is not None:
        return country(home)
    home = country(word)
    single = word.endswith(("an", "i")) and home != word and home != country("EU")
    return home if single else None


def known_kind(name: str) -> ActorKind | None:
    """What a body or place is that news names without a word for its kind ("Pfizer", "ISIS", "Ohio")."""
    return _known_names().get(name.removeprefix("the ").removeprefix("The "))


@cache
def _nationals() -> dict[str, str]:
    rows = (line.split() for line in entries_of("nationals.txt"))
    return {word: home for home, *words in rows for word in words}


@cache
def _known_names() -> dict[str, ActorKind]:
    kinds: dict[str, ActorKind] = {kind: kind for kind in ("organisation", "outlet", "government", "place")}
    rows = (line.split(" | ") for line in entries_of("known_names.txt"))
    return {name: kinds[kind] for kind, names in rows for name in names.split("/")}


@cache
def _nouns() -> dict[str, Noun]:
    found: dict[str, Noun] = {}
    for name, kind in _FILES:
        for line in entries_of(f"{name}.txt"):
            word, *marks = line.split()
            gender: Gender | None = "m" if "m" in marks else "f" if "f" in marks else None
            if word in found:  # "agency" is an outlet and an organisation: it can re-mention either
                old = found[word]
                found[word] = Noun(word, old.kind, False, old.gender, old.marks | {*marks, kind})
            else:
                found[word] = Noun(
                    word, "government" if "government" in marks else kind, False, gender, frozenset(marks)
                )
    return found


def _singulars(word: str) -> list[str]:
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    ways = []
    if word.endswith("ies"):
        ways.append(word[:-3] + "y")
    if word.endswith("men"):
        ways.append(word[:-3] + "man")
    if word.endswith("es"):
        ways.append(word[:-2])
    if word.endswith("s"):
        ways.append(word[:-1])
    if "-" in word:  # "secretaries-general"
        first, _, rest = word.partition("-")
        ways += [f"{one}-{rest}" for one in _singulars(first)]
    return ways


@cache
def _titles() -> dict[str, Gender | Literal[""]]:
    gender: dict[str, Gender | Literal[""]] = {"m": "m", "f": "f", "": ""}
    return {line.split()[0]: gender[line.split()[1] if " " in line else ""] for line in entries_of("titles.txt")}


@cache
def _first_names() -> dict[str, Gender]:
    gender: dict[str, Gender] = {"m": "m", "f": "f"}
    rows = {line[0]: set(line[2:].split()) for line in entries_of("first_names.txt")}
    both = rows["m"] & rows["f"]
    more = {name: gender[line[0]] for line in entries_of("more_first_names.txt") for name in line[2:].split()}
    known = more | {name: gender[mark] for mark, names in rows.items() for name in names}
    return {name: mark for name, mark in known.items() if name not in both}


@cache
def _names_of_both() -> frozenset[str]:
    rows = [frozenset(line[2:].split()) for line in entries_of("first_names.txt")]
    return rows[0] & rows[1]


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in entries_of("synonyms.txt"):
        words = frozenset(line.split())
        for word in words:
            found[word] = found.get(word, frozenset()) | words
    return found


@cache
def _outlet_words() -> frozenset[str]:
    return frozenset(word for line in entries_of("outlet_words.txt") for word in line.split())


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in entries_of("countries.txt"):
        names, adjectives, seats = ([part for part in cell.strip().split("/") if part] for cell in line.split("|"))
        for name in (*names, *adjectives, *seats):
            found.setdefault(name, names[0])
    return found
