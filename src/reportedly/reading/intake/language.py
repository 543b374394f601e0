"""Is this English? Told by the script and the commonest function words, without a library.

Only English is read, so the question is one of yes or no, and the name of another language is a courtesy
to whoever reads the refusal. English news keeps to its function words (a third of all words), other
languages have hardly any of them: a list of each language's commonest ones answers the question without
the 130 MB and 0.7 s of py3langid, the 1.1 GB of lingua or the compiled parts of CLD2 and CLD3.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from reportedly.errors import ForeignLanguage
from reportedly.reading.wordlists import entries_of
from reportedly.records.article import UNDETERMINED, Article

SAMPLE = 20_000  # characters that are looked at, from the beginning
FEWEST_LETTERS = 24  # of another script; in fewer, a name may be all there is
FEWEST_SYLLABLES = 8  # of a script that writes a syllable or a word with each letter
FEWEST_WORDS = 12  # of Latin letters; in fewer, function words are a matter of luck
# In 6 to 11 words, three function words of one language and hardly any of English: two may come with a name ("Elena de
# la Cruz"). It tells 8 of the 14 sentences of languages.tsv that are so short, and of 8,861 English ones in
# ../shared/training and polnear/train.jsonl it refuses two, a Spanish one and a line of CSS.
FEWEST_WORDS_PLAIN = 6
PLAIN = 3
PLAIN_MARGIN = 3
FEWEST_WORDS_UNKNOWN = 50  # for an unnamed language: a list of English names has no function words either
# Shares of function words. English news: 0.18 and more in all 1,362 articles of ../shared that are sentences;
# the 49 texts of tests/reading/languages.tsv: 0.17 and more of their own, 0.09 and less of English.
KNOWN_AT = 0.15
MARGIN = 2  # times the share of English: of words that both have ("a", "in", "of"), English has more beside them
UNKNOWN_BELOW = 0.05

# what is neither white space, digit, punctuation of ASCII nor of typography: Indic vowel signs are no \w
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~\xa0-\xbf\u2000-\u206f\u3000-\u303f،؛؟।]+")

# scripts that one language has, or nearly, to itself: the first word of a character's Unicode name
_OF_SCRIPT = {
    "ARMENIAN": ("hy", "Armenian"),
    "BENGALI": ("bn", "Bengali"),
    "CJK": ("zh", "Chinese"),
    "ETHIOPIC": ("am", "Amharic"),
    "GEORGIAN": ("ka", "Georgian"),
    "GREEK": ("el", "Greek"),
    "GUJARATI": ("gu", "Gujarati"),
    "GURMUKHI": ("pa", "Punjabi"),
    "HANGUL": ("ko", "Korean"),
    "HEBREW": ("he", "Hebrew"),
    "HIRAGANA": ("ja", "Japanese"),
    "KANNADA": ("kn", "Kannada"),
    "KATAKANA": ("ja", "Japanese"),
    "KHMER": ("km", "Khmer"),
    "LAO": ("lo", "Lao"),
    "MALAYALAM": ("ml", "Malayalam"),
    "MYANMAR": ("my", "Burmese"),
    "SINHALA": ("si", "Sinhala"),
    "TAMIL": ("ta", "Tamil"),
    "TELUGU": ("te", "Telugu"),
    "THAI": ("th", "Thai"),
}
_SYLLABLES = {"CJK", "HANGUL", "HIRAGANA", "KATAKANA"}


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its BCP 47 tag and its English name."""

    tag: str
    name: str


ENGLISH = Language("en", "English")
_STATED_ENGLISH = {"en", "eng", "english"}  # with or without a country
UNKNOWN = Language(UNDETERMINED, "a language that is not recognised")


def check_language(article: Article, *, where: str | None = None) -> Article:
    """The article with its language set to English; ForeignLanguage when it is in another.

    A language that somebody has stated already is taken at their word.
    """
    stated = article.language.replace("_", "-").lower()
    if stated.partition("-")[0] in _STATED_ENGLISH:
        language = ENGLISH
    elif stated == UNDETERMINED:
        language = find_language(article.text)
    else:
        language = Language(stated, _name_of(stated))
    if language == ENGLISH:
        return article if article.language == ENGLISH.tag else replace(article, language=ENGLISH.tag)
    raise ForeignLanguage(
        f"the text is in {language.name}, and only English is read",
        where=where or article.url or f"article {article.id}",
        do='if it is English all the same, say so: --language en, or "language": "en" in JSON',
    )


def find_language(text: str) -> Language:
    """The language of a text, as far as it can be told; a text too short to tell counts as English."""
    sample = text[:SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    scripts: Counter[str] = Counter()
    for letter, times in Counter("".join(words)).items():
        scripts[_script(letter)] += times
    if not scripts:
        return ENGLISH
    script, letters = scripts.most_common(1)[0]
    syllables = sum(scripts[name] for name in _SYLLABLES)
    if script != "LATIN" and letters < FEWEST_LETTERS and syllables < FEWEST_SYLLABLES:
        return ENGLISH
    if script in {"CJK", "HIRAGANA", "KATAKANA"}:  # Japanese writes with all three, Chinese with the first
        script = "HIRAGANA" if scripts["HIRAGANA"] * 20 > letters else script
    if script in _OF_SCRIPT:
        return Language(*_OF_SCRIPT[script])
    if script == "LATIN" and len(words) < FEWEST_WORDS_PLAIN:
        return ENGLISH
    return _by_function_words(words, latin=script == "LATIN")


def _by_function_words(words: list[str], *, latin: bool) -> Language:
    counts = dict.fromkeys(_function_words(), 0)
    languages = _languages_of()
    for word, times in Counter(words).items():
        for language in languages.get(word, ()):
            counts[language] += times
    shares = {language: count / len(words) for language, count in counts.items()}
    english = shares.pop(ENGLISH)
    best = max(shares, key=lambda language: shares[language])
    if latin and len(words) < FEWEST_WORDS:
        plain = shares[best] * len(words) >= PLAIN and shares[best] > PLAIN_MARGIN * english
        return best if plain else ENGLISH
    if shares[best] >= KNOWN_AT and shares[best] > MARGIN * english:
        return best
    if latin and (english >= UNKNOWN_BELOW or len(words) < FEWEST_WORDS_UNKNOWN):
        return ENGLISH
    return UNKNOWN


@cache
def _function_words() -> dict[Language, frozenset[str]]:
    """The commonest words of each language."""
    rows = (line.split(" | ") for line in entries_of("function_words.txt"))
    return {Language(tag, name): frozenset(words.split()) for tag, name, words in rows}


@cache
def _languages_of() -> dict[str, list[Language]]:
    """The languages that a word is one of the commonest of."""
    found: dict[str, list[Language]] = {}
    for language, known in _function_words().items():
        for word in known:
            found.setdefault(word, []).append(language)
    return found


def _name_of(tag: str) -> str:
    """The name of a language that was stated; its tag where we have none."""
    names = {language.tag: language.name for language in _function_words()} | dict(_OF_SCRIPT.values())
    return names.get(tag.partition("-")[0], f"a language tagged {tag!r}")


@cache
def _script(letter: str) -> str:
    """The script of a letter, by the first word of its Unicode name; the empty string for what is no letter."""
    return unicodedata.name(letter, "").partition(" ")[0] if unicodedata.category(letter)[0] == "L" else ""
