"""An article as it looks while its actors are made out: every place that refers to one, and a draft of each actor."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.bases import Basis
from reportedly.reading.cast.described import find_described
from reportedly.reading.cast.nationals import as_national
from reportedly.reading.cast.no_names import as_people, names_nobody, noun_behind
from reportedly.reading.cast.nouns import Gender, country, is_first_name
from reportedly.reading.cast.phrases import Phrase
from reportedly.reading.cast.proper import PARTICLES
from reportedly.reading.cast.rest_of_name import ends_like_several, may_be_surname, rest_of_name
from reportedly.reading.cast.role_words import roles_in, with_role
from reportedly.reading.cast.seen import seen_as
from reportedly.reading.cast.tokens import Place
from reportedly.reading.cast.unmarked import find_people, find_press, find_pronouns
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import ActorKind, Article, Span

_PARAGRAPH_END = re.compile(r"\n+")
_POSSESSIVE = re.compile(r"['’]s\b|['’](?=\s)")
_AGAIN = re.compile(  # "Gov. Ada Renn. Renn"
    r"(?P<first>[^.]{0,40}(?:\b[A-Z]\w{0,5}\. [^.]{0,40})?\b(?P<last>\w{3,}))\. (?P=last)\b"
)
_AGED = re.compile(r"[Tt]he \d\d-year-old(?=, whos?e?\b)")  # with what only says more of one who is known
_OF_ONE = ("person", "government", "organisation", "place", None)  # for which "the Brazilian" is taken
_ENDS = " .!?\"'’”"  # of a title, where a text sets a full stop that the title has not
_OF_COUNTRY = ("a", "ia", "o", "y")  # what a country has beyond the word for what is its own: "Sorvana", "Sorvan"

Antecedents = Callable[[Span, Sequence[Span]], Sequence[float]]
"""Log-odds that a mention refers to the same actor as each of some earlier mentions."""


@dataclass(slots=True, eq=False)
class Draft:
    """What is known so far of one actor. `latest` is the last reference that was read."""

    kind: ActorKind | None = None
    names: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    latest: Reference | None = None
    gender: Gender | None = None
    unnamed: bool = False
    count: int | None = None
    basis: Basis | None = None
    group: Draft | None = None
    members: list[Draft] = field(default_factory=list)  # of a group, as far as the text tells who they are
    owner: Draft | None = None
    principals: list[Draft] = field(default_factory=list)
    told: int = 0  # how often it was a source so far
    seems: float = 0.0  # above 0: perhaps she, by the look of the name and the pronouns beside it; below: he

    @property
    def name(self) -> str | None:
        """The fullest name so far; of a government the usual or the shortest ("Russia", "Talvera", not "Talveran")."""
        if self.kind == "government":
            return min(self.names, key=self._as_country, default=None)
        known = [name for name in self.names if not (self.kind == "person" and _is_led(name, self.names))]
        return max(known, key=lambda name: (" " in name, len(name)), default=None)  # no "realTomVale"

    def _as_country(self, name: str) -> tuple[bool, bool, int]:
        is_of_it = any(name + ending in self.names for ending in _OF_COUNTRY)
        return country(name) != name, is_of_it, len(name)

    def add_role(self, role: str | None) -> None:
        """Notes a role in the text's words, once; "spokeswoman" says no more than "a spokeswoman for the port"."""
        for one in roles_in(role or ""):
            self.roles = with_role(self.roles, one)


def _is_led(name: str, names: Iterable[str]) -> bool:
    """Whether a word that is no name leads to another of the names: "Icon Ada Renn", of a headline, beside Ada Renn."""
    shorter = [other for other in names if " " in other and name.endswith(f" {other}") and not _begins_name(name)]
    return any(is_first_name(first := other.split()[0]) and first.lower() not in PARTICLES for other in shorter)


def _begins_name(name: str) -> bool:
    first = name.split()[0].rstrip(".")
    return is_first_name(first) or len(first) < 3


@dataclass(slots=True, eq=False)
class Reference:
    """One place that refers to an actor.

    `kind` is the encoder's, None where it gave no mention. `inside` is the position of the innermost attribution in
    whose content it stands, `source_of` the positions of those whose source it is, `told_by` of those whose addressee,
    `asked` whether any attribution needs its actor. `outer` is the smallest reference that it stands in, as "Putin" in
    "Putin's press secretary". `leading` is the first of its sentence. `role_places` are the places in the article of
    the titles and appositions around a name. `marked` is False for a pronoun that the encoder did not give.
    """

    start: int
    end: int
    text: str
    phrase: Phrase
    kind: ActorKind | None = None
    sentence: int = 0
    paragraph: int = 0
    inside: int | None = None
    source_of: list[int] = field(default_factory=list)
    told_by: list[int] = field(default_factory=list)
    asked: bool = False
    marked: bool = True
    outer: Reference | None = None
    possessive: bool = False
    leading: bool = False
    draft: Draft | None = None
    role_places: list[Place] = field(default_factory=list)

    def words(self, place: Place | None) -> str | None:
        """The words at a place of the phrase."""
        return self.text[place[0] : place[1]] if place else None

    def give(self, draft: Draft) -> None:
        """Makes the reference one of this draft's."""
        self.draft = draft
        draft.references.append(self)


class Scene:
    """The references of an article in reading order, the longer first where two begin together."""

    def __init__(
        self,
        article: Article,
        attributions: Sequence[Attribution],
        mentions: Iterable[Mention],
        antecedents: Antecedents | None = None,
    ) -> None:
        self.article = article
        self.antecedents = antecedents
        self.text = article.text
        self.attributions = attributions
        self._sentences = [0, *(sentence.start for sentence in find_sentences(article) if sentence.start)]
        self._paragraphs = [0, *(match.end() for match in _PARAGRAPH_END.finditer(self.text))]
        self.at: dict[Place, Reference] = {}  # a first name found alone has the reference of the whole name
        for mention in mentions:
            if names_nobody(self.text, mention):
                continue
            self.reference(mention.span.start, mention.span.end, mention.kind)
        for attribution in attributions:
            for span in _spans_of(attribution):
                self.reference(span.start, span.end).asked = True
        self.joint: dict[Place, list[Draft]] = {}  # whom words for several people mean ("the ministers of A and B")
        self.press = [self.reference(*place) for place in find_press(self.text)]
        for place in [*find_people(self.text, self.at, self._names_of_people())]:
            self.reference(*place, "person").marked = False
        taken = [place for place, found in self.at.items() if found.phrase.shape != "pronoun"]
        for place, found in [*find_described(self.text, taken)]:
            self.reference(*place, "group" if found.plural else "person").marked = False
        for place in [*find_pronouns(self.text, self.at)]:
            self.reference(*place).marked = False
        for position, attribution in enumerate(attributions):
            if attribution.source is not None:
                self.at[attribution.source.start, attribution.source.end].source_of.append(position)
            for span in attribution.addressees:
                self.at[span.start, span.end].told_by.append(position)
        whole = {(found.start, found.end) for found in self.at.values()}
        self.references = [self.at[place] for place in sorted(whole, key=lambda place: (place[0], -place[1]))]
        self._see_surnames()
        self._look_around()

    def _see_surnames(self) -> None:
        """Takes a bare noun for a name where the article has it behind a first name ("Singer", for Paul Singer)."""
        full = [name.split() for name in self._names_of_people() if " " in name]
        surnames = {words[-1] for words in full if may_be_surname(words[-1]) or ends_like_several(words)}
        for reference in self.references if surnames else ():
            if reference.phrase.shape == "noun" and reference.text in surnames:
                place = (0, len(reference.text))
                reference.phrase = Phrase("name", core=place, name=place)

    def reference(self, start: int, end: int, kind: ActorKind | None = None) -> Reference:
        """The reference at this place, made if there is none."""
        found = self.at.get((start, end))
        if found is None and (twice := _AGAIN.match(self.text, start, end)) is not None:
            found = self.at[start, end] = self.reference(start, twice.end("first"), kind)
        if found is None and (aged := _AGED.match(self.text, start, end)) is not None and aged.end() < end:
            found = self.at[start, end] = self.reference(start, aged.end(), kind or "person")
        if found is None:
            if behind := rest_of_name(self.text, start, end, kind) or noun_behind(self.text, start, end, kind):
                many = self.text.endswith(" counterparts", start, end + behind)
                found = self.at[start, end] = self.reference(start, end + behind, "group" if many else kind)
                return found
            text = self.text[start:end]
            people = as_people(self.text, start, text) if kind == "person" else None
            one = as_national(self.text, start, text) if kind in _OF_ONE else None
            kind = "group" if people else "person" if one else kind
            found = self.at[start, end] = Reference(
                start, end, text, people or one or seen_as(text, kind, self.article.outlet), kind,
                bisect_right(self._sentences, start), bisect_right(self._paragraphs, start),
            )  # fmt: skip
        return found

    def _names_of_people(self) -> set[str]:
        people = (reference for reference in self.at.values() if reference.kind == "person")
        return {name.strip(" ,'’") for one in people if (name := one.words(one.phrase.name)) and name[0].isupper()}

    def inner(self, outside: Reference, place: Place) -> Reference:
        """The reference at a place of a phrase, made where the encoder gave none."""
        return self.inner_at(outside.start + place[0], outside.start + place[1], outside)

    def inner_at(self, start: int, end: int, outside: Reference) -> Reference:
        """The reference at this place with "the" before it, or what ends with it; made where there is none."""
        if start - 4 >= outside.start and self.text[start - 4 : start].lower() == "the ":
            start -= 4
        found = self.within(start, end)
        if found is None or found is outside or found.end != end or found.start > start + 4:
            found = self.reference(start, end)
        found.marked = True  # somebody of whom the words around it speak
        if found.outer is None and found is not outside:
            found.outer = outside
            found.inside = outside.inside if found.inside is None else found.inside
        return found

    def within(self, start: int, end: int) -> Reference | None:
        """The longest reference inside this place that ends with it, or else begins with it."""
        best, longest = None, (False, 0)
        for reference in self.references[self.position(start) :]:
            if reference.start >= end:
                break
            rank = reference.end == end, reference.end - reference.start
            if reference.end <= end and (rank[0] or reference.start == start) and rank > longest:
                best, longest = reference, rank
        return best

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence at this offset."""
        return bisect_right(self._sentences, offset)

    def start_of(self, reference: Reference) -> int:
        """Where the sentence of a reference begins."""
        return self._sentences[bisect_right(self._sentences, reference.start) - 1]

    def begins_sentence(self, offset: int) -> bool:
        """Whether a sentence begins at this offset."""
        return self._sentences[bisect_right(self._sentences, offset) - 1] == offset

    def in_headline(self, offset: int) -> bool:
        """Whether this offset stands in the article's title, where the text begins with it."""
        title = self.article.title
        return title is not None and offset < len(title) and self.text.lstrip().startswith(title.rstrip(_ENDS))

    def position(self, start: int) -> int:
        """How many references begin before this offset."""
        return bisect_right(self._starts, start - 1)

    def _look_around(self) -> None:
        self._starts = [reference.start for reference in self.references]
        contents = sorted(
            (span.start, span.end, position)
            for position, attribution in enumerate(self.attributions)
            for span in attribution.content
        )
        starts = [start for start, _, _ in contents]
        open_: list[Reference] = []
        sentence = -1
        for reference in self.references:
            while open_ and open_[-1].end <= reference.start:
                open_.pop()
            reference.outer = open_[-1] if open_ else None
            open_.append(reference)
            reference.inside = self._inside(reference, contents, starts)
            reference.possessive = _POSSESSIVE.match(self.text, reference.end) is not None
            reference.leading = reference.sentence != sentence and reference.outer is None
            sentence = reference.sentence

    def _inside(self, reference: Reference, contents: list[tuple[int, int, int]], starts: list[int]) -> int | None:
        best, width = None, 0
        for start, end, position in contents[max(0, bisect_right(starts, reference.start) - 12) :]:
            if start > reference.start:
                break
            if (
                reference.end <= end + 1
                and position not in reference.source_of
                and (best is None or end - start < width)
            ):
                best, width = position, end - start
        return best


def _spans_of(attribution: Attribution) -> Iterator[Span]:
    if attribution.source is not None:
        yield attribution.source
    yield from attribution.addressees
    for relay in attribution.relays:
        yield relay.mention
