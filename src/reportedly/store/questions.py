"""The questions that a store answers, each one function with its SQL beside it, the newest articles first.

    who_said(store, words)        statements whose content has all of these words
    said_by(store, name)          statements that somebody of this name utters, or a spokesperson for them
    said_about(store, words)      statements whose content mentions somebody of this name, or has these words
    contacts_of(store, *names)    contacts in which each of these takes part; without names, all
    positions_of(store, words)    positions that somebody of this name holds, or that are about these words
    changed_positions(store, words)   positions whose holder stood elsewhere on the same before, with both
    first_reports(store, words)   of each claim with these words the first report; where nothing is traced, of the words

Words are found in all of their regular forms ("talks" finds "talk"), whatever their case and accents; a name is found
by any of its words, and so is a role; where the store was traced, also by other names of whoever it is. Values are
bound, never written into the SQL.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from reportedly.errors import BadInput
from reportedly.store.answers import Met, Said, Shifted, Stood
from reportedly.store.database import Store
from reportedly.store.lookup import (
    ABOUT,
    HELD,
    TOOK_PART,
    UTTERED,
    numbers_of_names,
    numbers_saying,
    numbers_with_words,
)
from reportedly.store.shifts import Dated, shifts

MOST = 100
ALL_OF_THEM = 2**31  # rows, more than any store has; DuckDB takes no number of any size
Row = TypeVar("Row")

STATEMENTS = """
with hit as (select unnest($hits) as number),
top as (
    select statement.number, article.number as article, moment
    from statement join hit using (number) join article on article.number = statement.article
    where (day >= $since or $since is null) and (day <= $until or $until is null)
        and (contains(lower(outlet), $outlet) or $outlet is null)
    order by moment desc nulls last, statement.number limit $limit
)
select article.id, statement.id, outlet, published, title, url, speaker, sourcing, form, act, statement.status,
    statement.text, statement.starts, statement.ends, chain, score
from top join statement using (number) join article on article.number = top.article
order by top.moment desc nulls last, number"""

# what has been traced is asked claim by claim, in whatever words it is told; what has not, all together. An article
# that gives its day only may have come at any time of it
FIRST = """
with hit as (select number, article, id from statement where number in (select unnest($hits))),
claimed as (
    select hit.number, claim
    from hit left join telling on telling.article = hit.article and telling.statement = hit.id
),
told as (
    select number, '' as claim from claimed where claim is null
    union select statement.number, telling.claim
    from telling join statement on statement.article = telling.article and statement.id = telling.statement
        anti join variant on variant.article = telling.article and variant.statement = telling.statement
    where telling.claim in (select claim from claimed)
),
dated as (
    select told.number, claim, article.number as article, moment,
        case when length(published) = 10 then moment + interval 1 day - interval 1 second else moment end as latest
    from told join statement using (number) join article on article.number = statement.article
    where (day >= $since or $since is null) and (day <= $until or $until is null)
        and (contains(lower(outlet), $outlet) or $outlet is null)
),
first as (
    select * from dated qualify coalesce(moment <= min(latest) over (partition by claim),
        count(moment) over (partition by claim) = 0)
),
top as (select distinct number, article, moment from first order by moment, number limit $limit)
select article.id, statement.id, outlet, published, title, url, speaker, sourcing, form, act, statement.status,
    statement.text, statement.starts, statement.ends, chain, score
from top join statement using (number) join article on article.number = top.article
order by top.moment, number"""

CONTACTS = """
with hit as (select unnest($hits) as number),
top as (
    select contact.number, article.number as article, moment
    from contact join article on article.number = contact.article
    where ($hits is null or contact.number in (select number from hit))
        and (day >= $since or $since is null) and (day <= $until or $until is null)
        and (contains(lower(outlet), $outlet) or $outlet is null)
    order by moment desc nulls last, contact.number limit $limit
)
select article.id, contact.id, outlet, published, title, url, kind, contact.status, names, from_day::varchar,
    to_day::varchar, "when", place, contact.text, [starts], [ends], chain, score
from top join contact using (number) join article on article.number = top.article
order by top.moment desc nulls last, number"""

TARGETED = """
select position from target_word where word in (select unnest($numbers))
group by position having count(*) = len($numbers)"""

POSITIONS = """
with hit as (select unnest($hits) as number),
top as (
    select position.number, article.number as article, moment
    from position join article on article.number = position.article
    where ($hits is null or position.number in (select number from hit))
        and (day >= $since or $since is null) and (day <= $until or $until is null)
        and (contains(lower(outlet), $outlet) or $outlet is null)
    order by moment desc nulls last, position.number limit $limit
)
select article.id, position.id, outlet, published, title, url, name, stance, target, position.text, [starts], [ends],
    chain, score
from top join position using (number) join article on article.number = top.article
order by top.moment desc nulls last, number"""

# all that can be put in an order; who somebody is has been found out where the store was traced
DATED = """
with held as (
    select coalesce(identity.entity, position.name) as holder, position.number, epoch(moment) as moment, target, stance,
        article.id as article, position.id as position
    from position join article on article.number = position.article
        left join identity on identity.article = position.article and identity.actor = position.holder
    where moment is not null
)
select holder, number, moment, target, stance, article, position from held
where $hits is null or holder in (select holder from held where number in (select unnest($hits::integer[])))
order by holder, moment, number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Which articles a question is about: published from `since` until `until`, by an outlet; at most `limit` rows.

    Days may be cut short: 2025-04 is all of April.
    """

    since: str | None = None
    until: str | None = None
    outlet: str | None = None
    limit: int = MOST

    def values(self) -> dict[str, Any]:
        """The values that are bound in the SQL; BadInput when a day is none, or the limit is below 1."""
        if self.limit < 1:
            raise BadInput(f"{self.limit:,} is no number of rows", do="give a whole number from 1 as limit")
        return {
            "since": first_day(self.since) if self.since else None,
            "until": last_day(self.until) if self.until else None,
            "outlet": self.outlet.lower() if self.outlet else None,
            "limit": min(self.limit, ALL_OF_THEM),
        }


ALL = Within()


def who_said(store: Store, words: str, within: Within = ALL) -> list[Said]:
    """The statements whose content has all of these words."""
    return _statements(store, STATEMENTS, numbers_saying(store, words), within)


def said_by(store: Store, name: str, within: Within = ALL) -> list[Said]:
    """The statements that somebody of this name utters, or that a spokesperson utters for them."""
    return _statements(store, STATEMENTS, numbers_of_names(store, UTTERED, name), within)


def said_about(store: Store, words: str, within: Within = ALL) -> list[Said]:
    """The statements whose content mentions somebody of this name, by a pronoun too, or has these words."""
    hits = {*numbers_of_names(store, ABOUT, words), *numbers_saying(store, words)}
    return _statements(store, STATEMENTS, sorted(hits), within)


def first_reports(store: Store, words: str, within: Within = ALL) -> list[Said]:
    """Of each claim that has a statement with all of these words, the statements that told it first.

    Where nothing is traced, the statements with these words in the article that had them first. Several when they tie:
    an article of which only the day is known ties with all of that day that may be earlier. Those without a date are
    first where nobody has one.
    """
    return _statements(store, FIRST, numbers_saying(store, words), within)


def contacts_of(store: Store, *names: str, within: Within = ALL) -> list[Met]:
    """The contacts in which somebody of each of these names takes part; without names, all contacts."""
    hits: set[int] | None = None
    for name in names:
        found = set(numbers_of_names(store, TOOK_PART, name))
        hits = found if hits is None else hits & found
    return _rows(store, CONTACTS, None if hits is None else sorted(hits), within, _met)


def positions_of(store: Store, words: str | None = None, within: Within = ALL) -> list[Stood]:
    """The positions that somebody of this name holds, or that have these words; without words, all positions."""
    return _rows(store, POSITIONS, None if words is None else sorted(_on(store, words)), within, _stood)


def changed_positions(store: Store, words: str | None = None, within: Within = ALL) -> list[Shifted]:
    """The positions whose holder had another stance on the same before, each with the latest such one.

    With words, those of somebody of this name, or with these words in either; `within` is about the later article. On
    the same is what shares half of its words.
    """
    hits = None if words is None else _on(store, words)
    dated = store.query(DATED, {"hits": None if hits is None else sorted(hits)})
    found = [
        (later, earlier)
        for later, earlier in shifts(Dated(*row) for row in dated)
        if hits is None or not hits.isdisjoint((later.number, earlier.number))
    ]
    before = {later.key: earlier for later, earlier in found}
    later = _rows(store, POSITIONS, [one.number for one, _ in found], within, _stood)
    numbers = sorted({before[one.article, one.position].number for one in later})
    known = _rows(store, POSITIONS, numbers, Within(limit=len(numbers) or 1), _stood)
    earlier = {(one.article, one.position): one for one in known}
    return [Shifted(later=one, earlier=earlier[before[one.article, one.position].key]) for one in later]


def _on(store: Store, words: str) -> set[int]:
    """The positions of somebody of this name, or with these words."""
    return {*numbers_of_names(store, HELD, words), *numbers_with_words(store, TARGETED, words)}


def first_day(day: str) -> str:
    """The first day of a year, a month or a day; BadInput when it is none of them."""
    year, month, of_month = _parts(day)
    return f"{year:04}-{month or 1:02}-{of_month or 1:02}"


def last_day(day: str) -> str:
    """The last day of a year, a month or a day; BadInput when it is none of them."""
    year, month, of_month = _parts(day)
    month = month or 12
    return f"{year:04}-{month:02}-{of_month or monthrange(year, month)[1]:02}"


def _parts(day: str) -> tuple[int, int | None, int | None]:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", day)
    if match:
        year, month, of_month = (int(part) if part else None for part in match.groups())
        if (
            year
            and (month is None or 1 <= month <= 12)
            and (of_month is None or 1 <= of_month <= monthrange(year, month or 1)[1])
        ):
            return year, month, of_month
    raise BadInput(f"{day!r} is no day, month or year", do="write it as 2025-04-24, 2025-04 or 2025")


def _statements(store: Store, sql: str, hits: Sequence[int], within: Within) -> list[Said]:
    return _rows(store, sql, hits, within, _said)


def _rows(store: Store, sql: str, hits: Sequence[int] | None, within: Within, answer: Callable[..., Row]) -> list[Row]:
    values = within.values()
    if hits is not None and not hits:
        return []
    return [answer(*row) for row in store.query(sql, {"hits": None if hits is None else list(hits), **values})]


def _said(
    article: str, statement: str, outlet: str | None, published: str | None, title: str | None, url: str | None,
    speaker: str, sourcing: str, form: str, act: str, status: str, words: str, starts: list[int], ends: list[int],
    chain: list[str], score: float,
) -> Said:  # fmt: skip
    return Said(
        article=article, statement=statement, outlet=outlet, published=published, title=title, url=url,
        speaker=speaker, sourcing=sourcing, form=form, act=act, status=status, words=words,
        places=tuple(zip(starts, ends, strict=True)), chain=tuple(chain), score=score,
    )  # fmt: skip


def _met(
    article: str, contact: str, outlet: str | None, published: str | None, title: str | None, url: str | None,
    kind: str, status: str, names: list[str], from_day: str | None, to_day: str | None, when: str | None,
    place: str | None, words: str, starts: list[int], ends: list[int], chain: list[str], score: float,
) -> Met:  # fmt: skip
    return Met(
        article=article, contact=contact, outlet=outlet, published=published, title=title, url=url, kind=kind,
        status=status, parties=tuple(names), from_=from_day, to=to_day, when=when, place=place, words=words,
        places=tuple(zip(starts, ends, strict=True)), chain=tuple(chain), score=score,
    )  # fmt: skip


def _stood(
    article: str, position: str, outlet: str | None, published: str | None, title: str | None, url: str | None,
    name: str, stance: str, target: str, words: str, starts: list[int], ends: list[int], chain: list[str],
    score: float,
) -> Stood:  # fmt: skip
    return Stood(
        article=article, position=position, outlet=outlet, published=published, title=title, url=url, holder=name,
        stance=stance, target=target, words=words, places=tuple(zip(starts, ends, strict=True)), chain=tuple(chain),
        score=score,
    )  # fmt: skip
