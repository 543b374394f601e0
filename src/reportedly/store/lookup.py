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

UTTERED = "select distinct statement from utterer where name in (select unnest($names))"

ABOUT = "select distinct statement from subject where name in (select unnest($names))"


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


def numbers_of_names(store: Store, sql: str, text: str) -> list[int]:
    """The numbers that a question gives for all names with these words."""
    names = _hits(store, NAMES, words_in_name(text))
    return [hit for (hit,) in store.query(sql, {"names": names})] if names else []


def _hits(store: Store, sql: str, words: list[str]) -> list[int]:
    numbers = _numbers(store, words)
    return [] if numbers is None else [hit for (hit,) in store.query(sql, {"numbers": numbers})]
