"""The numbers that join the store's tables: of articles, statements, words and names, each counted on from the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reportedly.store.words import words_in, words_in_name

COUNTED = ("article", "statement", "contact", "position", "word", "name")


class Numbers:
    """Gives numbers, and remembers those of words and names; `new` holds the rows that the store has not yet.

    All words and names of the store are in memory while it is written to: some twenty megabytes in 100,000 articles.
    """

    def __init__(self, query: Callable[[str], list[tuple[Any, ...]]]) -> None:
        self._last: dict[str, int] = {
            table: query(f"select coalesce(max(number), 0) from {table}")[0][0] for table in COUNTED
        }
        # a number that a sorted posting still has is never given again
        self._last["statement"] = max(
            self._last["statement"], query("select coalesce(max(statement), 0) from posting")[0][0]
        )
        self._words: dict[str, int] = dict(query("select word, number from word"))
        self._names: dict[str, int] = dict(query("select name, number from name"))
        self.new: dict[str, list[tuple[int | str, ...]]] = {"word": [], "name": [], "name_word": []}

    def next(self, table: str) -> int:
        """The next number of a table."""
        self._last[table] += 1
        return self._last[table]

    def words(self, text: str) -> list[int]:
        """The numbers of the words of a text, each once."""
        return [self._word(word) for word in words_in(text)]

    def names(self, names: Iterable[str]) -> list[int]:
        """The numbers of names."""
        return [self._name(name) for name in names]

    def _word(self, word: str) -> int:
        if (number := self._words.get(word)) is None:
            number = self._words[word] = self.next("word")
            self.new["word"].append((number, word))
        return number

    def _name(self, name: str) -> int:
        if (number := self._names.get(name)) is None:
            number = self._names[name] = self.next("name")
            self.new["name"].append((number, name))
            self.new["name_word"] += [(self._word(word), number) for word in words_in_name(name)]
        return number
