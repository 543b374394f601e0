"""Reader: the steps of reading in order, for one article and for many."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

import numpy as np

from reportedly.errors import BadInput, NotAnArticle, ReportedlyError
from reportedly.reading.attributed import attribute
from reportedly.reading.attributing.complements import holders_whole, parties_whole
from reportedly.reading.attributing.pairs import parties_apart
from reportedly.reading.attributing.papers_sources import with_papers
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import resolve
from reportedly.reading.chains.chains import find_statements
from reportedly.reading.chains.guests import with_guests
from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.chains.talks import told_in_talks
from reportedly.reading.contacts.contacts import Scene, find_contacts
from reportedly.reading.contacts.hosts import hosts_of
from reportedly.reading.contacts.interviews import without_interviews
from reportedly.reading.contacts.outright import told_outright
from reportedly.reading.contacts.senders import without_senders
from reportedly.reading.encounter import Encounter, Stand
from reportedly.reading.freed import give_back_freed
from reportedly.reading.intake.inputs import failure_of
from reportedly.reading.intake.language import check_language
from reportedly.reading.layout.furniture import Furniture, find_furniture
from reportedly.reading.layout.reflow import as_given, reflowed
from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.left_out import notes_on_furniture
from reportedly.reading.positions.ground import Ground
from reportedly.reading.positions.positions import find_positions
from reportedly.reading.positions.weights import stand_weights
from reportedly.reading.saying.dated import dated, notes_on
from reportedly.reading.saying.spoken import counted_from_saying
from reportedly.reading.scoring.attributions import find_attributions
from reportedly.reading.scoring.coreference import Coreference, Vectors
from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.scoring.encounters import find_encounters, find_stands
from reportedly.reading.scoring.leanings import Leanings
from reportedly.reading.scoring.sections import sections_of
from reportedly.reading.scoring.tagged import Tagged, find_tags
from reportedly.reading.scoring.windows import Pieces
from reportedly.reading.shipped import BEST, ENCODERS, FOLDERS, EncoderName
from reportedly.reading.times.timexes import find_timexes, timex_of
from reportedly.records.article import Article, Span, Timex
from reportedly.records.reading import Failure, Reading

CHARACTERS_AT_ONCE = 100_000  # of the articles that share batches of the encoder
ARTICLES_AT_ONCE = 64
THREADS = range(1, 1025)  # more than any machine has use for
NEAR = 10_000  # characters: no sentence is longer, and none reaches farther back
FREED_EVERY = 8  # groups of these: what is given back each time is wanted again at once


class Reader:
    """Reads articles: who said what, through which chain."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._read_groups = count(1)

    @classmethod
    def load(cls, *, encoder: EncoderName = BEST, threads: int = 1) -> Reader:
        """A reader with a shipped encoder on so many threads; BadWeights when the encoder is missing or damaged.

        The `small` encoder is quicker and finds less, see docs/performance.md. BadInput when there is no such encoder,
        or the threads are no number from 1 on.
        """
        if encoder not in ENCODERS:
            raise BadInput(f"there is no encoder {encoder!r}", do=f"name {' or '.join(ENCODERS)}")
        if threads not in THREADS:
            raise BadInput(f"{threads!r} is no number of threads", do="give 1 or more")
        return cls(Encoder.load(FOLDERS[encoder], threads=threads))

    def read(self, article: Article) -> Reading:
        """What the article says; NotAnArticle when it has no text, ForeignLanguage when it is not English."""
        _refuse_what_is_no_article(article)
        (result,) = self._read([article])
        if isinstance(result, ReportedlyError):
            raise result
        return result

    def read_all(self, articles: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        """A Reading, or a Failure, for each article in its order; failures given are passed on in their places."""
        for group in _groups(articles):
            readable = [article for article in group if isinstance(article, Article)]
            results = iter(self._read(readable))
            if next(self._read_groups) % FREED_EVERY == 0:
                give_back_freed()
            for given in group:
                result = next(results) if isinstance(given, Article) else given
                if isinstance(result, ReportedlyError):
                    assert isinstance(given, Article)
                    yield failure_of(result, source=given.url, id=given.id)
                else:
                    yield result

    def _read(self, articles: Sequence[Article]) -> list[Reading | ReportedlyError]:
        accepted: list[Article | ReportedlyError] = [_accept(article) for article in articles]
        ready = [reflowed(article) for article in accepted if isinstance(article, Article)]
        cut = [list(sections_of(pieces)) for pieces in self._encoder.tokenise([article.text for article in ready])]
        found = iter(self._find(ready, cut))
        return [as_given(next(found), a) if isinstance(a, Article) else a for a in accepted]

    def _find(self, articles: Sequence[Article], cut: Sequence[Sequence[Pieces]]) -> Iterator[Reading]:
        short = [(a, sections[0]) for a, sections in zip(articles, cut, strict=True) if len(sections) == 1]
        tagged = iter(self._tag(short))
        for article, sections in zip(articles, cut, strict=True):
            furniture = find_furniture(article)
            attributions: list[Attribution] = []
            mentions: list[Mention] = []
            encounters: list[Encounter] = []
            stands: list[Stand] = []
            leanings = Leanings()
            vectors: list[tuple[Pieces, Vectors]] = []
            for pieces in sections:
                section = next(tagged) if len(sections) == 1 else self._tag([(article, pieces)])[0]
                own = section.scores.coreference
                vectors.append(
                    (pieces, own if len(sections) == 1 else own.astype(np.float16))
                )  # a book in half the memory
                found = find_attributions(section)
                first = len(attributions)
                attributions += [
                    a if a.within is None else replace(a, within=a.within + first) for a in found.attributions
                ]
                mentions += found.mentions
                encounters += find_encounters(section, found.mentions)
                stands += find_stands(section, found.mentions)
                leanings.add(pieces, section.scores)
            coreference = Coreference(vectors, self._encoder.coreference_distance)
            yield _reading(furniture, attributions, mentions, encounters, stands, leanings, coreference)

    def _tag(self, sections: Sequence[tuple[Article, Pieces]]) -> list[Tagged]:
        scored = self._encoder.score([pieces for _, pieces in sections])
        both = [(article, pieces, scores) for (article, pieces), scores in zip(sections, scored, strict=True)]
        return find_tags(both, self._encoder.pair_distance, self._encoder.settings)


def _refuse_what_is_no_article(given: object) -> None:
    """Raises TypeError for what callers without a type checker give in the place of an article: a text or a path."""
    if not isinstance(given, Article | Failure):
        kind = type(given).__name__
        raise TypeError(f"a Reader reads articles, not {kind}; make one of a text with: Article.of(text)")


def _accept(article: Article) -> Article | ReportedlyError:
    if not article.text.strip():
        where = article.url or f"article {article.id}"
        return NotAnArticle("the text is empty", where=where, do="give the words of the article")
    try:
        return check_language(article)
    except ReportedlyError as error:
        return error


def _reading(
    furniture: Furniture,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    encounters: Sequence[Encounter],
    stands: Sequence[Stand],
    leanings: Leanings,
    coreference: Coreference,
) -> Reading:
    article = furniture.article
    sentences = find_sentences(article)
    attributed = attribute(furniture, attributions, mentions, sentences)
    kept, mentions = attributed.attributions, attributed.mentions
    encounters = without_interviews(article, told_outright(article, encounters, mentions), mentions)
    told_of = [e for e in encounters if not furniture.covers(e.trigger)]
    encounters = without_senders(article, parties_apart(article, parties_whole(attributed.wholes, told_of)))
    stands = holders_whole(attributed.wholes, [s for s in stands if not furniture.covers(s.evidence)])
    mentions = _with_parties(article, with_papers(article, mentions, kept), encounters, stands)
    cast = resolve(article, kept, mentions, coreference)
    timexes = find_timexes(article, sentences=sentences)
    statements = dated(find_statements(furniture, kept, mentions, cast), article, timexes, sentences, cast.actors)
    timexes, statements = counted_from_saying(article, timexes, statements)

    def when(place: Span) -> Timex | None:
        return timex_of(place, article, _near(timexes, place), sentences)

    lookup = Lookup(cast)
    scene = Scene(article=article, lookup=lookup, statements=statements, sentences=Sentences(sentences), when=when)
    ground = Ground(article=article, lookup=lookup, statements=statements, leanings=leanings, weights=stand_weights())
    contacts = find_contacts(scene, encounters)
    return Reading(
        article=article,
        actors=cast.actors,
        statements=with_guests(told_in_talks(article.text, statements, contacts, scene.sentences), contacts, lookup),
        contacts=contacts,
        positions=find_positions(ground, stands),
        timexes=timexes,
        notes=(*notes_on(article, timexes), *notes_on_furniture(furniture.pieces)),
    )


def _with_parties(
    article: Article, mentions: Sequence[Mention], encounters: Sequence[Encounter], stands: Sequence[Stand]
) -> list[Mention]:
    """The mentions, with the words for parties and holders that are none yet, so that these become actors too.

    A place that is visited stands for those who govern it.
    """
    known = {m.span for m in mentions}
    hosts = {span for e in encounters for span in hosts_of(article, e)}
    words = {span for e in encounters for span in e.parties} | {s.holder for s in stands if s.holder is not None}
    every = [*mentions, *(Mention(span=span, kind=None) for span in (words | hosts) - known)]
    told = [replace(m, kind="government") if m.span in hosts and m.kind in (None, "person") else m for m in every]
    return sorted(told, key=lambda m: m.span.start)


def _near(timexes: Sequence[Timex], place: Span) -> Sequence[Timex]:
    """The expressions of time near a place: of a book's thousands, those that may say when it was."""
    first = bisect_left(timexes, place.start - NEAR, key=_start_of)
    return timexes[first : bisect_right(timexes, place.end + NEAR, key=_start_of)]


def _start_of(timex: Timex) -> int:
    return timex.span.start if timex.span else 0


def _groups(articles: Iterable[Article | Failure]) -> Iterator[list[Article | Failure]]:
    """Neighbouring articles that are scored together: enough to fill batches, few enough for memory."""
    group: list[Article | Failure] = []
    characters = 0
    for article in articles:
        _refuse_what_is_no_article(article)
        group.append(article)
        characters += len(article.text) if isinstance(article, Article) else 0
        if characters >= CHARACTERS_AT_ONCE or len(group) >= ARTICLES_AT_ONCE:
            yield group
            group, characters = [], 0
    if group:
        yield group
