"""Whom a name means that several share: "Renn", "Mrs Renn" and "President Renn" of a family, "her husband Otto"."""

from __future__ import annotations

import re

from reportedly.reading.cast.appositions import heads_beside
from reportedly.reading.cast.name_forms import key_of
from reportedly.reading.cast.nouns import Gender, Noun, akin, gender_of, honorific, is_first_name, noun
from reportedly.reading.cast.scene import Reference, Scene
from reportedly.reading.cast.written_names import Name

_KIN_WORDS = (
    r"(?:husband|wife|widow|widower|son|daughter|brother|sister|father|mother|uncle|aunt|nephew|niece|cousin|"
    r"grandfather|grandmother|grandson|granddaughter)"
)
_KIN = re.compile(_KIN_WORDS)
_KIN_BEFORE = re.compile(rf"\b({_KIN_WORDS}),? \Z")
_KIN_BEHIND = re.compile(rf", (?:[Hh]is|[Hh]er|[Tt]heir|(?:the )?[\w-]+[’']s?) (?:[a-z-]+ ){{0,2}}?({_KIN_WORDS})\b")
_BESIDE = 20  # characters before a name in which it tells whose kin somebody is
_TAKEN_UP = 120  # characters behind a name in which "the former president" is whoever has it
_THE = re.compile(r"\b[Tt]he (?:(?:former|late|then|current|outgoing|old|new|young) )?([a-z]+)\b")


def nearest(scene: Scene, name: Name, reference: Reference) -> Name:
    """The host whose gender does not speak against it, and who is called by the title; of a family who is named most.

    Else it is the last one named. Whom the text called by the name alone before it named another goes on being called
    so.
    """
    gender, title, hosts = title_gender(reference), _title(reference), name.hosts
    style, alone = _style(reference), sorted(host.first for host in hosts)[1]

    def rank(host: Name) -> tuple[bool, int, bool, bool, int, int]:
        before = [other.start for other in host.references if other.start < reference.start]
        other = next((g for r in host.references if (g := title_gender(r) or gender_of_kin(scene, r))), None)
        fits = not (gender and other and gender != other)
        often = len(host.references) if host.kind == "person" else 0
        if host.kind == "person" and is_first_name(host.key[0]) and host.first < alone:
            often += sum(host.first < r.start < alone for r in name.references)
        called = title is not None and _is_called(scene, host, title)
        return fits, _styled(host, style), called, bool(before), often, max(before, default=-host.first)

    return max(hosts, key=rank)


def title_gender(reference: Reference) -> Gender | None:
    """The gender that a title, the noun beside a name or its first name tells of."""
    phrase = reference.phrase
    if phrase.head is not None and phrase.head.gender:
        return phrase.head.gender
    title = reference.words(phrase.title)
    if title and (gender := honorific(title.split()[0])):
        return gender
    name = reference.words(phrase.name)
    return gender_of(name.split()[0]) if name and " " in name else None


def gender_of_kin(scene: Scene, reference: Reference) -> Gender | None:
    """The gender of somebody beside whose name it says whose kin they are: "her husband, Otto Renn"."""
    before = _KIN_BEFORE.search(scene.text, max(0, reference.start - _BESIDE), reference.start)
    found = before or _KIN_BEHIND.match(scene.text, reference.end)
    kin = None if found is None else noun(found[1])
    return None if kin is None else kin.gender


def is_of_another_family(scene: Scene, name: Name, reference: Reference) -> bool:
    """Whether the first name of somebody's kin is only by chance that of somebody named in full.

    "Renn and her husband Otto" are the Renns, or know an Otto of whom the text has told whose husband he is.
    """
    head = reference.phrase.head
    if len(name.key) != 1 or head is None or not _KIN.fullmatch(head.word):
        return False
    beside = [r for r in scene.references if r.sentence == reference.sentence and r is not reference]
    families = {key_of(words)[-1:] for r in beside if (words := r.words(r.phrase.name)) and r.start < reference.start}
    return bool(families) and all(
        len(host.key) == 2
        and host.key[:1] == name.key
        and host.key[-1:] not in families
        and not any(gender_of_kin(scene, r) for r in host.references)
        for host in name.hosts
    )


def other_of_two(name: Name, reference: Reference) -> Gender | None:
    """The gender of whoever is called by a surname alone beside another: of "Mr. Ott and Mrs. Ott", of the second."""
    if len(name.key) != 1 or name.hosts:
        return None
    told = [gender for r in name.references if (gender := _addressed(r)) is not None]
    asked = _addressed(reference)
    return asked if told and asked and asked != told[0] else None


def _addressed(reference: Reference) -> Gender | None:
    """The gender that "Mr" or "Mrs" before a name tells of."""
    title = reference.words(reference.phrase.title)
    return (honorific(title.split()[0]) or None) if title else None


def _style(reference: Reference) -> tuple[str, ...]:
    """The words of a title before a name that not everybody has: "Dr", "former president"."""
    words = (reference.words(reference.phrase.title) or "").lower().replace(".", "").split()
    return tuple(words) if words and not honorific(words[0]) else ()


def _styled(host: Name, style: tuple[str, ...]) -> int:
    """How well a title is the one before the full name: 2 for the same words, 1 for the same office, else 0."""
    styles = {other for r in host.references if (other := _style(r))}
    return 2 if style in styles else int(bool(style) and any(other[-1] == style[-1] for other in styles))


def _title(reference: Reference) -> Noun | None:
    """The office that stands before a name."""
    title, head = reference.words(reference.phrase.title), reference.phrase.head
    return head if title and head is not None and not honorific(title.split()[0]) else None


def _is_called(scene: Scene, host: Name, title: Noun) -> bool:
    """Whether the text gives somebody this office beside the full name, or takes them up by it in the sentence."""
    if any(akin(title.word, head.word) for r in host.references for head in heads_beside(scene, r)):
        return True
    words = {name for r in host.references if (name := r.words(r.phrase.name))}
    places = (found.end() for name in words for found in re.finditer(re.escape(name), scene.text))
    return any(_takes_up(scene, end, title) for end in places)


def _takes_up(scene: Scene, end: int, title: Noun) -> bool:
    """Whether the first person told of behind a name, in its sentence and before other names, is of this office."""
    for found in _THE.finditer(scene.text, end, min(len(scene.text), end + _TAKEN_UP)):
        head = noun(found[1])
        if head is None or head.kind != "person":
            continue
        between = scene.references[scene.position(end) : scene.position(found.start())]
        return (
            akin(title.word, head.word)
            and scene.sentence_of(found.start()) == scene.sentence_of(end)
            and all(r.phrase.name is None or r.start < end for r in between)
        )
    return False
