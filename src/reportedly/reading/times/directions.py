"""Whether an expression of time lies before or after the day of writing: "left on Friday", "leaves on Friday"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from reportedly.reading.times.anchor import Direction
from reportedly.reading.times.clauses import governor
from reportedly.reading.times.verbs import Verb, tense_of
from reportedly.reading.times.words import MONTHS

_DEADLINE = re.compile(r"\b(?:by|until|till|before)\s(?:the\s)?\Z", re.I)
_UNTIL = re.compile(r"\b(?:until|till)\s(?:the\s)?\Z", re.I)
_AHEAD = re.compile(r"(?<!\bpoints )(?<!\bpoint )(?<!\bper cent )(?<!\bpercent )\bahead\sof\s[^,;.:—–]{0,60}\Z", re.I)
_FROM = re.compile(r"\bfrom\s\Z")
_COME_FROM = re.compile(
    r"\b(?:away|data|figure|image|news|number|quote|remark|result|return|scene|story|total)s?\sfrom\s\Z"
)
_ON = re.compile(r"\bon\s\Z", re.I)
_BARE = re.compile(r"\s(?!(?:of|for|from|in|since|the|a|this|last|late|early|and|or|to)\s)[a-z]+\s\Z")
_FOR = re.compile(r"\bfor\s(?:the\s)?\Z")
_ASKING = frozenset([
    "gave", "given", "demanded", "asked", "assured", "promised", "threatened", "told", "said", "urged", "set",
    "extended",
    "wanted", "vowed", "pledged", "ordered", "called", "agreed", "offered", "proposed", "warned", "expected", "hoped",
    "insisted", "pressed", "required", "requested", "put", "delayed", "postponed", "adjourned", "suspended",
])  # fmt: skip
_A_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_CALLED_OFF = re.compile(
    r"(?:cancelled|canceled|postponed|scrapped|dropped|shelved|struck|moved|called off|turned down|put (?:off|back))\b"
)
_IF = re.compile(r"\b(?:if|unless)\s(?:[^\s,;:.()—–“”\"]+\s){1,12}\Z", re.I)
_WOULD = frozenset(["will", "would", "wo", "won't", "won’t", "wouldn't", "wouldn’t"])
_ARRANGING = frozenset(["asked", "invited", "offered", "proposed", "requested", "announced", "called", "planned"])
_EVENT = (
    r"(?:meeting|talks?|march|rally|vigil|strike|protest|demonstration|conference|hearing|session|debate|vote|summit|"
    r"election|referendum|dinner|lunch|visit)"
)
_ARRANGED_ON = re.compile(rf"\b{_EVENT}\s+on\s\Z")
_ARRANGED_AT = re.compile(
    rf"\A\s(?:an?|another)\s(?:[\w-]+\s){{0,2}}{_EVENT}\s(?:in|at|outside|near|with|of)\s[^,;:.()“”\"]{{1,40}}\son\s\Z"
)
_PLANNED_IN = re.compile(rf"\A\s(?:an?|[\w-]+)\s(?:\w+\s)?{_EVENT}\s+in\s(?:the\s)?\Z")
_ARRANGED_FOR = re.compile(rf"\b(?:an?|another|the|his|her|its|their)\s(?:\w+\s)?{_EVENT}\s+for\s(?:the\s)?\Z")
_DUE = re.compile(  # "put off a visit due on Friday"; not "a visit that was due on Friday"
    r"(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bfell)(?<!\bcame)(?<!\bpayments)\s(?:due|scheduled|slated)\s(?:on|in|for|to\s\w+\s(?:on|in))\s(?:the\s)?\Z"
)
_ADDED = re.compile(r"(?:[,(—–]|\b(?:who|which|that|whom|whose|where|when|since|after|before))\s*\Z", re.I)
_IN = re.compile(r"\b(?:in|on|over|during)\s\Z", re.I)
_BEGINS = re.compile(r",?\s(?:the|a|an|he|she|they|we|it|his|her|their|its|[A-Z])")
_DRAWN_UP = re.compile(  # "a draft from February", "a picture of Friday noon", "the deed is dated 9 July"
    r"\bdated\s(?:on\s)?\Z|\b(?:draft|letter|paper|memo|note|report|poll|survey|picture|photo|photograph|footage|recording|video|email|e-mail|"
    r"statement|article|minutes|version|document|log|diary|request|order)s?\s(?:from|of|dated)\s(?:late\s|early\s)?\Z"
)
_NEAR = 8  # words between a verb and its expression
_WILL = re.compile(r"(?:will|shall|can|cannot|(?:is|are) (?:(?:due|going|expected|set) )?to)\s")
_OF_OTHERS = re.compile(  # what the days may belong to instead of the verb
    r"\b(?:for|before|ahead|of|about|over(?! (?:coffee|tea|breakfast|lunch|dinner|drinks))|after|until|against|"
    r"towards?|into|from|following)\b"
    r"|\b(?:elections?|votes?|primary|primaries|caucus(?:es)?|referendum|meetings?|talks|summit|conference|convention|"
    r"hearing|trial|debates?|session|rally|march|strike|visit|trip|launch|release|game|match|final|race|contests?|"
    r"ceremony|wedding|funeral|deadline|polls?|ballot)\s*\Z"
)
_KINDS = (
    r"(?:election|vote|ballot|poll|primary|referendum|meeting|gathering|summit|conference|convention|congress|hearing|"
    r"trial|debate|session|deadline|launch|talks|visit|trip|ceremony)s?"
)
_AN_EVENT = re.compile(rf"{_KINDS}\Z")
_NOUN = re.compile(r"\s(?!(?:a|an|the|to|and|or|for|as|in|at)\s)([a-z]+)")
_THEN = re.compile(
    r"\b(?:in|since|of|from|by|until|till|during|for|after|before|between|through|last|this|next|early|late|mid)[\s-]\Z",
    re.I,
)
_AGAINST_TENSE = 3.5
_FOR_LATER = _ASKING | {"added", "wrote", "predicted", "disclosed", "revealed", "favoured", "favored"}
_AWAITING = frozenset([
    "promised", "feared", "fears", "foresaw", "expected", "predicted", "proposed", "demanded", "threatened", "wanted",
    "offered",
])  # fmt: skip
_NO_PAST = re.compile(r"\b(?:not|never|(?:was|were|did)n[’']t|reserved|booked|planned)\b")
_SINCE = re.compile(r"\bsince\s(?:the\s)?\Z", re.I)
_TOOK_PLACE = re.compile(rf"\s{_KINDS}\s(?:took place|happened|was held|ended|collapsed|failed)\b")
_HAPPENED = re.compile(  # what nobody sets a day for: "an inquiry into Monday’s collision"
    r"(?:['’]s)?\s(?:\w+\s)?(?:accident|arrests?|assassination|assault|attacks?|blast|blaze|bombings?|clash(?:es)?|"
    r"collapse|collision|comments?|coup|crash|deaths?|defeat|derailment|disaster|disclosures?|drop|earthquake|events|"
    r"explosions?|fall|fire|floods?|incident|killings?|leak|loss(?:es)?|massacre|murders?|outage|quake|raids?|remarks|"
    r"revelations?|riots?|robbery|ruling|sell-off|shooting|slump|spill|storm|tremor|verdict|violence)\b(?![’'-])"
)
_QUOTED_AT = re.compile(r"\b(?:up|down)\s(?:by\s|nearly\s|about\s)?\d[^.;:()“”\"]{0,20}\son\s\Z")  # "down 3% on Monday"
_TOLD_IN = re.compile(  # how it was told, behind what is to be: "vowed to go on in an interview on Sunday"
    r"\s(?:in|during)\s(?:an?|the|his|her|their|its)\s(?:[\w’'-]+\s){0,3}(?:interview|speech|statement|letter|call|conversation|"
    r"post|tweet|message|e-?mail|article|note|briefing|news conference|press conference|broadcast|editorial)\s"
    r"(?:(?:with|to|from|by|at)\s[^,;:.()“”\"]{1,40}\s)?(?:published\s|aired\s|broadcast\s)?(?:late\s|early\s)?on\s\Z"
)


def direction(text: str, place: tuple[int, int], sentence: tuple[int, int], verbs: Sequence[Verb]) -> Direction | None:
    """Whether the words around an expression of time tell of what was or of what will be; None for neither."""
    before = text[max(sentence[0], place[0] - 16) : place[0]]
    if _SINCE.search(before) or _is_drawn_up(text, place, sentence) or _is_told_of(text, place, sentence):
        return "past"
    verb = governor(text, place, verbs, sentence)
    if verb and verb.tense == "future" and _is_how_told(text, place, verb, verbs):
        return "past"
    tense = verb.tense if verb else None
    if _FOR.search(before) and (
        _A_WEEKDAY.match(text, place[0])
        or (verb and not text[verb.end : place[0]].strip(" for"))
        or _ARRANGED_FOR.search(text, max(sentence[0], place[0] - 60), place[0])
    ):
        return "future" if tense != "telling" else "past"  # "proposed for June", "called a march for Saturday"
    if verb and tense in {"past", "telling"} and _is_arranged(text, place, verb):
        return "future"
    if _DUE.search(text, sentence[0], place[0]):
        return "future"
    if (
        verb
        and tense == "past"
        and (
            _is_called_off(text, place, verb)
            or _is_chosen(text, place, verb)
            or _is_condition(text, place, verb, sentence, verbs)
        )
    ):
        return "future"
    if verb and tense == "telling" and _IF.search(text, sentence[0], verb.start):
        return "future"  # "if the ministers say yes on Monday"
    if _FROM.search(before) and (tense in {None, "telling"} or _is_asked(text, verb)):
        return "future"  # "shops fear shortages from Monday", "promised a blockade from Thursday"
    if _is_prepared_for(text, place, sentence, verbs) or (_UNTIL.search(before) and verb and _is_perfect(text, verb)):
        return "future"  # "has closed its office until Monday"
    if _DEADLINE.search(before) and (tense != "past" or _is_asked(text, verb)):
        return "future"
    match tense:
        case "past" | "telling":
            return "past"
        case "future" | "present":
            return "future"
    if not verbs and place[0] == sentence[0] and text.startswith(":", place[1]):
        return "future"  # "Friday: rain"
    # a verb that is none by its form: "the two confer on Friday", "the sides reconvene Friday"
    return "future" if _ON.search(before) or (not verbs and _is_bare(text, place, before)) else None


def _is_bare(text: str, place: tuple[int, int], before: str) -> bool:
    """A weekday right behind what may be a verb, or an hour of one: "the paper summons them at nine on Friday"."""
    if " on " in text[place[0] : place[1]] and before.endswith(" at "):
        return True
    return _A_WEEKDAY.match(text, place[0]) is not None and _BARE.search(before) is not None


def _is_asked(text: str, verb: Verb | None) -> bool:
    """Whether a verb tells what somebody asked for or promised."""
    return verb is not None and text[verb.start : verb.end].split()[-1] in _ASKING


def weight_of_tense(text: str, place: tuple[int, int], sentence: tuple[int, int], verbs: Sequence[Verb]) -> float:
    """How many times as far off the days count that lie on the side which the tense around them does not suggest."""
    if _TOOK_PLACE.match(text, place[1]):
        return math.inf
    if _is_only_named(text, place) or _is_awaited(text, place, sentence, verbs):
        return 1.0
    return math.inf if _is_sure(text, place, sentence, verbs) else _AGAINST_TENSE


def _is_only_named(text: str, place: tuple[int, int]) -> bool:
    """Whether a month is named and nothing says that something was then: "a June vote", "she called June nice"."""
    if text[place[0] : place[1]].lower() not in MONTHS or _THEN.search(text, max(0, place[0] - 16), place[0]):
        return False
    following = _NOUN.match(text, place[1])
    return following is None or _AN_EVENT.match(following[1]) is not None


def _is_awaited(text: str, place: tuple[int, int], sentence: tuple[int, int], verbs: Sequence[Verb]) -> bool:
    """ "She was promised a second round in the autumn", "he feared a wave in March": the nearest, before or after."""
    lead = _IN.search(text, sentence[0], place[0])
    verb = governor(text, place, verbs, sentence) if lead else None
    if verb is None or lead is None or verb.end > lead.start():
        return False
    return text[verb.start : verb.end].split()[-1] in _AWAITING and bool(text[verb.end : lead.start()].strip())


def _is_sure(text: str, place: tuple[int, int], sentence: tuple[int, int], verbs: Sequence[Verb]) -> bool:
    """Whether a verb beside an expression says that it was, or will be, then, so that its tense leaves no doubt.

    So in "since March", "died in March", "in March he died", "will be held in March"; not in "won the vote in March",
    which may be one to come, nor in "said the talks in March would fail".
    """
    if _SINCE.search(text, max(sentence[0], place[0] - 16), place[0]) or _is_drawn_up(text, place, sentence):
        return True
    verb = governor(text, place, verbs, sentence)
    lead = _IN.search(text, sentence[0], place[0])
    if verb and verb.end <= place[0] and _WILL.match(text, verb.start) and _FROM.search(text, sentence[0], place[0]):
        return len(text[verb.end : place[0]].split()) < 2 * _NEAR  # "is to be paid every year from January"
    if verb is None or lead is None:
        return False
    words = text[verb.start : verb.end].lower()
    is_past = tense_of(words) == "past" and not words.startswith("to ")
    is_past = is_past and _NO_PAST.search(text, verb.start, max(verb.end, place[0])) is None
    if verb.start >= place[1]:
        between = text[place[1] : verb.start]
        is_first = not text[sentence[0] : lead.start()].strip('“"‘ ')
        return is_past and is_first and _BEGINS.match(between) is not None and len(between.split()) <= _NEAR
    between = text[verb.end : lead.start()]
    if len(between.split()) > _NEAR or _OF_OTHERS.search(between):
        return False
    if verb.tense == "future":
        return _WILL.match(words) is not None
    return is_past and (not between.strip() or words.split()[-1] not in _FOR_LATER)


def _is_drawn_up(text: str, place: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Whether an expression tells when a paper or picture was made, which is over however it is told of."""
    return _DRAWN_UP.search(text, max(sentence[0], place[0] - 32), place[0]) is not None


def _is_told_of(text: str, place: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """ "Monday’s collision", "down 3% on Monday", "numbers from Monday": over, whatever is still to be said of it."""
    if _A_WEEKDAY.match(text, place[0]) is None:
        return False
    if _COME_FROM.search(text, sentence[0], place[0]):
        return not text.startswith(("'s", "’s"), place[1])
    happened = _HAPPENED.match(text, place[1]) or _QUOTED_AT.search(text, sentence[0], place[0])
    return happened is not None


def _is_how_told(text: str, place: tuple[int, int], verb: Verb, verbs: Sequence[Verb]) -> bool:
    """ "He vowed to fight on in an interview on Sunday": the day of the vow; not "he plans to tell it in a speech"."""
    if not text.startswith("to ", verb.start) or _TOLD_IN.search(text, verb.end, place[0]) is None:
        return False
    told = next((other for other in reversed(verbs) if other.end <= verb.start), None)
    return told is not None and told.tense == "past" and _is_asked(text, told)


def is_plainly_past(text: str, place: tuple[int, int], sentence: tuple[int, int], verbs: Sequence[Verb]) -> bool:
    """Whether an expression belongs to a past form that is no mere addition: "fell in May", not ", founded in May"."""
    verb = governor(text, place, verbs, sentence)
    if verb is None or tense_of(text[verb.start : verb.end]) != "past":
        return False
    return _ADDED.search(text, sentence[0], verb.start) is None


def _is_prepared_for(text: str, place: tuple[int, int], sentence: tuple[int, int], verbs: Sequence[Verb]) -> bool:
    """ "Ahead of talks on Monday"; not "ahead of her rival in polls taken in May"."""
    ahead = _AHEAD.search(text, sentence[0], place[0])
    return ahead is not None and not any(ahead.start() < verb.start < place[0] for verb in verbs)


def _is_perfect(text: str, verb: Verb) -> bool:
    return text[verb.start : verb.end].startswith(("has ", "have "))


def _is_called_off(text: str, place: tuple[int, int], verb: Verb) -> bool:
    """ "She has cancelled Thursday’s trip", "a trip on Thursday has been cancelled": one that was to come."""
    if _CALLED_OFF.match(text, max(verb.start, text.rfind(" ", verb.start, verb.end) + 1)) is None:
        return False
    if place[1] <= verb.start:
        return _is_perfect(text, verb) and not text[place[1] : verb.start].strip()
    return text[place[1] : place[1] + 2] in {"'s", "’s"}


def _is_chosen(text: str, place: tuple[int, int], verb: Verb) -> bool:
    """ "They have chosen 7 June for the vote"."""
    return (
        text[verb.start : verb.end].split()[-1] in {"chosen", "chose", "picked", "set", "fixed", "named", "proposed"}
        and not text[verb.end : place[0]].strip()
        and text.startswith((" for ", " as "), place[1])
    )


def _is_condition(
    text: str, place: tuple[int, int], verb: Verb, sentence: tuple[int, int], verbs: Sequence[Verb]
) -> bool:
    """ "She would go if he stayed on Friday", "unless she resigned by Friday"; not "if those hired in May stayed"."""
    others = [other for other in verbs if other is not verb]
    if _IF.search(text, sentence[0], verb.start) is None or any(0 < v.start - place[1] < 2 for v in others):
        return False
    told = (text[other.start : other.end].split() for other in others)
    return any(words[0] in _WOULD and "have" not in words for words in told)


def _is_arranged(text: str, place: tuple[int, int], verb: Verb) -> bool:
    """ "She has invited them to talks on Friday"."""
    last, between = text[verb.start : verb.end].split()[-1], text[verb.end : place[0]]
    if last in {"announced", "called", "planned"} and _ARRANGED_AT.match(between):
        return True
    if last in {"planned", "proposed", "proposes"} and _PLANNED_IN.match(between):
        return True
    return last in _ARRANGING and _ARRANGED_ON.search(between) is not None
