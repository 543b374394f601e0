"""Titles and appositions around a name: "Defence chief Hugo Alcidane", "Ada Renn, president of the union,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.reading.cast.cores import head_of
from reportedly.reading.cast.nouns import Noun, honorific, noun, small_words
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.tokens import Place, is_capital
from reportedly.records import ActorKind

_BEFORE = re.compile(r"(?<![\w’'.-])(?:[\w’'.-]+ ){1,7}$")
_BEHIND = re.compile(
    r",? (?P<for>(?:who (?:speaks|spoke|acts)|speaking|acting|appearing) (?:for|on behalf of) [^,.;:“\"\n]{3,60}|"
    r"who represents (?!\d)[^,.;:“\"\n]{3,60})|"
    r", who (?:is|was|became|has been) (?:now |then |also |currently |once )?(?:the |an? )?"
    r"(?P<being>[^,.;:“\"()\n]{3,60})(?=[,.])|"
    r", (?P<side>(?:for|on behalf of) (?:the )?[A-Z][^,.;:“\"\n]{2,50}|for the defen[cs]e|defending)(?=,)|"
    r", (?P<role>[^,.;:“\"()\n]{3,80})"
)
_FINITE = re.compile(rf"(?<!who )(?<!which )\b(?:{'|'.join(small_words('finite'))})\b")
_DID = re.compile(r"[a-z]+ed (?:the|an?|his|her|its|their)\b")  # "Ada Renn, received the Secretary General"
_OF_SOMEBODY = re.compile(r" (?:of|for|at) [^,.;:\n]{2,60}, ")
_COMMA_BEFORE = re.compile(r"(?:^|(?<=[^\w]))((?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) [^,.;:()“”\"\n]{3,70}), $")
_ABBREVIATED = re.compile(r"\. [A-Z]")
_ANEW = re.compile(
    r"(?<! of)(?<! for)(?<! at)(?<! to)(?<! in)(?<! on)(?<! with)(?<! from)(?<! and) ((?:the|his|her|its|their) )"
)
_WITHIN = re.compile(r".* (?:to|of|for) ((?:[A-Z][\w-]+[’']s?|the|his|her|its|their) [^,.;:\n]+)")
_BEHIND_TITLE = re.compile(r" of ((?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})")
_TITLE_OF = re.compile(r"(?:[A-Z][\w-]+ )*([A-Z][\w-]+) (?:of|for) (?:the )?[A-Z][\w-]+ $")
_WORDS = re.compile(r"[^ ]+")
_ADJECTIVE = ("al", "ary", "ic", "ive", "ian", "ese", "ish", "eign", "ern", "ime", "ence", "ense", "sed", "red", "cial")
_FOR = re.compile(
    r"(?:(?:who )?(?:speaks|spoke|acts|[Ss]peaking|acting|appearing) )?(?:for|on behalf of)\b|"
    r"who represents\b|defending\Z"
)
_SPEAKING_FOR = re.compile(
    r"(?:\A|[.\n”\"’] ?)(?P<role>Speaking (?:for|on behalf of) [^,.;:“\"\n]{3,60}), (?:Mr|Mrs|Ms|Dr)?\.? ?\Z"
)
_COMPLEMENT = re.compile(
    r" (?:of|for|to) (?:the |his |her |its |their )?(?:[a-z]+ ){0,2}[A-Z][^,.;:()“”\"\n]{1,60}(?=,|\.(?:\s|\Z))"
)
_NO_ROLE = re.compile(
    r"\W*(?:\d|(?:who|whose|which|that)\b(?! (?:(?:speaks|spoke|acts) for|represents)\b)|(?:and|or|including|such|"
    r"like|after|before|than|rather|whether|however|accused|speaking(?! (?:for|on behalf of)\b)|thanked|contacted|"
    r"at|in|from|on|of)\b|(?:later|possibly|again|once) \w+(?:ing|ed)\b|then (?:became|\w+ing)\b|\w+[’'](?:re|m)\b)|"
    r".* (?:like\b|-- |accused\b)|[RDI]-[A-Z]|"
    r"(?:Absent|Late|Former)\Z"
)
_CITING = re.compile(r"\b(?:Citing|Quoting|Referring to|With reference to|According to) \Z")
_CLOSING = (",", ".", ";", "", ")", "\n")
_BEFORE_NOUN = frozenset(
    (*small_words("form"), *small_words("portfolio"))
)  # words that stand before the noun of a title
_FORMER = re.compile(r"\b(?:former|then|late) \Z", re.IGNORECASE)
_SILK = re.compile(r",? [KQ]C\b")
_STOP = frozenset(small_words("stop"))


def note_roles(scene: Scene) -> None:
    """Finds the titles and appositions around every name, and adds them to its draft."""
    for reference in scene.references:
        if reference.draft is not None:
            note_roles_of(scene, reference, reference.draft)


def note_roles_of(scene: Scene, reference: Reference, draft: Draft) -> None:
    """Finds the title and the apposition around one name."""
    phrase, at = reference.phrase, reference.start
    if phrase.name is None or draft.kind not in ("person", "group"):
        return
    if _serves(reference):
        return
    places: list[Place | None] = []
    if phrase.role is None and _SILK.match(scene.text, at + phrase.name[1]):
        draft.add_role("barrister")
    title = reference.words(phrase.title)
    if phrase.title and title and not (" " not in title and honorific(title) is not None and noun(title) is None):
        apart = phrase.role is not None and phrase.role[0] < phrase.title[0]  # "his ex-wife, the singer Ada Olt"
        owned = phrase.owner is not None and phrase.owner[0] < phrase.title[0] and not apart
        begin = phrase.owner[0] if owned and phrase.owner else phrase.title[0]
        if (former := _FORMER.search(reference.text, 0, begin)) is not None:
            begin = former.start()  # "the former minister Ada Renn"
        places.append((at + begin, at + phrase.title[1]))
        if (match := _BEHIND_TITLE.match(scene.text, reference.end)) is not None:
            draft.add_role(f"{title} of {match[1]}")
    elif phrase.title is None and phrase.owner is None:
        places.append(_before(scene, reference) or _before_comma(scene, reference))
    places.append(_speaking_before(scene, reference))
    places.append(_whole_role(scene, reference) if phrase.role else _behind(scene, reference))
    for place in places:
        if place is not None and _is_role(words := scene.text[place[0] : place[1]], draft.kind):
            reference.role_places.append(place)
            draft.add_role(words)


def _serves(reference: Reference) -> bool:
    """Whether the title before a name is that of another: "the aide to the President of Sarn Ada Renn" is an aide."""
    outer = reference.outer
    if outer is None or outer.draft is not reference.draft or outer.phrase.title is None:
        return False
    head, whole = reference.phrase.head, outer.phrase.head
    return head is not None and whole is not None and head.word != whole.word


def heads_beside(scene: Scene, reference: Reference) -> Iterator[Noun]:
    """The nouns of the title and the apposition around a name."""
    if reference.phrase.head is not None:
        yield reference.phrase.head
    elif (place := _before(scene, reference)) and (head := parse(scene.text[place[0] : place[1]]).head):
        yield head
    if (place := _behind(scene, reference)) and (head := parse(scene.text[place[0] : place[1]]).head):
        yield head


def _is_role(words: str, kind: ActorKind | None) -> bool:
    """Whether words beside a name tell what its bearer is, and are no age, clause, list or piece of something else."""
    if _NO_ROLE.match(words) or any(words.count(one) != words.count(other) for one, other in ("“”", "()")):
        return False
    if _FOR.match(words):
        return True
    phrase = parse(words)
    if kind == "person" and (phrase.plural or (words.islower() and " " not in words and head_of(words) is None)):
        return False  # "bespectacled Ada Renn"
    if phrase.head is not None or (phrase.shape == "name" and phrase.title is not None):
        return True
    last = (words[phrase.core[0] : phrase.core[1]] if phrase.core else words).split()[-1]
    return is_capital(last) and phrase.determiner not in ("a", "an")


def _before(scene: Scene, reference: Reference) -> Place | None:
    """The title right before a name ("Defence chief Hugo Alcidane")."""
    begin = max(0, reference.start - 70)
    match = _BEFORE.search(scene.text[begin : reference.start])
    if match is None:
        return None
    words = list(_WORDS.finditer(match[0]))
    ends = words[-1][0].endswith(".") and honorific(words[-1][0]) is None  # a sentence; "Gov." is a title
    last = None if ends else noun(words[-1][0])
    if last is None or last.kind != "person" or last.plural:
        if (of := _TITLE_OF.search(match[0])) and (head := noun(of[1])) and head.kind == "person":
            return begin + match.start() + of.start(), begin + match.start() + of.end() - 1
        return None
    first = len(words) - 1
    while first and _in_title(words[first - 1][0]):
        first -= 1
    if words[first][0] == "New" and not is_capital(words[first + 1][0]):
        first += 1  # "New mayor Ada Renn"
    offset = begin + match.start()
    return offset + words[first].start(), offset + words[-1].end()


def _before_comma(scene: Scene, reference: Reference) -> Place | None:
    """The description before a name and its comma ("The Secretary-General of the Council, Ibrahim Falcour,")."""
    begin = max(0, reference.start - 80)
    match = _COMMA_BEFORE.search(scene.text[begin : reference.start])
    if match is None or not closed(scene, reference):
        return None
    *_, own = [0, *(other.start(1) for other in _ANEW.finditer(match[1]))]  # "The mayor met the vice president"
    words = match[1][own:]
    phrase = parse(words)
    if phrase.head is None or phrase.head.kind != "person" or phrase.plural or phrase.name or _FINITE.search(words):
        return None
    start, end = begin + match.start(1) + own, begin + match.end(1)
    if _follows_name(scene, start):  # "Tom Vale, the aide to Sarn's leader, Ada Renn": she is the leader
        within = _WITHIN.search(scene.text, start, end)
        head = parse(within[1]).head if within else None
        return (end - len(within[1]), end) if within and head is not None and head.kind == "person" else None
    return start, end


def _speaking_before(scene: Scene, reference: Reference) -> Place | None:
    """The words that say before a name for whom its bearer speaks: "Speaking for the union, Ada Renn"."""
    begin = max(0, reference.start - 90)
    match = _SPEAKING_FOR.search(scene.text[begin : reference.start])
    return None if match is None else (begin + match.start("role"), begin + match.end("role"))


def _whole_role(scene: Scene, reference: Reference) -> Place:
    """The role behind a name, with what follows where the mention was cut: "Ada Renn, lawyer", for the union."""
    begin, until = reference.phrase.role or (0, 0)
    start, end = reference.start + begin, reference.start + until
    rest = _COMPLEMENT.match(scene.text, end) if end == reference.end and start > reference.start else None
    return (start, end) if rest is None or _FINITE.search(rest[0]) else (start, rest.end())


def _follows_name(scene: Scene, start: int) -> bool:
    """Whether what starts here stands behind somebody's name and a comma."""
    near = scene.references[max(0, scene.position(start) - 4) : scene.position(start)]
    return any(scene.text[other.end : start] == ", " and _person(other) for other in near)


def _in_title(word: str) -> bool:
    """Whether a word can stand in a title before a name: capitals, nouns, adjectives."""
    low = word.lower()
    if (low in _STOP and word != "New") or word.endswith((".", ",", ":", ";")):
        return False
    return (
        word[:1].isupper() or "-" in word or low.endswith(_ADJECTIVE) or low in _BEFORE_NOUN or noun(word) is not None
    )


def _behind(scene: Scene, reference: Reference) -> Place | None:
    """The apposition right behind a name ("…, president of the Doctors' Union,")."""
    match = _BEHIND.match(scene.text, reference.end)
    if match is None:
        return None
    if match["for"] or match["side"]:
        return match.span("for" if match["for"] else "side")
    if match["being"]:
        phrase = parse(match["being"])
        is_office = phrase.head is not None and "title" in phrase.head.marks and phrase.name is None
        return match.span("being") if is_office and not phrase.plural else None
    text = match["role"].rstrip()
    if text.startswith(("who", "which", "whose")) or _DID.match(text):
        return None
    phrase = parse(text)
    if phrase.head is None or phrase.head.kind != "person" or phrase.plural or phrase.name is not None:
        return None
    if honorific(text.split()[-1]) is not None and _ABBREVIATED.match(scene.text, match.end()):
        return None  # "Lund, Ohio Gov. Tom Vale and Ada Renn"
    if _FINITE.search(text) or scene.text[match.end() : match.end() + 1] not in _CLOSING:
        return None  # "…, a senior official told the paper"
    return match.start("role"), match.start("role") + len(text)


def apposed(scene: Scene, reference: Reference) -> Draft | None:
    """The named actor that a title stands right beside ("its spokesman, Timur Oszhan")."""
    position = scene.position(reference.start)
    cited = _CITING.search(scene.text, max(0, reference.start - 20), reference.start) is not None
    for other in scene.references[position : position + 8]:
        gap = scene.text[reference.end : other.start] if other.start >= reference.end else None
        if (
            gap
            and not (cited and gap[0] == "," and not closed(scene, other))  # "Citing a source, Marca said"
            and _person(other)
            and (_only_title(gap) or _OF_SOMEBODY.fullmatch(gap))
            and (gap[0] != "," or closed(scene, other) or bool(reference.source_of))
            and not _is_told_of(scene, reference, other)
            and (reference.inside is None or reference.inside not in other.source_of)  # "The nominee, Renn said, lies"
        ):
            return other.draft
        if other.start > reference.end + 64:
            break
    for other in scene.references[max(0, position - 4) : position]:
        if scene.text[other.end : reference.start] == ", " and _person(other) and closed(scene, reference):
            return other.draft
    return None


def _is_told_of(scene: Scene, source: Reference, named: Reference) -> bool:
    """Whether a name stands in what the words before it say: "Citing a source in the port, Mayor Ada Renn resigned"."""
    return any(
        span.start <= named.start < span.end
        for number in source.source_of
        for span in scene.attributions[number].content
    )


def _only_title(gap: str) -> bool:
    """Whether nothing but a title stands between ("the envoy, Judge Henriette Oballo")."""
    words = gap.removeprefix(",").split()
    return gap[-1:] == " " and all(
        honorific(word) is not None or ((found := noun(word)) is not None and found.kind == "person") for word in words
    )


def _person(reference: Reference) -> bool:
    return reference.draft is not None and reference.phrase.name is not None and reference.draft.kind == "person"


def closed(scene: Scene, reference: Reference) -> bool:
    """Whether a comma, a stop or the end follows, as it does behind an apposition."""
    return reference.text.endswith(",") or scene.text[reference.end : reference.end + 1] in _CLOSING
