"""The actors of an article as far as it has been read: which a mention may take up, and which turn out to be one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from reportedly.reading.cast.scene import Draft

# actors that a mention may take up: enough for any article, so that a long text takes no longer
BEHIND, AHEAD = 150, 40


class Memory:
    """The drafts of an article: those that were mentioned, latest last, and those that the text will name.

    `last_source` is the actor that spoke last. `passing` are people whom the text only describes: pronouns alone may
    mean them.
    """

    def __init__(self, coming: Iterable[Draft]) -> None:
        self._coming = {id(draft): draft for draft in coming}
        self._lately: dict[int, Draft] = {}
        self._all: dict[int, Draft] = {}
        self.passing: list[Draft] = []
        self.last_source: Draft | None = None

    @property
    def all(self) -> Sequence[Draft]:
        """Every actor that was mentioned."""
        return [*self._all.values(), *(draft for draft in self.passing if id(draft) not in self._all)]

    @property
    def drafts(self) -> list[Draft]:
        """The actors that a mention may take up: those mentioned lately, and the next that the text will name."""
        return [*self._lately.values(), *islice(self._coming.values(), AHEAD)]

    @property
    def meant(self) -> list[Draft]:
        """The actors that a pronoun may mean."""
        return [*self.drafts, *(draft for draft in self.passing[-BEHIND:] if id(draft) not in self._lately)]

    def know(self, draft: Draft) -> None:
        """Puts an actor behind all others that were mentioned lately."""
        key = id(draft)
        self._coming.pop(key, None)
        self._lately.pop(key, None)
        self._lately[key] = draft
        self._all[key] = draft
        if len(self._lately) > BEHIND:
            del self._lately[next(iter(self._lately))]

    def join(self, before: Draft, named: Draft) -> None:
        """Makes all references of a source without a name the named actor's."""
        for other in before.references:
            other.draft = named
        named.references = [*before.references, *named.references]
        named.principals = before.principals or named.principals
        named.told += before.told
        for role in before.roles:
            named.add_role(role)
        for draft in self._all.values():
            draft.group = None if draft.group is before else draft.group
            draft.owner = named if draft.owner is before else draft.owner
            draft.principals = [named if principal is before else principal for principal in draft.principals]
        for drafts in (self._lately, self._coming, self._all):
            drafts.pop(id(before), None)
