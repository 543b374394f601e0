"""What whoever gives an article states of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the user states of the articles; it stands over what their pages and files say.

    `id`, `url` and `title` can be one article's only; the rest may hold for many.
    """

    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None

    @property
    def of_one(self) -> bool:
        """Whether it says what only one article can be."""
        return any(value is not None for value in (self.id, self.url, self.title))

    def over(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row of an article with what is stated put over it."""
        stated = {field.name: getattr(self, field.name) for field in fields(self)}
        return row | {name: value for name, value in stated.items() if value}


NOTHING = Known()
