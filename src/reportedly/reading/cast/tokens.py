"""The words of a mention with their places, and how they are written."""

from __future__ import annotations

import re

Place = tuple[int, int]
Token = tuple[str, int, int]

# the name of a site that is its address: "Valley.info"
SITE = (
    r"(?<![\w.@/-])[A-Z\d][\w-]+\.(?:com|net|org|info|today|online|news|media|live|press|site|tv|io|ua|ru|lt|lv|ee|pl|de|"
    r"fr|bg|ro|cz|sk|hu|rs|kz|eu)(?![\w@/])"
)
_BRACKETS = re.compile(r" \([^()]*\)")
_TIMES = r"(?:thousand|million|billion|trillion)"
_MONEY = rf"(?:US|[ACNS])?[$£€¥](?:\d[\d.,]*\d|\d)(?:[ \xa0-]{_TIMES}|tn|bn|m|mn|k)?(?:-a-\w+|-plus)?(?![\w])"
_UNIT = (
    r"(?:strong|acre|bed|branch|bus|church|city|club|company|country|employee|group|home|horse|house|hotel|job|judge|"
    r"justice|member|nation|outlet|party|patient|person|pub|pupil|restaurant|room|seat|shop|site|state|store|student|"
    r"team|truck|turbine|unit|vehicle|vessel|village|worker|year-old)"
)
_FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
_PARTS = rf"(?:\d[\d.,]*(?:[ \xa0-]{_TIMES}|bn|m|k)?|{_FEW})-{_UNIT}(?![\w-])"
_SUM, _SIZE = re.compile(_MONEY), re.compile(_PARTS)
_TOKEN = re.compile(
    r"(?<=\w[ \xa0])[“\"‘'][A-Z][\w-]*(?:[ \xa0][A-Z][\w-]*)?[”\"’'](?=[ \xa0][A-Z])|"  # a nickname
    rf"{SITE}|{_MONEY}|(?<![\w-])\d[\d.,]*[ \xa0-]{_TIMES}-{_UNIT}(?![\w-])|(?<![\w-])\d[\d,]*-{_UNIT}(?![\w-])|"
    r"(?:[^\W\d_]\.)+|\d{1,3}(?:,\d{3})+(?!\w)|\d+\.\d+(?!\w)|\w+(?:[-–]\w+|['’](?!s\b)\w+|&\w+)*\.?(?<!\w\w\w\w\.)|['’]s\b|['’](?=\s)|%|[,;:(“\"]"
)

_WITH_ARTICLE = re.compile(r"(?:a[dlnrst]|e[dls]|as[hs]|u[lr])-[A-Z]")  # "al-Amr", "el-Sayed"


def words_of(text: str) -> list[Token]:
    """The words, possessive endings and commas of a text, with their places; without what stands in brackets."""
    text = _BRACKETS.sub(lambda match: " " * len(match[0]), text)
    return [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def is_capital(word: str) -> bool:
    """Whether a word is written as names are."""
    return word[:1].isupper() or (len(word) > 2 and word[1:2].isupper()) or _WITH_ARTICLE.match(word) is not None


def place_of(tokens: list[Token]) -> Place:
    """From the first of these words to the last."""
    return tokens[0][1], tokens[-1][2]


def is_sum(word: str) -> bool:
    """Whether a word is an amount of money: "$2 billion", "£3bn"."""
    return _SUM.fullmatch(word) is not None


def is_size(word: str) -> bool:
    """Whether a word tells of how many parts or how old a thing is: "12-member", "200-year-old"."""
    return _SIZE.fullmatch(word) is not None
