"""What a body without a name is, by whoever heads it: "her ministry", of a trade minister, is the trade ministry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.reading.cast.bodies import name_of_body
from reportedly.reading.cast.nouns import small_words
from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.scene import Draft

_MINISTRIES = frozenset(("ministry", "department"))
_MINISTERS = frozenset(("minister", "secretary"))
_FIELDS = frozenset(small_words("portfolio")) - {"prime"}
_OF_TITLE = frozenset(
    (*small_words("portfolio"), *small_words("rank"), "first", "attorney", "district", "lieutenant")
)  # what belongs to a title before it


def note_seats(drafts: Sequence[Draft]) -> None:
    """Gives each ministry or office without a name the role that tells whose it is, where the article does.

    A ministry that nobody owns is that of the only minister with a field.
    """
    every = {field for draft in drafts for field in _fields(draft)}
    for draft in drafts:
        if draft.kind != "organisation" or draft.names or draft.unnamed or name_of_body(draft) is not None:
            continue
        called = _noun_of(draft)
        if called == "office" and draft.owner is not None:
            draft.add_role(next((f"office of the {title}" for title in _titles(draft.owner)), None))
        elif called in _MINISTRIES:
            fields = {*_fields(draft.owner)} if draft.owner is not None else every if _is_the_one(draft) else set()
            if len(fields) == 1:
                draft.add_role(f"{next(iter(fields))} {called}")


def _noun_of(draft: Draft) -> str | None:
    heads = (r.phrase.head for r in draft.references if r.phrase.shape == "noun")
    return next((head.word for head in heads if head is not None and not head.plural), None)


def _is_the_one(draft: Draft) -> bool:
    """Whether a body is told of as the only one: "the ministry", and not "a ministry" or "the ministry in Olden"."""
    phrases = [r.phrase for r in draft.references if r.phrase.shape == "noun"]
    return all(phrase.determiner == "the" and phrase.tail is None for phrase in phrases)


def _fields(draft: Draft) -> Iterator[str]:
    """What somebody is minister of: "trade", of "the Sarnish trade minister" and "Minister of Trade"."""
    for role in draft.roles if draft.kind == "person" else ():
        phrase = parse(role)
        if phrase.head is None or phrase.head.word not in _MINISTERS or phrase.core is None:
            continue
        of = role[slice(*phrase.of)] if phrase.of is not None else ""
        words = _known(role[slice(*phrase.core)].split()[:-1], _FIELDS)
        if words or (words := _known(of.removesuffix(" Affairs").removeprefix("the ").split(), _FIELDS)):
            yield " ".join(words)


def _titles(owner: Draft) -> Iterator[str]:
    """The offices that somebody has, in the words for them alone: "prime minister"."""
    for role in owner.roles if owner.kind == "person" else ():
        phrase = parse(role)
        head = phrase.head
        if head is None or phrase.core is None or phrase.plural or "title" not in head.marks or "vague" in head.marks:
            continue
        *before, last = role[slice(*phrase.core)].split()
        if last.endswith("."):
            continue  # "Gov."
        of = phrase.of is not None and role[slice(*phrase.of)].lower() == "state"
        yield " ".join((*_known(before, _OF_TITLE), last.lower(), *("of", "state") * of))


def _known(words: Iterable[str], known: frozenset[str]) -> list[str]:
    return [word.lower() for word in words if word.lower() in known]
