"""Search: statements by their words and by who says them, with how many there are of each kind."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from reportedly.store.database import Store
from reportedly.store.lookup import ABOUT, UTTERED, numbers_of_names, numbers_saying
from reportedly.store.overviews.named import Headline, Named, Texts, headlines, named, texts
from reportedly.store.overviews.paging import Cut, bounds
from reportedly.store.questions import first_day, last_day

AT_MOST = 12  # values of one facet
NO_TEXTS = Texts()

# "nested" chains end with whoever the words come from; that is the speaker of a facet
HIT = "semi join (select unnest($hits::integer[]) as number) as hit using (number)"
MATCHED = f"""
with matched as (
    select statement.number, article.number as article_number, article.id as article, statement.id as statement,
        outlet, published, moment, day, title, chain[len(chain)] as speaker, sourcing, act, form, status, text, starts,
        chain, score
    from statement {HIT} join article on article.number = statement.article
    where (day >= $since or $since is null) and (day <= $until or $until is null)
        and (outlet = $outlet or $outlet is null) and (sourcing = $sourcing or $sourcing is null)
        and (act = $act or $act is null) and (chain[len(chain)] = $speaker or $speaker is null)
        and ($story is null or article.number in (select article from story_article where story = $story))
)"""

FACETS = f"""{MATCHED},
counted as (
    select 'sourcing' as facet, sourcing as value, count(*) as statements from matched group by all
    union all select 'act', act, count(*) from matched group by all
    union all select 'outlet', outlet, count(*) from matched where outlet is not null group by all
    union all select 'speaker', speaker, count(*) from matched group by all
    union all select 'story', story, count(*) from matched
        join story_article on story_article.article = matched.article_number group by all
    union all select 'month', strftime(day, '%Y-%m'), count(*) from matched where day is not null group by all
    union all select 'all', '', count(*) from matched
),
most as (
    select * from counted qualify row_number() over (partition by facet order by statements desc, value) <= $most
)
select facet, value, statements, headline from most left join story on facet = 'story' and story.id = value
order by facet, case when facet = 'month' then value end desc, statements desc, value"""

HEADLINE = "select headline from story where id = $story"

ROWS = f"""{MATCHED},
top as (select * from matched order by moment desc nulls last, number limit $limit offset $offset)
select top.article, top.statement, outlet, published, title, speaker, sourcing, act, form, top.status, text,
    top.starts[1], chain, score, min(claim), min(independent_origins)
from top left join telling on telling.article = top.article_number and telling.statement = top.statement
    left join claim on claim.id = telling.claim
group by all
order by min(top.moment) desc nulls last, min(top.number)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is sought: words, and what the statements must be besides; days may be cut short, 2025-04 is all April."""

    q: str = ""
    speaker: str | None = None
    outlet: str | None = None
    story: str | None = None
    sourcing: str | None = None
    act: str | None = None
    since: str | None = None
    until: str | None = None

    def is_anything(self) -> bool:
        """Whether there is anything to go by."""
        return any(self.values().values()) or bool(self.q.strip())

    def values(self) -> dict[str, Any]:
        """The values that are bound in the SQL; BadInput when a day is none."""
        own = asdict(self)
        del own["q"]
        return own | {
            "since": first_day(self.since) if self.since else None,
            "until": last_day(self.until) if self.until else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A statement that was found: its words, where they begin, who says them, and the claim that they tell."""

    article: str
    statement: str
    outlet: str | None
    published: str | None
    title: str | None
    speaker: str
    sourcing: str
    act: str
    form: str
    status: str
    words: str
    start: int
    chain: tuple[str, ...]
    score: float
    claim: str | None
    independent_origins: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of the statements are of one kind; a story has a headline for its `label`."""

    value: str
    statements: int
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One way to tell the statements apart, with the values that most of them have."""

    name: str
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of what was found, newest first, with the counts of each facet; `story` is the headline of that sought.

    The first page of words alone has, beside statements, who has them for a name, and the headlines and texts that have
    them.
    """

    sought: Sought
    story: str | None
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    cut: Cut
    people: tuple[Named, ...] = ()
    headlines: tuple[Headline, ...] = ()
    texts: Texts = NO_TEXTS

    def counts(self, facet: str) -> tuple[Count, ...]:
        """Those of one facet; none where nothing was found."""
        return next((one.counts for one in self.facets if one.name == facet), ())


def search(store: Store, sought: Sought, *, page: int = 1) -> Found:
    """The statements with all of the words, or by or about somebody of this name; without words, those of the rest."""
    hits, known = _hits(store, sought), HIT
    if hits is None:
        known = ""
    values = {"hits": hits, **sought.values()} if hits is not None else sought.values()
    facets: dict[str, list[Count]] = {}
    for facet, value, statements, label in store.query(FACETS.replace(HIT, known), {**values, "most": AT_MOST}):
        facets.setdefault(facet, []).append(Count(value=value, statements=statements, label=label))
    total = facets.pop("all")[0].statements
    names = (
        "article", "statement", "outlet", "published", "title", "speaker", "sourcing", "act", "form", "status", "words",
        "start", "chain", "score", "claim", "independent_origins",
    )  # fmt: skip
    rows = store.query(ROWS.replace(HIT, known), {**values, **bounds(page)})
    headline = store.query(HEADLINE, {"story": sought.story}) if sought.story else []
    words = sought.q if page == 1 and sought == Sought(q=sought.q) else ""
    return Found(
        sought=sought,
        story=headline[0][0] if headline else None,
        hits=tuple(Hit(**dict(zip(names, row, strict=True)) | {"chain": tuple(row[12])}) for row in rows),
        facets=tuple(Facet(name=name, counts=tuple(counts)) for name, counts in facets.items()),
        cut=Cut(page=page, total=total),
        people=named(store, words),
        headlines=headlines(store, words),
        texts=texts(store, words),
    )


def _hits(store: Store, sought: Sought) -> list[int] | None:
    """The numbers of the statements that have the words, or are by the speaker; None where all may be meant."""
    if sought.q.strip():
        found = {*numbers_saying(store, sought.q)}
        for who in (UTTERED, ABOUT):
            found.update(numbers_of_names(store, who, sought.q))
        return sorted(found)
    if sought.speaker:
        return sorted(numbers_of_names(store, UTTERED, sought.speaker))
    return None if sought.is_anything() else []
