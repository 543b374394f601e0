"""Faker's first names -> src/reportedly/reading/lists/more_first_names.txt: those that tell whether he or she.

    python -m training.first_names            # needs Faker, which no other part does: pip install faker

A name is kept where at least four times as many of Faker's languages give it to one sex as to the other. Left out are
words that ../shared/polnear/train.jsonl and ../shared/training/real also write in lower case, names that stand there
mostly behind "in", "at" or "from", surnames of English speakers, and the words of the other lists. Cyrillic names are
written in Latin letters, and names with accents without them too.
"""

from __future__ import annotations

import json
import pkgutil
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evaluation.corpora import SHARED
from reportedly.reading.cast.nouns import country, honorific, noun, outlet_word
from reportedly.reading.wordlists import entries_of

TARGET = Path(__file__).parent.parent / "src/reportedly/reading/lists/more_first_names.txt"
HEAD = Path(__file__).parent / "first_names_head.txt"
SURE = 4  # times as many languages for one sex as for the other
PLACE = 0.4  # share of a name's occurrences behind "in" and the like from which it is a place's
_NAME = re.compile(r"[a-zà-žșțı’'-]{3,}")
_LISTS = ("first_names_{}", "first_name_{}", "{}_first_names", "first_romanized_name_{}s", "first_{}_romanized_names")
_CYRILLIC = (
    "а:a б:b в:v г:g д:d е:e ё:e є:ye ж:zh з:z и:i і:i ї:yi й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts "
    "ч:ch ш:sh щ:shch ы:y э:e ю:yu я:ya ґ:g ь: ъ:"
)
_LATIN = str.maketrans(dict(pair.split(":") for pair in _CYRILLIC.split()))
_UKRAINIAN = _LATIN | str.maketrans({"г": "h", "и": "y"})
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "þ": "th", "ð": "d"})
_WORD = re.compile(r"(?<![\w’'-])[a-zà-ž]{3,}(?![\w-])")
_CAPITAL = re.compile(r"(?<!\w)(\w+) ([A-Z][a-zà-ž]{2,})(?![\w-])")
_TOWARDS = frozenset(("in", "at", "from", "near", "into", "across", "the", "outside", "to"))
_PLACES = (  # states, streets and saints that the texts do not show as such
    "anselm coral dayton drury essex indiana isis kara latin lord madison nova pershing polk ramadan reno rio royal "
    "saint san santa tennessee vander vigo"
)


def main() -> None:
    """Writes the list."""
    names = {name: sex for name, sex in sorted(known().items()) if name not in _PLACES.split()}
    plain: dict[str, set[str]] = defaultdict(set)
    for name in names:
        plain[without_accents(name)].add(names[name])
    names |= {name: sexes.pop() for name, sexes in plain.items() if name not in names and len(sexes) == 1}
    old = {word for line in entries_of("first_names.txt") for word in line[2:].split()}
    rows = [f"{sex} {' '.join(n for n in sorted(names) if names[n] == sex and n not in old)}" for sex in "mf"]
    head = HEAD.read_text(encoding="utf-8").format(version=version("faker"))
    TARGET.write_text("\n".join([head.rstrip("\n"), *rows, ""]), encoding="utf-8")
    print(f"{len(names)} names")


def known() -> dict[str, str]:
    """The names that tell, each with m or f."""
    languages: dict[str, dict[str, set[str]]] = {"m": defaultdict(set), "f": defaultdict(set)}
    surnames: set[str] = set()
    for language, provider in providers():
        for sex, word in (("m", "male"), ("f", "female")):
            for name in (name for form in _LISTS for name in names_of(provider, form.format(word))):
                languages[sex][name].add(language)
        surnames |= {*names_of(provider, "last_names")}
    found = {}
    for name in languages["m"].keys() | languages["f"].keys():
        his, hers = languages["m"][name], languages["f"][name]
        english = all(language.startswith("en") for language in his | hers)
        told = _sex(his, hers)
        if told is not None and not (english and name in surnames) and not _is_word(name):
            found[name] = told
    return found


def providers() -> Iterator[tuple[str, Any]]:
    """Faker's names, language by language."""
    people = import_module("faker.providers.person")
    for found in pkgutil.iter_modules(people.__path__):
        yield found.name, import_module(f"faker.providers.person.{found.name}").Provider


def names_of(provider: Any, attribute: str) -> Iterator[str]:
    """The names that a provider has under this attribute, in small Latin letters, each way in which papers write it."""
    found = getattr(provider, attribute, None) or ()
    for name in () if callable(found) else found:
        ways = {name.strip().lower().translate(way) for way in (_LATIN, _UKRAINIAN)} if isinstance(name, str) else set()
        ways |= {f"{way[:-2]}{end}" for way in ways if way.endswith(("iy", "yy")) for end in ("y", "i")}
        yield from sorted(way for way in ways if _NAME.fullmatch(way))


def without_accents(name: str) -> str:
    """The name as English papers often print it."""
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(c for c in letters if not unicodedata.combining(c))


def _sex(his: set[str], hers: set[str]) -> str | None:
    m, f = len(his - hers), len(hers - his)
    return "m" if m and m >= SURE * f else "f" if f and f >= SURE * m else None


def _is_word(name: str) -> bool:
    listed = noun(name) or country(name.title()) or outlet_word(name) or honorific(name) is not None
    return bool(listed) or name in _words()


@cache
def _words() -> frozenset[str]:
    """The words that the texts show to be nobody's name, or a place's."""
    small, capital, behind = Counter[str](), Counter[str](), Counter[str]()
    for text in _texts():
        small.update(_WORD.findall(text))
        for before, word in _CAPITAL.findall(text):
            capital[word.lower()] += 1
            behind[word.lower()] += before.lower() in _TOWARDS
    places = {word for word, count in capital.items() if count > 1 and behind[word] > PLACE * count}
    listed = (word for file in ("function_words.txt", "sentence_starters.txt") for word in entries_of(file))
    return frozenset(small.keys() | places | {word for line in listed for word in line.split()})


def _texts() -> Iterator[str]:
    with (SHARED / "polnear/train.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    for path in sorted((SHARED / "training/real").glob("*.json")):
        yield from (article["text"] for article in json.loads(path.read_text(encoding="utf-8"))["articles"])


if __name__ == "__main__":
    main()
