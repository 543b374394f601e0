"""Which statements, contacts and positions have these words or names, by their numbers: how the index is asked."""

from __future__ import annotations

from reportedly.store.database import Store
from reportedly.store.words import words_in, words_in_name

NUMBERS_OF_WORDS = "select number from word where word in (select unnest($words))"

NAMES = """
select name from name_word where word in (select unnest($numbers))
group by name having count(*) = len($numbers)"""

# one such part for each word; a word at a time is found in the sorted table without looking through it
WITH_WORD = """
(select statement from posting where word = $word
union all select statement from recent_posting where word = $word)"""

# the table that says who it is, and what its rows are about
UTTERED, ABOUT = ("utterer", "statement"), ("subject", "statement")
TOOK_PART, HELD = ("party", "contact"), ("holder", "position")

CALLED = "select distinct {what} from {table} where name in (select unnest($names))"

# who has one of these names somewhere, as the trace and users have found
ENTITIES = """
with called as (select name from name where number in (select unnest($names)))
select distinct id from (select id, unnest(names) as name from entity) semi join called using (name)"""

# whatever they are called in an article, it is them in that one alone
ALSO_CALLED = """
with known as (
    select distinct name.number as name, identity.article
    from identity join actor on actor.article = identity.article and actor.id = identity.actor
        join name on name.name = actor.label
    where identity.entity in (select unnest($entities::varchar[]))
)
select distinct {table}.{what} from {table} join {what} on {what}.number = {table}.{what}
    semi join known on known.name = {table}.name and known.article = {what}.article"""


def _numbers(store: Store, words: list[str]) -> list[int] | None:
    """The numbers of all of these words; None when the store has not all of them, or there are none."""
    numbers = [number for (number,) in store.query(NUMBERS_OF_WORDS, {"words": words})] if words else []
    return numbers if numbers and len(numbers) == len(words) else None


def numbers_saying(store: Store, text: str) -> list[int]:
    """The numbers of the statements that have all words of a text."""
    numbers = _numbers(store, words_in(text))
    if numbers is None:
        return []
    parts = [WITH_WORD.replace("$word", f"$word{place}") for place in range(len(numbers))]
    values = {f"word{place}": number for place, number in enumerate(numbers)}
    return [hit for (hit,) in store.query("\nintersect".join(parts), values)]


def numbers_with_words(store: Store, sql: str, text: str) -> list[int]:
    """The numbers that a question gives for the numbers of these words; none when the store has not all of them."""
    return _hits(store, sql, words_in(text))


def numbers_of_names(store: Store, asked: tuple[str, str], text: str) -> list[int]:
    """The numbers of what is by, about or with somebody who has these words for a name.

    Where the store was traced, somebody is found by all of their names, in whichever of them an article has.
    """
    names = _hits(store, NAMES, words_in_name(text) or words_in_name(text.upper()))
    if not names:
        return []
    table, what = asked
    found = {hit for (hit,) in store.query(CALLED.format(table=table, what=what), {"names": names})}
    entities = [id for (id,) in store.query(ENTITIES, {"names": names})]
    if entities:
        also = store.query(ALSO_CALLED.format(table=table, what=what), {"entities": entities})
        found |= {hit for (hit,) in also}
    return sorted(found)


def _hits(store: Store, sql: str, words: list[str]) -> list[int]:
    numbers = _numbers(store, words)
    return [] if numbers is None else [hit for (hit,) in store.query(sql, {"numbers": numbers})]
