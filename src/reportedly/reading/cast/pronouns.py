"""Whom a pronoun means: every candidate is weighed by where and how it was last mentioned."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from reportedly.reading.cast.antecedent_signs import SINGLE, Asked, gender_asked, signs
from reportedly.reading.cast.asides import outside_asides
from reportedly.reading.cast.askers import asks, who_answers
from reportedly.reading.cast.author import is_author
from reportedly.reading.cast.own_words import NEVER, is_quoted, named_in_own_words
from reportedly.reading.cast.pronoun_weights import pronoun_weights
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.spokespeople import speaks
from reportedly.reading.cast.unmarked import is_press
from reportedly.records import ActorKind

SECOND_PERSON = frozenset(["you", "your", "yours", "yourself", "yourselves"])
FIRST_PERSON = frozenset(["i", "we", "us", "me", "my", "mine", "our", "ours", "myself", "ourselves"])
RELATIVE = frozenset(["who", "which", "that", "whose", "whom"])
OF_THINGS = frozenset(["which", "that"])
_PART_BEFORE = re.compile(r"(?:%|per ?cent|\bhalf|\bthirds|\bquarters) \Z")
_SIDES = re.compile(
    r"(?:Both|The(?: two)?) (?:[a-z]+ )?(?:sides|ministers|leaders|presidents|premiers|delegations|governments|"
    r"diplomats)\b[^\n.!?]*[.!?] \Z"
)
_LONG = 240  # characters of a sentence
_THING = frozenset(["it", "its", "itself"])
_BODIES: frozenset[ActorKind | None] = frozenset(("organisation", "government", "document", "outlet", "group", "place"))
_NATION = re.compile(r"[Tt]he [A-Z][a-z]+(?:ns|is)")

_GOES_ON = re.compile(
    r"(?:(?:also|then|later) )?(?:continue[ds]|add(?:ed|s)|w[eo]nt on|goes on|concluded)(?: to say)?:?"
)
_ASKED = re.compile(r"[“\"]?(?:When |If |On being |After being )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\b")
NEAR = 5  # sentences back in which whoever goes on speaking was named
SURE = 1.0  # a margin above which a pronoun tells the gender of its antecedent for good
OPEN = 2.5  # a margin below which the encoder is asked, about at most this many candidates:
ASKED = 6
TRUST, LOUDEST = 0.4, 6.0  # its log-odds count this much, and never more than so many
WINDOW = 8  # sentences back; further candidates are as good as forgotten


def antecedent(scene: Scene, drafts: Iterable[Draft], reference: Reference, last_source: Draft | None) -> Draft | None:
    """The actor that a personal or possessive pronoun means; None when none fits.

    Where the signs leave it open, what the encoder thinks of the candidates' last mentions is added to them.
    """
    if (speaking := _document_speaking(scene, reference, last_source)) is not None:
        return speaking
    if (emphasised := _emphasised(reference)) is not None:
        return emphasised
    if (told := _told_of_by_own(scene, reference)) is not None:
        return told
    drafts = list(drafts)
    if (sides := _sides_before(scene, reference)) is not None:
        return next((draft for draft in drafts if draft.latest is not None and draft.latest.start == sides), None)
    speaker = who_answers(scene, reference)
    if speaker is not None and possible(scene, speaker, reference):
        return speaker
    if (speaker := _going_on(scene, drafts, reference)) is not None:
        return speaker
    best, sure = _only_of_paragraph(scene, drafts, reference), True
    if best is None:
        best, sure = _likeliest(scene, drafts, reference, last_source)
    asked = gender_asked(reference.phrase.determiner)
    if best is not None and asked and reference.marked and best.gender is None and best.kind == "person":
        if sure:
            best.gender = asked
        else:
            best.seems += 0.5 if asked == "f" else -0.5
    return best


def _likeliest(
    scene: Scene, drafts: Iterable[Draft], reference: Reference, last_source: Draft | None
) -> tuple[Draft | None, bool]:
    """The candidate that the signs and the encoder are most for, and whether by far."""
    weights = pronoun_weights()[sort_of(reference.phrase.determiner)]
    scored = [
        (sum(weights.get(name, 0.0) for name in found), draft)
        for draft, found in candidates(scene, drafts, reference, last_source)
    ]
    scored.sort(key=lambda pair: -pair[0])
    if not scored:
        return None, False
    if len(scored) > 1 and scored[0][0] - scored[1][0] < OPEN and scene.antecedents is not None:
        scored = _asked(scene, scored[:ASKED], reference)
    return scored[0][1], len(scored) < 2 or scored[0][0] - scored[1][0] >= SURE


def _emphasised(reference: Reference) -> Draft | None:
    """Whom a name or title means with which a reflexive pronoun stands, or begins: "Mr Renn himself", "he and Lund"."""
    outer, word = reference.outer, reference.phrase.determiner
    if outer is not None and outer.phrase.shape == "pronoun" and outer.start == reference.start:
        return outer.draft
    return outer.draft if outer is not None and outer.end == reference.end and word.endswith("self") else None


def _told_of_by_own(scene: Scene, reference: Reference) -> Draft | None:
    """With whom the words begin that her own people tell of her: "Ada Renn rang Olga Vale at noon, her office said"."""
    source = reference.outer
    if source is None or source.start != reference.start or source.kind == "document":
        return None
    for position in source.source_of:
        told = scene.attributions[position]
        begin = told.content[0].start
        if told.form == "direct" or begin > reference.start or scene.sentence_of(begin) != reference.sentence:
            continue
        first = next((one for one in scene.references[scene.position(begin) :] if one.start == begin), None)
        if first is not None and first.draft is not None and possible(scene, first.draft, reference):
            return first.draft
    return None


def _sides_before(scene: Scene, reference: Reference) -> int | None:
    """Where the sentence before begins with people who did it together, for a "they" that goes on with them."""
    if reference.text != "They" or not reference.leading:
        return None
    found = _SIDES.search(scene.text, max(0, reference.start - _LONG), reference.start)
    return None if found is None else found.start()


def _only_of_paragraph(scene: Scene, drafts: Iterable[Draft], reference: Reference) -> Draft | None:
    """The one whom a paragraph has named, and nobody else who may be meant, right before: "More from Renn. He said"."""
    if reference.phrase.determiner not in SINGLE or not reference.leading or reference.inside is not None:
        return None
    here = [draft for draft in drafts if draft.latest and draft.latest.paragraph == reference.paragraph]
    here = [draft for draft in here if possible(scene, draft, reference)]
    latest = here[0].latest if len(here) == 1 else None
    if latest is None or latest.inside is not None or latest.phrase.name is None:
        return None
    return here[0] if latest.sentence == reference.sentence - 1 else None


def _document_speaking(scene: Scene, reference: Reference, last_source: Draft | None) -> Draft | None:
    """The document that spoke last, for an "it" that speaks right after ("The memo warned … It recommended …")."""
    if reference.phrase.determiner != "it" or not reference.source_of or last_source is None:
        return None
    latest = last_source.latest
    if last_source.kind != "document" or latest is None or reference.sentence - latest.sentence > 1:
        return None
    return last_source if possible(scene, last_source, reference) else None


def _going_on(scene: Scene, drafts: Sequence[Draft], reference: Reference) -> Draft | None:
    """Whoever spoke last, for a "he" that goes on, or that is asked: “…,” Renn said. Asked about Vale, he said “…”."""
    if reference.phrase.determiner not in SINGLE or reference.inside is not None or not reference.source_of:
        return None
    start = scene.start_of(reference)
    before = reversed(scene.references[: scene.position(start)])
    last = next((r for r in before if r.source_of and r.inside is None and r.draft is not None), None)
    if last is None or last.draft is None or reference.sentence - last.sentence > NEAR or last.draft.kind != "person":
        return None
    cues = (cue.text for n in reference.source_of if (cue := scene.attributions[n].cue) is not None)
    is_asked = _ASKED.match(scene.text, start) is not None
    end = start if is_asked else reference.start  # whom one is asked about is another
    if not (is_asked or any(map(_GOES_ON.fullmatch, cues))) or not possible(scene, last.draft, reference):
        return None
    others = (draft for draft in drafts if draft is not last.draft and possible(scene, draft, reference))
    named = (r for draft in others for r in draft.references if last.end <= r.start < end and r.inside is None)
    return None if any(r.phrase.name is not None for r in named) else last.draft


def _asked(scene: Scene, scored: list[tuple[float, Draft]], reference: Reference) -> list[tuple[float, Draft]]:
    """The candidates, best first, with the encoder's opinion of their last mentions."""
    pairs = sorted(
        ((draft.latest.start, draft.latest.end, number) for number, (_, draft) in enumerate(scored) if draft.latest),
    )
    spans = [scene.article.span(start, end) for start, end, _ in pairs]
    assert scene.antecedents is not None
    odds = scene.antecedents(scene.article.span(reference.start, reference.end), spans)
    opinion = {number: max(-LOUDEST, min(LOUDEST, value)) for value, (_, _, number) in zip(odds, pairs, strict=True)}
    added = [(score + TRUST * opinion.get(number, 0.0), draft) for number, (score, draft) in enumerate(scored)]
    return sorted(added, key=lambda pair: -pair[0])


def sort_of(word: str) -> str:
    """Which weights a pronoun goes by: person, thing or several."""
    return "person" if word in SINGLE else "thing" if word in _THING else "several"


def candidates(
    scene: Scene, drafts: Iterable[Draft], reference: Reference, last_source: Draft | None
) -> list[tuple[Draft, list[str]]]:
    """The actors that a pronoun may mean, each with what speaks for or against it."""
    fitting = [draft for draft in drafts if draft.latest is not None and possible(scene, draft, reference)]
    others = _others_in_talk(scene, reference)
    named = named_in_own_words(scene, reference)
    fitting = [draft for draft in fitting if draft not in others and named.get(id(draft)) != NEVER] or fitting
    fitting = outside_asides(scene, fitting, reference)
    ranks = sorted(-draft.latest.start for draft in fitting if draft.latest)
    most = max((len(draft.references) for draft in fitting), default=0)
    asked, found = Asked.of(scene, reference), []
    for draft in fitting:
        seen = signs(scene, draft, asked, last_source)
        if id(draft) in named:
            seen.append(named[id(draft)])
        if draft.latest:
            rank = bisect_right(ranks, -draft.latest.start)
            seen.append(("last of all", "last but one", "last but two")[rank - 1] if rank < 4 else "before others")
        if len(draft.references) == most:
            seen.append("mentioned most")
        if len(fitting) == 1:
            seen.append("only one")
        found.append((draft, seen))
    return found


def possible(scene: Scene, draft: Draft, reference: Reference) -> bool:
    """Whether number, gender, kind and place allow it at all."""
    word, latest = reference.phrase.determiner, draft.latest
    if latest is None or reference.sentence - latest.sentence > WINDOW or latest.outer is reference:
        return False
    if latest.start <= reference.start and reference.end <= latest.end and latest is not reference:
        return False  # "her" in "her spokesman" is not the spokesman
    if latest.inside in reference.source_of and is_quoted(scene, scene.attributions[latest.inside or 0]):
        return False  # whoever is quoted does not speak of himself by name
    if reference.outer is not None and draft.kind in ("outlet", "document") and speaks(reference.outer.text):
        return False  # "its spokesman" speaks for no newspaper
    if reference.source_of and is_press(latest.text):
        return False  # "they told us": those who were only told something tell nothing
    if reference.source_of and latest.sentence == reference.sentence and asks(scene, latest):
        return False  # whoever asks does not answer
    asked = SINGLE.get(word)
    if asked:
        if draft.gender or is_author(scene, draft):
            return draft.gender == asked and not is_author(scene, draft)
        return (draft.kind in ("person", None) and not _several(draft)) or (draft.unnamed and not _several(draft))
    if word in _THING:
        return draft.kind in _BODIES and not draft.unnamed
    if not reference.marked:  # else "they" may be things
        return (_several(draft) or _is_nation(latest)) and reference.sentence - latest.sentence < 2
    return _several(draft) or draft.kind in _BODIES or draft.unnamed


def _is_nation(latest: Reference) -> bool:
    """Whether words call a country by its people ("the Sarnians")."""
    return _NATION.fullmatch(latest.text) is not None


def goes_on(reference: Reference, meant: Draft) -> bool:
    """Whether the next "they" may go on from a guess, on which nothing else is built, and nothing outside its talk."""
    latest = meant.latest
    return sort_of(reference.phrase.determiner) == "several" and reference.inside in (None, latest and latest.inside)


def _others_in_talk(scene: Scene, reference: Reference) -> list[Draft | None]:
    """Those in the same talk who are not meant: who tells it to him, and who calls himself "I" where he is quoted."""
    found = [_source_of(scene, number) for number in reference.told_by]
    around = reference.inside
    if around is not None and reference.phrase.determiner in SINGLE and is_quoted(scene, scene.attributions[around]):
        found.append(_source_of(scene, around))
    return found


def speaker_behind(scene: Scene, reference: Reference) -> Reference | None:
    """The pronoun behind a quotation that says whose it is, for a pronoun in it: “Not with him,” he said.

    Who says so is asked first, since it is the other who is not meant.
    """
    around = reference.inside
    if around is None or reference.phrase.shape != "pronoun" or reference.phrase.determiner not in SINGLE:
        return None
    attribution = scene.attributions[around]
    source = attribution.source
    if source is None or source.start < reference.end or not is_quoted(scene, attribution):
        return None
    found = scene.at.get((source.start, source.end))
    same = found is not None and SINGLE.get(found.phrase.determiner or "") == SINGLE[reference.phrase.determiner]
    return found if same and found is not None and found.phrase.shape == "pronoun" else None


def _source_of(scene: Scene, number: int) -> Draft | None:
    source = scene.attributions[number].source
    found = scene.at.get((source.start, source.end)) if source else None
    return found.draft if found is not None else None


def _several(draft: Draft) -> bool:
    return (draft.count or 0) > 1 or (draft.kind == "group" and draft.count is None)


def relative(scene: Scene, reference: Reference) -> Draft | None:
    """The actor right before a relative pronoun ("Wren, who speaks for the president"); "which" is no person."""
    position = scene.position(reference.start)
    is_thing = reference.phrase.determiner == "which"
    if _PART_BEFORE.search(scene.text, max(0, reference.start - 12), reference.start):
        return None  # "18% who say": nobody that was named
    for other in reversed(scene.references[max(0, position - 6) : position]):
        if is_thing and other.draft is not None and other.draft.kind == "person":
            continue
        if other.draft is not None and other.end <= reference.start and other.sentence == reference.sentence:
            outer = other.outer  # "an adviser to Mr Stane, who", "her aunt, Ada, who": the adviser, the aunt
            return outer.draft if outer is not None and outer.end <= reference.start and outer.draft else other.draft
    return None
