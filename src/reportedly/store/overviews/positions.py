"""Who stands where on what, since when: positions by entity, and a matrix of entities by targets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.store.database import Store
from reportedly.store.words import words_in

AT_MOST = 500  # latest positions that are looked at
LISTED = 100
ROWS, COLUMNS = 15, 8  # of the matrix
ALIKE = 0.5  # of the words of two targets; what shares fewer is another target

STANCES = """
select entity.id, coalesce(names[1], position.name), stance, target, article.id, position.id, outlet, published,
    position.text, position.starts, position.statement, position.score
from position join article on article.number = position.article
    left join identity on identity.article = position.article and identity.actor = position.holder
    left join entity on entity.id = identity.entity
where ($entity is null or entity.id = $entity)
    and (day >= $since or $since is null) and (day <= $until or $until is null)
    and ($words is null or contains(lower(target), $words)
        or contains(lower(coalesce(names[1], position.name)), $words))
order by moment desc nulls last, position.number limit $limit"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A position with its words; `changed` says what the same holder's stance on the same target was before."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One holder: the latest stance on each target of the matrix, None where none is known."""

    entity: str | None
    holder: str
    cells: tuple[Stance | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions:
    """The matrix of those who are heard on targets that several are heard on, and the latest positions."""

    targets: tuple[str, ...]
    matrix: tuple[MatrixRow, ...]
    rows: tuple[Stance, ...]


def stances_of(
    store: Store,
    *,
    entity: str | None = None,
    words: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> tuple[Stance, ...]:
    """The latest positions of one entity or of all, newest first."""
    names = (
        "entity", "holder", "stance", "target", "article", "position", "outlet", "published", "words", "start",
        "statement", "score",
    )  # fmt: skip
    values = {"entity": entity, "words": words.lower() if words else None, "since": since, "until": until}
    rows = store.query(STANCES, {**values, "limit": AT_MOST})
    return tuple(Stance(**dict(zip(names, row, strict=True))) for row in rows)


def marked(stances: Sequence[Stance]) -> tuple[Stance, ...]:
    """The positions, newest first, each with the stance that its holder had on the same target before, if another."""
    before: dict[tuple[str, int], str] = {}
    group = gathered(stance.target for stance in stances)
    found = []
    for at in range(len(stances) - 1, -1, -1):
        one = stances[at]
        key = one.entity or one.holder, group[at]
        last = before.get(key)
        found.append(replace(one, changed=last if last != one.stance else None))
        before[key] = one.stance
    return tuple(reversed(found))


def positions(
    store: Store, *, words: str | None = None, since: str | None = None, until: str | None = None
) -> Positions:
    """The positions with these words in holder or target, as a list and as a matrix."""
    rows = marked(stances_of(store, words=words, since=since, until=until))
    group = gathered(row.target for row in rows)
    holders: dict[int, set[str]] = defaultdict(set)
    for row, number in zip(rows, group, strict=True):
        holders[number].add(row.entity or row.holder)
    shared = [n for n, who in sorted(holders.items(), key=lambda item: (-len(item[1]), item[0])) if len(who) > 1]
    columns = shared[:COLUMNS]
    heard = Counter(row.entity or row.holder for row, number in zip(rows, group, strict=True) if number in columns)
    matrix = []
    for holder, _ in heard.most_common(ROWS):
        own = [(row, n) for row, n in zip(rows, group, strict=True) if (row.entity or row.holder) == holder]
        cells = tuple(next((row for row, n in own if n == column), None) for column in columns)
        matrix.append(MatrixRow(entity=own[0][0].entity, holder=own[0][0].holder, cells=cells))
    named = [next(row.target for row, n in zip(rows, group, strict=True) if n == column) for column in columns]
    return Positions(targets=tuple(named), matrix=tuple(matrix), rows=rows[:LISTED])


def gathered(targets: Iterable[str]) -> list[int]:
    """For each target the number of the first that means the same: half of the words of both, or more, are shared."""
    words: list[frozenset[str]] = []
    having: dict[str, list[int]] = defaultdict(list)  # the first of each meaning, by its words
    found = []
    for number, target in enumerate(targets):
        own = frozenset(words_in(target))
        words.append(own)
        near = sorted({other for word in own for other in having[word]})
        same = next((n for n in near if len(own & words[n]) >= ALIKE * len(own | words[n])), None)
        if same is None:
            for word in own:
                having[word].append(number)
        found.append(number if same is None else same)
    return found
