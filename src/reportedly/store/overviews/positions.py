"""Who stands where on what, since when: positions by entity, and a matrix of entities by targets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from reportedly.store.database import Store
from reportedly.store.overviews.paging import PART, SIZE, Cut, Part, bounds
from reportedly.store.words import words_in

AT_MOST = 500  # latest positions that the matrix is made of
ROWS, COLUMNS = 15, 8  # of the matrix
ALIKE = 0.5  # of the words of two targets; what shares fewer is another target

WANTED = """
with wanted as (
    select position.number, position.article, moment, entity.id as entity, coalesce(names[1], position.name) as who
    from position join article on article.number = position.article
        left join identity on identity.article = position.article and identity.actor = position.holder
        left join entity on entity.id = identity.entity
    where ($entity is null or entity.id = $entity)
        and (day >= $since or $since is null) and (day <= $until or $until is null)
        and ($words is null or contains(lower(target), $words)
            or contains(lower(coalesce(names[1], position.name)), $words))
)"""

COUNT = f"{WANTED} select count(*) from wanted"

STANCES = f"""{WANTED},
top as (select * from wanted order by moment desc nulls last, number limit $limit offset $offset)
select entity, who, stance, target, article.id, position.id, outlet, published, position.text, position.starts,
    position.statement, position.score, top.number
from top join position on position.number = top.number join article on article.number = top.article
order by top.moment desc nulls last, top.number"""

# of the holders of some positions, with all that they ever stood for; what has no date was before nothing
HISTORY = """
with held as (
    select position.number, coalesce(identity.entity, position.name) as holder, moment, target, stance,
        article.id as article, starts
    from position join article on article.number = position.article
        left join identity on identity.article = position.article and identity.actor = position.holder
    where moment is not null
),
shown as (select * from held where number in (select unnest($numbers::integer[])))
select shown.number, held.target, held.stance, held.article, held.starts
from shown join held on held.holder = shown.holder and held.moment < shown.moment
order by shown.number, held.moment desc, held.number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A position with its words.

    `changed` says what the same holder's stance on the same target was before, in which article, and where in it.
    """

    entity: str | None
    holder: str
    stance: str
    target: str
    article: str
    position: str
    outlet: str | None
    published: str | None
    words: str
    start: int
    statement: str | None
    score: float
    changed: str | None = None
    changed_article: str | None = None
    changed_start: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One holder: the latest stance on each target of the matrix, None where none is known."""

    entity: str | None
    holder: str
    cells: tuple[Stance | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The matrix of those who are heard on targets that several are heard on, and a page of all positions.

    The matrix is made of the latest `looked_at` positions. Where on no target several are heard (`is_shared`), it has
    the latest targets.
    """

    targets: tuple[str, ...]
    matrix: tuple[MatrixRow, ...]
    is_shared: bool
    looked_at: int
    rows: tuple[Stance, ...]
    cut: Cut


def stances_of(
    store: Store,
    *,
    entity: str | None = None,
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
    page: int = 1,
    size: int = SIZE,
) -> tuple[tuple[Stance, ...], int]:
    """A page of the positions of one entity or of all, newest first, and how many there are.

    Each has the stance that its holder had on the same target before, if another.
    """
    values = {"entity": entity, "words": words.lower() if words else None, "since": since, "until": until}
    ((total,),) = store.query(COUNT, values)
    rows = store.query(STANCES, {**values, **bounds(page, size)}) if (page - 1) * size < total else []
    return _marked(store, [(row[-1], Stance(**dict(zip(_NAMES, row[:-1], strict=True)))) for row in rows]), total


_NAMES = (
    "entity", "holder", "stance", "target", "article", "position", "outlet", "published", "words", "start",
    "statement", "score",
)  # fmt: skip


def part_of_stances(store: Store, entity: str, *, page: int, name: str) -> Part[Stance]:
    """A page of the positions of an entity, as the list of this name."""
    rows, total = stances_of(store, entity=entity, page=page, size=PART)
    return Part(rows=rows, cut=Cut(page=page, total=total, size=PART, list=name))


def _marked(store: Store, stances: Sequence[tuple[int, Stance]]) -> tuple[Stance, ...]:
    if not stances:
        return ()
    before: dict[int, list[tuple[str, str, str, int]]] = defaultdict(list)
    for number, *row in store.query(HISTORY, {"numbers": [number for number, _ in stances]}):
        before[number].append(tuple(row))
    found = []
    for number, one in stances:
        last = next((row for row in before[number] if are_alike(row[0], one.target)), None)
        if last is not None and last[1] != one.stance:
            _, stance, article, start = last
            one = replace(one, changed=stance, changed_article=article, changed_start=start)
        found.append(one)
    return tuple(found)


def positions(
    store: Store, *, words: str | None = None, since: str | None = None, until: str | None = None, page: int = 1
) -> Positions:
    """The positions with these words in holder or target, as a list and as a matrix."""
    latest, total = stances_of(store, words=words, since=since, until=until, size=AT_MOST)
    first = (page - 1) * SIZE
    rows = latest[first : first + SIZE]
    if first + SIZE > AT_MOST:
        rows, _ = stances_of(store, words=words, since=since, until=until, page=page)
    targets, matrix, is_shared = _matrix(latest)
    return Positions(
        targets=targets, matrix=matrix, is_shared=is_shared, looked_at=len(latest), rows=rows,
        cut=Cut(page=page, total=total),
    )  # fmt: skip


def _matrix(rows: Sequence[Stance]) -> tuple[tuple[str, ...], tuple[MatrixRow, ...], bool]:
    """The targets that several are heard on, and the latest stance of each of those who are heard on the most.

    Where several are heard on none, the latest targets, and False.
    """
    held: dict[int, dict[str, Stance]] = defaultdict(dict)  # by target and holder, the latest
    group = gathered(row.target for row in rows)
    for row, number in zip(rows, group, strict=True):
        held[number].setdefault(row.entity or row.holder, row)
    shared = [n for n, who in sorted(held.items(), key=lambda item: (-len(item[1]), item[0])) if len(who) > 1]
    columns = shared[:COLUMNS] or list(held)[:COLUMNS]
    heard = Counter(row.entity or row.holder for row, number in zip(rows, group, strict=True) if number in columns)
    matrix = []
    for holder, _ in heard.most_common(ROWS):
        cells = tuple(held[column].get(holder) for column in columns)
        one = next(cell for cell in cells if cell)
        matrix.append(MatrixRow(entity=one.entity, holder=one.holder, cells=cells))
    return tuple(rows[column].target for column in columns), tuple(matrix), bool(shared)


def are_alike(one: str, other: str) -> bool:
    """Whether two targets mean the same: half of the words of both, or more, are shared."""
    own, theirs = _words(one), _words(other)
    return bool(own) and len(own & theirs) >= ALIKE * len(own | theirs)


def gathered(targets: Iterable[str]) -> list[int]:
    """For each target the number of the first that means the same."""
    words = [_words(target) for target in targets]
    often = Counter(word for own in words for word in own)
    having: dict[str, list[int]] = defaultdict(list)  # the first of each meaning, by its rarest words
    found = []
    for number, own in enumerate(words):
        # what shares half of all words shares one of these: the others alone are too few
        rarest = sorted(own, key=lambda word: (often[word], word))[: len(own) - ceil(ALIKE * len(own)) + 1]
        near = sorted({other for word in rarest for other in having[word]})
        same = next((n for n in near if len(own & words[n]) >= ALIKE * len(own | words[n])), None)
        if same is None:
            for word in rarest:
                having[word].append(number)
        found.append(number if same is None else same)
    return found


@lru_cache(maxsize=20_000)
def _words(target: str) -> frozenset[str]:
    return frozenset(words_in(target))
