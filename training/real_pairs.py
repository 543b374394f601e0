"""Pairs of statements of real news (../shared/corpora/ecbplus.jsonl), to learn what neither changes nor contradicts.

The fictional stories change a third of their claims, and what is learnt from them alone takes much of real news for
changed or contradicted. ECB+ has articles of many outlets on one happening. Of 1,195 pairs of their statements, as our
readings have them, `pairs/ecbplus.jsonl` says what they are to each other: drawn from each story by what was learnt
from fiction alone (6 that it takes for the same claim, 4 for a distortion, 2 for a contradiction, 3 in doubt), then 224
more of those that were still taken for a change or a contradiction, and read with their sentences by one reader in
November 2026. `pairs/ecbplus_later.jsonl` has 399 more, which are only measured on: 400 were drawn by what a network
that reads both statements at once takes them for (170 changed, 110 contradictions, 60 the same, 60 in doubt), one was
read before. They have places and no words of the corpus. ECB+ has no dates: the order of its articles, which says who
may have retold whom, is that of the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np

from evaluation.corpora import Row, corpus, lines_of
from reportedly import Article, Reader
from reportedly.records import CHANGES, Reading
from reportedly.trace.claims import candidate_pairs, in_order, vectors_of
from reportedly.trace.entities import entity_of, find_entities
from reportedly.trace.kinds import CONTRADICTION, KINDS, Pair
from reportedly.trace.kinship import Kinship
from reportedly.trace.matching import FEATURES, Comparison, Floats, Weighing
from reportedly.trace.reuse import find_derivations
from reportedly.trace.stories import find_stories
from reportedly.trace.told import Told, tell_all

PAIRS = Path(__file__).with_name("pairs") / "ecbplus.jsonl"
LATER = PAIRS.with_name("ecbplus_later.jsonl")
OTHER = len(KINDS) - 1
# what a pair weighs that was read; that fiction takes for changed; that is far apart
READ, TAKEN, FAR = 3.0, 0.75, 0.75
CHANGED_AT, CONTRADICTED_AT = 0.25, 0.12  # at which fiction takes a pair for changed or contradicted; 1 in 20 is
ALIKE = 0.35  # words that a changed pair shares: less, and it is none
_APART, _DISTANT = 0.15, 0.4  # words and meaning of pairs that are far apart

Place = tuple[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class RealStory:
    """The statements of the articles on one happening, compared; `read` has the kinds of pairs that a person read.

    `later` has those of pairs that are only measured on; `answers` are what the encoder says of pairs, read side by
    side, and no numbers where it was not asked.
    """

    name: str
    told: Sequence[Told]
    kinship: Kinship
    pairs: Sequence[Pair]
    features: Floats
    read: Mapping[int, int]  # a row of KINDS, by the number of the pair
    later: Mapping[int, int]
    answers: Floats

    @property
    def even(self) -> bool:
        """Whether its topic has an even number: the stories of a topic are held out together."""
        return int(re.match(r"\d+", self.name)[0]) % 2 == 0  # type: ignore[index]

    def taught(self, fiction: Floats) -> tuple[list[int], list[int], list[float]]:
        """The numbers of the pairs to learn from, their kinds and weights.

        `fiction` has what each pair is taken for by what was learnt from fiction alone, a row of KINDS each.
        """
        cosine, meaning = (self.features[:, FEATURES.index(name)] for name in ("cosine", "meaning"))
        rows: list[tuple[int, int, float]] = []
        for number, (a, b) in enumerate(self.pairs):
            kinds = fiction[number]
            changed = float(kinds[1 : 1 + len(CHANGES)].sum()) >= CHANGED_AT and cosine[number] < ALIKE
            if number in self.read:
                rows.append((number, self.read[number], READ))
            elif self.told[a].place.article == self.told[b].place.article:
                continue
            elif changed or kinds[KINDS.index(CONTRADICTION)] >= CONTRADICTED_AT:
                rows.append((number, OTHER, TAKEN))
            elif cosine[number] < _APART and meaning[number] < _DISTANT:
                rows.append((number, OTHER, FAR))
        return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]


def real_readings(reader: Reader) -> dict[str, list[Reading]]:
    """The articles of every story of ECB+, as this reader reads them, by story; NotBeside without the corpus."""
    by_story: dict[str, list[Reading]] = defaultdict(list)
    rows = lines_of(corpus("corpora", "ecbplus.jsonl"))
    articles = [_article(row, number) for number, row in enumerate(rows)]
    for row, reading in zip(rows, reader.read_all(articles), strict=True):
        if isinstance(reading, Reading):
            by_story[row["story"]].append(reading)
    return dict(sorted(by_story.items()))


def real_stories(reader: Reader) -> Iterator[RealStory]:
    """Every story of ECB+, as this reader reads it; NotBeside without the corpus."""
    read, later = defaultdict(list), defaultdict(list)
    for file, of_story in ((PAIRS, read), (LATER, later)):
        for row in lines_of(file):
            of_story[row["story"]].append(row)
    for name, readings in real_readings(reader).items():
        yield _story(name, readings, read[name], later[name])


def unanswered(pairs: int) -> Floats:
    """Rows that are no numbers, for pairs that were not asked about."""
    return np.full((pairs, len(KINDS)), np.nan, np.float32)


def _article(row: Row, number: int) -> Article:
    """The article, with quotation marks that are some, and the site it came from as its outlet."""
    url = row["url"] or ""
    site = urlsplit(url if "//" in url else f"//{url}").netloc.removeprefix("www.")
    return Article.of(
        row["text"].replace("``", "“").replace("''", "”"),
        id=row["doc_id"],
        outlet=site or f"outlet {row['doc_id']}",
        published=f"2012-03-{1 + number // 1440:02}T{number // 60 % 24:02}:{number % 60:02}:00Z",
    )


def _story(name: str, readings: Sequence[Reading], read: Sequence[Row], later: Sequence[Row]) -> RealStory:
    whole = replace(find_stories(readings)[0], articles=tuple(reading.article.id for reading in readings))
    kinship = Kinship.of(find_derivations(readings, [whole]))
    told = in_order(tell_all(readings, entity_of(find_entities(readings, [whole])[1])))
    pairs = candidate_pairs(told)
    features = Comparison(Weighing.of(told), kinship, vectors_of(told)).compare(told, pairs)
    number = {pair: at for at, pair in enumerate(pairs)}
    kinds = [dict(_kinds(rows, told, number)) for rows in (read, later)]
    return RealStory(name, told, kinship, pairs, features, *kinds, unanswered(len(pairs)))


def _kinds(rows: Sequence[Row], told: Sequence[Told], number: Mapping[Pair, int]) -> Iterator[tuple[int, int]]:
    """The number of each pair that was read, as far as our readings have it, and its row of KINDS."""
    for row in rows:
        at = sorted((_at(told, _place(row["a"])), _at(told, _place(row["b"]))))
        if (pair := (at[0], at[1])) in number:
            yield number[pair], KINDS.index(row["kind"])


def _place(row: Row) -> Place:
    return row["article"], tuple((start, end) for start, end in row["content"])


def _at(told: Sequence[Told], place: Place) -> int:
    """The statement that was read, or -1 where our readings have no such any more."""
    article, spans = place
    wanted = {at for start, end in spans for at in range(start, end)}
    shares = [
        (2 * len(wanted & own) / (len(wanted) + len(own)), -row)
        for row, one in enumerate(told)
        if one.place.article == article
        for own in [{at for span in one.statement.content for at in range(span.start, span.end)}]
    ]
    share, row = max(shares, default=(0.0, 1))
    return -row if share > 0.7 else -1
