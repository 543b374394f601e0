"""Organisations, governments, outlets and documents that a noun takes up: "the ministry", "the paper", "the text"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.cast import titles
from reportedly.reading.cast.agreement import bounds_of
from reportedly.reading.cast.name_forms import key_of, same_realm
from reportedly.reading.cast.names import Names
from reportedly.reading.cast.nouns import Noun, country, noun, others_for, small_words
from reportedly.reading.cast.opinions import opinions
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.shares import is_share
from reportedly.records import ActorKind

_HOLDING = frozenset(("set", "pile", "stack", "batch", "bundle", "collection"))  # "a second set of papers"
_COMPANIES = frozenset(small_words("company"))
_NO_COMPANIES = frozenset(small_words("no_company"))
_JOINTS = frozenset((*small_words("joint"), *small_words("particle"), "in", "at"))  # behind the noun of a name
REMEMBERED = 30  # mentions of an actor that are looked back on
_PIECES = frozenset(("article", "piece", "material"))  # what an outlet that is cited has written
_OWN = frozenset(("this", "our"))
_RETINUE = frozenset(("office", "campaign", "team", "camp"))  # somebody's, and not the body that they are of
_STAFF = frozenset(("reporter", "correspondent", "journalist", "editor", "writer", "columnist", "newsroom", "author"))
_LEAD, _NAMED_WITHIN = 2, 6  # sentences in which a paper is left unnamed, and within which its name follows
_REPORTS = re.compile(
    r"(?:,? (?:had|has|also|first|earlier|later)){0,2},? "
    r"(?:reported|said|wrote|quoted|published|printed|citing|quoting)\b"
)
_PEOPLE = frozenset(("person", "group"))
_ANYBODY = frozenset(
    ("anybody", "anyone", "everybody", "everyone", "nobody", "somebody", "someone", "one", "self", "surveyed", "polled")
)
_ON_AIR = re.compile(r"\b(?:FM|[Rr]adio|Channel|TV)\b")
_LOOKS = re.compile(  # how a document looks or came, which tells it from no other
    r"\d|-?(?:page|paragraph|line|word|minute|hour)\b|\A(?:leaked|confidential|secret|internal|handwritten|typed|"
    r"unsigned|stamped|obtained|published)\Z"
)
_SORTS = {  # what a body may be called by, beside the noun of its name
    "union": ("federation", "association"),
    "party": ("union", "alliance"),
    "regulator": ("authority", "commission", "inspectorate", "office", "board", "agency", "administration"),
    "watchdog": ("authority", "commission", "inspectorate", "office", "board", "ombudsman"),
    "force": ("police", "constabulary"),
}
_OF_WORLD = frozenset(("UN", "U.N.", "United Nations"))
_ASKING = frozenset(("presenter", "host", "interviewer", "moderator"))
_RETELLS = re.compile(r"\breport(?:s|ed), (?:writes|reports|wrote|reported) (?:the )?\Z")


def body_meant(
    scene: Scene, drafts: Sequence[Draft], names: Names, reference: Reference, owner: Draft | None
) -> Draft | None:
    """The body or document that the words take for known; None when none fits."""
    head, kind = reference.phrase.head, kind_of(reference)
    if head is None:
        return None
    outlets = head.kind == "outlet" or "outlet" in head.marks
    if outlets and reference.phrase.determiner in _OWN:
        return names.outlet
    seen = [draft for draft in drafts if draft.latest is not None and draft is not owner and not draft.unnamed]
    core = reference.words(reference.phrase.core) or ""
    marks, marked = titles.marks_of(core, head), core.split()[:-1]
    if kind == "document":
        marks = frozenset(mark for mark in marks if _LOOKS.search(mark) is None)
    same = [draft for draft in seen if called_so(draft, head.word, marks)]
    if owner is not None:
        own = [draft for draft in same if draft.owner is owner or belongs(draft, owner)]
        return last_of(own) or (
            _own_body(seen, owner, kind) if owner.kind == "person" and head.word not in _RETINUE else None
        )
    cited = [d for d in seen if d.kind == "outlet" and d is not names.outlet and not _publishes(scene, names, d)]
    if same:
        return _named_since(last_of(same), cited) if outlets else last_of(same)
    if named := [d for d in seen if d.names and any(called_so(d, word, marks) for word in others_for(head.word))]:
        return last_of(named)  # "the ministry" for the Foreign Office
    if head.word == "radio":  # a paper is none
        cited = [draft for draft in cited if any(_ON_AIR.search(name) for name in draft.names)]
    if cited and (outlets or head.word in _PIECES):
        bodies = [d for d in seen if d.kind == "organisation" and d.name] if "organisation" in head.marks else []
        return _likeliest(scene, [one for one in (last_of(cited), last_of(bodies)) if one is not None], reference)
    if (akin := _akin_near(seen, head.word, reference)) is not None:
        return akin
    if "vague" in head.marks:
        alike = [draft for draft in seen if draft.kind == kind and (draft.name or kind == "document")]
        if head.word in _COMPANIES or head.word.endswith("maker"):
            alike = [draft for draft in alike if not _is_no_company(draft)]
            if not alike and (whose := _of_last_person(drafts, names, reference)) is not None:
                return whose
        if "world" in marks and head.word == "body":
            return last_of([draft for draft in seen if any(name in _OF_WORLD for name in draft.names)])
        if kind == "organisation" and any(word[0].isupper() for word in marked):
            return _only_near(alike, reference)
        if alike:
            return _whole(last_of(alike), alike) if kind == "document" else last_of(alike)
    if head.word == "administration":
        return last_of([draft for draft in seen if any(_is_american(name) for name in draft.names)])
    if kind == "government" and not marks:
        return max((d for d in seen if d.kind == "government"), key=lambda d: len(d.references), default=None)
    return None


def _whole(draft: Draft | None, others: Sequence[Draft]) -> Draft | None:
    """The draft, or the one in whose words it was named last: "a new annex to the charter" is the annex."""
    outer = None if draft is None or draft.latest is None else draft.latest.outer
    whole = None if outer is None else outer.draft
    return whole if whole is not None and whole in others else draft


def _akin_near(drafts: Sequence[Draft], word: str, reference: Reference) -> Draft | None:
    """The only body of a sort that these words may call, of those named in this sentence or the two before."""
    near = [d for d in drafts if d.names and d.kind != "outlet"]
    near = [d for d in near if d.latest and reference.sentence - d.latest.sentence <= 2]
    fits = [d for d in near if any(called_so(d, sort, frozenset()) for sort in _SORTS.get(word, ()))]
    return fits[0] if len(fits) == 1 else None


def _of_last_person(drafts: Sequence[Draft], names: Names, reference: Reference) -> Draft | None:
    """The body that is told to be theirs who were named last: of "Velmark chief executive Ada Renn" Velmark."""
    people = [d for d in drafts if d.kind == "person" and d.latest and d.roles and d.latest.end <= reference.start]
    last = last_of([d for d in people if d.latest and reference.sentence - d.latest.sentence <= 1])
    found = {id(body): body for role in (last.roles if last else ()) for body in names.bodies_in(role)}
    return next(iter(found.values())) if len(found) == 1 else None


def _only_near(drafts: Sequence[Draft], reference: Reference) -> Draft | None:
    """The only body named in this sentence and the one before, or in all: what it is from is told of nobody else."""
    near = [draft for draft in drafts if draft.latest and reference.sentence - draft.latest.sentence <= 1]
    fits = near or drafts
    return fits[0] if len(fits) == 1 else None


def unnamed_before(scene: Scene, drafts: Sequence[Draft], reference: Reference) -> Draft | None:
    """The outlet that the lead left unnamed, where the next one to be named reports.

    "… hours after a newspaper printed the annex. … The Onda Standard said it had the annex from two officials."
    """
    outlets = [d for d in drafts if d.kind == "outlet" and d.references and d.references[0].start < reference.start]
    last = max(outlets, key=lambda draft: draft.references[0].start, default=None)
    if last is None or last.names or not _REPORTS.match(scene.text, reference.end):
        return None
    first = last.references[0]
    in_lead = first.sentence < _LEAD and reference.sentence - first.sentence <= _NAMED_WITHIN
    return last if in_lead and first.phrase.determiner in ("a", "an") and not first.phrase.plural else None


def _named_since(draft: Draft | None, cited: Sequence[Draft]) -> Draft | None:
    """The outlet, or one named since where nothing names it: "a newspaper … the Courier … the paper"."""
    last = last_of(cited)
    later = draft is not None and last is not None and bool(last.names) and place_of(last) > place_of(draft)
    return last if later and draft is not None and not draft.names else draft


def _publishes(scene: Scene, names: Names, draft: Draft) -> bool:
    """Whether an outlet is the article's own, of which nobody told: "…, the Courier reports, writes UNN"."""
    first = draft.references[0].start
    return not names.outlet.names and _RETELLS.search(scene.text, max(0, first - 40), first) is not None


def _likeliest(scene: Scene, drafts: Sequence[Draft], reference: Reference) -> Draft | None:
    """The draft that the encoder holds for likeliest; without an encoder the first."""
    odds = opinions(scene, drafts, reference)
    return drafts[max(range(len(drafts)), key=lambda number: odds[number])]


def called_so(draft: Draft, word: str, marks: frozenset[str]) -> bool:
    """Whether a name or an earlier mention has this noun, and nothing in it speaks against the marks."""
    for reference in draft.references[-REMEMBERED:]:
        phrase = reference.phrase
        same = (phrase.head is not None and phrase.head.word == word) or _has_noun(reference, word)
        if same and (not marks or phrase.head is None or marks & titles.marks_of(reference.text, phrase.head)):
            return True
    return False


def _has_noun(reference: Reference, word: str) -> bool:
    """Whether the words have this noun for the whole: "League of Ports" is a league, "Union Bank" no union.

    Of a description any word of that kind tells: "a draft communique" is a draft, "a cabinet paper" no cabinet.
    """
    phrase = reference.phrase
    words = (reference.words(phrase.name) or reference.words(phrase.core) or "").lower().split()
    if phrase.name is None:
        found = noun(word)
        return word in words and (phrase.head is None or found is None or phrase.head.kind == found.kind)
    return any(one == word and (at + 1 == len(words) or words[at + 1] in _JOINTS) for at, one in enumerate(words))


def _own_body(drafts: Sequence[Draft], owner: Draft, kind: ActorKind) -> Draft | None:
    """The body of a person that the words leave unnamed ("her country", "his association"), by the person's roles."""
    return last_of([draft for draft in drafts if draft.kind == kind and belongs(draft, owner)])


def _is_no_company(draft: Draft) -> bool:
    words = [noun(word) for word in (draft.name or "").split()]
    return any(found is not None and ("public" in found.marks or found.word in _NO_COMPANIES) for found in words)


def _is_american(name: str) -> bool:
    return name == "White House" or country(name) == country("U.S.")


def name_of_body(draft: Draft) -> str | None:
    """What a body without a proper name is called ("interior ministry"); None for a bare "ministry"."""
    if draft.kind not in ("organisation", "government", "outlet") or draft.unnamed:
        return None
    found = []
    for reference in draft.references:
        core = reference.words(reference.phrase.core)
        several = draft.kind == "outlet" and reference.phrase.plural  # "so many newspapers"
        if core and " " in core and reference.phrase.shape == "noun" and reference.phrase.owner is None and not several:
            found.append(core)
    return max(found, key=len, default=None)


def belongs(draft: Draft, owner: Draft) -> bool:
    """Whether a body is its owner's: of whom it is told so, or who speaks for it or for its country.

    "President of the Doctors' Union", "Ada Renn of the Doctors' Union", "the Sarnian minister".
    """
    if draft in owner.principals:
        return True
    told = [*owner.roles, *(r.words(r.phrase.of) or "" for r in owner.references[:REMEMBERED] if r.phrase.name)]
    if any(name in words for words in told for name in draft.names):
        return True
    if draft.kind != "government":
        return False
    places = {place for role in owner.roles for place in bounds_of(role).places}
    return any(same_realm(key_of(place), key_of(name)) for place in places for name in draft.names)


def body_of(drafts: Sequence[Draft], speaker: Draft) -> Draft | None:
    """The body that "we" means in the words of this speaker: the one spoken for, or the one of the speaker's role."""
    if speaker.principals:
        return speaker.principals[0]
    bodies = [draft for draft in drafts if draft.kind in ("organisation", "government") and belongs(draft, speaker)]
    return bodies[0] if bodies else None


def staff_of(drafts: Sequence[Draft], names: Names, reference: Reference, owner: Draft | None) -> Draft | None:
    """The outlet whose reporter it is ("an Anchor reporter", "our correspondent"); None for anybody else."""
    head = reference.phrase.head
    if head is not None and head.word in _ASKING and reference.text.isupper():
        return names.outlet if names.scene.text.startswith(":", reference.end) else None  # of a transcript
    if head is None or head.word not in _STAFF:
        return None
    if owner is not None and owner.kind == "outlet":
        return owner
    if reference.phrase.determiner in _OWN | {"your"}:
        return names.outlet
    before = (reference.words(reference.phrase.core) or "").split()[:-1]
    if before and before[0][:1].isupper():
        return names.outlet_called(" ".join(before))
    if before or reference.phrase.determiner != "the" or not reference.phrase.plural or not reference.source_of:
        return None
    cited = [d for d in drafts if d.kind == "outlet" and d.latest is not None and d is not names.outlet]
    return last_of(cited)  # "as the journalists note"


def last_of(drafts: Sequence[Draft]) -> Draft | None:
    """The draft that was mentioned last."""
    return max(drafts, key=place_of, default=None)


def place_of(draft: Draft) -> int:
    """Where the last mention so far begins; -1 before the first."""
    return draft.latest.start if draft.latest else -1


def kind_of(reference: Reference) -> ActorKind:
    """The kind that the words show, and the encoder's where they leave it open."""
    head: Noun | None = reference.phrase.head
    if head is None:
        core, of = (reference.words(place) or "" for place in (reference.phrase.core, reference.phrase.of))
        held = noun(of.split()[-1]) if core in _HOLDING and of else None
        if held is not None and held.kind == "document":
            return "document"
        return "group" if is_share(reference.text) else reference.kind or _kind_untold(reference)
    return reference.kind if reference.kind in head.marks else head.kind


def _kind_untold(reference: Reference) -> ActorKind:
    """The kind where neither a list nor the encoder tells it: one thing shows what it shows as a document does."""
    phrase = reference.phrase
    words = (reference.words(phrase.core) or "").split()
    of = (reference.words(phrase.of) or "").split()
    if phrase.shape != "noun" or not words or not (phrase.determiner or phrase.owner) or phrase.number not in (None, 1):
        return "person"
    if any((found := noun(word)) is not None and found.kind in _PEOPLE for word in [*words, *of[-1:]]):
        return "person"  # "the dismissed general each time", "a slew of leaders"
    single = all(word.isalpha() and word.islower() for word in words) and not words[-1].endswith("s")
    return "document" if single and words[-1] not in _ANYBODY else "person"
