"""One run of `add`: which inputs are read, which are there already, and what is kept when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from reportedly import __version__
from reportedly.adding.crew import read_groups
from reportedly.reading.intake.inputs import Input, Passed
from reportedly.reading.shipped import BEST, EncoderName, digest_of
from reportedly.records import Article, Failure, Reading
from reportedly.records.given import Given
from reportedly.store.database import AT_ONCE
from reportedly.store.entries import Added, Held
from reportedly.store.keeping import ANOTHER
from reportedly.store.sameness import keys_of

ARTICLES = 16  # of a group, which is read in one go and kept in one transaction: what a stop loses at most
CHARACTERS = 40_000


@dataclass(slots=True, kw_only=True)
class Group:
    """Articles that are read together, with how each came in."""

    inputs: list[Input] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether it is enough for one go."""
        return len(self.articles) >= ARTICLES or sum(len(a.text) for a in self.articles) >= CHARACTERS


class Estimate(Protocol):
    """Counts what is done, and for how many bytes of the input."""

    def passed(self, size: int) -> None:
        """An input is there already; it took no time to speak of."""

    def read(self, size: int, *, failed: bool) -> None:
        """An input has been read, or failed."""


class Keeps(Protocol):
    """What readings are kept in: a Store, or one that others write to as well."""

    def held(self, article: Article) -> Held | None:
        """What is known of the article that is this one."""

    def clash(self, article: Article, given: Given) -> Failure | None:
        """The failure that an article will be whose id is that of another."""

    def add(
        self, records: Iterable[Reading | Failure], *, read_by: str | None, given: Mapping[str, Given] = ...
    ) -> Added:
        """Keeps the records."""

    def meet(self, articles: Iterable[tuple[Article, Given]]) -> Added:
        """Notes that articles came in again."""

    def retry(self, source: str) -> None:
        """Forgets why a source could not be read."""


class Adding:
    """Reads inputs into a store, and knows what is under way; tells of failures, and of readings once they are kept."""

    def __init__(
        self,
        store: Keeps,
        estimate: Estimate,
        *,
        encoder: EncoderName = BEST,
        tell: Callable[[Failure], None],
        kept: Callable[[Sequence[Reading]], None] = lambda readings: None,
    ) -> None:
        self._store = store
        self._estimate = estimate
        self._encoder = encoder
        self._read_by = reader_name(encoder)
        self._as_good = {self._read_by, reader_name()}  # what the best encoder read is not read again by the small one
        self._tell = tell
        self._tell_kept = kept
        self._added = Added()
        self._failures: list[tuple[Failure, str | None]] = []  # each with its whole source, of which it names a field
        self._copies: list[Input] = []
        self._dated: list[Input] = []  # copies of what was read meanwhile, which say when it was published
        self._under_way: set[int] = set()  # what is being read: digests of its texts, and its ids
        self._ids: set[str] = set()
        self._refused: dict[int, str] = {}  # why texts of this run could not be read, for their copies

    def add(self, inputs: Iterable[Input | Passed], *, processes: int, gently: bool = False) -> Added:
        """Reads and keeps the inputs; says what became of them."""
        while True:
            self._read(inputs, processes=processes, gently=gently)
            if not self._dated:
                return self._added
            inputs, self._dated = self._dated, []

    def _read(self, inputs: Iterable[Input | Passed], *, processes: int, gently: bool) -> None:
        for group, results in read_groups(
            self._groups(inputs), encoder=self._encoder, processes=processes, gently=gently
        ):
            given = {}
            kept = []
            renamed: list[tuple[Article, Given]] = []
            for item, article, result in zip(group.inputs, group.articles, results, strict=True):
                given[article.id] = item.given
                if isinstance(result, Failure):
                    result = replace(result, source=item.given.source)
                    self._tell(result)
                    self._refused.update(dict.fromkeys(keys_of(article), result.reason))
                elif isinstance(item.article, Article) and item.article.id != article.id:
                    renamed.append((item.article, item.given))
                self._estimate.read(item.size, failed=isinstance(result, Failure))
                kept.append(result)
            self._added += self._store.add(kept, read_by=self._read_by, given=given)
            self._store.meet(renamed)  # so that they are found by their own ids too
            self._tell_kept([record for record in kept if isinstance(record, Reading)])
            self._under_way.difference_update(*(keys_of(article) for article in group.articles))
            self._ids.difference_update(article.id for article in group.articles)
            self._meet_copies()
        self._keep_failures()
        self._meet_copies()

    def _groups(self, inputs: Iterable[Input | Passed]) -> Iterator[Group]:
        """The inputs that need reading, a few together; the others are dealt with on the way."""
        group = Group()
        for item in inputs:
            if isinstance(item, Passed):
                self._estimate.passed(item.size)
                self._added += Added(held=1)
                continue
            if isinstance(item.article, Failure):
                self._fail(item.article, item)
                continue
            article = self._unread(item, item.article)
            if article is not None:
                group.inputs.append(item)
                group.articles.append(article)
                self._under_way.update(keys_of(article))
                self._ids.add(article.id)
            if group.full:
                yield group
                group = Group()
        if group.articles:
            yield group

    def _unread(self, item: Input, article: Article) -> Article | None:
        """The article, under the id that it has in the store; None when it needs no reading."""
        held = self._store.held(article)
        clash = self._store.clash(article, item.given)
        if held is None and article.id in self._ids and not self._under_way & set(keys_of(article)):
            clash = Failure(id=article.id, source=item.given.source, reason=ANOTHER)
        if clash is not None:
            self._fail(clash, item)
            return None
        if held is not None:
            again = replace(article, id=held.id)
            # a copy without a date is never read in the place of one that has it
            outdated = held.read_by not in self._as_good and (article.published is not None or not held.dated)
            better = outdated or held.lacks(article)
            if better and not self._under_way & set(keys_of(again)):
                return again
            self._copies.append(item)
        elif self._under_way & set(keys_of(article)):
            self._copies.append(item)
        else:
            return article
        if len(self._copies) >= AT_ONCE:
            self._meet_copies()
        return None

    def _meet_copies(self) -> None:
        """Notes from where articles came that are there already; those whose copy is being read wait for it."""
        waiting = []
        met: list[tuple[Article, Given]] = []
        for item in self._copies:
            assert isinstance(item.article, Article)
            keys = keys_of(item.article)
            held = self._store.held(item.article)
            if held is not None and held.lacks(item.article):
                self._dated.append(item)
            elif held is not None:
                self._estimate.passed(item.size)
                met.append((item.article, item.given))
            elif self._under_way & set(keys):
                waiting.append(item)
            else:
                reason = next(self._refused[key] for key in keys if key in self._refused)
                self._fail(Failure(id=item.article.id, source=item.given.source, reason=reason), item)
        self._copies = waiting
        self._added += self._store.meet(met)

    def _fail(self, failure: Failure, item: Input) -> None:
        self._tell(failure)
        self._estimate.read(item.size, failed=True)
        self._failures.append((failure, item.given.source))
        if len(self._failures) >= AT_ONCE:
            self._keep_failures()

    def _keep_failures(self) -> None:
        for _, source in self._failures:
            if source is not None:
                self._store.retry(source)
        self._added += self._store.add([failure for failure, _ in self._failures], read_by=self._read_by)
        self._failures = []


def reader_name(encoder: EncoderName = BEST) -> str:
    """The reader of this installation: its version, its encoder, and a digest of the encoder's weights."""
    return f"reportedly {__version__}, {encoder} encoder {digest_of(encoder)}"
