"""Who speaks for whom: the owner, what follows "for" or "of", or the word before ("an Airbus spokesman")."""

from __future__ import annotations

import re

from reportedly.reading.cast.nouns import noun, qualifies
from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.reading.cast.scene import Draft
from reportedly.reading.cast.tokens import Place
from reportedly.records import ActorKind

AGENTS = frozenset(["lawyer", "lawyers", "attorney", "attorneys", "solicitor", "barrister", "counsel", "brief"])
_SERVANTS = re.compile(r"\b(?:flunk(?:e)?y|bagman|campaign (?:manager|chief))\b", re.IGNORECASE)
_PROSECUTES = re.compile(r"\battorneys?[ -]general\b", re.IGNORECASE)
_CIRCLE = frozenset(("people", "entourage"))  # aides, allies and a camp say what they think
_OWN_BODIES = frozenset(("presidency", "delegation"))
_FIELDS = frozenset(("Foreign", "Home", "Cabinet", "Post", "Met", "War", "Patent", "Passport"))  # no one's offices
_WITH_STAFF = frozenset(  # whose office is a body of the state, more than the voice of whoever holds it
    (
        "premier", "minister", "chancellor", "mayor", "governor", "prosecutor", "general", "speaker", "head",
        "attorney", "auditor", "comptroller", "coroner", "examiner", "marshal", "sheriff", "treasurer",
    )
)  # fmt: skip
_TITLES = re.compile(
    r"\b(?:spokes\w+|mouthpiece|flack|press (?:secretary|officer|attaché|service|aide|chief)|(?:communications|media) "
    r"(?:director|adviser|chief|secretary)|(?:director|head|chief) of communications|"
    r"(?:official|its|their) representative|(?:president|minist(?:er|ry)|government|head of state)['’]s speaker|"
    r"(?:speaker|representative) of (?:the |its )?(?:[\w]+ )?(?:president|minist(?:er|ry)|government|head of state)|"
    r"(?:\A|\b(?:a|another|two) )(?:legal )?rep(?:resentative)?s? (?=for (?:the |his |her |its |their |[A-Z])"
    r"(?!.*\b(?:district|state|county)\b)))(?:\b|(?=for))",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    r"(?:published|circulated|issued|prepared|drafted|written|released|drawn up|signed|sent|compiled|adopted|posted)"
    r" by "
    r"([^,]+?)(?= (?:dated|to|on|in|and|that|which|after|before)\b|,|$)"
)
OF_OFFICES = {"presidential": "president", "mayoral": "mayor", "gubernatorial": "governor", "papal": "pope"}
_SPEAKS_FOR = re.compile(
    r"(?!.* (?:on(?! behalf)|abroad)\b)"  # "who speaks for the opposition on transport": one of its members
    r"(?:(?:who )?(?:speaks|spoke|acts|[Ss]peaking|acting|appearing|represents|representing) (?:for |on behalf of )?|"
    r"(?:for|on behalf of) (?=the |[A-Z]))"
)
_MAN_OF = re.compile(
    r"(?:['’]s|\A(?:his|her)) (?:man|aide|representative|speaker)\Z|\bthe (?:representative|speaker) of [A-Z][^,]+\Z",
    re.IGNORECASE,
)
_LAWYER = re.compile(r"(?:the )?(?:lead )?(?:lawyer|attorney|solicitor|barrister|counsel)", re.IGNORECASE)
_PLEADS = r"defending|for the defen[cs]e"
_DEFENDS = re.compile(
    rf"\bdefen[cs]e (?:lawyer|attorney|counsel|solicitor|barrister)s?\b|\A(?:{_PLEADS})\Z", re.IGNORECASE
)
_SITS = re.compile(
    r"\b(?:parliament|house|congress|assembly|senate|council|chamber|duma|diet|legislature|union)\b", re.I
)
_FRONTING = frozenset(("agent", "representative"))
_SPEAKING_OFFICE = re.compile(
    r"(?:of|from|at) (?P<office>(?:the )?(?:[\w’'-]+ ){0,3}(?:ministry|press (?:office|service|department)|palace)|"
    r"the department of [\w ]+)",
    re.IGNORECASE,
)
_WITH_BODY = re.compile(r"(with|within|in|inside) (?P<body>(?:the |[A-Z]|his |her |its |their )[^,]+)")
_REPRESENTS = re.compile(r"who represents\b")
_ELECTED = re.compile(
    r"\b(?:councill?or|cllr|council(?:man|woman|member)|alderman|senator|congress(?:man|woman)|lawmaker|legislator|"
    r"m[es]?p|deputy|assembly(?:man|woman|member)|representative|rep|member)\b",
    re.IGNORECASE,
)


def speaks(text: str) -> bool:
    """Whether a role is that of a spokesperson ("press secretary", "Airbus spokesman", "speaking for the union")."""
    return _TITLES.search(text) is not None or _SPEAKS_FOR.match(text) is not None


def is_agent(text: str) -> bool:
    """Whether a role is that of a lawyer or servant of somebody ("her lawyer", "counsel for the bank")."""
    words = text.lower().split()
    owned = bool(words) and words[0] in ("his", "her", "its", "their")
    agent = any(word in AGENTS for word in words) and _PROSECUTES.search(text) is None
    if defends(text):
        return True
    return (agent or _SERVANTS.search(text) is not None) and (
        owned or re.search(r"['’]s? | (?:for|of) ", text) is not None
    )


def is_bare_lawyer(text: str) -> bool:
    """Whether a role is that of a lawyer, and no more ("attorney")."""
    return _LAWYER.fullmatch(text.strip()) is not None


def defends(text: str) -> bool:
    """Whether a role is that of a lawyer of whoever is tried ("defence lawyer")."""
    return _DEFENDS.search(text) is not None


def pleads(text: str) -> bool:
    """Whether words beside a name only say that its bearer defends whoever is tried ("for the defence")."""
    return re.fullmatch(_PLEADS, text, re.IGNORECASE) is not None


def sits(body: str) -> bool:
    """Whether a body is one whose speaker presides over it and speaks for nobody ("House of Representatives")."""
    return _SITS.search(body) is not None


def serves(text: str) -> bool:
    """Whether a role is that of somebody's man, aide or representative, who speaks for a person ("Ada Renn's aide")."""
    return _MAN_OF.search(text) is not None and not speaks(text)


def fronts(phrase: Phrase) -> bool:
    """Whether words without a name are for somebody's agent or representative, who speaks for a person."""
    head = phrase.head
    return head is not None and head.word in _FRONTING and not phrase.plural and phrase.owner is not None


def office_of(phrase: Phrase, text: str) -> Place | None:
    """Where a name is that of somebody from an office that speaks for others ("Ada Renn of the foreign ministry")."""
    if phrase.tail is None or phrase.head is not None:
        return None  # "the deputy head of the foreign ministry, Ada Renn", heads it
    match = _SPEAKING_OFFICE.fullmatch(text, *phrase.tail)
    return None if match is None else match.span("office")


def is_elected(text: str) -> bool:
    """Whether a role is that of somebody elected, who represents voters and speaks for himself ("councillor")."""
    return _ELECTED.search(text) is not None


def speaks_for_somebody(text: str) -> bool:
    """Whether a role is that of somebody who speaks for another, spokesperson or lawyer."""
    return speaks(text) or is_agent(text)


def is_spokesperson(draft: Draft) -> bool:
    """Whether an actor speaks for somebody else, as its roles say."""
    elected = not draft.principals  # "who represents Dexter"
    return any(speaks_for_somebody(role) and not (elected and _REPRESENTS.match(role)) for role in draft.roles)


def principal_of(phrase: Phrase, text: str, kind: ActorKind | None, owned: bool) -> Place | None:
    """Where a mention says for whom its actor speaks, or who wrote the document; None when it does not say."""
    if kind == "document":
        return _author_of(phrase, text)
    if speaks_for_somebody(text):
        return principal_place(text)
    head = phrase.head
    if head is not None and (_is_voice(phrase, text) or (owned and head.word in _CIRCLE)):
        return phrase.owner or phrase.of or _capital_before(text, phrase)
    return None


def _is_voice(phrase: Phrase, text: str) -> bool:
    """Whether a body speaks for whose it is ("her office"), and is none of its own ("the prosecutor's office")."""
    head = phrase.head
    if head is None or "voice" not in head.marks or head.word in _OWN_BODIES:
        return False
    if head.word != "office" or phrase.core is None or phrase.name is not None:
        return True
    kind = text[slice(*phrase.core)].lower().removeprefix("own ")
    if kind != "office":
        return kind.startswith("press")  # "the audit office"
    holder = parse(text[slice(*place)]) if (place := phrase.owner or phrase.of) else None
    return holder is None or holder.head is None or holder.shape != "noun" or holder.head.word not in _WITH_STAFF


def principal_in_name(phrase: Phrase, text: str) -> Place | None:
    """Where the name of a body says for whom it speaks ("the Office of the President", "Kosgrove campaign")."""
    if phrase.head is None or phrase.name is None or not _is_voice(phrase, text) or phrase.head.word == "campaign":
        return None
    if match := re.search(r" (?:of|for) (.+)$", text[: phrase.name[1]]):
        return match.span(1)
    place = _capital_before(text, phrase)
    return None if place is not None and text[slice(*place)] in _FIELDS else place


def is_body_word(text: str) -> bool:
    """Whether the words before "spokesman" are no name, though they begin with a capital ("Company", "Ministry")."""
    found = noun(text)
    body = found is not None and (found.kind == "organisation" or found.word == "government")
    return text.istitle() and text.isalpha() and body


def principal_place(text: str) -> Place | None:
    """Where a role says for whom it speaks; None when it does not say."""
    if match := _SPEAKS_FOR.match(text):
        return match.end(), len(text.rstrip(" ,"))
    phrase = parse(text)
    return phrase.owner or phrase.of or _where(text, phrase) or _before_noun(text, phrase)


def _where(text: str, phrase: Phrase) -> Place | None:
    """The body with which somebody speaks ("a spokesman with the police", "in the mayor's office"), no place."""
    match = None if phrase.tail is None else _WITH_BODY.match(text, *phrase.tail)
    if match is None:
        return None
    inner = parse(match["body"])
    is_body = inner.head is not None and inner.head.kind in ("organisation", "government")
    return match.span("body") if is_body or (match[1] == "with" and inner.name is not None) else None


def _author_of(phrase: Phrase, text: str) -> Place | None:
    """Whose document it is: the owner, or who follows "from", "by" or, with a capital, "of"."""
    if phrase.owner is not None:
        return phrase.owner
    if phrase.tail is not None:
        tail = text[phrase.tail[0] : phrase.tail[1]]
        if match := re.match(r"(?:from|by) ([^,]+?)(?= (?:dated|to|on|in|and|that|which|seen|obtained)\b|,|$)", tail):
            return phrase.tail[0] + match.start(1), phrase.tail[0] + match.end(1)
        if match := _MADE_BY.match(tail):
            return phrase.tail[0] + match.start(1), phrase.tail[0] + match.end(1)
        if match := re.match(r"of ((?:the )?[A-Z][^,]*?)['’]s\b", tail):
            return phrase.tail[0] + match.start(1), phrase.tail[0] + match.end(1)
    return _capital_before(text, phrase)


def _capital_before(text: str, phrase: Phrase) -> Place | None:
    """The capitalised words that stand before the head ("An FBI summary", "the Dravenian embassy")."""
    if phrase.core is None:
        return None
    words = list(re.finditer(r"\S+", text[phrase.core[0] : phrase.core[1]]))[:-1]
    if not words or not all(word[0][:1].isupper() for word in words) or qualifies(words[-1][0]):
        return None
    return phrase.core[0] + words[0].start(), phrase.core[0] + words[-1].end()


def _before_noun(text: str, phrase: Phrase) -> Place | None:
    """The words before the noun that name the principal ("Airbus spokesman", "A ministry spokeswoman")."""
    place = phrase.title or phrase.core
    match = _TITLES.search(text)
    if place is None or match is None or match.start() <= place[0]:
        return None
    words = list(re.finditer(r"\S+", text[place[0] : match.start()]))
    while words and words[0][0].lower() in (
        "chief",
        "senior",
        "former",
        "official",
        "lead",
        "deputy",
        "national",
        "own",
    ):
        words.pop(0)
    if not words:
        return None
    last = words[-1][0]
    found = noun(last)
    if last[:1].isupper() or last in (*OF_OFFICES, "guard") or (found is not None and found.kind != "person"):
        return place[0] + words[0].start(), place[0] + words[-1].end()
    return None
